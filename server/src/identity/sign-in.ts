import { personNameOf } from '../organisation/index.ts'
import { audit } from '../platform/audit.ts'
import type { PublicContext } from '../platform/context.ts'
import { type Circumstances, inTransaction, type System } from '../platform/http/system.ts'
import { loadActor } from './actor.ts'
import { countAttempt, forgetAfterMs } from './lockout.ts'
import { passwordMaxLength, verifyPassword } from './passwords.ts'
import { sha256 } from './secrets.ts'
import { endSessionOf, forgetOldSessions, openSession } from './sessions.ts'
import { identityDb, type SessionId } from './tables.ts'
import { foldUsername } from './username.ts'

export interface SignInAttempt {
  readonly username: string
  readonly password: string
  readonly userAgent: string | null
  /** The session that the browser still has: it ends where a new one begins. */
  readonly previousToken?: string | undefined
}

type Found = NonNullable<Awaited<ReturnType<typeof findAccount>>>

/**
 * Opens a session for the right name and password; undefined for everything else, with nothing that tells an unknown name
 * from a wrong password or a locked one. Each attempt is counted as a failure before it is judged and forgiven when it is
 * right, so that a thousand guesses at the same moment are no more than the lock-out allows. The slow hash runs outside any
 * transaction.
 */
export async function signIn(
  system: System,
  circumstances: Circumstances,
  attempt: SignInAttempt,
): Promise<{ sessionId: SessionId; token: string } | undefined> {
  const username = foldUsername(attempt.username)
  const key = sha256(username)
  const { open, account } = await inTransaction(system, circumstances, 'write', async (c) => ({
    open: await takeAttempt(c, key),
    account: await findAccount(c, username),
  }))
  const password = attempt.password.slice(0, passwordMaxLength + 1)
  const right = await verifyPassword(account?.passwordHash, password)
  return inTransaction(system, circumstances, 'write', async (c) => {
    if (!open || !right || account === undefined) {
      await recordFailure(c, key, account, open)
      return undefined
    }
    return admit(c, key, account, attempt)
  })
}

async function findAccount(c: PublicContext, username: string) {
  return identityDb(c)
    .selectFrom('account')
    .select(['id', 'username', 'person_id as personId', 'password_hash as passwordHash'])
    .select(personNameOf('account.person_id').as('personName'))
    .where('username', '=', username)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Counts the attempt as failed under the lock of its row. @returns whether it may be judged */
async function takeAttempt(c: PublicContext, key: string): Promise<boolean> {
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
  const { open, after } = countAttempt(row ?? null, c.now)
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
  return open
}

async function recordFailure(
  c: PublicContext,
  key: string,
  account: Found | undefined,
  wasOpen: boolean,
): Promise<void> {
  const row = await identityDb(c)
    .selectFrom('sign_in_failure')
    .select(['failures', 'locked_until'])
    .where('username_sha256', '=', key)
    .executeTakeFirst()
  // A name that nobody has may be a password in the wrong field: only its hash is kept.
  const object = account === undefined ? null : { kind: 'account', id: account.id }
  const name = account === undefined ? { usernameSha256: key } : {}
  await audit(
    c,
    'session.sign-in',
    object,
    { ...name, failures: row?.failures ?? 0, whileLocked: !wasOpen },
    'refused',
  )
  if (wasOpen && row?.locked_until != null)
    await audit(c, 'account.lock', object, { ...name, until: row.locked_until.toISOString() })
}

async function admit(c: PublicContext, key: string, account: Found, attempt: SignInAttempt) {
  if (attempt.previousToken !== undefined) await endSessionOf(c, attempt.previousToken)
  const session = await openSession(c, account.id, attempt.userAgent)
  const actor = await loadActor(
    c,
    {
      accountId: account.id,
      username: account.username,
      personId: account.personId,
      personName: account.personName,
      holdingId: null,
      sessionId: session.id,
      scopes: null,
    },
    c.today,
  )
  await identityDb(c).deleteFrom('sign_in_failure').where('username_sha256', '=', key).execute()
  await audit({ ...c, actor }, 'session.sign-in', { kind: 'session', id: session.id })
  await forgetOldFailures(c)
  await forgetOldSessions(c)
  return { sessionId: session.id, token: session.token }
}

/** Names are typed without end, also those that nobody has: what has passed is dropped, a few at a time. */
async function forgetOldFailures(c: PublicContext): Promise<void> {
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
