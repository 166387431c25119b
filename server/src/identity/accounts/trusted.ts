import { randomUUID } from 'node:crypto'
import type { Database, DatabaseTransaction } from '../../platform/data/database.ts'
import { readToday } from '../../platform/http/system.ts'
import { Refusal, refuseIf } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { requireClockForCommand } from '../../platform/time/sound-clock.ts'
import { type AccountRecord, getAccountForUpdate } from '../account.ts'
import { saveConfirmation } from '../confirming/confirm-access.ts'
import { unconfirmedThings } from '../confirming/unconfirmed.ts'
import { takeFactors } from '../factors/remove-factors.ts'
import { makePassword } from '../passwords/passwords.ts'
import { savePassword } from '../passwords/set-password.ts'
import { type GrantRoleInput, saveGrant } from '../roles/grant-role.ts'
import { type CreatedToken, saveApiToken, type TokenScope } from '../sessions/api-tokens.ts'
import type { AccountId, GrantId } from '../tables.ts'
import { foldUsername, reasonsAgainstUsername } from '../username.ts'
import { saveAccount } from './create-account.ts'

/**
 * What the operator of the server can do from the command line, where there may be no administrator yet, or none with a
 * known password. It checks no permission and writes the same audit entries, without an actor.
 */
export interface TrustedContext {
  readonly db: DatabaseTransaction
  readonly now: Date
  readonly today: PlainDate
  readonly origin: { readonly requestId: string; readonly address: null }
  readonly actor: null
}

/** @param options `evenBehind`: also while the clock is behind the record, where not acting would be the greater harm */
export function trusted<Result>(
  database: Database,
  now: Date,
  act: (c: TrustedContext) => Promise<Result>,
  { evenBehind = false } = {},
): Promise<Result> {
  const origin = { requestId: randomUUID(), address: null }
  return database.transaction().execute(async (db) => {
    if (!evenBehind) await requireClockForCommand(db, now)
    return act({ db, now, today: await readToday(db, now), origin, actor: null })
  })
}

/** Makes a token for an account, in the first of its posts. @throws Refusal `not_found` where there is no such account */
export function createTokenFor(
  database: Database,
  input: {
    readonly username: string
    readonly scopes: readonly TokenScope[]
    readonly days: number
    readonly name: string
  },
  now: Date,
): Promise<CreatedToken> {
  return trusted(database, now, async (c) => {
    const account = await getAccountForUpdate(c, foldUsername(input.username))
    const { name, days, scopes } = input
    return saveApiToken(c, { name, days, scopes: [...scopes], accountId: account.id, holdingId: null })
  })
}

/** Makes an account for a person; without a password one is made up and given back. @throws Refusal for a name that is none */
export async function createUserFor(
  database: Database,
  input: { readonly username: string; readonly personId: string; readonly password?: string },
  now: Date,
): Promise<{ accountId: AccountId; username: string; password: string }> {
  const { username, personId, password = makePassword() } = input
  refuseIf(reasonsAgainstUsername(username))
  return trusted(database, now, async (c) => {
    return { accountId: await saveAccount(c, { username, personId, password }), username, password }
  })
}

/** Gives an account a new password, unlocks it and ends its sessions; without one it is made up and given back. */
export function setPasswordFor(
  database: Database,
  input: { readonly username: string; readonly password?: string },
  now: Date,
): Promise<{ username: string; password: string }> {
  const password = input.password ?? makePassword()
  return trusted(database, now, async (c) => {
    const account: AccountRecord = await getAccountForUpdate(c, foldUsername(input.username))
    await savePassword(c, account, password)
    return { username: account.username, password }
  })
}

/** Takes the lost factors of an account away: for the last administrator, whom nobody else could help. */
export function removeFactorsFor(
  database: Database,
  input: { readonly username: string; readonly reason: string },
  now: Date,
): Promise<{ username: string }> {
  return trusted(database, now, async (c) => {
    const account = await getAccountForUpdate(c, foldUsername(input.username))
    await takeFactors(c, account, { reason: input.reason, by: 'dotpha' })
    return { username: account.username }
  })
}

/** Gives a post a right: the first administrator has nobody who could give it to them. */
export function grantRoleFor(
  database: Database,
  input: Omit<GrantRoleInput, 'fromOn' | 'toOn'> & { readonly fromOn?: PlainDate },
  now: Date,
): Promise<{ grantId: GrantId }> {
  return trusted(database, now, async (c) => {
    const fromOn = input.fromOn ?? c.today
    return { grantId: await saveGrant(c, { ...input, fromOn, toOn: null }) }
  })
}

/**
 * Confirms an account and what its posts may do, for an installation that has no second person yet. The code goes to the
 * owner, who types it in after signing in.
 * @throws Refusal `not_found`, `nothing_unconfirmed`
 */
export function confirmAccessFor(
  database: Database,
  input: { readonly username: string },
  now: Date,
): Promise<{ username: string; code: string | null }> {
  return trusted(database, now, async (c) => {
    const account = await getAccountForUpdate(c, foldUsername(input.username))
    const things = await unconfirmedThings(c, account.username)
    if (things.length === 0) throw new Refusal('nothing_unconfirmed', { username: account.username })
    return { username: account.username, code: await saveConfirmation(c, account.id, things) }
  })
}
