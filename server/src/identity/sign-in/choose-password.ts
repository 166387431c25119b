import type { z } from 'zod'
import { personNameOf } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { PublicContext, WaitingSession } from '../../platform/context.ts'
import { type Circumstances, inTransaction, type System } from '../../platform/http/system.ts'
import { Refusal, refuseIf } from '../../platform/refusal.ts'
import {
  changePasswordInput,
  findPasswordHash,
  reasonsAgainstNew,
  samePassword,
} from '../passwords/change-password.ts'
import { ownerOfPassword } from '../passwords/password-words.ts'
import { hashPassword, passwordMaxLength, verifyPassword } from '../passwords/passwords.ts'
import { endSessions, renewSession } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'
import { loadActor } from './actor.ts'

export const choosePasswordInput = changePasswordInput.omit({ current: true })
export type ChoosePasswordInput = z.output<typeof choosePasswordInput>

type Waiting = Circumstances & { readonly waiting: WaitingSession }

/**
 * Takes the password that its owner chose in place of one that somebody else had set. The one that was set is not asked for
 * again: the session waits only for minutes after it was opened with it. Other sessions end. The slow hashes run outside any
 * transaction.
 * @returns the fresh secret of the session
 * @throws Refusal `sign_in_needed` where the session has ended meanwhile, and what is wrong with the new password
 */
export async function choosePassword(
  system: System,
  circumstances: Waiting,
  input: ChoosePasswordInput,
): Promise<string> {
  const { accountId, sessionId } = circumstances.waiting
  const { set, owner } = await inTransaction(system, circumstances, 'read', async (c) => ({
    set: await findPasswordHash(c, accountId),
    owner: await ownerOfPassword(c, circumstances.waiting),
  }))
  refuseIf(await reasonsAgainstNew(input, owner))
  if (await verifyPassword(set, input.next.slice(0, passwordMaxLength + 1))) refuseIf([samePassword])
  const passwordHash = await hashPassword(input.next)
  return inTransaction(system, circumstances, 'write', async (c) => {
    const token = await renewSession(c, sessionId)
    if (token === undefined) throw new Refusal('sign_in_needed', {}, { status: 401 })
    await identityDb(c)
      .updateTable('account')
      .set({ password_hash: passwordHash, must_change_password: false, password_expires_at: null })
      .where('id', '=', accountId)
      .execute()
    const endedSessions = await endSessions(c, accountId, sessionId)
    const actor = await ownerOf(c, circumstances.waiting)
    await audit(
      { ...c, actor },
      'account.change-password',
      { kind: 'account', id: accountId },
      { endedSessions, asked: true },
    )
    return token
  })
}

/** Who acts: a session that waits is nobody's yet, but the record names its owner. */
async function ownerOf(c: PublicContext, { accountId, username, sessionId }: WaitingSession) {
  const owner = await identityDb(c)
    .selectFrom('account')
    .select(['person_id as personId', personNameOf('account.person_id').as('personName')])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return loadActor(c, { ...owner, accountId, username, sessionId, holdingId: null, scopes: null }, c.today)
}
