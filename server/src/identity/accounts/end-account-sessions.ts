import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { text } from '../../platform/http/fields.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getAdministeredAccount } from '../account.ts'
import { tellOwner } from '../account-notices.ts'
import { endSessions } from '../sessions/sessions.ts'

export const endAccountSessionsInput = z.strictObject({ username: text(100), reason: text(500) })
export type EndAccountSessionsInput = z.output<typeof endAccountSessionsInput>

/**
 * Ends every session of another person's account, wherever it is open, and tells its owner why. Password, factors and
 * tokens stay: for a computer that was lost or left open, not for an account that somebody else has got hold of.
 * @throws Refusal `own_sessions`
 */
export async function endAccountSessions(
  c: Context,
  input: EndAccountSessionsInput,
): Promise<{ username: string; endedSessions: number }> {
  const account = await getAdministeredAccount(c, 'account.end-sessions', input.username)
  if (account.id === c.actor.accountId) throw new Refusal('own_sessions', {}, { status: 403 })
  const endedSessions = await endSessions(c, account.id)
  const { reason } = input
  await audit(c, 'account.end-sessions', { kind: 'account', id: account.id }, { reason, endedSessions })
  await tellOwner(c, account.id, 'sessions_ended', { reason, by: c.actor.personName })
  return { username: account.username, endedSessions }
}
