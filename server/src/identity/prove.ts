import { audit } from '../platform/audit/audit.ts'
import type { Actor, PublicContext } from '../platform/context.ts'
import { type FormValues, textValue } from '../platform/http/form.ts'
import { inTransaction, type ProvedBy, type Proving } from '../platform/http/system.ts'
import { Refusal } from '../platform/refusal.ts'
import { spendCode } from './factors/spend-code.ts'
import { proofPage } from './pages/proof.tsx'
import {
  attemptKey,
  forgiveAttempts,
  oneAtATime,
  recordFailedAttempt,
  takeAttempt,
} from './passwords/attempts.ts'
import { passwordMaxLength, verifyPassword } from './passwords/passwords.ts'
import { sessionCookie } from './sessions/cookies.ts'
import { renewSession, requireSession } from './sessions/sessions.ts'
import { judgeShown } from './sign-in/second-step.ts'
import { identityDb } from './tables.ts'

/** How a signed-in user authenticates again: by password, code, or passkey. */
export const proving: Proving = { page: proofPage, prove }

const action = 'session.prove'

async function prove(by: ProvedBy, actor: Actor, proof: FormValues): Promise<Date> {
  const sessionId = requireSession(actor)
  // Nothing can follow that would need the proof.
  if (actor.emergency !== undefined) throw new Refusal('emergency_reads_only', {}, { status: 403 })
  const passkey = textValue(proof, 'passkey')
  const renew = async (c: PublicContext) => {
    const token = await renewSession(c, sessionId)
    if (token !== undefined) await audit(c, action, { kind: 'session', id: sessionId })
    return token === undefined ? undefined : { token, provedAt: c.now }
  }
  const { system, circumstances } = by
  const proved = await oneAtATime(attemptKey(actor.username, circumstances.origin).here, () => {
    if (passkey !== '') return judgeShown(system, circumstances, actor, { passkey }, action, renew)
    return judgeTyped(by, actor, textValue(proof, 'password'), renew)
  })
  if (proved === undefined) throw new Refusal('proof_wrong', {}, { status: 403 })
  by.setCookie(sessionCookie(system), proved.token)
  return proved.provedAt
}

/** The password, or a code where it is not that: one field takes both, and each try is counted once. */
async function judgeTyped<Result>(
  { system, circumstances }: ProvedBy,
  { accountId, username }: Actor,
  typed: string,
  right: (c: PublicContext) => Promise<Result>,
): Promise<Result | undefined> {
  const key = attemptKey(username, circumstances.origin)
  const { wasOpen, account } = await inTransaction(system, circumstances, 'write', async (c) => ({
    wasOpen: await takeAttempt(c, key),
    account: await identityDb(c)
      .selectFrom('account')
      .select('password_hash')
      .where('id', '=', accountId)
      .executeTakeFirst(),
  }))
  const isPassword = await verifyPassword(account?.password_hash, typed.slice(0, passwordMaxLength + 1))
  return inTransaction(system, circumstances, 'write', async (c) => {
    if (wasOpen && (isPassword || (await spendCode(c, accountId, typed)) !== undefined)) {
      await forgiveAttempts(c, key)
      return right(c)
    }
    await recordFailedAttempt(c, { action, key, accountId, wasOpen })
    return undefined
  })
}
