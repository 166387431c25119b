import type { Context } from '../../platform/context.ts'
import { programmeDb } from '../tables.ts'
import type { LoadedWork } from '../work.ts'

/** The request for another date or target that waits for the assigning body; a work has at most one. */
export async function pendingAdjustment(c: Context, work: LoadedWork) {
  return programmeDb(c)
    .selectFrom('adjustment')
    .selectAll()
    .where('work_id', '=', work.row.id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
}
