import { type OrganisationSystem, unitCodeOf, unitNameOf, unitNames } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cachedRows } from '../../platform/counts/cached-rows.ts'
import { type CursorValues, cutPage, decodeCursor, type Page } from '../../platform/http/paging.ts'
import type { WorkFilter } from '../filter/filter.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { type WorkState, workStates } from '../rules/states.ts'
import { type OwnerKind, ownerKinds, programmeDb, type Tier, tiers } from '../tables.ts'
import { type Cube, type CubeRow, elsewhere, type TopUnit } from './cube.ts'
import { type Counted, type Figure, isOwed, type Tally, tallyOf } from './tally.ts'

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

/**
 * What a row of the breakdown by unit counts: a unit directly below the top one with all below it; the top unit's own works;
 * or the works that stand outside it in its ladder, such as those of a State body that has no place among the Party's.
 */
export const unitParts = ['below', 'own', 'outside'] as const
export type UnitPart = (typeof unitParts)[number]

export interface UnitRow {
  readonly code: string
  readonly name: string
  readonly part: UnitPart
  /** Works that are late or silent: who owes most stands first. */
  readonly owed: number
  readonly tally: Tally
}

/** The children of a unit in one ladder, the unit itself, and what is outside: each work once, all of them together the whole. */
export interface UnitRows {
  readonly code: string
  readonly name: string
  readonly ladder: OrganisationSystem
  readonly rows: readonly UnitRow[]
}

const maxContentGroups = 200

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
  const asked = programmeDb(c)
    .selectFrom('theme_group')
    .select(['ord', 'headline'])
    .where('programme_id', '=', programme.id)
    .orderBy('ord')
  const themes = await cachedRows(c, asked.compile(), { kind: 'work', ids: [] })
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
  const asked = programmeDb(c)
    .selectFrom('content_group')
    .select(['id', 'ord', 'name'])
    .select([unitCodeOf('scope_unit_id').as('unit'), unitNameOf('scope_unit_id').as('unit_name')])
    .where('programme_id', '=', programme.id)
    .orderBy('unit')
    .orderBy('ord')
    .limit(maxContentGroups)
  const groups = await cachedRows(c, asked.compile(), { kind: 'work', ids: [] })
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

/**
 * By the units directly below the top one, its own works, and those outside it; the unit with the most overdue works
 * first, outside works last. Returns all rows; callers show them in pages (`unitRowsPage`).
 */
export async function byUnit(c: Context, { filter }: WorkScope, top: TopUnit, cube: Cube): Promise<UnitRows> {
  const counted = Map.groupBy(cube.units, ({ groupId }) => groupId)
  const { code, name, ladder } = top
  const row = (part: UnitPart, unit: { code: string; name: string }, groupId: string, within: WorkFilter) =>
    unitRow(part, unit, counted.get(groupId) ?? [], within)
  const children = [...counted.keys()].filter((id) => id !== top.id && id !== elsewhere)
  const rows = (await unitNames(c, children, filter.asOf)).map((unit) =>
    row('below', unit, unit.id, { ...filter, unit: unit.code, subordinates: true, ladder }),
  )
  if (counted.has(top.id))
    rows.push(row('own', top, top.id, { ...filter, unit: code, subordinates: false, ladder: null }))
  if (counted.has(elsewhere))
    rows.push(row('outside', top, elsewhere, { ...filter, outside: { unit: code, ladder } }))
  return { code, name, ladder, rows: rows.sort(compareUnitRows) }
}

const unitPlace = ['number', 'number', 'number', 'text'] as const

/** A page of the rows. @throws Refusal `cursor_invalid` */
export function unitRowsPage(
  { rows }: UnitRows,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Page<UnitRow> {
  const place = cursor === null ? null : decodeCursor(cursor, unitPlace)
  const left = place === null ? rows : rows.filter((row) => comparePlaces(placeOfUnitRow(row), place) > 0)
  return cutPage(left, limit, placeOfUnitRow)
}

/** Where a row stands among the others, for a cursor. */
const placeOfUnitRow = ({ part, owed, tally, code }: UnitRow): [number, number, number, string] => [
  part === 'outside' ? 1 : 0,
  -owed,
  -tally.assigned.count,
  `${code} ${part}`,
]

const compareUnitRows = (a: UnitRow, b: UnitRow) => comparePlaces(placeOfUnitRow(a), placeOfUnitRow(b))

function comparePlaces(a: CursorValues, b: CursorValues): number {
  const at = a.findIndex((value, index) => value !== b[index])
  const [mine, other] = [a[at] ?? 0, b[at] ?? 0]
  if (at === -1) return 0
  return mine < other ? -1 : 1
}

function unitRow(
  part: UnitPart,
  { code, name }: { readonly code: string; readonly name: string },
  counted: readonly Counted[],
  within: WorkFilter,
): UnitRow {
  return {
    code,
    name,
    part,
    owed: counted.reduce((total, row) => (isOwed(row) ? total + row.count : total), 0),
    tally: tallyOf(counted, within),
  }
}
