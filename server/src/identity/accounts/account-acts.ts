import { endpoint } from '../../platform/http/route.ts'
import { setPassword, setPasswordInput } from '../passwords/set-password.ts'
import { grantRole, grantRoleInput, revokeRole, revokeRoleInput } from '../roles/grant-role.ts'
import { createAccount, createAccountInput } from './create-account.ts'
import { createAccounts, createAccountsInput, prepareAccounts } from './create-accounts.ts'
import { disableAccount, disableAccountInput, enableAccount, enableAccountInput } from './disable-account.ts'
import { endAccountSessions, endAccountSessionsInput } from './end-account-sessions.ts'

/** The acts of administrators of accounts and rights; page and API share them. */
export const createAccountEndpoint = endpoint({
  name: 'account.create',
  input: createAccountInput,
  scope: 'admin',
  fresh: true,
  secret: true,
  run: createAccount,
})

export const createAccountsEndpoint = endpoint({
  name: 'account.create-many',
  input: createAccountsInput,
  scope: 'admin',
  fresh: true,
  secret: true,
  prepare: prepareAccounts,
  run: createAccounts,
})

export const setPasswordEndpoint = endpoint({
  name: 'account.set-password',
  input: setPasswordInput,
  scope: 'admin',
  fresh: true,
  secret: true,
  run: setPassword,
})

export const endAccountSessionsEndpoint = endpoint({
  name: 'account.end-sessions',
  input: endAccountSessionsInput,
  scope: 'admin',
  fresh: true,
  run: endAccountSessions,
})

export const disableAccountEndpoint = endpoint({
  name: 'account.disable',
  input: disableAccountInput,
  scope: 'admin',
  fresh: true,
  run: disableAccount,
})

export const enableAccountEndpoint = endpoint({
  name: 'account.enable',
  input: enableAccountInput,
  scope: 'admin',
  fresh: true,
  run: enableAccount,
})

export const grantRoleEndpoint = endpoint({
  name: 'role.grant',
  input: grantRoleInput,
  scope: 'admin',
  fresh: true,
  run: grantRole,
})

export const revokeRoleEndpoint = endpoint({
  name: 'role.revoke',
  input: revokeRoleInput,
  scope: 'admin',
  fresh: true,
  run: revokeRole,
})
