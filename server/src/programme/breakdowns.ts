import { type RawBuilder, sql } from 'kysely'
import { type OrganisationSystem, unitCodeOf, unitNameOf, unitsByChild } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import type { WorkFilter } from './filter.ts'
import { stateOf, type WorkScope, worksWithin } from './filter-sql.ts'
import { type WorkState, workStates } from './rules/states.ts'
import { type OwnerKind, ownerKinds, programmeDb, type Tier, tiers } from './tables.ts'
import { type Counted, type Figure, isOwed, marksOf, type Tally, tallyOf } from './tally.ts'

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

const counted = (scope: WorkScope) =>
  [stateOf(scope).as('state'), marksOf(scope).as('marks'), sql<number>`count(*)`.as('count')] as const

/** The columns of a select by their places, so that long expressions are not written, and reckoned, twice. */
const columns = (many: number): RawBuilder<unknown>[] =>
  Array.from({ length: many }, (_, index) => sql.raw(String(index + 1)))

/** One pass over all works: how many there are of each kind that any figure asks for. */
export async function countCube(c: Context, scope: WorkScope): Promise<readonly CubeRow[]> {
  const rows = await worksWithin(c, scope)
    .select(['work.tier', 'work.owner_kind', themeOrd.as('theme')])
    .select(counted(scope))
    .groupBy(columns(5))
    .execute()
  return rows.map((row) => ({ ...row, tier: row.tier as Tier, ownerKind: row.owner_kind as OwnerKind }))
}

const themeOrd = sql<number>`coalesce((select ord from theme_group where id = work.theme_group_id), 0)`

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
export async function byContentGroup(c: Context, scope: WorkScope): Promise<readonly ContentGroupRow[]> {
  const { filter, programme } = scope
  const groups = await programmeDb(c)
    .selectFrom('content_group')
    .select([
      'id',
      'ord',
      'name',
      unitCodeOf('scope_unit_id').as('unit'),
      unitNameOf('scope_unit_id').as('unit_name'),
    ])
    .where('programme_id', '=', programme.id)
    .orderBy('unit')
    .orderBy('ord')
    .limit(maxContentGroups)
    .execute()
  if (groups.length === 0) return []
  const rows = await worksWithin(c, scope)
    .innerJoin('work_content_group as member', 'member.work_id', 'work.id')
    .select('member.content_group_id as group')
    .select(counted(scope))
    .groupBy(columns(3))
    .execute()
  const chosen = filter.contentGroup
  return groups
    .filter(({ unit, ord }) => chosen === null || (chosen.unit === unit && chosen.ord === ord))
    .map(({ id, unit, unit_name, ord, name }) => ({
      unitCode: unit,
      unitName: unit_name,
      ord,
      name,
      tally: tallyOf(
        rows.filter((row) => row.group === id),
        { ...filter, contentGroup: { unit, ord } },
      ),
    }))
}

/** By the units directly below the unit of the filter, or of the programme; the biggest debtor first. */
export async function byUnit(c: Context, scope: WorkScope): Promise<UnitRows> {
  const { filter, programme } = scope
  const chosen = filter.unit === null ? undefined : scope.units.get(filter.unit)
  const top = chosen ?? { id: programme.unitId, code: programme.unitCode, name: programme.unitName }
  const ladder = filter.ladder ?? chosen?.system ?? 'party'
  const own = await countOwn(c, scope, top.id)
  const below =
    filter.unit !== null && !filter.subordinates ? [] : await countChildren(c, scope, top.id, ladder)
  const rows = [
    ...rowsOf(own, true, () => ({ ...filter, unit: top.code, subordinates: false, ladder: null })),
    ...rowsOf(below, false, (code) => ({ ...filter, unit: code, subordinates: true, ladder })),
  ].sort(
    (a, b) =>
      b.owed - a.owed || b.tally.assigned.count - a.tally.assigned.count || (a.code < b.code ? -1 : 1),
  )
  return {
    code: top.code,
    name: top.name,
    ladder,
    rows: rows.slice(0, maxUnitRows),
    more: Math.max(rows.length - maxUnitRows, 0),
  }
}

interface UnitCounted extends Counted {
  readonly code: string
  readonly name: string
}

function countOwn(c: Context, scope: WorkScope, unitId: string): Promise<UnitCounted[]> {
  return worksWithin(c, scope)
    .where('work.custodian_unit_id', '=', unitId)
    .select([
      unitCodeOf('work.custodian_unit_id').as('code'),
      unitNameOf('work.custodian_unit_id').as('name'),
    ])
    .select(counted(scope))
    .groupBy(columns(4))
    .execute()
}

function countChildren(
  c: Context,
  scope: WorkScope,
  unitId: string,
  system: OrganisationSystem,
): Promise<UnitCounted[]> {
  const children = unitsByChild(c, { unitId, system, on: scope.filter.asOf }).as('child')
  return worksWithin(c, scope)
    .innerJoin(children, 'child.unit_id', 'work.custodian_unit_id')
    .select(['child.code', 'child.name'])
    .select(counted(scope))
    .groupBy(columns(4))
    .execute()
}

function rowsOf(
  counted: readonly UnitCounted[],
  own: boolean,
  within: (code: string) => WorkFilter,
): readonly UnitRow[] {
  const byCode = new Map<string, UnitCounted[]>()
  for (const row of counted) {
    const rows = byCode.get(row.code)
    if (rows === undefined) byCode.set(row.code, [row])
    else rows.push(row)
  }
  return [...byCode].map(([code, rows]) => ({
    code,
    name: rows[0]?.name ?? code,
    own,
    owed: rows.reduce((total, row) => (isOwed(row) ? total + row.count : total), 0),
    tally: tallyOf(rows, within(code)),
  }))
}
