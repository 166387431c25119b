import { audit } from '../../platform/audit/audit.ts'
import type { PublicContext } from '../../platform/context.ts'
import { addressOf } from '../../platform/http/of-one.ts'
import { Refusal } from '../../platform/refusal.ts'
import { sha256 } from '../sessions/secrets.ts'
import { identityDb } from '../tables.ts'
import { countAttempt, type FailureCount, forgetAfterMs, freeFailuresAnywhere } from './lockout.ts'

/** Under what attempts are counted: the name that was typed and the address that it came from. */
export interface AttemptKey {
  readonly username: string
  /** The row of name and address. */
  readonly here: string
  /** The row of the name, whatever the address. */
  readonly anywhere: string
}

/** By name and address, so that an attacker who knows a name can lock it only for their own address. */
export function attemptKey(
  username: string,
  { address }: Pick<PublicContext['origin'], 'address'>,
): AttemptKey {
  const anywhere = sha256(username)
  const from = sha256(address === null ? '' : addressOf({ ip: address }))
  return { username, anywhere, here: `${anywhere}.${from}` }
}

/** Counts the attempt as failed under the lock of its row, before it is judged. @returns whether it may be judged */
export async function takeAttempt(c: PublicContext, key: AttemptKey): Promise<boolean> {
  return (await countOne(c, key)).open
}

/** An attempt as it was counted, so that it can be given back. */
export interface CountedAttempt {
  readonly open: boolean
  readonly before: FailureCount | null
  readonly after: FailureCount
}

/** The same, for an attempt that may turn out to be half of a right one. */
export async function countOne(c: PublicContext, key: AttemptKey): Promise<CountedAttempt> {
  const everywhere = await identityDb(c)
    .selectFrom('sign_in_failure')
    .select('locked_until')
    .where('username_sha256', '=', key.anywhere)
    .executeTakeFirst()
  const before = await failuresForUpdate(c, key.here)
  const isLocked = everywhere?.locked_until != null && everywhere.locked_until > c.now
  const { open, after } = countAttempt(before, c.now)
  if (isLocked) return { open: false, before, after: before ?? after }
  if (open) await saveFailures(c, key.here, after)
  return { open, before, after }
}

async function failuresForUpdate(c: PublicContext, row: string): Promise<FailureCount | null> {
  const db = identityDb(c)
  await db
    .insertInto('sign_in_failure')
    .values({ username_sha256: row, failures: 0, last_failed_at: c.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const found = await db
    .selectFrom('sign_in_failure')
    .select(['failures', 'last_failed_at as lastFailedAt', 'locked_until as lockedUntil'])
    .where('username_sha256', '=', row)
    .forUpdate()
    .executeTakeFirst()
  return found ?? null
}

async function saveFailures(c: PublicContext, row: string, after: FailureCount): Promise<void> {
  await identityDb(c)
    .updateTable('sign_in_failure')
    .set({
      failures: after.failures,
      last_failed_at: after.lastFailedAt,
      locked_until: after.lockedUntil,
    })
    .where('username_sha256', '=', row)
    .execute()
}

/**
 * Undoes the count of a correct password that waits for its second step. It does not reset the rest: otherwise anyone who
 * knows the password could guess codes without limit. If there was another failure meanwhile, nothing is undone.
 */
export async function returnAttempt(
  c: PublicContext,
  { here }: AttemptKey,
  counted: CountedAttempt,
): Promise<void> {
  await identityDb(c)
    .updateTable('sign_in_failure')
    .set({
      failures: counted.after.failures - 1,
      last_failed_at: counted.before?.lastFailedAt ?? c.now,
      locked_until: counted.before?.lockedUntil ?? null,
    })
    .where('username_sha256', '=', here)
    .where('failures', '=', counted.after.failures)
    .execute()
}

/** Forgets the failures of a name from this address, because a right password came from it. */
export async function forgiveAttempts(c: Pick<PublicContext, 'db'>, { here }: AttemptKey): Promise<void> {
  await identityDb(c).deleteFrom('sign_in_failure').where('username_sha256', '=', here).execute()
}

/** Forgets all failures of a name, because its password or its factors are others now. */
export async function forgiveName(c: Pick<PublicContext, 'db'>, username: string): Promise<void> {
  const name = sha256(username)
  await identityDb(c)
    .deleteFrom('sign_in_failure')
    .where((is) => is.or([is('username_sha256', '=', name), is('username_sha256', 'like', `${name}.%`)]))
    .execute()
}

/** Records an attempt that was turned away, and the lock that it brought about, here or everywhere. */
export async function recordFailedAttempt(
  c: PublicContext,
  failed: {
    readonly action: string
    readonly key: AttemptKey
    readonly accountId: string | undefined
    readonly wasOpen: boolean
  },
): Promise<void> {
  const { here, anywhere, username } = failed.key
  const row = await identityDb(c)
    .selectFrom('sign_in_failure')
    .select(['failures', 'locked_until'])
    .where('username_sha256', '=', here)
    .executeTakeFirst()
  // A name that nobody has may be a password in the wrong field: only its hash under our key is kept, which nobody can guess at.
  const object = failed.accountId === undefined ? null : { kind: 'account', id: failed.accountId }
  const name =
    failed.accountId === undefined ? { usernameHmac: c.secretKeys.keyedHash('typed-name', username) } : {}
  const payload = { ...name, failures: row?.failures ?? 0, whileLocked: !failed.wasOpen }
  await audit(c, failed.action, object, payload, 'refused')
  if (!failed.wasOpen) return
  const { after } = countAttempt(await failuresForUpdate(c, anywhere), c.now, freeFailuresAnywhere)
  await saveFailures(c, anywhere, after)
  const until = [row?.locked_until, after.lockedUntil].find((one) => one != null)
  if (until != null) await audit(c, 'account.lock', object, { ...name, until: until.toISOString() })
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
// // No user signs in this often at once; a flood is rejected before any hashing.
const longestQueue = 50

/**
 * Judges the attempts of one name from one address one after the other in this process. Counted before they are judged, five right passwords
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
