import { personNameOf } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { PublicContext } from '../../platform/context.ts'
import { type Circumstances, inTransaction, type System } from '../../platform/http/system.ts'
import {
  type AttemptKey,
  attemptKey,
  type CountedAttempt,
  countOne,
  forgetOldFailures,
  forgiveAttempts,
  oneAtATime,
  recordFailedAttempt,
  returnAttempt,
} from '../passwords/attempts.ts'
import { passwordMaxLength, verifyPassword } from '../passwords/passwords.ts'
import { endSessionOf, forgetOldSessions, letWait, openSession } from '../sessions/sessions.ts'
import { identityDb, type SessionId } from '../tables.ts'
import { foldUsername } from '../username.ts'
import { loadActor } from './actor.ts'
import { waitsForSecondStep } from './second-step.ts'

export interface SignInAttempt {
  readonly username: string
  readonly password: string
  readonly userAgent: string | null
  /** The session that the browser still has: it ends where a new one begins. */
  readonly previousToken?: string | undefined
}

export interface SignedIn {
  readonly sessionId: SessionId
  /** The secret that the browser keeps; the database has its hash. */
  readonly token: string
}

type Found = NonNullable<Awaited<ReturnType<typeof findAccount>>>

/**
 * Opens a session for the right name and password; undefined for everything else, with nothing that tells an unknown name
 * from a wrong password or a locked one. Each attempt is counted as a failure before it is judged and forgiven when it is
 * right, so that a thousand guesses at the same moment are no more than the lock-out allows. The slow hash runs outside any
 * transaction, and always.
 */
export async function signIn(
  system: System,
  circumstances: Circumstances,
  attempt: SignInAttempt,
): Promise<SignedIn | undefined> {
  const username = foldUsername(attempt.username)
  const key = attemptKey(username, circumstances.origin)
  return oneAtATime(key.here, () => judge(system, circumstances, attempt, key))
}

async function judge(
  system: System,
  circumstances: Circumstances,
  attempt: SignInAttempt,
  key: AttemptKey,
): Promise<SignedIn | undefined> {
  const { counted, account } = await inTransaction(system, circumstances, 'write', async (c) => ({
    counted: await countOne(c, key),
    account: await findAccount(c, key.username),
  }))
  const wasOpen = counted.open
  const password = attempt.password.slice(0, passwordMaxLength + 1)
  const right = await verifyPassword(account?.passwordHash, password)
  return inTransaction(system, circumstances, 'write', async (c) => {
    if (wasOpen && right && account !== undefined) return admit(c, key, counted, account, attempt)
    await recordFailedAttempt(c, { action: 'session.sign-in', key, accountId: account?.id, wasOpen })
    return undefined
  })
}

async function findAccount(c: PublicContext, username: string) {
  return identityDb(c)
    .selectFrom('account')
    .select(['id', 'username', 'person_id as personId', 'password_hash as passwordHash'])
    .select(personNameOf('account.person_id').as('personName'))
    .where('username', '=', username)
    .where('disabled_at', 'is', null)
    .where((is) => is.or([is('password_expires_at', 'is', null), is('password_expires_at', '>', c.now)]))
    .executeTakeFirst()
}

/** Where the account has a second factor or must have one, the session waits for it and can do nothing else. */
async function admit(
  c: PublicContext,
  key: AttemptKey,
  counted: CountedAttempt,
  account: Found,
  attempt: SignInAttempt,
): Promise<SignedIn> {
  if (attempt.previousToken !== undefined) await endSessionOf(c, attempt.previousToken)
  const session = await openSession(c, account.id, attempt.userAgent)
  const { id: accountId, username, personId, personName } = account
  const bearer = { accountId, username, personId, personName, holdingId: null, scopes: null }
  const actor = await loadActor(c, { ...bearer, sessionId: session.id }, c.today)
  if (await waitsForSecondStep(c, accountId, actor.grants)) {
    await letWait(c, session.id)
    await returnAttempt(c, key, counted)
    await audit({ ...c, actor }, 'session.first-step', { kind: 'session', id: session.id })
  } else {
    await forgiveAttempts(c, key)
    await audit({ ...c, actor }, 'session.sign-in', { kind: 'session', id: session.id })
  }
  await forgetOldFailures(c)
  await forgetOldSessions(c)
  return { sessionId: session.id, token: session.token }
}
