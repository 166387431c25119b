import { type OrganisationSystem, unitCodeOf, unitNameOf, unitNames } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { keepAnswer } from '../../platform/keep-answer.ts'
import type { WorkFilter } from '../filter/filter.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { type WorkState, workStates } from '../rules/states.ts'
import { type OwnerKind, ownerKinds, programmeDb, type Tier, tiers } from '../tables.ts'
import type { Cube, CubeRow, TopUnit } from './cube.ts'
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
  const themes = await keepAnswer(c, asked.compile(), [])
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
  const groups = await keepAnswer(c, asked.compile(), [])
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

/** By the units directly below the top one, and the works of its own; the biggest debtor first. */
export async function byUnit(c: Context, { filter }: WorkScope, top: TopUnit, cube: Cube): Promise<UnitRows> {
  const counted = Map.groupBy(cube.units, ({ groupId }) => groupId)
  const ownWorks = counted.get(top.id) ?? []
  counted.delete(top.id)
  const rows: UnitRow[] = []
  if (ownWorks.length > 0)
    rows.push(unitRow(top, true, ownWorks, { ...filter, unit: top.code, subordinates: false, ladder: null }))
  for (const { id, code, name } of await unitNames(c, [...counted.keys()], filter.asOf)) {
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
