import { type SqlBool, sql } from 'kysely'
import {
  holderNamesOf,
  postTitleOf,
  postUnitIdOf,
  postUnitNameOf,
  spanCovers,
  unitNameOf,
} from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { containing, folded } from '../../platform/data/text-search.ts'
import { cutPage, decodeCursor, pageSizeOf } from '../../platform/http/paging.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { administeredUnit, authorizeAdministrator } from '../policy.ts'
import { type GrantId, identityDb } from '../tables.ts'
import type { Role } from './roles.ts'

/** A right in a list over many posts: what it is, whose post has it and who sits there today. */
export interface ListedGrant {
  readonly id: GrantId
  readonly role: Role
  readonly postId: string
  readonly postTitle: string
  readonly postUnit: string
  readonly holders: readonly string[]
  readonly unitName: string
  readonly system: string | null
  readonly fromOn: PlainDate
  readonly toOn: PlainDate | null
  readonly active: boolean
}

/** What a list of rights is narrowed by. */
export interface GrantFilter {
  readonly role?: Role | null
  /** A part of the name of a unit or of a post, accents aside. */
  readonly text?: string | null
  /** Only those that count today; else those that are over or still to come too. */
  readonly active?: boolean
}

/** The rights of the posts that the actor administers, the latest first, page by page. @throws Refusal `forbidden` */
export async function listGrants(
  c: Context,
  query: GrantFilter & { readonly limit?: number; readonly cursor?: string | null },
): Promise<{ readonly items: readonly ListedGrant[]; readonly next: string | null }> {
  authorizeAdministrator(c, 'role.list')
  const limit = pageSizeOf(query.limit)
  let select = identityDb(c)
    .selectFrom('role_grant')
    .select(['id', 'role', 'post_id', 'system', 'from_on', 'to_on'])
    .select([
      postTitleOf('role_grant.post_id').as('postTitle'),
      postUnitNameOf('role_grant.post_id').as('postUnit'),
      holderNamesOf('role_grant.post_id', c.today).as('holders'),
      unitNameOf('role_grant.unit_id').as('unitName'),
      isActive(c).as('active'),
    ])
    .where(matches(c, query))
  if (query.cursor) {
    const [day, id] = decodeCursor(query.cursor, ['day', 'id'])
    select = select.where(sql<SqlBool>`(from_on, id) < (${day}::date, ${id}::uuid)`)
  }
  const rows = await select
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, (row) => [row.from_on, row.id])
  return {
    items: page.items.map((row) => ({
      id: row.id as GrantId,
      role: row.role as Role,
      postId: row.post_id,
      postTitle: row.postTitle ?? '',
      postUnit: row.postUnit,
      holders: row.holders,
      unitName: row.unitName,
      system: row.system,
      fromOn: row.from_on as PlainDate,
      toOn: row.to_on as PlainDate | null,
      active: row.active,
    })),
    next: page.next,
  }
}

/** How many rights `listGrants` would give in all. */
export async function countGrants(c: Context, filter: GrantFilter): Promise<number> {
  authorizeAdministrator(c, 'role.list')
  const { count } = await identityDb(c)
    .selectFrom('role_grant')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(matches(c, filter))
    .executeTakeFirstOrThrow()
  return count
}

const isActive = (c: Context) => spanCovers('role_grant.from_on', 'role_grant.to_on', c.today)

function matches(c: Context, { role, text, active }: GrantFilter) {
  const words = text?.trim() ?? ''
  const pattern = containing(folded(words))
  const named = [
    postTitleOf('role_grant.post_id'),
    postUnitNameOf('role_grant.post_id'),
    unitNameOf('role_grant.unit_id'),
  ].map((name) => sql`fold(${name}) like ${pattern}`)
  return sql<SqlBool>`(${administeredUnit(c, postUnitIdOf('role_grant.post_id'))}
    and ${role ? sql`role_grant.role = ${role}` : sql`true`}
    and ${active ? isActive(c) : sql`true`}
    and ${words === '' ? sql`true` : sql`(${sql.join(named, sql` or `)})`})`
}
