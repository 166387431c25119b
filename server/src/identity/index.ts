/**
 * Authentication and authorisation: accounts, passwords and second factors, sessions, API tokens, the rights of posts,
 * stand-ins, and emergency access.
 * Other slices get an actor with each request and need little else from here; accounts and rights are changed through
 * this slice's own pages and API, and by the operator's command line.
 */

export { accountPersonIdOf } from './accounts/account-queries.ts'
export { closeAfterRestore, type RestoredAccess } from './accounts/after-restore.ts'
export type { DemonstrationAccount } from './accounts/demonstration-account.ts'
export { type DigestReader, listDigestReaders } from './accounts/digest-readers.ts'
export {
  type AccountData,
  type ImportedAccount,
  type ImportedGrant,
  importAccounts,
} from './accounts/import-accounts.ts'
export {
  confirmAccessFor,
  createTokenFor,
  createUserFor,
  removeFactorsFor,
  setPasswordFor,
} from './accounts/trusted.ts'
export { accountPanels, shownAccounts } from './extension-points.ts'
export { countTotpByKey, type TotpByKey } from './factors/totp-secret.ts'
export { EmergencyNotice } from './pages/emergency/emergency.tsx'
export { hashPassword } from './passwords/passwords.ts'
export { identityPaths } from './paths.ts'
export { proving } from './prove.ts'
export { accountsNamed } from './recorded-kinds.ts'
export { unitsGranted } from './roles/granted-units.ts'
export type { Role } from './roles/roles.ts'
export { pagesWithoutTwin } from './routes.ts'
export { type TokenScope, tokenMaxDays, tokenScopes } from './sessions/api-tokens.ts'
export { actorInPost, actorOfAccount } from './sign-in/actor-of-account.ts'
export { actorsOfPeople } from './sign-in/actors-of-people.ts'
export { identifier } from './sign-in/identify.ts'
export { identitySlice } from './slice.ts'
export { lenderNameOf, offeredStandIns, standInNameOf } from './stand-ins/stand-in-queries.ts'
export type { AccountId } from './tables.ts'
export { reasonsAgainstUsername } from './username.ts'
