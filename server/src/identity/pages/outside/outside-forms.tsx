import { field } from '../../../platform/http/form.ts'
import { endpoint, formRoute, type Route } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Words } from '../../../platform/words.ts'
import { TextField } from '../../../ui/field.tsx'
import { getAccount } from '../../accounts/list-accounts.ts'
import { adminNames, adminPaths } from '../../admin-paths.ts'
import {
  linkOutside,
  linkOutsideInput,
  outsideLinksOf,
  unlinkOutside,
  unlinkOutsideInput,
} from '../../outside/outside-links.ts'
import { accessFormPage, adminSections } from '../access-form.tsx'

export const linkOutsideEndpoint = endpoint({
  name: 'outside.link',
  input: linkOutsideInput,
  scope: 'admin',
  fresh: true,
  run: linkOutside,
})

export const unlinkOutsideEndpoint = endpoint({
  name: 'outside.unlink',
  input: unlinkOutsideInput,
  scope: 'admin',
  fresh: true,
  run: unlinkOutside,
})

const section = adminSections.accounts

const crumbsOf = (c: { t: Words }, username: string) => [
  { label: c.t('identity.accounts'), href: adminPaths.accounts() },
  { label: username, href: adminPaths.account(username) },
]

/** The forms that tie an account to a person of the outside provider; its issuer stands there already where one is set. */
export function outsideForms(issuer: string | undefined): readonly Route[] {
  const link = formRoute({
    path: '/quan-tri/tai-khoan/:username/danh-tinh-ngoai',
    endpoint: linkOutsideEndpoint,
    told: 'identity.outside_linked',
    done: ({ username }) => adminPaths.account(username),
    async show(c, state) {
      const { username, personName } = await getAccount(c, state.params.username ?? '')
      return accessFormPage(c, state, {
        action: adminPaths.linkOutside(username),
        section,
        crumbs: crumbsOf(c, username),
        kicker: personName,
        title: c.t('identity.link_outside'),
        lead: c.t('identity.link_outside_lead'),
        fields: (
          <>
            <TextField
              {...field(state, 'issuer', issuer)}
              label={c.t('identity.outside_issuer')}
              type="url"
            />
            <TextField
              {...field(state, 'subject')}
              label={c.t('identity.outside_subject')}
              hint={c.t('identity.outside_subject_hint')}
            />
          </>
        ),
        submit: { label: c.t('identity.link_outside'), icon: 'link' },
        back: adminPaths.account(username),
      })
    },
  })
  return [link, unlinkForm]
}

const unlinkForm = formRoute({
  path: '/quan-tri/danh-tinh-ngoai/:linkId/bo',
  endpoint: unlinkOutsideEndpoint,
  told: 'identity.outside_unlinked',
  done: ({ username }) => adminPaths.account(username),
  input: (_values, { linkId }) => ({ linkId }),
  async show(c, state) {
    const linkId = state.params.linkId ?? ''
    const account = await getAccount(c, state.query[adminNames.account] ?? '')
    const link = isId(linkId) && (await outsideLinksOf(c, account.id)).find(({ id }) => id === linkId)
    if (!link) throw notFound('outside-identity')
    return accessFormPage(c, state, {
      action: adminPaths.unlinkOutside(linkId, account.username),
      section,
      crumbs: crumbsOf(c, account.username),
      kicker: account.personName,
      title: c.t('identity.unlink_outside'),
      lead: c.t('identity.unlink_outside_lead', { subject: link.subject }),
      submit: { label: c.t('identity.unlink_outside'), icon: 'ban', kind: 'danger' },
      back: adminPaths.account(account.username),
    })
  },
})
