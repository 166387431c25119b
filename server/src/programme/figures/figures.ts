import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { WorkFilter } from '../filter/filter.ts'
import { type ProgrammeView, resolveWorkFilter, type WorkScope } from '../filter/work-scope.ts'
import { type AwaitedBody, awaitedBodies } from './awaiting.ts'
import {
  byContentGroup,
  byKind,
  byState,
  byTheme,
  byUnit,
  type ContentGroupRow,
  type OwnerKindRow,
  type StateRow,
  type ThemeRow,
  type TierRow,
  type UnitRows,
} from './breakdowns.ts'
import { type Cube, countCube, type TopUnit, topUnitOf } from './cube.ts'
import { type Debt, debtsOf } from './debts.ts'
import { readingScope } from './reading-scope.ts'
import { countedFilter, type Tally, tallyOf } from './tally.ts'

/** What an overview shows, as of one day; each figure leads to the list of exactly what it counts. */
export interface ProgrammeSummary {
  readonly programme: ProgrammeView
  readonly asOf: PlainDate
  readonly filter: WorkFilter
  /** The units whose part of the programme this is; null: all of it. */
  readonly part: readonly string[] | null
  readonly tally: Tally
  readonly states: readonly StateRow[]
  readonly tiers: readonly TierRow[]
  readonly ownerKinds: readonly OwnerKindRow[]
  readonly themes: readonly ThemeRow[]
  readonly contentGroups: readonly ContentGroupRow[]
  readonly units: UnitRows
  readonly debts: readonly Debt[]
  readonly awaited: readonly AwaitedBody[]
}

/**
 * The figures of a programme at a day, over what the actor may see. What the filter says of states, signals and promises
 * is left aside, because the figures say it themselves.
 */
export async function programmeSummary(c: Context, asked: WorkFilter): Promise<ProgrammeSummary> {
  const filter = countedFilter(asked)
  const scope = await resolveWorkFilter(c, filter)
  const top = topUnitOf(scope)
  const cube = await countCube(c, scope, top)
  const part = await readingScope(c, scope.programme.unitId, filter.asOf)
  const { programme } = scope
  return { programme, asOf: filter.asOf, filter, part, ...(await figuresOf(c, scope, top, cube)) }
}

type Figures = Omit<ProgrammeSummary, 'programme' | 'asOf' | 'filter' | 'part'>

// The same count is given again only where nothing has changed at all: what was worked out of it holds as long.
const workedOut = new WeakMap<Cube, Map<string, Figures>>()

async function figuresOf(c: Context, scope: WorkScope, top: TopUnit, cube: Cube): Promise<Figures> {
  const { filter } = scope
  const ofCube = workedOut.get(cube) ?? new Map<string, Figures>()
  workedOut.set(cube, ofCube)
  const key = JSON.stringify(filter)
  const known = ofCube.get(key)
  if (known !== undefined) return known
  const tally = tallyOf(cube.kinds, filter)
  const figures = {
    tally,
    states: byState(cube.kinds, filter),
    ...byKind(cube.kinds, filter),
    themes: await byTheme(c, scope, cube.kinds),
    contentGroups: await byContentGroup(c, scope, cube),
    units: await byUnit(c, scope, top, cube),
    debts: await debtsOf(c, scope, cube.owed),
    awaited: tally.awaiting.count === 0 ? [] : await awaitedBodies(c, scope),
  }
  ofCube.set(key, figures)
  return figures
}
