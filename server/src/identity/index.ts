/**
 * Who comes in, and what he may do: accounts, passwords and second steps, sessions, tokens for machines, the rights that
 * posts carry, who stands in for whom, and reading in an emergency.
 * Others get an actor with each request and need little else from here; accounts and rights are changed through this
 * slice's own pages and API, and by whoever runs the server.
 */

export { accountPersonIdOf } from './account-queries.ts'
export { accountWorklist } from './account-worklist.ts'
export { actorsOfPeople } from './actors-of-people.ts'
export { type TokenScope, tokenScopes } from './api-tokens.ts'
export type { DemonstrationAccount } from './demonstration-account.ts'
export { actorOfAccount, type DigestReader, listDigestReaders } from './digest-readers.ts'
export { unitsGranted } from './granted-units.ts'
export { identifier } from './identify.ts'
export {
  type AccountData,
  type ImportedAccount,
  type ImportedGrant,
  importAccounts,
} from './import-accounts.ts'
export { messages as messagesEn } from './messages.en.ts'
export { messages as messagesVi } from './messages.vi.ts'
export { EmergencyNotice } from './pages/emergency.tsx'
export { hashPassword } from './passwords.ts'
export { identityPaths } from './paths.ts'
export { proving } from './prove.ts'
export { accountsNamed, recordedAccounts } from './recorded-kinds.ts'
export type { Role } from './roles.ts'
export { identityNavigation, identityRoutes, pagesWithoutTwin } from './routes.ts'
export { lenderNameOf, offeredStandIns, standInNameOf } from './stand-in-queries.ts'
export type { AccountId } from './tables.ts'
export { countTotpByKey, type TotpByKey } from './totp-secret.ts'
export { createTokenFor, createUserFor, removeFactorsFor, setPasswordFor } from './trusted.ts'
