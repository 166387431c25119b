import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { text } from '../../platform/http/fields.ts'
import { Refusal, refuseIf } from '../../platform/refusal.ts'
import { type AccountRecord, getAdministeredAccount } from '../account.ts'
import { tellOwner } from '../account-notices.ts'
import { tellInspectors, whoAndBy } from '../second-person/tell-inspectors.ts'
import { firstPasswordEnds, recordWaysIn } from '../second-person/ways-in.ts'
import { endSessions } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'
import { forgiveName } from './attempts.ts'
import { reasonsAgainstPassword } from './password-rules.ts'
import { wordsAround } from './password-words.ts'
import { hashPassword, makePassword } from './passwords.ts'

export const setPasswordInput = z.strictObject({
  username: text(100),
  /** Missing: one is made up and given back once. */
  password: z.string().min(1, 'error.required').nullish(),
})
export type SetPasswordInput = z.output<typeof setPasswordInput>

/** What was made up, to be shown once; null where the caller chose it themselves. */
export interface PasswordSet {
  readonly username: string
  readonly password: string | null
}

/**
 * Gives another person's account a password, unlocks its name and ends all its sessions. Two know it then, so that its owner
 * is asked for another one as soon as they sign in.
 */
export async function setPassword(c: Context, input: SetPasswordInput): Promise<PasswordSet> {
  const account = await getAdministeredAccount(c, 'account.set-password', input.username)
  // One's own is changed with the one in use: a desk that was left must not be a way around it.
  if (account.id === c.actor.accountId) throw new Refusal('own_password', {}, { status: 403 })
  const madeUp = input.password == null ? makePassword() : null
  await savePassword(c, account, input.password ?? madeUp ?? '')
  return { username: account.username, password: madeUp }
}

/** The same without a permission check: for the operator of the server. */
export async function savePassword(
  c: Pick<PublicContext, 'db' | 'now' | 'today' | 'origin' | 'actor'>,
  account: AccountRecord,
  password: string,
): Promise<void> {
  const owner = { username: account.username, words: await wordsAround(c, account.personId) }
  refuseIf(await reasonsAgainstPassword('password', password, owner))
  await identityDb(c)
    .updateTable('account')
    .set({
      password_hash: await hashPassword(password),
      must_change_password: true,
      password_expires_at: firstPasswordEnds(c.now),
    })
    .where('id', '=', account.id)
    .execute()
  await forgiveName(c, account.username)
  const endedSessions = await endSessions(c, account.id)
  await recordWaysIn(c, [account.id], 'password')
  await audit(c, 'account.set-password', { kind: 'account', id: account.id }, { endedSessions })
  const told = whoAndBy(c, account)
  await tellOwner(c, account.id, 'password_set', told)
  await tellInspectors(c, account.personId, 'seen_password_set', told)
}
