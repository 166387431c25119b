import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Actor, PublicContext } from '../../platform/context.ts'
import { type Circumstances, inTransaction, type System } from '../../platform/http/system.ts'
import { Refusal, refuseIf } from '../../platform/refusal.ts'
import { getAccountForUpdate } from '../account.ts'
import { hasPassword } from '../factors/factors.ts'
import { findPasswordHash, reasonsAgainstNew, samePassword } from '../passwords/change-password.ts'
import { ownerOfPassword } from '../passwords/password-words.ts'
import { hashPassword, passwordMaxLength, verifyPassword } from '../passwords/passwords.ts'
import { sha256 } from '../sessions/secrets.ts'
import { endSessions, renewSession, requireSession } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'

export const activateAccountInput = z.object({
  code: z.string().trim().min(1, 'error.required').max(100, 'error.too_long'),
  /** Not asked where the account has no password. */
  next: z.string().default(''),
  again: z.string().default(''),
})
export type ActivateAccountInput = z.output<typeof activateAccountInput>

/**
 * Accepts the code that a second person gave to the owner of an account opened by someone else. The owner chooses a new
 * password with it and every other session ends: the person who opened the account may have signed in before the owner,
 * and can no longer use anything they learned.
 * @returns the new secret of the session
 * @throws Refusal `activation_wrong`, and the errors of the new password
 */
export async function activateAccount(
  system: System,
  circumstances: Circumstances & { readonly actor: Actor },
  input: ActivateAccountInput,
): Promise<string> {
  const { actor } = circumstances
  const sessionId = requireSession(actor)
  const typed = sha256(input.code.toLowerCase())
  const { owner, asksPassword, before } = await inTransaction(system, circumstances, 'read', async (c) => {
    await requireCode(c, actor.accountId, typed)
    return {
      owner: await ownerOfPassword(c, actor),
      asksPassword: await hasPassword(c, actor.accountId),
      before: await findPasswordHash(c, actor.accountId),
    }
  }).catch((error: unknown) => recordWrong(system, circumstances, error))
  if (asksPassword) {
    refuseIf(await reasonsAgainstNew(input, owner))
    if (await verifyPassword(before, input.next.slice(0, passwordMaxLength + 1))) refuseIf([samePassword])
  }
  const passwordHash = asksPassword ? await hashPassword(input.next) : null
  return inTransaction(system, circumstances, 'write', async (c) => {
    // Somebody may open the account to another at this very moment: the code is void then.
    await getAccountForUpdate(c, actor.username)
    const { confirmedBy } = await requireCode(c, actor.accountId, typed)
    await identityDb(c)
      .updateTable('way_in')
      .set({ confirmed_by: confirmedBy, confirmed_at: c.now })
      .where('account_id', '=', actor.accountId)
      .where('confirmed_at', 'is', null)
      .execute()
    await identityDb(c)
      .updateTable('account')
      .set({ activation_sha256: null, activation_by: null, activation_expires_at: null })
      .$if(passwordHash !== null, (update) =>
        update.set({
          password_hash: passwordHash as string,
          must_change_password: false,
          password_expires_at: null,
        }),
      )
      .where('id', '=', actor.accountId)
      .execute()
    const endedSessions = await endSessions(c, actor.accountId, sessionId)
    const token = await renewSession(c, sessionId)
    if (token === undefined) throw new Refusal('sign_in_needed', {}, { status: 401 })
    await audit(
      c,
      'account.activate',
      { kind: 'account', id: actor.accountId },
      { confirmedBy, endedSessions },
    )
    return token
  })
}

async function requireCode(c: PublicContext, accountId: string, typed: string) {
  const row = await identityDb(c)
    .selectFrom('account')
    .select('activation_by as confirmedBy')
    .where('id', '=', accountId)
    .where('activation_sha256', '=', typed)
    .where('activation_expires_at', '>', c.now)
    .executeTakeFirst()
  if (row === undefined)
    throw new Refusal('activation_wrong', {}, { reasons: [{ code: 'activation_wrong', field: 'code' }] })
  return row
}

/** A wrong code is an event: somebody may be in an account that is not their. */
async function recordWrong(
  system: System,
  circumstances: Circumstances & { readonly actor: Actor },
  error: unknown,
): Promise<never> {
  if (error instanceof Refusal && error.code === 'activation_wrong')
    await inTransaction(system, circumstances, 'write', (c) =>
      audit(c, 'account.activate', { kind: 'account', id: circumstances.actor.accountId }, {}, 'refused'),
    )
  throw error
}
