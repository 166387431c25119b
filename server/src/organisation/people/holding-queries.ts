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
  type UnitLevel,
} from '../tables.ts'

type Database = Pick<Reader, 'db'>

/** A holding with the post, the unit and the managing body, as they are on the day that was asked for. */
export interface HoldingView {
  readonly holdingId: HoldingId
  readonly personId: PersonId
  readonly personName: string
  readonly capacity: HoldingCapacity
  readonly fromOn: PlainDate
  readonly toOn: PlainDate | null
  readonly document: string | null
  /** Holding, post and unit are all valid on that day. */
  readonly active: boolean
  readonly postId: PostId
  readonly postTitle: string
  readonly isHead: boolean
  readonly unitId: UnitId
  readonly unitName: string
  readonly unitCode: string
  /** The committee that the unit acts for, else the unit. */
  readonly unitRootId: UnitId
  readonly managingUnitId: UnitId | null
  readonly managingUnitName: string | null
  readonly managingUnitCode: string | null
  readonly managingUnitLevel: UnitLevel | null
  /** The committee that the managing body acts for, else that body. */
  readonly managingRootId: UnitId | null
  readonly illustrative: boolean
}

// A bound, not a page: nobody has held more.
const maxOfPerson = 200

/** What a person holds on a day: the posts they can act in. */
export async function holdingsOf(
  c: Database,
  personId: string,
  on: PlainDate,
): Promise<readonly HoldingView[]> {
  const rows = await activeHoldings(c, on)
    .where('held.person_id', '=', personId)
    .orderBy('post.is_head', 'desc')
    .orderBy('held.from_on')
    .orderBy('held.id')
    .limit(maxOfPerson)
    .execute()
  return rows.map(viewOf)
}

/** All that a person has held up to a day, latest first; `active` says which of them they still held then. */
export async function personPosts(
  c: Database,
  personId: string,
  on: PlainDate,
): Promise<readonly HoldingView[]> {
  const rows = await selectHoldings(c, on)
    .where('held.person_id', '=', personId)
    .where('held.from_on', '<=', on)
    .orderBy('held.from_on', 'desc')
    .orderBy('held.id', 'desc')
    .limit(maxOfPerson)
    .execute()
  return rows.map(viewOf)
}

/** The facts of several holdings on a day, by id, in one query: for rules that judge many works at once. */
export async function holdingFacts(
  c: Database,
  holdingIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, HoldingView>> {
  const rows = await selectHoldings(c, on)
    .where('held.id', '=', sql<string>`any(${[...new Set(holdingIds)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, viewOf(row)]))
}

/** The facts of one holding on a day. @throws Refusal `not_found` */
export async function getHoldingFacts(c: Database, holdingId: string, on: PlainDate): Promise<HoldingView> {
  const found = (await holdingFacts(c, [holdingId], on)).get(holdingId)
  if (found === undefined) throw notFound('holding')
  return found
}

/** The holdings that count on a day or begin later, with their posts and units, as a query that others may narrow and join. */
export function openHoldings(c: Database, on: PlainDate) {
  return organisationDb(c)
    .selectFrom('post_holding as held')
    .innerJoin('post', 'post.id', 'held.post_id')
    .where(sql<boolean>`(held.to_on is null or held.to_on > ${on}::date)`)
}

/** The holdings that count on a day, as a query that others may narrow, join and order. */
export function activeHoldings(c: Database, on: PlainDate) {
  return selectHoldings(c, on).where(activeOn(on))
}

const activeOn = (on: PlainDate) =>
  sql<boolean>`(${spanCovers('held.from_on', 'held.to_on', on)} and ${spanCovers('post.valid_from', 'post.valid_to', on)}
    and ${spanCovers('unit.valid_from', 'unit.valid_to', on)})`

function selectHoldings(c: Database, on: PlainDate) {
  return organisationDb(c)
    .selectFrom('post_holding as held')
    .innerJoin('person', 'person.id', 'held.person_id')
    .innerJoin('post', 'post.id', 'held.post_id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .leftJoin('post_management as managed', (join) =>
      join.onRef('managed.post_id', '=', 'post.id').on(spanCovers('managed.from_on', 'managed.to_on', on)),
    )
    .leftJoin('unit as manager', 'manager.id', 'managed.unit_id')
    .select(['held.id', 'held.person_id', 'held.capacity', 'held.from_on', 'held.to_on', 'held.document'])
    .select(['held.illustrative', 'person.full_name', 'post.id as post_id', 'post.title', 'post.is_head'])
    .select(['unit.id as unit_id', 'unit.code as unit_code', 'unit.acts_for_id as unit_acts_for'])
    .select(['manager.id as manager_id', 'manager.acts_for_id as manager_acts_for'])
    .select(['manager.code as manager_code', 'manager.level as manager_level'])
    .select([
      nameOn('unit', on).as('unit_name'),
      // Of a missing manager the whole is null.
      sql<string | null>`${nameOn('manager', on)}`.as('manager_name'),
    ])
    .select(activeOn(on).as('active'))
}

type HoldingRow = Awaited<ReturnType<ReturnType<typeof selectHoldings>['execute']>>[number]

function viewOf(row: HoldingRow): HoldingView {
  return {
    holdingId: row.id as HoldingId,
    personId: row.person_id as PersonId,
    personName: row.full_name,
    capacity: row.capacity as HoldingCapacity,
    fromOn: row.from_on as PlainDate,
    toOn: row.to_on as PlainDate | null,
    document: row.document,
    active: row.active,
    postId: row.post_id as PostId,
    postTitle: row.title,
    isHead: row.is_head,
    unitId: row.unit_id as UnitId,
    unitName: row.unit_name,
    unitCode: row.unit_code,
    unitRootId: (row.unit_acts_for ?? row.unit_id) as UnitId,
    managingUnitId: row.manager_id as UnitId | null,
    managingUnitName: row.manager_name,
    managingUnitCode: row.manager_code,
    managingUnitLevel: row.manager_level as UnitLevel | null,
    managingRootId: (row.manager_acts_for ?? row.manager_id) as UnitId | null,
    illustrative: row.illustrative,
  }
}
