import { z } from 'zod'
import { optionalText, whole } from '../platform/fields.ts'
import { apiRead, apiWrite, endpoint, type Params } from '../platform/http/route.ts'
import { listAccounts } from './account-queries.ts'
import { createApiToken, createApiTokenInput } from './api-tokens.ts'
import { createAccount, createAccountInput } from './create-account.ts'
import { disableAccount, disableAccountInput, enableAccount, enableAccountInput } from './disable-account.ts'
import { grantRole, grantRoleInput, revokeRole, revokeRoleInput } from './grant-role.ts'
import { revokeTokenEndpoint } from './pages/own-tokens.tsx'
import { setPassword, setPasswordInput } from './set-password.ts'

const nullable = () => z.string().nullable()

const me = apiRead({
  path: '/me',
  name: 'account.me',
  query: z.strictObject({}),
  output: z.object({
    username: z.string(),
    personId: z.string(),
    personName: z.string(),
    post: z
      .object({ id: z.string(), title: nullable(), unitId: nullable(), unitName: nullable() })
      .nullable(),
    grants: z.array(z.object({ role: z.string(), unitId: z.string(), system: nullable() })),
    scopes: z.array(z.string()).nullable(),
  }),
  async run({ actor }) {
    const { postId, postTitle, unitId, unitName, grants, scopes } = actor
    return {
      username: actor.username,
      personId: actor.personId,
      personName: actor.personName,
      post: postId === null ? null : { id: postId, title: postTitle, unitId, unitName },
      grants: [...grants],
      scopes: scopes === null ? null : [...scopes],
    }
  },
})

const accounts = apiRead({
  path: '/accounts',
  name: 'account.list',
  query: z.strictObject({
    q: optionalText(200),
    limit: whole(1, 200).optional(),
    cursor: optionalText(1000),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        username: z.string(),
        personId: z.string(),
        personName: z.string(),
        disabled: z.boolean(),
        posts: z.array(z.object({ postId: z.string(), title: z.string(), unit: z.string() })),
      }),
    ),
    next: nullable(),
  }),
  async run(c, { query }) {
    const { q, limit, cursor } = query
    const page = await listAccounts(c, { text: q, cursor, ...(limit === undefined ? {} : { limit }) })
    return { items: page.items.map((row) => ({ ...row, posts: [...row.posts] })), next: page.next }
  },
})

export const createAccountEndpoint = endpoint({
  name: 'account.create',
  input: createAccountInput,
  scope: 'admin',
  secret: true,
  run: createAccount,
})

export const setPasswordEndpoint = endpoint({
  name: 'account.set-password',
  input: setPasswordInput,
  scope: 'admin',
  secret: true,
  run: setPassword,
})

export const disableAccountEndpoint = endpoint({
  name: 'account.disable',
  input: disableAccountInput,
  scope: 'admin',
  run: disableAccount,
})

export const enableAccountEndpoint = endpoint({
  name: 'account.enable',
  input: enableAccountInput,
  scope: 'admin',
  run: enableAccount,
})

export const grantRoleEndpoint = endpoint({
  name: 'role.grant',
  input: grantRoleInput,
  scope: 'admin',
  run: grantRole,
})

export const revokeRoleEndpoint = endpoint({
  name: 'role.revoke',
  input: revokeRoleInput,
  scope: 'admin',
  run: revokeRole,
})

const createTokenEndpoint = endpoint({
  name: 'token.create',
  input: createApiTokenInput,
  secret: true,
  run: createApiToken,
})

const named = z.object({ username: z.string() })

const withParams = (body: unknown, params: Params) => ({ ...(body as object), ...params })

export const identityApi = [
  me,
  accounts,
  apiWrite({
    path: '/accounts',
    endpoint: createAccountEndpoint,
    output: z.object({ accountId: z.string(), username: z.string() }),
    status: 201,
  }),
  apiWrite({
    method: 'PUT',
    path: '/accounts/:username/password',
    endpoint: setPasswordEndpoint,
    output: named,
    input: withParams,
  }),
  apiWrite({
    method: 'PUT',
    path: '/accounts/:username/disablement',
    endpoint: disableAccountEndpoint,
    output: named,
    input: withParams,
  }),
  apiWrite({
    method: 'DELETE',
    path: '/accounts/:username/disablement',
    endpoint: enableAccountEndpoint,
    output: named,
    input: (_body, params) => params,
  }),
  apiWrite({
    path: '/role-grants',
    endpoint: grantRoleEndpoint,
    output: z.object({ grantId: z.string() }),
    status: 201,
  }),
  apiWrite({
    path: '/role-grants/:grantId/revocation',
    endpoint: revokeRoleEndpoint,
    output: z.object({ toOn: z.string() }),
    input: (_body, params) => params,
  }),
  apiWrite({
    path: '/api-tokens',
    endpoint: createTokenEndpoint,
    output: z.object({ tokenId: z.string(), token: z.string(), expiresAt: z.string() }),
    status: 201,
  }),
  apiWrite({
    path: '/api-tokens/:tokenId/revocation',
    endpoint: revokeTokenEndpoint,
    output: z.object({ tokenId: z.string() }),
    input: (_body, params) => params,
  }),
]
