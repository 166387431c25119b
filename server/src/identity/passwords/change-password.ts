import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Actor, PublicContext } from '../../platform/context.ts'
import { type Circumstances, inTransaction, type System } from '../../platform/http/system.ts'
import { type Reason, Refusal, refuseIf } from '../../platform/refusal.ts'
import { endSessions, renewSession, requireSession } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'
import { attemptKey, forgiveAttempts, recordFailedAttempt, takeAttempt } from './attempts.ts'
import { reasonsAgainstPassword } from './password-rules.ts'
import { ownerOfPassword, type PasswordOwner } from './password-words.ts'
import { hashPassword, passwordMaxLength, verifyPassword } from './passwords.ts'

const typed = () => z.string().min(1, 'error.required')

export const changePasswordInput = z.object({ current: typed(), next: typed(), again: typed() })
export type ChangePasswordInput = z.output<typeof changePasswordInput>

/**
 * Changes the user's own password and ends their other sessions. The current password is required, and counted like a
 * sign-in attempt: an unlocked desk must not allow guessing. The slow hashes run outside any transaction.
 * @returns the new secret of the session, so that the old one is worthless if it leaked
 * @throws Refusal `password_wrong`, and the errors of the new password
 */
export async function changePassword(
  system: System,
  circumstances: Circumstances & { readonly actor: Actor },
  input: ChangePasswordInput,
): Promise<string> {
  const { actor } = circumstances
  const sessionId = requireSession(actor)
  const owner = await inTransaction(system, circumstances, 'read', (c) => ownerOfPassword(c, actor))
  refuseIf(await reasonsAgainst(input, owner))
  const key = attemptKey(actor.username, circumstances.origin)
  const { wasOpen, passwordHash } = await inTransaction(system, circumstances, 'write', async (c) => ({
    wasOpen: await takeAttempt(c, key),
    passwordHash: await findPasswordHash(c, actor.accountId),
  }))
  const right = await verifyPassword(passwordHash, input.current.slice(0, passwordMaxLength + 1))
  if (!wasOpen || !right) {
    const failed = { action: 'account.change-password', key, accountId: actor.accountId, wasOpen }
    await inTransaction(system, circumstances, 'write', (c) => recordFailedAttempt(c, failed))
    throw new Refusal('password_wrong', {}, { reasons: [{ code: 'password_wrong', field: 'current' }] })
  }
  const nextHash = await hashPassword(input.next)
  return inTransaction(system, circumstances, 'write', async (c) => {
    const token = await renewSession(c, sessionId)
    if (token === undefined) throw new Refusal('sign_in_needed', {}, { status: 401 })
    await identityDb(c)
      .updateTable('account')
      .set({ password_hash: nextHash, must_change_password: false, password_expires_at: null })
      .where('id', '=', actor.accountId)
      .execute()
    await forgiveAttempts(c, key)
    const endedSessions = await endSessions(c, actor.accountId, sessionId)
    await audit(c, 'account.change-password', { kind: 'account', id: actor.accountId }, { endedSessions })
    return token
  })
}

async function reasonsAgainst(input: ChangePasswordInput, owner: PasswordOwner): Promise<Reason[]> {
  const reasons = await reasonsAgainstNew(input, owner)
  if (input.next === input.current) reasons.unshift(samePassword)
  return reasons
}

export const samePassword: Reason = { code: 'error.password_same', field: 'next' }

/** What is wrong with a new password that was typed twice. */
export async function reasonsAgainstNew(
  { next, again }: Pick<ChangePasswordInput, 'next' | 'again'>,
  owner: PasswordOwner,
): Promise<Reason[]> {
  const reasons = [...(await reasonsAgainstPassword('next', next, owner))]
  if (next !== again) reasons.push({ code: 'error.password_differs', field: 'again' })
  return reasons
}

export async function findPasswordHash(c: PublicContext, accountId: string): Promise<string | undefined> {
  const row = await identityDb(c)
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.password_hash
}
