import { z } from 'zod'
import { audit } from '../platform/audit.ts'
import type { Context, PublicContext } from '../platform/context.ts'
import { text } from '../platform/fields.ts'
import { refuseIf } from '../platform/refusal.ts'
import { type AccountRecord, getAdministeredAccount } from './account.ts'
import { forgiveAttempts } from './attempts.ts'
import { hashPassword, reasonsAgainstPassword } from './passwords.ts'
import { sha256 } from './secrets.ts'
import { endSessions } from './sessions.ts'
import { identityDb } from './tables.ts'

export const setPasswordInput = z.strictObject({
  username: text(100),
  password: z.string().min(1, 'error.required'),
})
export type SetPasswordInput = z.output<typeof setPasswordInput>

/** Gives another person's account a password, unlocks its name and ends all its sessions. */
export async function setPassword(c: Context, input: SetPasswordInput): Promise<{ username: string }> {
  const account = await getAdministeredAccount(c, 'account.set-password', input.username)
  await savePassword(c, account, input.password)
  return { username: account.username }
}

/** The same without asking for permission: for whoever runs the server. */
export async function savePassword(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  account: AccountRecord,
  password: string,
): Promise<void> {
  refuseIf(reasonsAgainstPassword('password', password, account.username))
  await identityDb(c)
    .updateTable('account')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', account.id)
    .execute()
  await forgiveAttempts(c, sha256(account.username))
  const endedSessions = await endSessions(c, account.id)
  await audit(c, 'account.set-password', { kind: 'account', id: account.id }, { endedSessions })
}
