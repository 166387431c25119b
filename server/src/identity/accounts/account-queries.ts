import { type RawBuilder, sql } from 'kysely'
import { postTitleOf, spanCovers, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { hasFactor } from '../factors/factors.ts'
import type { Role } from '../roles/roles.ts'
import { idleMs } from '../sessions/sessions.ts'
import { type GrantId, identityDb } from '../tables.ts'

// Bounds, not pages: nobody has more open at once.
const maxListed = 100

export interface OwnSession {
  readonly id: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly address: string | null
  readonly userAgent: string | null
  readonly current: boolean
  /** Opened with the password alone and waiting for the second step. */
  readonly waiting: boolean
}

/** One's own sessions that are open now, the last used first. */
export async function listOwnSessions(c: Context): Promise<readonly OwnSession[]> {
  const rows = await identityDb(c)
    .selectFrom('session')
    .select(['id', 'created_at', 'last_seen_at', 'source_address', 'user_agent', 'second_factor'])
    .select(hasFactor('session.account_id').as('hasFactor'))
    .where('account_id', '=', c.actor.accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', c.now)
    .where('last_seen_at', '>', new Date(c.now.getTime() - idleMs))
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(maxListed)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    address: row.source_address,
    userAgent: row.user_agent,
    current: row.id === c.actor.sessionId,
    waiting: row.hasFactor && row.second_factor === null,
  }))
}

export interface OwnToken {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** One's own tokens that still open something, the newest first. */
export function listOwnTokens(c: Context): Promise<readonly OwnToken[]> {
  return tokensOf(c, c.actor.accountId)
}

/** The valid tokens of an account, never their secrets; the caller has checked permission. */
export async function tokensOf(
  c: Pick<Context, 'db' | 'now'>,
  accountId: string,
): Promise<readonly OwnToken[]> {
  const rows = await identityDb(c)
    .selectFrom('api_token')
    .select(['id', 'name', 'scopes', 'expires_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', c.now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(maxListed)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** What one has chosen for oneself. */
export async function getOwnPreferences(
  c: Context,
): Promise<{ readonly language: string | null; readonly theme: string }> {
  return identityDb(c)
    .selectFrom('account')
    .select(['language', 'theme'])
    .where('id', '=', c.actor.accountId)
    .executeTakeFirstOrThrow()
}

export interface GrantRow {
  readonly id: GrantId
  readonly postId: string
  readonly postTitle: string
  readonly role: Role
  readonly unitId: string
  readonly unitName: string
  readonly system: string | null
  readonly fromOn: PlainDate
  readonly toOn: PlainDate | null
  readonly active: boolean
}

/** The rights that posts have or had, the latest first; the caller has checked permission. */
export async function grantsOfPosts(
  c: Pick<Context, 'db' | 'today'>,
  postIds: readonly string[],
): Promise<readonly GrantRow[]> {
  const rows = await identityDb(c)
    .selectFrom('role_grant')
    .select(['id', 'post_id', 'role', 'unit_id', 'system', 'from_on', 'to_on'])
    .select([
      postTitleOf('role_grant.post_id').as('postTitle'),
      unitNameOf('role_grant.unit_id').as('unitName'),
    ])
    .select(spanCovers('role_grant.from_on', 'role_grant.to_on', c.today).as('active'))
    .where('post_id', '=', sql<string>`any(${[...postIds]}::uuid[])`)
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .limit(maxListed)
    .execute()
  return rows.map((row) => ({
    id: row.id as GrantId,
    postId: row.post_id,
    postTitle: row.postTitle ?? '',
    role: row.role as Role,
    unitId: row.unit_id,
    unitName: row.unitName,
    system: row.system,
    fromOn: row.from_on as PlainDate,
    toOn: row.to_on as PlainDate | null,
    active: row.active,
  }))
}

/** The person whose account stands in a column, or null: for the select of a slice above. */
export function accountPersonIdOf(column: string): RawBuilder<string | null> {
  return sql<string | null>`(select owned.person_id from account owned where owned.id = ${sql.ref(column)})`
}
