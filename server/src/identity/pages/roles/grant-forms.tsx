import {
  findUnits,
  getPost,
  SearchChoice,
  systems,
  unitsByIds,
  withoutSearch,
} from '../../../organisation/index.ts'
import { field } from '../../../platform/http/form.ts'
import { formRoute, type Route } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/id.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { DefinitionList } from '../../../ui/panel.tsx'
import { grantRoleEndpoint, revokeRoleEndpoint } from '../../accounts/account-acts.ts'
import { adminNames, adminPaths } from '../../admin-paths.ts'
import { authorizeUnits } from '../../policy.ts'
import { getGrant } from '../../roles/grant-role.ts'
import { roles } from '../../roles/roles.ts'
import { accessFormPage, adminSections } from '../access-form.tsx'

const section = adminSections.grants

/** Back to the account from which one came, else to the list of rights. */
const wayBack = (username: string | undefined) =>
  username ? adminPaths.account(username) : adminPaths.grants()

/** Gives the post of the address a right over a unit and all below it, for a period. */
const grantForm = formRoute({
  path: '/quan-tri/quyen-moi',
  endpoint: grantRoleEndpoint,
  told: 'identity.role_granted',
  done: () => adminPaths.grants(),
  input: withoutSearch,
  async show(c, state) {
    const postId = (state.values?.postId as string | undefined) ?? state.query[adminNames.post] ?? ''
    if (!isId(postId)) throw notFound('post')
    const username = state.query[adminNames.account]
    const post = await getPost(c, postId)
    await authorizeUnits(c, 'role.grant', [post.unitId])
    const [unit] = await unitsByIds(c, [post.unitId], c.today)
    const found = await findUnits(c, state, 'unitId')
    return accessFormPage(c, state, {
      action: adminPaths.newGrant(postId, username),
      section,
      crumbs: [{ label: c.t('identity.grants'), href: adminPaths.grants() }],
      kicker: `${post.title}, ${unit?.name ?? ''}`,
      title: c.t('identity.grant_role'),
      lead: c.t('identity.grant_role_lead'),
      hidden: { postId },
      fields: (
        <>
          <Select
            {...field(state, 'role')}
            label={c.t('identity.role')}
            options={roles.map((role) => ({ value: role, label: c.t(`role.${role}`) }))}
          />
          <SearchChoice
            name="unitId"
            label={c.t('identity.grant_unit')}
            findLabel={c.t('identity.find_grant_unit')}
            found={found}
            error={state.errors.unitId}
          />
          <Select
            {...field(state, 'system')}
            label={c.t('identity.ladder')}
            empty={c.t('identity.every_ladder')}
            options={systems.map((one) => ({ value: one, label: c.t(`organisation.system.${one}`) }))}
            optional
          />
          <FieldRow>
            <DateField
              {...field(state, 'fromOn')}
              label={c.t('identity.grant_from')}
              hint={c.t('identity.grant_from_hint')}
              optional
            />
            <DateField
              {...field(state, 'toOn')}
              label={c.t('identity.grant_to')}
              hint={c.t('identity.grant_to_hint')}
              optional
            />
          </FieldRow>
        </>
      ),
      submit: { label: c.t('identity.grant_role'), icon: 'key' },
      back: wayBack(username),
    })
  },
})

/** Takes a right back, after saying once more what it is. */
const revokeForm = formRoute({
  path: '/quan-tri/quyen/:grantId/thu-hoi',
  endpoint: revokeRoleEndpoint,
  told: 'identity.role_revoked',
  done: () => adminPaths.grants(),
  input: (_values, { grantId }) => ({ grantId }),
  async show(c, state) {
    const grantId = state.params.grantId ?? ''
    if (!isId(grantId)) throw notFound('role-grant')
    const grant = await getGrant(c, grantId)
    await authorizeUnits(c, 'role.revoke', [(await getPost(c, grant.postId)).unitId, grant.unitId])
    const username = state.query[adminNames.account]
    return accessFormPage(c, state, {
      action: adminPaths.revokeGrant(grantId, username),
      section,
      crumbs: [{ label: c.t('identity.grants'), href: adminPaths.grants() }],
      title: c.t('identity.revoke_grant'),
      lead: c.t('identity.revoke_grant_lead'),
      fields: (
        <DefinitionList
          items={[
            { term: c.t('identity.role'), description: c.t(codeKey('role', grant.role)) },
            { term: c.t('identity.grant_unit'), description: grant.unitName },
            { term: c.t('identity.post'), description: grant.postTitle },
          ]}
        />
      ),
      submit: { label: c.t('identity.revoke_grant'), icon: 'ban', kind: 'danger' },
      back: wayBack(username),
    })
  },
})

export const grantForms: readonly Route[] = [grantForm, revokeForm]
