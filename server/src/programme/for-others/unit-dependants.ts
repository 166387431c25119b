import { sql } from 'kysely'
import type { UnitDependants } from '../../organisation/index.ts'
import { transitions } from '../rules/states.ts'
import { programmeDb } from '../tables.ts'

// What still has to be decided on or carried out; a work with a result stays with the unit's history.
const unfinished: readonly string[] = [...transitions.lapse.from, ...transitions.terminate.from]

/** A unit cannot end while works that it looks after are unfinished: they are completed, withdrawn, rejected or dropped first. */
export const unfinishedWorks: UnitDependants = async (c, ending) => {
  const rows = await programmeDb(c)
    .selectFrom('work')
    .select(['custodian_unit_id as unitId', sql<number>`count(*)`.as('count')])
    .where('custodian_unit_id', '=', sql<string>`any(${ending.map((unit) => unit.unitId)}::uuid[])`)
    .where('state', '=', sql<string>`any(${[...unfinished]}::text[])`)
    .groupBy('custodian_unit_id')
    .execute()
  const byId = new Map(ending.map((unit) => [unit.unitId, unit]))
  return rows.flatMap(({ unitId, count }) => {
    const unit = byId.get(unitId)
    if (unit === undefined) return []
    return [{ code: 'unit_has_works', params: { name: unit.name, count }, subject: unitId }]
  })
}
