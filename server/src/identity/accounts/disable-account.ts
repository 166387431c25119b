import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { text } from '../../platform/http/fields.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getAdministeredAccount } from '../account.ts'
import { endSessions } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'

export const disableAccountInput = z.strictObject({ username: text(100), reason: text(500) })
export type DisableAccountInput = z.output<typeof disableAccountInput>

/** Closes an account at once: its sessions end, its tokens open nothing. What it did stays. */
export async function disableAccount(c: Context, input: DisableAccountInput): Promise<{ username: string }> {
  const account = await getAdministeredAccount(c, 'account.disable', input.username)
  if (account.id === c.actor.accountId) throw new Refusal('own_account', {}, { status: 403 })
  if (account.disabledAt !== null)
    throw new Refusal('account_disabled', { username: account.username }, { status: 409 })
  await identityDb(c)
    .updateTable('account')
    .set({ disabled_at: c.now })
    .where('id', '=', account.id)
    .execute()
  const endedSessions = await endSessions(c, account.id)
  await audit(
    c,
    'account.disable',
    { kind: 'account', id: account.id },
    { reason: input.reason, endedSessions },
  )
  return { username: account.username }
}

export const enableAccountInput = z.strictObject({ username: text(100) })
export type EnableAccountInput = z.output<typeof enableAccountInput>

/** Opens a closed account again, with the password it had. */
export async function enableAccount(c: Context, input: EnableAccountInput): Promise<{ username: string }> {
  const account = await getAdministeredAccount(c, 'account.enable', input.username)
  if (account.disabledAt === null)
    throw new Refusal('account_not_disabled', { username: account.username }, { status: 409 })
  await identityDb(c).updateTable('account').set({ disabled_at: null }).where('id', '=', account.id).execute()
  await audit(c, 'account.enable', { kind: 'account', id: account.id })
  return { username: account.username }
}
