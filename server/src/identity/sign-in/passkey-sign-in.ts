import { audit } from '../../platform/audit/audit.ts'
import { type Circumstances, inTransaction, type System } from '../../platform/http/system.ts'
import { judgePasskey } from '../factors/passkeys.ts'
import { endSessionOf, openSession } from '../sessions/sessions.ts'

/**
 * Opens a session for the owner of the passkey that signed this site's challenge: the device and its PIN, fingerprint or
 * face are two factors in one step. The lock-out for passwords does not apply here.
 * @returns the session's secret, undefined if anything is not valid
 */
export async function signInByPasskey(
  system: System,
  circumstances: Circumstances,
  attempt: {
    readonly response: string
    readonly userAgent: string | null
    readonly previousToken?: string | undefined
  },
): Promise<string | undefined> {
  return inTransaction(system, circumstances, 'write', async (c) => {
    const owner = await judgePasskey(c, attempt.response, { accountId: null })
    if (owner === undefined) {
      await audit(c, 'session.sign-in', null, { factor: 'passkey' }, 'refused')
      return undefined
    }
    if (attempt.previousToken !== undefined) await endSessionOf(c, attempt.previousToken)
    const session = await openSession(c, owner.accountId, attempt.userAgent, 'passkey')
    const payload = { factor: 'passkey', accountId: owner.accountId }
    await audit(c, 'session.sign-in', { kind: 'session', id: session.id }, payload)
    return session.token
  })
}
