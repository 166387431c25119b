import { audit } from '../../platform/audit/audit.ts'
import { type Circumstances, inTransaction, type System } from '../../platform/http/system.ts'
import { judgePasskey } from '../factors/passkeys.ts'
import { endSessionOf, openSession } from '../sessions/sessions.ts'

/**
 * Opens a session for whoever's passkey signed what this site asked: the device and its PIN, finger or face are two
 * factors in one step. Knocking at the password keeps nobody out here.
 * @returns the session's secret, undefined for everything that is not right
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
