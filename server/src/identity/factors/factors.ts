import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { id, text } from '../../platform/http/fields.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { tellOwner } from '../account-notices.ts'
import { noPassword } from '../passwords/passwords.ts'
import { needsFactor } from '../roles/roles.ts'
import { requireConfirmed } from '../second-person/ways-in.ts'
import { endSessions, requireSession } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'
import { addPasskey } from './passkeys.ts'
import { countRecoveryCodes, renewRecoveryCodes } from './recovery-codes.ts'
import { isTotpSecret, stepOf } from './totp.ts'
import { encryptTotpSecret } from './totp-secret.ts'

export interface OwnPasskey {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** The second factors of an account, and how many recovery codes are left. */
export interface Factors {
  readonly totpSince: Date | null
  readonly passkeys: readonly OwnPasskey[]
  readonly codesLeft: number
}

/** What an account has besides its password. */
export async function loadFactors(c: Pick<PublicContext, 'db'>, accountId: string): Promise<Factors> {
  const db = identityDb(c)
  const totp = await db
    .selectFrom('totp_factor')
    .select('created_at')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const passkeys = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .limit(100)
    .execute()
  return {
    totpSince: totp?.created_at ?? null,
    passkeys,
    codesLeft: await countRecoveryCodes(c, accountId),
  }
}

/** Whether an account has a password: users of the external provider may have none. */
export async function hasPassword(c: Pick<PublicContext, 'db'>, accountId: string): Promise<boolean> {
  const row = await identityDb(c)
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where('password_hash', '!=', noPassword)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether an account has any factor, as an expression over the column that names it. */
export const hasFactor = (accountId: string) =>
  sql<boolean>`(exists (select from totp_factor where totp_factor.account_id = ${sql.ref(accountId)})
    or exists (select from passkey where passkey.account_id = ${sql.ref(accountId)}))`

export const setUpTotpInput = z.object({
  secret: z.string().refine(isTotpSecret, 'error.factor_secret'),
  code: z.string().trim().min(1, 'error.required'),
})
export type SetUpTotpInput = z.output<typeof setUpTotpInput>

/** What somebody is shown once after their first factor; null where they have codes already. */
export interface FirstCodes {
  readonly codes: readonly string[] | null
}

/**
 * Gives an account the application whose first code proves that it has the secret, in place of the one that it had.
 * @throws Refusal `code_wrong`
 */
export async function saveTotp(
  c: PublicContext,
  accountId: string,
  input: SetUpTotpInput,
): Promise<FirstCodes> {
  await requireConfirmed(c, accountId)
  const step = stepOf(input.secret, input.code.replace(/\s/g, ''), c.now, 0)
  if (step === null) throw new Refusal('code_wrong', {}, { reasons: [{ code: 'code_wrong', field: 'code' }] })
  const row = {
    secret_encrypted: encryptTotpSecret(c, accountId, input.secret),
    last_used_step: step,
    created_at: c.now,
  }
  await identityDb(c)
    .insertInto('totp_factor')
    .values({ account_id: accountId, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute()
  await audit(c, 'factor.set-up', { kind: 'account', id: accountId }, { factor: 'totp' })
  await tellOwner(c, accountId, 'factor_set')
  return firstCodes(c, accountId)
}

/** Creates recovery codes if none are left. */
async function firstCodes(c: PublicContext, accountId: string): Promise<FirstCodes> {
  if ((await countRecoveryCodes(c, accountId)) > 0) return { codes: null }
  return { codes: await renewRecoveryCodes(c, accountId) }
}

export const newPasskeyInput = z.object({
  name: text(60),
  response: z.string().min(1, 'error.required').max(20_000),
})
export type NewPasskeyInput = z.output<typeof newPasskeyInput>

/** Gives an account a passkey, and recovery codes where it has none. */
export async function savePasskey(
  c: PublicContext,
  accountId: string,
  input: NewPasskeyInput,
): Promise<FirstCodes> {
  await requireConfirmed(c, accountId)
  await addPasskey(c, accountId, input)
  return firstCodes(c, accountId)
}

/** Sets up the application for oneself. */
export async function setUpOwnTotp(c: Context, input: SetUpTotpInput): Promise<FirstCodes> {
  const sessionId = requireSession(c.actor)
  const given = await saveTotp(c, c.actor.accountId, input)
  await noteFactor(c, sessionId, 'totp')
  await endSessions(c, c.actor.accountId, sessionId)
  return given
}

/** Adds a passkey for oneself. */
export async function addOwnPasskey(c: Context, input: NewPasskeyInput): Promise<FirstCodes> {
  const sessionId = requireSession(c.actor)
  const given = await savePasskey(c, c.actor.accountId, input)
  await noteFactor(c, sessionId, 'passkey')
  await endSessions(c, c.actor.accountId, sessionId)
  return given
}

/** Setting up a new factor counts as the second step: the current session continues. */
async function noteFactor(c: Context, sessionId: string, factor: 'totp' | 'passkey'): Promise<void> {
  await identityDb(c)
    .updateTable('session')
    .set({ second_factor: factor })
    .where('id', '=', sessionId)
    .where('second_factor', 'is', null)
    .execute()
}

/** Gives oneself new recovery codes; the old ones work no more. @throws Refusal `no_factor` */
export async function renewOwnCodes(c: Context): Promise<FirstCodes> {
  requireSession(c.actor)
  const { accountId } = c.actor
  const factors = await loadFactors(c, accountId)
  await requireConfirmed(c, accountId)
  if (factors.totpSince === null && factors.passkeys.length === 0) throw new Refusal('no_factor')
  const codes = await renewRecoveryCodes(c, accountId)
  await audit(c, 'factor.renew-codes', { kind: 'account', id: accountId })
  await tellOwner(c, accountId, 'codes_renewed')
  return { codes }
}

/** Does without the application. @throws Refusal `no_factor`, `last_factor` where the rights need one */
export async function dropOwnTotp(c: Context): Promise<{ left: number }> {
  requireSession(c.actor)
  const { accountId } = c.actor
  const { numDeletedRows } = await identityDb(c)
    .deleteFrom('totp_factor')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Refusal('no_factor')
  await audit(c, 'factor.drop', { kind: 'account', id: accountId }, { factor: 'totp' })
  await tellOwner(c, accountId, 'factor_dropped')
  return afterDropping(c)
}

export const dropPasskeyInput = z.strictObject({ passkeyId: id() })

/** Does without one of one's passkeys. @throws Refusal `not_found`, `last_factor` where the rights need one */
export async function dropOwnPasskey(
  c: Context,
  { passkeyId }: z.output<typeof dropPasskeyInput>,
): Promise<{ left: number }> {
  requireSession(c.actor)
  const { accountId } = c.actor
  const dropped = await identityDb(c)
    .deleteFrom('passkey')
    .where('id', '=', passkeyId)
    .where('account_id', '=', accountId)
    .returning('name')
    .executeTakeFirst()
  if (dropped === undefined) throw notFound('passkey')
  await audit(c, 'passkey.drop', { kind: 'account', id: accountId }, { passkeyId, name: dropped.name })
  await tellOwner(c, accountId, 'passkey_dropped', { name: dropped.name })
  return afterDropping(c)
}

/** Other sessions end, as with a new password. Without any factor the recovery codes open nothing and go too. */
async function afterDropping(c: Context): Promise<{ left: number }> {
  const { accountId, grants } = c.actor
  const { totpSince, passkeys } = await loadFactors(c, accountId)
  const left = passkeys.length + (totpSince === null ? 0 : 1)
  await endSessions(c, accountId, requireSession(c.actor))
  if (left > 0) return { left }
  if (needsFactor(grants) && (await factorsRequired(c))) throw new Refusal('last_factor')
  await identityDb(c).deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  return { left }
}

/** Whether this installation asks its administrators and deciders for a second factor. */
export async function factorsRequired(c: Pick<PublicContext, 'db'>): Promise<boolean> {
  const row = await c.db.selectFrom('installation').select('second_factor_required').executeTakeFirst()
  return row?.second_factor_required ?? false
}

/** Takes every factor and every recovery code away from an account. @returns how many factors there were */
export async function removeFactors(c: Pick<PublicContext, 'db'>, accountId: string): Promise<number> {
  const db = identityDb(c)
  const totp = await db.deleteFrom('totp_factor').where('account_id', '=', accountId).executeTakeFirst()
  const passkeys = await db.deleteFrom('passkey').where('account_id', '=', accountId).executeTakeFirst()
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  return Number(totp.numDeletedRows + passkeys.numDeletedRows)
}
