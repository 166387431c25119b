import { sql } from 'kysely'
import { audit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/data/database.ts'
import { identityDb } from '../tables.ts'
import { type TrustedContext, trusted } from './trusted.ts'

export interface RestoredAccess {
  readonly endedSessions: number
  readonly endedEmergencies: number
  /** Tokens that open something: revoked ones may be among them that the backup does not know to be revoked. */
  readonly tokens: number
  readonly revokedTokens: number
  /** Accounts with a password that opens them, perhaps one that was changed after the backup. */
  readonly passwords: number
  readonly voidedPasswords: number
}

/**
 * A backup brings back the access that existed when it was taken, including what was ended, revoked or changed since.
 * Sessions and emergency access are always ended; tokens and passwords only if the operator asks for it.
 */
export function closeAfterRestore(
  database: Database,
  choice: { readonly revokeTokens: boolean; readonly voidPasswords: boolean },
  now: Date,
): Promise<RestoredAccess> {
  const close = async (c: TrustedContext): Promise<RestoredAccess> => {
    const db = identityDb(c)
    const sessions = await db
      .updateTable('session')
      .set({ ended_at: now })
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    const emergencies = await db
      .updateTable('emergency_access')
      .set({ ended_at: now })
      .where('ended_at', 'is', null)
      .where('ends_at', '>', now)
      .executeTakeFirst()
    const { tokens, passwords } = await countOpen(c)
    if (choice.revokeTokens)
      await db.updateTable('api_token').set({ revoked_at: now }).where('revoked_at', 'is', null).execute()
    if (choice.voidPasswords) await db.updateTable('account').set({ password_expires_at: now }).execute()
    const closed: RestoredAccess = {
      endedSessions: Number(sessions.numUpdatedRows),
      endedEmergencies: Number(emergencies.numUpdatedRows),
      tokens,
      revokedTokens: choice.revokeTokens ? tokens : 0,
      passwords,
      voidedPasswords: choice.voidPasswords ? passwords : 0,
    }
    await audit(c, 'access.close-restored', null, { ...closed })
    return closed
  }
  // What a backup opened again is closed whatever the clock says.
  return trusted(database, now, close, { evenBehind: true })
}

async function countOpen(c: TrustedContext): Promise<{ tokens: number; passwords: number }> {
  const count = sql<number>`count(*)::int`.as('count')
  const tokens = await identityDb(c)
    .selectFrom('api_token')
    .select(count)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', c.now)
    .executeTakeFirstOrThrow()
  const passwords = await identityDb(c)
    .selectFrom('account')
    .select(count)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'like', '$argon2id$%')
    .executeTakeFirstOrThrow()
  return { tokens: tokens.count, passwords: passwords.count }
}
