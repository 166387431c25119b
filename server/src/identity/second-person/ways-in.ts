import { sql } from 'kysely'
import type { Context, PublicContext } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AccountId, identityDb, type WayInId } from '../tables.ts'
import { waysInConfirmed } from './what-counts.ts'

/** How somebody else than the owner opened an account or gave it back. */
export type WayInKind = 'created' | 'password' | 'factors' | 'outside'

/** A password that somebody else has set opens nothing after so many days. */
export const firstPasswordDays = 30
const dayMs = 86_400_000

export const firstPasswordEnds = (now: Date): Date => new Date(now.getTime() + firstPasswordDays * dayMs)

const rowsAStatement = 4000

/**
 * Records that the actor opened accounts of others, in the transaction of the act. The rights of these accounts are
 * suspended from here on, and earlier activation codes become void. The operator of the server has no account: those acts
 * need no confirmation.
 */
export async function recordWaysIn(
  c: Pick<PublicContext, 'db' | 'now' | 'actor'>,
  accountIds: readonly string[],
  kind: WayInKind,
  detail: string | null = null,
): Promise<void> {
  const givenBy = c.actor?.accountId
  if (givenBy === undefined) return
  for (let start = 0; start < accountIds.length; start += rowsAStatement) {
    const part = accountIds.slice(start, start + rowsAStatement)
    await identityDb(c)
      .insertInto('way_in')
      .values(
        part.map((accountId) => ({
          id: newId<'way-in'>() satisfies WayInId,
          account_id: accountId,
          kind,
          detail,
          given_by: givenBy,
          given_at: c.now,
        })),
      )
      .execute()
    await identityDb(c)
      .updateTable('account')
      .set({ activation_sha256: null, activation_by: null, activation_expires_at: null })
      .where('id', '=', sql<AccountId>`any(${[...part]}::uuid[])`)
      .execute()
  }
}

/** Whether nothing that somebody else did to the account waits for its confirmation. */
export async function isConfirmed(c: Pick<PublicContext, 'db'>, accountId: string): Promise<boolean> {
  const row = await identityDb(c)
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where(waysInConfirmed(sql.ref('account.id')))
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Asks that the account in use is its owner's beyond doubt, before it gets a way in that would outlive the confirmation: a
 * token, a factor, an address for letters.
 * @throws Refusal `account_unconfirmed`
 */
export async function requireConfirmed(c: Pick<Context, 'db'>, accountId: string): Promise<void> {
  if (!(await isConfirmed(c, accountId))) throw new Refusal('account_unconfirmed', {}, { status: 403 })
}
