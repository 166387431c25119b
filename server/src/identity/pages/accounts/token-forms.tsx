import { field, listValue } from '../../../platform/http/form.ts'
import { endpoint, formRoute, page, type Route } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/refusal.ts'
import { CheckboxGroup, Select } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ShownOnce } from '../../../ui/shown-once.tsx'
import { tokensOf } from '../../accounts/account-queries.ts'
import { getAccount } from '../../accounts/list-accounts.ts'
import { adminNames, adminPaths } from '../../admin-paths.ts'
import { identityPaths } from '../../paths.ts'
import { isAdministrator } from '../../policy.ts'
import { createApiToken, createApiTokenInput, tokenScopes } from '../../sessions/api-tokens.ts'
import { accessFormPage, adminSections } from '../access-form.tsx'
import { revokeTokenEndpoint } from '../own/own-tokens.tsx'

export const createTokenEndpoint = endpoint({
  name: 'token.create',
  input: createApiTokenInput,
  secret: true,
  fresh: true,
  run: createApiToken,
})

/** The offered lifetimes of a token, in days; other values are possible through the API. */
const spans = ['30', '90', '180', '365'] as const

/** Makes a token for a machine; it is shown once. */
const createForm = formRoute({
  path: identityPaths.newToken,
  endpoint: createTokenEndpoint,
  told: 'identity.token_created',
  done: () => identityPaths.account,
  reveal: async (c, { token }) =>
    page(
      c.t('identity.token_created'),
      <ShownOnce
        title={c.t('identity.token_created')}
        lead={c.t('identity.token_created_lead')}
        label={c.t('identity.token')}
        secret={token}
        back={identityPaths.account}
      />,
    ),
  async show(c, state) {
    const scopes = tokenScopes.filter((scope) => scope !== 'admin' || isAdministrator(c))
    return accessFormPage(c, state, {
      action: identityPaths.newToken,
      section: 'account',
      crumbs: [{ label: c.t('identity.account'), href: identityPaths.account }],
      title: c.t('identity.create_token'),
      lead: c.t('identity.create_token_lead'),
      plain: true,
      fields: (
        <>
          <TextField
            {...field(state, 'name')}
            label={c.t('identity.token_name')}
            hint={c.t('identity.token_name_hint')}
          />
          <CheckboxGroup
            name="scopes[]"
            id="f-scopes"
            label={c.t('identity.token_scopes')}
            values={state.values === undefined ? ['read'] : listValue(state.values, 'scopes')}
            error={state.errors.scopes}
            choices={scopes.map((scope) => ({
              value: scope,
              label: c.t(`identity.scope_${scope}`),
              description: c.t(`identity.scope_${scope}_help`),
            }))}
          />
          <Select
            {...field(state, 'days', '90')}
            label={c.t('identity.token_days')}
            empty={false}
            options={spans.map((days) => ({ value: days, label: c.t('identity.days', { days }) }))}
          />
        </>
      ),
      submit: { label: c.t('identity.create_token'), icon: 'key' },
      back: identityPaths.account,
    })
  },
})

/** Ends a token of somebody else's, after saying once more which. */
const revokeForm = formRoute({
  path: '/quan-tri/ma-truy-cap/:tokenId/thu-hoi',
  endpoint: revokeTokenEndpoint,
  told: 'identity.token_revoked',
  done: () => adminPaths.accounts(),
  input: (_values, { tokenId }) => ({ tokenId }),
  async show(c, state) {
    const tokenId = state.params.tokenId ?? ''
    const username = state.query[adminNames.account] ?? ''
    const account = await getAccount(c, username)
    const token = isId(tokenId) && (await tokensOf(c, account.id)).find(({ id }) => id === tokenId)
    if (!token) throw notFound('api-token')
    return accessFormPage(c, state, {
      action: adminPaths.revokeToken(tokenId, username),
      section: adminSections.accounts,
      crumbs: [
        { label: c.t('identity.accounts'), href: adminPaths.accounts() },
        { label: username, href: adminPaths.account(username) },
      ],
      kicker: account.personName,
      title: c.t('identity.revoke_token_of', { name: token.name }),
      lead: c.t('identity.revoke_token_lead'),
      submit: { label: c.t('identity.revoke_token'), icon: 'ban', kind: 'danger' },
      back: adminPaths.account(username),
    })
  },
})

export const tokenForms: readonly Route[] = [createForm, revokeForm]
