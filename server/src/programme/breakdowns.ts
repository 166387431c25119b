import { sql } from 'kysely'
import {
  type OrganisationSystem,
  unitCodeOf,
  unitNameOf,
  unitsByChild,
  unitsByIds,
} from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { remember } from '../platform/remember.ts'
import type { WorkFilter } from './filter.ts'
import { worksWithin } from './filter-sql.ts'
import { type WorkState, workStates } from './rules/states.ts'
import { type OwnerKind, ownerKinds, programmeDb, type Tier, tiers } from './tables.ts'
import { type Counted, type Figure, isOwed, type Tally, tallyOf } from './tally.ts'
import type { WorkScope } from './work-scope.ts'
import { factsOf, signalledWorks, stateOf } from './works-on-day.ts'

export interface StateRow {
  readonly state: WorkState
  readonly figure: Figure
}

export interface OwnerKindRow {
  readonly ownerKind: OwnerKind
  readonly tally: Tally
}

export interface TierRow {
  readonly tier: Tier
  readonly all: Tally
  readonly kinds: readonly OwnerKindRow[]
}

export interface ThemeRow {
  /** 0: the works without a theme. */
  readonly ord: number
  readonly headline: string | null
  readonly tally: Tally
}

export interface ContentGroupRow {
  readonly unitCode: string
  readonly unitName: string
  readonly ord: number
  readonly name: string
  readonly tally: Tally
}

export interface UnitRow {
  readonly code: string
  readonly name: string
  /** The works of the unit alone, without those below it. */
  readonly own: boolean
  /** Works that are late or silent: who owes most stands first. */
  readonly owed: number
  readonly tally: Tally
}

/** The children of a unit in one ladder, where nothing is counted twice, and the unit itself. */
export interface UnitRows {
  readonly code: string
  readonly name: string
  readonly ladder: OrganisationSystem
  readonly rows: readonly UnitRow[]
  /** Units with works for which there was no room. */
  readonly more: number
}

const maxUnitRows = 40
const maxContentGroups = 200

export interface CubeRow extends Counted {
  readonly tier: Tier
  readonly ownerKind: OwnerKind
  readonly theme: number
}

/** Works alike within one group: a unit below the top one, or a content group. */
interface GroupRow extends Counted {
  readonly groupId: string
}

/** Everything that one pass over the works counts. */
export interface Cube {
  readonly kinds: readonly CubeRow[]
  /** By the unit directly below the top one; under its own id what is the top unit's own. */
  readonly units: readonly GroupRow[]
  readonly contentGroups: readonly GroupRow[]
  /** The works owed for longest, the longest first. */
  readonly owed: readonly { readonly workId: string; readonly since: PlainDate }[]
}

const maxOwed = 10

/**
 * One pass over all works: how many there are of each kind that any figure asks for, under each child of the top unit, and
 * in each content group, and which are owed for longest. Which works count, and how they stand, is found once and then only
 * grouped.
 */
export async function countCube(c: Context, scope: WorkScope, top: TopUnit): Promise<Cube> {
  const children = unitsByChild(c, { unitId: top.id, system: top.ladder, on: scope.filter.asOf }).as('child')
  const works = worksWithin(c, scope)
    .leftJoin(signalledWorks(c, scope), 'signalled.work_id', 'work.id')
    .leftJoin(children, 'child.unit_id', 'work.custodian_unit_id')
    .select(['work.id', 'work.tier', 'work.owner_kind', 'work.theme_group_id'])
    .select([
      sql<string>`case when work.custodian_unit_id = ${top.id}::uuid then work.custodian_unit_id else child.child_id end`.as(
        'unit_id',
      ),
      stateOf(scope).as('state'),
      factsOf(scope).as('facts'),
      sql<PlainDate | null>`signalled.owed_since`.as('owed_since'),
    ])
  const query = sql<CountedGroup>`with works as materialized (${works})
    select tier, owner_kind, theme_group.ord as theme, null::uuid as unit_id, null::uuid as content_group_id, null::uuid as owed_id,
      null::date as since, state, facts, count
    from (select tier, owner_kind, theme_group_id, state, facts, count(*)::integer as count from works group by 1, 2, 3, 4, 5) as kinds
    left join theme_group on theme_group.id = kinds.theme_group_id
    union all
    select null, null, null, unit_id, null, null, null, state, facts, count(*)::integer from works where unit_id is not null
    group by unit_id, state, facts
    union all
    select null, null, null, null, member.content_group_id, null, null, state, facts, count(*)::integer
    from works join work_content_group as member on member.work_id = works.id
      and member.content_group_id in (select id from content_group where programme_id = ${scope.programme.id}::uuid)
    group by member.content_group_id, state, facts
    union all
    (select null, null, null, null, null, id, owed_since, state, facts, 1 from works where owed_since is not null
      order by owed_since, id limit ${maxOwed})`.compile(c.db)
  return cubeOf(await remember(c, query))
}

interface CountedGroup extends Counted {
  readonly tier: Tier | null
  readonly owner_kind: OwnerKind | null
  readonly theme: number | null
  readonly unit_id: string | null
  readonly content_group_id: string | null
  readonly owed_id: string | null
  readonly since: PlainDate | null
}

function cubeOf(rows: readonly CountedGroup[]): Cube {
  const kinds: CubeRow[] = []
  const units: GroupRow[] = []
  const contentGroups: GroupRow[] = []
  const owed: { workId: string; since: PlainDate }[] = []
  for (const row of rows) {
    const { state, facts, count } = row
    if (row.owed_id !== null && row.since !== null) owed.push({ workId: row.owed_id, since: row.since })
    else if (row.unit_id !== null) units.push({ state, facts, count, groupId: row.unit_id })
    else if (row.content_group_id !== null)
      contentGroups.push({ state, facts, count, groupId: row.content_group_id })
    else if (row.tier !== null && row.owner_kind !== null)
      kinds.push({ state, facts, count, tier: row.tier, ownerKind: row.owner_kind, theme: row.theme ?? 0 })
  }
  return { kinds, units, contentGroups, owed }
}

/** A breakdown has a row only for what the filter leaves open: a figure of 0 must not lead to a list of others. */
const openValues = <Value>(all: readonly Value[], chosen: Value | null): readonly Value[] =>
  chosen === null ? all : [chosen]

export function byState(cube: readonly CubeRow[], filter: WorkFilter): readonly StateRow[] {
  return workStates.flatMap((state) => {
    const count = cube.reduce((total, row) => (row.state === state ? total + row.count : total), 0)
    return count === 0 ? [] : [{ state, figure: { count, filter: { ...filter, states: [state] } } }]
  })
}

/** By tier, by kind of owner, and by both. */
export function byKind(
  cube: readonly CubeRow[],
  filter: WorkFilter,
): { readonly tiers: readonly TierRow[]; readonly ownerKinds: readonly OwnerKindRow[] } {
  const kindsOf = (rows: readonly CubeRow[], within: WorkFilter): readonly OwnerKindRow[] =>
    openValues(ownerKinds, within.ownerKind).map((ownerKind) => ({
      ownerKind,
      tally: tallyOf(
        rows.filter((row) => row.ownerKind === ownerKind),
        { ...within, ownerKind },
      ),
    }))
  return {
    ownerKinds: kindsOf(cube, filter),
    tiers: openValues(tiers, filter.tier).map((tier) => {
      const rows = cube.filter((row) => row.tier === tier)
      const within = { ...filter, tier }
      return { tier, all: tallyOf(rows, within), kinds: kindsOf(rows, within) }
    }),
  }
}

export async function byTheme(
  c: Context,
  { programme, filter }: WorkScope,
  cube: readonly CubeRow[],
): Promise<readonly ThemeRow[]> {
  const themes = await programmeDb(c)
    .selectFrom('theme_group')
    .select(['ord', 'headline'])
    .where('programme_id', '=', programme.id)
    .orderBy('ord')
    .execute()
  return [...themes, { ord: 0, headline: null }]
    .filter(({ ord }) => filter.theme === null || filter.theme === ord)
    .map(({ ord, headline }) => ({
      ord,
      headline,
      tally: tallyOf(
        cube.filter((row) => row.theme === ord),
        { ...filter, theme: ord },
      ),
    }))
}

/** By the committees' own content groups; a work may belong to several. */
export async function byContentGroup(
  c: Context,
  { filter, programme }: WorkScope,
  cube: Cube,
): Promise<readonly ContentGroupRow[]> {
  const groups = await programmeDb(c)
    .selectFrom('content_group')
    .select(['id', 'ord', 'name'])
    .select([unitCodeOf('scope_unit_id').as('unit'), unitNameOf('scope_unit_id').as('unit_name')])
    .where('programme_id', '=', programme.id)
    .orderBy('unit')
    .orderBy('ord')
    .limit(maxContentGroups)
    .execute()
  const counted = Map.groupBy(cube.contentGroups, ({ groupId }) => groupId)
  const chosen = filter.contentGroup
  return groups
    .filter(({ unit, ord }) => chosen === null || (chosen.unit === unit && chosen.ord === ord))
    .map(({ id, unit, unit_name, ord, name }) => ({
      unitCode: unit,
      unitName: unit_name,
      ord,
      name,
      tally: tallyOf(counted.get(id) ?? [], { ...filter, contentGroup: { unit, ord } }),
    }))
}

/** The unit whose children a breakdown shows: that of the filter, or of the programme. */
export interface TopUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly ladder: OrganisationSystem
}

export function topUnitOf({ filter, programme, units }: WorkScope): TopUnit {
  const chosen = filter.unit === null ? undefined : units.get(filter.unit)
  if (chosen !== undefined) return { ...chosen, ladder: filter.ladder ?? chosen.system }
  const { unitId, unitCode, unitName } = programme
  return { id: unitId, code: unitCode, name: unitName, ladder: filter.ladder ?? 'party' }
}

/** By the units directly below the top one, and the works of its own; the biggest debtor first. */
export async function byUnit(c: Context, { filter }: WorkScope, top: TopUnit, cube: Cube): Promise<UnitRows> {
  const counted = Map.groupBy(cube.units, ({ groupId }) => groupId)
  const ownWorks = counted.get(top.id) ?? []
  counted.delete(top.id)
  const rows: UnitRow[] = []
  if (ownWorks.length > 0)
    rows.push(unitRow(top, true, ownWorks, { ...filter, unit: top.code, subordinates: false, ladder: null }))
  for (const { id, code, name } of await unitsByIds(c, [...counted.keys()], filter.asOf)) {
    const within = { ...filter, unit: code, subordinates: true, ladder: top.ladder }
    rows.push(unitRow({ code, name }, false, counted.get(id) ?? [], within))
  }
  rows.sort(
    (a, b) =>
      b.owed - a.owed || b.tally.assigned.count - a.tally.assigned.count || (a.code < b.code ? -1 : 1),
  )
  return {
    code: top.code,
    name: top.name,
    ladder: top.ladder,
    rows: rows.slice(0, maxUnitRows),
    more: Math.max(rows.length - maxUnitRows, 0),
  }
}

function unitRow(
  { code, name }: { readonly code: string; readonly name: string },
  own: boolean,
  counted: readonly Counted[],
  within: WorkFilter,
): UnitRow {
  return {
    code,
    name,
    own,
    owed: counted.reduce((total, row) => (isOwed(row) ? total + row.count : total), 0),
    tally: tallyOf(counted, within),
  }
}
