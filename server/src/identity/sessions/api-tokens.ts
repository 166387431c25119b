import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { choice, id, many, text, whole } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { getAdministeredAccount } from '../account.ts'
import { requireConfirmed } from '../second-person/ways-in.ts'
import { type ApiTokenId, identityDb } from '../tables.ts'
import { apiTokenPrefix, newSecret, sha256 } from './secrets.ts'
import { requireSession } from './sessions.ts'

/** What a token may be for; `admin` is asked for by the acts that change accounts and rights. */
export const tokenScopes = ['read', 'write', 'admin'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** A year: after that somebody has to look at it again. */
export const tokenMaxDays = 365

const dayMs = 86_400_000

export const createApiTokenInput = z.strictObject({
  name: text(100),
  scopes: many(choice(tokenScopes), tokenScopes.length).refine((list) => list.length > 0, 'error.required'),
  days: whole(1, tokenMaxDays),
})
export type CreateApiTokenInput = z.output<typeof createApiTokenInput>

export interface CreatedToken {
  readonly tokenId: ApiTokenId
  /** Shown now and never again. */
  readonly token: string
  readonly expiresAt: string
}

/**
 * Makes a token with which a machine acts for the actor in the post that they act in now, within the scopes. Only a person
 * in a session may: a token that makes tokens would outlive its own end.
 */
export async function createApiToken(c: Context, input: CreateApiTokenInput): Promise<CreatedToken> {
  requireSession(c.actor)
  // A token would outlive what was lent or opened for days and minutes.
  if (c.actor.standsFor !== undefined || c.actor.emergency !== undefined)
    throw new Refusal('token_own_post', {}, { status: 403 })
  await requireConfirmed(c, c.actor.accountId)
  return saveApiToken(c, { ...input, accountId: c.actor.accountId, holdingId: c.actor.holdingId })
}

/** The same without a permission check: for the operator of the server. */
export async function saveApiToken(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  input: CreateApiTokenInput & { readonly accountId: string; readonly holdingId: string | null },
): Promise<CreatedToken> {
  const tokenId = newId<'api-token'>()
  const token = apiTokenPrefix + newSecret()
  const expiresAt = new Date(c.now.getTime() + input.days * dayMs)
  const scopes = [...new Set(input.scopes)]
  await identityDb(c)
    .insertInto('api_token')
    .values({
      id: tokenId,
      account_id: input.accountId,
      holding_id: input.holdingId,
      name: input.name,
      token_sha256: sha256(token),
      scopes,
      created_at: c.now,
      expires_at: expiresAt,
    })
    .execute()
  const { accountId, name } = input
  await audit(
    c,
    'token.create',
    { kind: 'api-token', id: tokenId },
    { accountId, name, scopes, expiresAt: expiresAt.toISOString() },
  )
  return { tokenId, token, expiresAt: expiresAt.toISOString() }
}

export const revokeApiTokenInput = z.strictObject({ tokenId: id() })
export type RevokeApiTokenInput = z.output<typeof revokeApiTokenInput>

/** Ends a token at once: one's own, or one of an account that one administers. @throws Refusal `not_found`, `forbidden` */
export async function revokeApiToken(
  c: Context,
  { tokenId }: RevokeApiTokenInput,
): Promise<{ tokenId: string }> {
  const row = await identityDb(c)
    .selectFrom('api_token')
    .innerJoin('account', 'account.id', 'api_token.account_id')
    .select(['account.id as accountId', 'account.username', 'api_token.revoked_at'])
    .where('api_token.id', '=', tokenId)
    .forUpdate('api_token')
    .executeTakeFirst()
  const isOwn = row?.accountId === c.actor.accountId
  // // Users who administer nothing do not learn whether another user's token exists.
  if (row === undefined || (!isOwn && !c.actor.grants.some((grant) => grant.role === 'system-admin')))
    throw notFound('api-token')
  if (!isOwn) await getAdministeredAccount(c, 'token.revoke', row.username)
  if (row.revoked_at !== null) throw new Refusal('token_revoked', {}, { status: 409 })
  await identityDb(c).updateTable('api_token').set({ revoked_at: c.now }).where('id', '=', tokenId).execute()
  await audit(c, 'token.revoke', { kind: 'api-token', id: tokenId }, { accountId: row.accountId })
  return { tokenId }
}
