/**
 * Who comes in, and what he may do: accounts, passwords, sessions, tokens for machines, and the rights that posts carry.
 * Others get an actor with each request and need little else from here.
 */
export { type AccountRow, type GrantRow, grantsOfPosts, listAccounts } from './account-queries.ts'
export {
  type CreateApiTokenInput,
  type CreatedToken,
  createApiToken,
  createApiTokenInput,
  type RevokeApiTokenInput,
  revokeApiToken,
  revokeApiTokenInput,
  type TokenScope,
  tokenMaxDays,
  tokenScopes,
} from './api-tokens.ts'
export { type CreateAccountInput, createAccount, createAccountInput } from './create-account.ts'
export type { DemonstrationAccount } from './demonstration-account.ts'
export {
  type DisableAccountInput,
  disableAccount,
  disableAccountInput,
  type EnableAccountInput,
  enableAccount,
  enableAccountInput,
} from './disable-account.ts'
export {
  type GrantRoleInput,
  grantRole,
  grantRoleInput,
  type RevokeRoleInput,
  revokeRole,
  revokeRoleInput,
} from './grant-role.ts'
export { identifier } from './identify.ts'
export {
  type AccountData,
  type ImportedAccount,
  type ImportedGrant,
  importAccounts,
} from './import-accounts.ts'
export { messages as messagesEn } from './messages.en.ts'
export { messages as messagesVi } from './messages.vi.ts'
export { hashPassword, noPassword } from './passwords.ts'
export { identityPaths, signInPath } from './paths.ts'
export { type Role, roles } from './roles.ts'
export { identityRoutes, pagesWithoutTwin } from './routes.ts'
export { type SetPasswordInput, setPassword, setPasswordInput } from './set-password.ts'
export type { AccountId, ApiTokenId, GrantId, SessionId } from './tables.ts'
export { createTokenFor, createUserFor, grantRoleFor, setPasswordFor } from './trusted.ts'
