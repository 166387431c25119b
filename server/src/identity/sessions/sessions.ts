import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Actor, Context, PublicContext } from '../../platform/context.ts'
import { id } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { identityDb, type SessionId } from '../tables.ts'
import { newSecret, sha256 } from './secrets.ts'

const minuteMs = 60_000

/** A session ends after this much silence: a desk that was left. */
export const idleMs = 60 * minuteMs

/** And in any case after this: nobody's working day is longer. */
export const absoluteMs = 12 * 60 * minuteMs

/** That a session is alive is written down at most so often. */
export const touchMs = minuteMs

/** The maximum number of open sessions of one account; a new one ends the one that was idle longest. */
export const sessionsAtMost = 10

// Long enough to see where one was signed in last month; then the addresses are nobody's business.
const keptMs = 30 * 24 * 60 * minuteMs

/** A session between the password and the second step lasts so long. */
export const waitingMs = 10 * minuteMs

/** What somebody proved themselves with besides the password; `provider` where the outside one saw to it. */
export type SecondFactor = 'totp' | 'recovery' | 'passkey' | 'provider'

/** Opens a session under a fresh secret, which only the browser gets to keep. */
export async function openSession(
  c: Pick<PublicContext, 'db' | 'now' | 'origin'>,
  accountId: string,
  userAgent: string | null,
  secondFactor: SecondFactor | null = null,
): Promise<{ id: SessionId; token: string }> {
  const sessionId = newId<'session'>()
  const token = newSecret()
  await identityDb(c)
    .insertInto('session')
    .values({
      id: sessionId,
      token_sha256: sha256(token),
      account_id: accountId,
      created_at: c.now,
      last_seen_at: c.now,
      authenticated_at: c.now,
      second_factor: secondFactor,
      expires_at: new Date(c.now.getTime() + absoluteMs),
      source_address: c.origin.address,
      user_agent: userAgent?.slice(0, 300) ?? null,
    })
    .execute()
  await endSilentSessions(c, accountId)
  await identityDb(c)
    .updateTable('account')
    .set({ last_sign_in_at: c.now })
    .where('id', '=', accountId)
    .execute()
  return { id: sessionId, token }
}

async function endSilentSessions(c: Pick<PublicContext, 'db' | 'now'>, accountId: string): Promise<void> {
  const db = identityDb(c)
  await db
    .updateTable('session')
    .set({ ended_at: c.now })
    .where('id', 'in', (from) =>
      from
        .selectFrom('session')
        .select('id')
        .where('account_id', '=', accountId)
        .where('ended_at', 'is', null)
        .where('expires_at', '>', c.now)
        .orderBy('last_seen_at', 'desc')
        .orderBy('id', 'desc')
        .offset(sessionsAtMost),
    )
    .execute()
}

/** Leaves a session that waits for its second step a short time for it. */
export async function letWait(c: Pick<PublicContext, 'db' | 'now'>, sessionId: string): Promise<void> {
  await identityDb(c)
    .updateTable('session')
    .set({ expires_at: new Date(c.now.getTime() + waitingMs) })
    .where('id', '=', sessionId)
    .execute()
}

/**
 * Notes that the owner of a session has proved who they are, and gives it a fresh secret: what somebody may have got hold of
 * before opens nothing that was opened now.
 * @returns the secret; undefined where the session has ended meanwhile
 */
export async function renewSession(
  c: Pick<PublicContext, 'db' | 'now'>,
  sessionId: string,
  passed: { readonly secondFactor?: SecondFactor } = {},
): Promise<string | undefined> {
  const token = newSecret()
  const { secondFactor } = passed
  const { numUpdatedRows } = await identityDb(c)
    .updateTable('session')
    .set({ token_sha256: sha256(token), authenticated_at: c.now })
    .$if(secondFactor !== undefined, (update) =>
      update.set({
        second_factor: secondFactor as SecondFactor,
        expires_at: new Date(c.now.getTime() + absoluteMs),
      }),
    )
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', c.now)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? token : undefined
}

/** Ends sessions of an account: all of them, or all but the one in use. @returns how many were open */
export async function endSessions(
  c: Pick<PublicContext, 'db' | 'now'>,
  accountId: string,
  except?: string | undefined,
): Promise<number> {
  const ended = await identityDb(c)
    .updateTable('session')
    .set({ ended_at: c.now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(except !== undefined, (query) => query.where('id', '!=', except as string))
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** Ends the session of a secret, if there is one. */
export async function endSessionOf(c: Pick<PublicContext, 'db' | 'now'>, token: string): Promise<void> {
  await identityDb(c)
    .updateTable('session')
    .set({ ended_at: c.now })
    .where('token_sha256', '=', sha256(token))
    .where('ended_at', 'is', null)
    .execute()
}

/** The session of a person. @throws Refusal `session_needed` for a machine */
export function requireSession(actor: Actor): string {
  if (actor.sessionId === undefined) throw new Refusal('session_needed', {}, { status: 403 })
  return actor.sessionId
}

export const endSessionInput = z.strictObject({ sessionId: id() })
export type EndSessionInput = z.output<typeof endSessionInput>

/** Ends one of one's own sessions, wherever it is open. @throws Refusal `not_found` */
export async function endSession(c: Context, { sessionId }: EndSessionInput): Promise<{ sessionId: string }> {
  const ended = await identityDb(c)
    .updateTable('session')
    .set({ ended_at: c.now })
    .where('id', '=', sessionId)
    .where('account_id', '=', c.actor.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw notFound('session')
  await audit(c, 'session.end', { kind: 'session', id: sessionId })
  return { sessionId }
}

export const endOtherSessionsInput = z.strictObject({})

/** Ends every session of one's own but the one in use. @throws Refusal `session_needed` for a machine */
export async function endOtherSessions(c: Context): Promise<{ endedSessions: number }> {
  const { accountId } = c.actor
  const endedSessions = await endSessions(c, accountId, requireSession(c.actor))
  await audit(c, 'session.end-others', { kind: 'account', id: accountId }, { endedSessions })
  return { endedSessions }
}

/** Whether the session that the request came in was opened at the outside provider, where another one then goes on. */
export async function isOpenedOutside(c: Context): Promise<boolean> {
  const row = await identityDb(c)
    .selectFrom('session')
    .select('outside_identity_id')
    .where('id', '=', c.actor.sessionId ?? null)
    .executeTakeFirst()
  return row !== undefined && row.outside_identity_id !== null
}

/** Ends the session that the request came in. */
export async function signOut(c: Context): Promise<void> {
  const { sessionId } = c.actor
  if (sessionId === undefined) return
  const ended = await identityDb(c)
    .updateTable('session')
    .set({ ended_at: c.now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows > 0n) await audit(c, 'session.end', { kind: 'session', id: sessionId })
}

/** Forgets sessions that ended long ago, a few at a time. */
export async function forgetOldSessions(c: Pick<PublicContext, 'db' | 'now'>): Promise<void> {
  const db = identityDb(c)
  await db
    .deleteFrom('session')
    .where('id', 'in', (from) =>
      from
        .selectFrom('session')
        .select('id')
        .where('expires_at', '<', new Date(c.now.getTime() - keptMs))
        .limit(100)
        .forUpdate()
        .skipLocked(),
    )
    .execute()
}
