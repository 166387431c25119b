import type { PublicContext } from '../../platform/context.ts'
import { tellOwner } from '../account-notices.ts'
import { sha256 } from '../sessions/secrets.ts'
import { identityDb } from '../tables.ts'
import { countRecoveryCodes, foldRecoveryCode, looksLikeRecoveryCode } from './recovery-codes.ts'
import { stepOf } from './totp.ts'
import { readTotpSecret, underCurrentKey } from './totp-secret.ts'

type Spending = Pick<PublicContext, 'db' | 'now' | 'secretKeys'>

/**
 * Takes a code of the application, or a recovery code, and uses it up: of two that come at the same moment one is right.
 * @returns what it was, undefined where it is wrong or was used before
 * @throws Refusal `factor_unreadable` where a code of the application cannot be judged for want of the key
 */
export async function spendCode(
  c: Spending,
  accountId: string,
  typed: string,
): Promise<'totp' | 'recovery' | undefined> {
  if (looksLikeRecoveryCode(typed))
    return (await spendRecoveryCode(c, accountId, typed)) ? 'recovery' : undefined
  const code = typed.replace(/\s/g, '')
  return /^\d{6}$/.test(code) && (await spendTotp(c, accountId, code)) ? 'totp' : undefined
}

async function spendTotp(c: Spending, accountId: string, code: string): Promise<boolean> {
  const factor = await identityDb(c)
    .selectFrom('totp_factor')
    .select(['secret_encrypted as encrypted', 'last_used_step'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (factor === undefined) return false
  const secret = readTotpSecret(c, accountId, factor.encrypted)
  const step = stepOf(secret, code, c.now, Number(factor.last_used_step))
  if (step === null) return false
  // Judged again in the row itself: another request may have used it since.
  const { numUpdatedRows } = await identityDb(c)
    .updateTable('totp_factor')
    .set({ last_used_step: step, ...underCurrentKey(c, accountId, { secret, encrypted: factor.encrypted }) })
    .where('account_id', '=', accountId)
    .where('secret_encrypted', '=', factor.encrypted)
    .where('last_used_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function spendRecoveryCode(c: Spending, accountId: string, typed: string): Promise<boolean> {
  const { numUpdatedRows } = await identityDb(c)
    .updateTable('recovery_code')
    .set({ used_at: c.now })
    .where('account_id', '=', accountId)
    .where('code_sha256', '=', sha256(foldRecoveryCode(typed)))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tellOwner(c, accountId, 'recovery_used', { left: await countRecoveryCodes(c, accountId) })
  return true
}
