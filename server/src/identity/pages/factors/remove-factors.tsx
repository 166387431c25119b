import { field } from '../../../platform/http/form.ts'
import { endpoint, formRoute } from '../../../platform/http/route.ts'
import { TextArea } from '../../../ui/field.tsx'
import { getAccount } from '../../accounts/list-accounts.ts'
import { adminPaths } from '../../admin-paths.ts'
import { removeFactorsFrom, removeFactorsInput } from '../../factors/remove-factors.ts'
import { accessFormPage, adminSections } from '../access-form.tsx'

export const removeFactorsEndpoint = endpoint({
  name: 'account.remove-factors',
  input: removeFactorsInput,
  scope: 'admin',
  fresh: true,
  run: removeFactorsFrom,
})

/** Takes the lost factors of another person's account away, with the reason that its owner will read. */
export const removeFactorsForm = formRoute({
  path: '/quan-tri/tai-khoan/:username/buoc-hai',
  endpoint: removeFactorsEndpoint,
  told: 'identity.factors_removed',
  done: ({ username }) => adminPaths.account(username),
  async show(c, state) {
    const { username, personName } = await getAccount(c, state.params.username ?? '')
    return accessFormPage(c, state, {
      action: adminPaths.removeFactors(username),
      section: adminSections.accounts,
      crumbs: [
        { label: c.t('identity.accounts'), href: adminPaths.accounts() },
        { label: username, href: adminPaths.account(username) },
      ],
      kicker: personName,
      title: c.t('identity.remove_factors'),
      lead: c.t('identity.remove_factors_lead', { name: personName }),
      fields: (
        <TextArea
          {...field(state, 'reason')}
          label={c.t('identity.remove_factors_reason')}
          hint={c.t('identity.remove_factors_hint')}
        />
      ),
      submit: { label: c.t('identity.remove_factors'), kind: 'danger' },
      back: adminPaths.account(username),
    })
  },
})
