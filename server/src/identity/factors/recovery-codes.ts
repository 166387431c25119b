import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { PublicContext } from '../../platform/context.ts'
import { sha256 } from '../sessions/secrets.ts'
import { identityDb } from '../tables.ts'

/** So many are given at once. */
export const recoveryCodes = 10

// No letter that looks like a digit, and none that is easily taken for another (Crockford's base 32).
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 4
const groupLength = 6

/** A code of 120 random bits, in groups that can be read out. */
function newRecoveryCode(): string {
  const letters = [...randomBytes(groups * groupLength)].map((byte) => signs[byte % 32])
  return Array.from({ length: groups }, (_, at) =>
    letters.slice(at * groupLength, (at + 1) * groupLength).join(''),
  ).join('-')
}

/** What was typed, as it was given: without spaces and dashes, in capitals, O for 0 and I or L for 1. */
export function foldRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** Whether it has the length of one; a shorter text is a code of the application. */
export const looksLikeRecoveryCode = (typed: string): boolean =>
  foldRecoveryCode(typed).length === groups * groupLength

/** Gives an account new codes, in place of all that it had. They are shown once: the database keeps their hashes. */
export async function renewRecoveryCodes(
  c: Pick<PublicContext, 'db' | 'now'>,
  accountId: string,
): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
  await identityDb(c).deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  await identityDb(c)
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        account_id: accountId,
        code_sha256: sha256(foldRecoveryCode(code)),
        created_at: c.now,
      })),
    )
    .execute()
  return codes
}

/** How many of an account's codes are left. */
export async function countRecoveryCodes(c: Pick<PublicContext, 'db'>, accountId: string): Promise<number> {
  const { left } = await identityDb(c)
    .selectFrom('recovery_code')
    .select(sql<number>`count(*)`.as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}
