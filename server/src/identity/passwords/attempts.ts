import { audit } from '../../platform/audit.ts'
import type { PublicContext } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { identityDb } from '../tables.ts'
import { countAttempt, type FailureCount, forgetAfterMs } from './lockout.ts'

/** Counts the attempt as failed under the lock of its row, before it is judged. @returns whether it may be judged */
export async function takeAttempt(c: PublicContext, key: string): Promise<boolean> {
  return (await countOne(c, key)).open
}

/** An attempt as it was counted, so that it can be given back. */
export interface CountedAttempt {
  readonly open: boolean
  readonly before: FailureCount | null
  readonly after: FailureCount
}

/** The same, for an attempt that may turn out to be half of a right one. */
export async function countOne(c: PublicContext, key: string): Promise<CountedAttempt> {
  const db = identityDb(c)
  await db
    .insertInto('sign_in_failure')
    .values({ username_sha256: key, failures: 0, last_failed_at: c.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .selectFrom('sign_in_failure')
    .select(['failures', 'last_failed_at as lastFailedAt', 'locked_until as lockedUntil'])
    .where('username_sha256', '=', key)
    .forUpdate()
    .executeTakeFirst()
  const before = row ?? null
  const { open, after } = countAttempt(before, c.now)
  if (open) {
    await db
      .updateTable('sign_in_failure')
      .set({
        failures: after.failures,
        last_failed_at: after.lastFailedAt,
        locked_until: after.lockedUntil,
      })
      .where('username_sha256', '=', key)
      .execute()
  }
  return { open, before, after }
}

/**
 * Gives back the count of a right password that waits for its second step. It forgives nothing: else whoever knows the
 * password could guess codes without end. Where somebody has failed meanwhile, nothing is given back.
 */
export async function returnAttempt(c: PublicContext, key: string, counted: CountedAttempt): Promise<void> {
  await identityDb(c)
    .updateTable('sign_in_failure')
    .set({
      failures: counted.after.failures - 1,
      last_failed_at: counted.before?.lastFailedAt ?? c.now,
      locked_until: counted.before?.lockedUntil ?? null,
    })
    .where('username_sha256', '=', key)
    .where('failures', '=', counted.after.failures)
    .execute()
}

/** Forgets the failures of a name, because a right password came. */
export async function forgiveAttempts(c: Pick<PublicContext, 'db'>, key: string): Promise<void> {
  await identityDb(c).deleteFrom('sign_in_failure').where('username_sha256', '=', key).execute()
}

/** Records an attempt that was turned away, and the lock that it brought about. */
export async function recordFailedAttempt(
  c: PublicContext,
  failed: {
    readonly action: string
    readonly key: string
    readonly accountId: string | undefined
    readonly wasOpen: boolean
  },
): Promise<void> {
  const row = await identityDb(c)
    .selectFrom('sign_in_failure')
    .select(['failures', 'locked_until'])
    .where('username_sha256', '=', failed.key)
    .executeTakeFirst()
  // A name that nobody has may be a password in the wrong field: only its hash is kept.
  const object = failed.accountId === undefined ? null : { kind: 'account', id: failed.accountId }
  const name = failed.accountId === undefined ? { usernameSha256: failed.key } : {}
  const payload = { ...name, failures: row?.failures ?? 0, whileLocked: !failed.wasOpen }
  await audit(c, failed.action, object, payload, 'refused')
  if (failed.wasOpen && row?.locked_until != null)
    await audit(c, 'account.lock', object, { ...name, until: row.locked_until.toISOString() })
}

/** Names are typed without end, also those that nobody has: what has passed is dropped, a few at a time. */
export async function forgetOldFailures(c: Pick<PublicContext, 'db' | 'now'>): Promise<void> {
  await identityDb(c)
    .deleteFrom('sign_in_failure')
    .where('username_sha256', 'in', (from) =>
      from
        .selectFrom('sign_in_failure')
        .select('username_sha256')
        .where('last_failed_at', '<', new Date(c.now.getTime() - forgetAfterMs))
        .limit(500)
        .forUpdate()
        .skipLocked(),
    )
    .execute()
}

const queues = new Map<string, { last: Promise<unknown>; length: number }>()
// Nobody signs in so often at once; whoever knocks with a crowd is sent away before anything is reckoned.
const longestQueue = 50

/**
 * Judges the attempts of one name one after the other in this process. Counted before they are judged, five right passwords
 * at the same moment would otherwise lock the name for the sixth.
 * @throws Refusal `too_many_requests` where too many wait already, whether the name exists or not
 */
export async function oneAtATime<Result>(key: string, judge: () => Promise<Result>): Promise<Result> {
  const queue = queues.get(key) ?? { last: Promise.resolve(), length: 0 }
  if (queue.length >= longestQueue) throw new Refusal('too_many_requests', {}, { status: 429 })
  const turn = queue.last.then(judge)
  queue.last = turn.catch(() => undefined)
  queue.length += 1
  queues.set(key, queue)
  try {
    return await turn
  } finally {
    queue.length -= 1
    if (queue.length === 0) queues.delete(key)
  }
}
