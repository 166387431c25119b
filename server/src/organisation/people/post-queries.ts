import { sql } from 'kysely'
import { notFound } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { nameOn, spanCovers } from '../relations/scope.ts'
import {
  type HoldingCapacity,
  type HoldingId,
  organisationDb,
  type PersonId,
  type PostId,
  type Reader,
  type UnitId,
} from '../tables.ts'

type Database = Pick<Reader, 'db'>

export interface HolderAt {
  readonly holdingId: HoldingId
  readonly personId: PersonId
  readonly personName: string
  readonly capacity: HoldingCapacity
  readonly fromOn: PlainDate
  readonly toOn: PlainDate | null
  readonly document: string | null
}

export interface PostView {
  readonly id: PostId
  readonly title: string
  readonly isHead: boolean
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
  readonly illustrative: boolean
  readonly version: number
  /** The body that manages the post on that day ("diện quản lý"); null where none is recorded. */
  readonly managingUnitId: UnitId | null
  readonly managingUnitName: string | null
  readonly managingUnitCode: string | null
  readonly holders: readonly HolderAt[]
}

// Bounds, not pages: no body has more posts of its own.
const maxPosts = 500
const maxHoldings = 5_000

/** The posts of a unit on a day, heads first, each with its holders and the body that manages it. */
export async function postsOf(c: Database, unitId: string, on: PlainDate): Promise<readonly PostView[]> {
  const rows = await organisationDb(c)
    .selectFrom('post')
    .leftJoin('post_management as managed', (join) =>
      join.onRef('managed.post_id', '=', 'post.id').on(spanCovers('managed.from_on', 'managed.to_on', on)),
    )
    .leftJoin('unit as manager', 'manager.id', 'managed.unit_id')
    .select([
      'post.id',
      'post.title',
      'post.is_head',
      'post.valid_from',
      'post.valid_to',
      'post.illustrative',
      'post.version',
      'manager.id as manager_id',
      'manager.code as manager_code',
    ])
    .select(sql<string | null>`${nameOn('manager', on)}`.as('manager_name'))
    .where('post.unit_id', '=', unitId)
    .where(spanCovers('post.valid_from', 'post.valid_to', on))
    .orderBy('post.is_head', 'desc')
    .orderBy('post.title')
    .orderBy('post.id')
    .limit(maxPosts)
    .execute()
  const holders = await holdersOf(
    c,
    rows.map((row) => row.id),
    on,
  )
  return rows.map((row) => ({
    id: row.id as PostId,
    title: row.title,
    isHead: row.is_head,
    validFrom: row.valid_from as PlainDate,
    validTo: row.valid_to as PlainDate | null,
    illustrative: row.illustrative,
    version: row.version,
    managingUnitId: row.manager_id as UnitId | null,
    managingUnitName: row.manager_name,
    managingUnitCode: row.manager_code,
    holders: holders.get(row.id) ?? [],
  }))
}

/** A post by itself, whatever the day, with its unit. @throws Refusal `not_found` */
export async function getPost(
  c: Database,
  postId: string,
): Promise<{
  readonly id: PostId
  readonly title: string
  readonly unitId: UnitId
  readonly version: number
}> {
  const row = await organisationDb(c)
    .selectFrom('post')
    .select(['id', 'title', 'unit_id', 'version'])
    .where('id', '=', postId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('post')
  return { id: row.id as PostId, title: row.title, unitId: row.unit_id as UnitId, version: row.version }
}

/** Whether the person holds the post on a day or is appointed to it from a later one. */
export async function holdsOrWillHold(
  c: Database,
  { postId, personId, on }: { readonly postId: string; readonly personId: string; readonly on: PlainDate },
): Promise<boolean> {
  const row = await organisationDb(c)
    .selectFrom('post_holding')
    .select('id')
    .where('post_id', '=', postId)
    .where('person_id', '=', personId)
    .where(sql<boolean>`(to_on is null or to_on > ${on}::date)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Who holds each of the posts on a day. */
export async function holdersOf(
  c: Database,
  postIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, readonly HolderAt[]>> {
  const byPost = new Map<string, HolderAt[]>()
  if (postIds.length === 0) return byPost
  const rows = await organisationDb(c)
    .selectFrom('post_holding as held')
    .innerJoin('person', 'person.id', 'held.person_id')
    .select(['held.id', 'held.post_id', 'held.person_id', 'held.capacity', 'held.from_on', 'held.to_on'])
    .select(['held.document', 'person.full_name'])
    .where('held.post_id', 'in', [...postIds])
    .where(spanCovers('held.from_on', 'held.to_on', on))
    .orderBy('held.from_on')
    .orderBy('held.id')
    .limit(maxHoldings)
    .execute()
  for (const row of rows) {
    const list = byPost.get(row.post_id) ?? []
    list.push({
      holdingId: row.id as HoldingId,
      personId: row.person_id as PersonId,
      personName: row.full_name,
      capacity: row.capacity as HoldingCapacity,
      fromOn: row.from_on as PlainDate,
      toOn: row.to_on as PlainDate | null,
      document: row.document,
    })
    byPost.set(row.post_id, list)
  }
  return byPost
}
