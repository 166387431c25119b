/**
 * Who comes in, and what he may do: accounts, passwords, sessions, tokens for machines, and the rights that posts carry.
 * Others get an actor with each request and need nothing else from here.
 */
export type { DemonstrationAccount } from './demonstration-account.ts'
export { identifier } from './identify.ts'
export {
  type AccountData,
  type ImportedAccount,
  type ImportedGrant,
  importAccounts,
} from './import-accounts.ts'
export { identityMessages } from './messages.ts'
export { hashPassword, noPassword } from './passwords.ts'
export { identityPaths } from './paths.ts'
export { type Role, roles } from './roles.ts'
export { identityRoutes } from './routes.ts'
