import { z } from 'zod'
import { flag, optionalChoice, optionalText, whole } from '../platform/http/fields.ts'
import { apiRead, apiWrite } from '../platform/http/route.ts'
import {
  createAccountEndpoint,
  disableAccountEndpoint,
  enableAccountEndpoint,
  endAccountSessionsEndpoint,
  grantRoleEndpoint,
  revokeRoleEndpoint,
  setPasswordEndpoint,
} from './accounts/account-acts.ts'
import { accountBatchApi } from './accounts/account-batch-api.ts'
import { grantsOfPosts, listOwnTokens, type OwnToken, tokensOf } from './accounts/account-queries.ts'
import { type AccountRow, accountStates, getAccount, listAccounts } from './accounts/list-accounts.ts'
import { confirmAccessEndpoint, listConfirmable } from './confirming/confirm-access.ts'
import { createTokenEndpoint } from './pages/accounts/token-forms.tsx'
import { removeFactorsEndpoint } from './pages/factors/remove-factors.tsx'
import { linkOutsideEndpoint, unlinkOutsideEndpoint } from './pages/outside/outside-forms.tsx'
import { endOtherSessionsEndpoint } from './pages/own/own-sessions.tsx'
import { revokeTokenEndpoint } from './pages/own/own-tokens.tsx'
import { endStandInEndpoint, lendPostEndpoint } from './pages/stand-ins/stand-ins.tsx'
import { listGrants } from './roles/list-grants.ts'
import { roles } from './roles/roles.ts'
import { listStandIns } from './stand-ins/stand-in-queries.ts'

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

const accountFields = {
  id: z.string(),
  username: z.string(),
  personId: z.string(),
  personName: z.string(),
  disabled: z.boolean(),
  lastSignInAt: nullable(),
  posts: z.array(z.object({ postId: z.string(), title: z.string(), unit: z.string() })),
}

const saidOf = (row: AccountRow) => ({
  ...row,
  posts: [...row.posts],
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
})

const paging = { limit: whole(1, 200).optional(), cursor: optionalText(1000) }
const limited = (limit: number | undefined) => (limit === undefined ? {} : { limit })

const accounts = apiRead({
  path: '/accounts',
  name: 'account.list',
  query: z.strictObject({ q: optionalText(200), state: optionalChoice(accountStates), ...paging }),
  output: z.object({ items: z.array(z.object(accountFields)), next: nullable() }),
  async run(c, { query: { q, state, limit, cursor } }) {
    const page = await listAccounts(c, { text: q, state, cursor, ...limited(limit) })
    return { items: page.items.map(saidOf), next: page.next }
  },
})

const grantFields = {
  id: z.string(),
  role: z.string(),
  postId: z.string(),
  postTitle: z.string(),
  unitName: z.string(),
  system: nullable(),
  fromOn: z.string(),
  toOn: nullable(),
  active: z.boolean(),
}

const account = apiRead({
  path: '/accounts/:username',
  name: 'account.read',
  query: z.strictObject({}),
  output: z.object({ ...accountFields, grants: z.array(z.object(grantFields)) }),
  async run(c, { params: { username = '' } }) {
    const row = await getAccount(c, username)
    const grants = await grantsOfPosts(
      c,
      row.posts.map(({ postId }) => postId),
    )
    return { ...saidOf(row), grants: [...grants] }
  },
})

const grants = apiRead({
  path: '/role-grants',
  name: 'role.list',
  query: z.strictObject({ q: optionalText(200), role: optionalChoice(roles), active: flag(), ...paging }),
  output: z.object({
    items: z.array(z.object({ ...grantFields, postUnit: z.string(), holders: z.array(z.string()) })),
    next: nullable(),
  }),
  async run(c, { query: { q, role, active, limit, cursor } }) {
    const page = await listGrants(c, { text: q, role, active, cursor, ...limited(limit) })
    return { items: page.items.map((one) => ({ ...one, holders: [...one.holders] })), next: page.next }
  },
})

const tokenFields = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.string(),
  lastUsedAt: nullable(),
})

const saidOfToken = (token: OwnToken) => ({
  ...token,
  scopes: [...token.scopes],
  expiresAt: token.expiresAt.toISOString(),
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
})

const ownTokens = apiRead({
  path: '/api-tokens',
  name: 'token.list',
  query: z.strictObject({}),
  output: z.object({ items: z.array(tokenFields) }),
  run: async (c) => ({ items: (await listOwnTokens(c)).map(saidOfToken) }),
})

const accountTokens = apiRead({
  path: '/accounts/:username/api-tokens',
  name: 'token.list-of-account',
  query: z.strictObject({}),
  output: z.object({ items: z.array(tokenFields) }),
  async run(c, { params: { username = '' } }) {
    const { id } = await getAccount(c, username)
    return { items: (await tokensOf(c, id)).map(saidOfToken) }
  },
})

const standIns = apiRead({
  path: '/stand-ins',
  name: 'stand-in.list',
  query: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        lenderHoldingId: z.string(),
        lenderName: z.string(),
        personId: z.string(),
        personName: z.string(),
        fromOn: z.string(),
        lastOn: z.string(),
        document: z.string(),
        roles: z.array(z.object({ role: z.string(), unit: z.string() })),
        state: z.enum(['coming', 'active', 'over']),
      }),
    ),
  }),
  run: async (c) => ({ items: (await listStandIns(c)).map((row) => ({ ...row, roles: [...row.roles] })) }),
})

const confirmations = apiRead({
  path: '/access-confirmations',
  name: 'access.list',
  query: z.strictObject(paging),
  output: z.object({
    items: z.array(
      z.object({
        username: z.string(),
        personName: z.string(),
        access: z.string().describe('To be sent back as one of `accesses` when it is confirmed.'),
        codeUntil: nullable(),
        things: z.array(
          z.object({
            kind: z.enum(['way-in', 'holding', 'grant', 'lending']),
            wayIn: nullable(),
            role: nullable(),
            what: z.string(),
            unit: nullable(),
            by: z.string(),
            at: z.string(),
          }),
        ),
      }),
    ),
    next: nullable(),
  }),
  async run(c, { query: { limit, cursor } }) {
    const { items, next } = await listConfirmable(c, { cursor, ...limited(limit) })
    return {
      items: items.map(({ username, personName, codeUntil, fingerprint, things }) => ({
        username,
        personName,
        access: `${username} ${fingerprint}`,
        codeUntil: codeUntil?.toISOString() ?? null,
        things: things.map(({ id: _, byPersonId: _by, at, ...thing }) => ({
          ...thing,
          at: at.toISOString(),
        })),
      })),
      next,
    }
  },
})

const named = z.object({ username: z.string() })

export const identityApi = [
  me,
  accounts,
  account,
  accountTokens,
  ownTokens,
  standIns,
  grants,
  confirmations,
  apiWrite({
    path: '/access-confirmations',
    endpoint: confirmAccessEndpoint,
    output: z.object({
      confirmed: z.array(z.object({ username: z.string(), personName: z.string(), code: nullable() })),
    }),
    status: 201,
    location: () => '/access-confirmations',
  }),
  ...accountBatchApi,
  apiWrite({
    path: '/accounts',
    endpoint: createAccountEndpoint,
    output: z.object({ accountId: z.string(), username: z.string(), password: nullable() }),
    status: 201,
    location: ({ username }) => `/accounts/${username}`,
  }),
  apiWrite({
    method: 'PUT',
    path: '/accounts/:username/password',
    endpoint: setPasswordEndpoint,
    output: z.object({ username: z.string(), password: nullable() }),
  }),
  apiWrite({
    method: 'PUT',
    path: '/accounts/:username/disablement',
    endpoint: disableAccountEndpoint,
    output: named,
  }),
  apiWrite({
    method: 'DELETE',
    path: '/accounts/:username/disablement',
    endpoint: enableAccountEndpoint,
    output: named,
  }),
  apiWrite({
    path: '/accounts/:username/sessions/ending',
    endpoint: endAccountSessionsEndpoint,
    output: z.object({ username: z.string(), endedSessions: z.number().int() }),
  }),
  apiWrite({
    path: '/accounts/:username/factor-removals',
    endpoint: removeFactorsEndpoint,
    output: named,
    status: 201,
    location: ({ username }) => `/accounts/${username}`,
  }),
  apiWrite({
    path: '/accounts/:username/outside-identities',
    endpoint: linkOutsideEndpoint,
    output: named,
    status: 201,
    location: ({ username }) => `/accounts/${username}`,
  }),
  apiWrite({
    path: '/outside-identities/:linkId/revocation',
    endpoint: unlinkOutsideEndpoint,
    output: named,
  }),
  apiWrite({
    path: '/stand-ins',
    endpoint: lendPostEndpoint,
    output: z.object({ standInId: z.string() }),
    status: 201,
    location: () => '/stand-ins',
  }),
  apiWrite({
    path: '/stand-ins/:standInId/ending',
    endpoint: endStandInEndpoint,
    output: z.object({ standInId: z.string() }),
  }),
  apiWrite({
    path: '/role-grants',
    endpoint: grantRoleEndpoint,
    output: z.object({ grantId: z.string() }),
    status: 201,
    location: () => '/role-grants',
  }),
  apiWrite({
    path: '/role-grants/:grantId/revocation',
    endpoint: revokeRoleEndpoint,
    output: z.object({ toOn: z.string() }),
  }),
  apiWrite({
    path: '/api-tokens',
    endpoint: createTokenEndpoint,
    output: z.object({ tokenId: z.string(), token: z.string(), expiresAt: z.string() }),
    status: 201,
    location: () => '/api-tokens',
  }),
  apiWrite({
    path: '/api-tokens/:tokenId/revocation',
    endpoint: revokeTokenEndpoint,
    output: z.object({ tokenId: z.string() }),
  }),
  apiWrite({
    path: '/me/other-sessions/ending',
    endpoint: endOtherSessionsEndpoint,
    output: z.object({ endedSessions: z.number().int() }),
  }),
]
