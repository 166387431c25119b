import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type PostView, postsOf } from '../people/post-queries.ts'
import { mayChangeUnit } from '../policy.ts'
import { ancestorsOf } from '../relations/competence.ts'
import { spanCovers } from '../relations/scope.ts'
import type { Reader } from '../tables.ts'
import { childrenOf, countUnits } from './list-units.ts'
import { type LifeEvent, lifeOf } from './unit-life.ts'
import { findUnitByCode, getUnit, selectUnits, type UnitView, unitsByIds, withParents } from './unit-view.ts'
import { type Upcoming, upcomingOf } from './upcoming.ts'

/** Everything that a unit's page shows, as of a day. */
export interface UnitPage {
  readonly unit: UnitView
  readonly on: PlainDate
  /** Those above it in its own ladder, the highest first. */
  readonly above: readonly UnitView[]
  /** The committee that it acts for. */
  readonly actsFor: UnitView | null
  /** The bodies that act for it: a committee's standing committee. */
  readonly bodies: readonly UnitView[]
  readonly children: readonly UnitView[]
  /** All units directly below it, not only those shown. */
  readonly childrenTotal: number
  readonly posts: readonly PostView[]
  readonly mayChange: boolean
  /** What happened to it, the latest first. */
  readonly life: readonly LifeEvent[]
  /** Posts and holdings that are recorded for later days. */
  readonly upcoming: readonly Upcoming[]
}

/** So many children are shown; the rest is in the directory's list. */
const shownChildren = 10

/** @throws Refusal `not_found` */
export async function loadUnitPage(c: Context, code: string, on: PlainDate): Promise<UnitPage> {
  const unit = await getUnitByCode(c, code, on)
  return {
    unit,
    on,
    above: await unitsAbove(c, unit, on),
    actsFor: unit.actsForId === null ? null : await getUnit(c, unit.actsForId, on),
    bodies: await bodiesOf(c, unit.id, on),
    children: (await childrenOf(c, { unitId: unit.id, on, order: 'level', limit: shownChildren })).items,
    childrenTotal: await countUnits(c, { on, filter: { parentId: unit.id } }),
    posts: await postsOf(c, unit.id, on),
    mayChange: await mayChangeUnit(c, unit.id),
    life: await lifeOf(c, unit),
    upcoming: await upcomingOf(c, unit.id, on),
  }
}

/** The unit with this code, with its parents on a day. @throws Refusal `not_found` */
export async function getUnitByCode(c: Pick<Reader, 'db'>, code: string, on: PlainDate): Promise<UnitView> {
  const unit = await findUnitByCode(c, code, on)
  if (unit === undefined) throw notFound('unit')
  return unit
}

/** Those above a unit in its own ladder on a day, the highest first. */
async function unitsAbove(c: Context, unit: UnitView, on: PlainDate): Promise<readonly UnitView[]> {
  const ancestors = (await ancestorsOf(c, [unit.id], on)).get(unit.id) ?? []
  const ids = ancestors
    .filter(({ system, depth }) => system === unit.system && depth > 0)
    .sort((a, b) => b.depth - a.depth)
    .map(({ ancestorId }) => ancestorId)
  const units = await unitsByIds(c, ids, on)
  return ids.flatMap((id) => units.filter((one) => one.id === id))
}

async function bodiesOf(c: Context, unitId: string, on: PlainDate): Promise<readonly UnitView[]> {
  const rows = await selectUnits(c, on)
    .where('unit.acts_for_id', '=', unitId)
    .where(spanCovers('unit.valid_from', 'unit.valid_to', on))
    .orderBy('unit.name')
    .orderBy('unit.id')
    .limit(shownChildren)
    .execute()
  return withParents(c, rows, on)
}
