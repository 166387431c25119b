import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Goal } from '../rules/targets.ts'
import { targetOf } from './target-facts.ts'
import { targetRowsOn } from './target-rows.ts'

/** What a target asks for: in a decision's annex no more of it is printed. */
export interface WorkGoal {
  readonly measure: string
  readonly unit: string | null
  readonly goal: Goal
  readonly exceptions: readonly string[]
  readonly recognitionRequired: boolean
}

/** What the targets of the works asked for on a day, by work, in two queries: an adjustment of a later day is undone. */
export async function goalsOn(
  c: Context,
  workIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, readonly WorkGoal[]>> {
  const goals = new Map<string, WorkGoal[]>()
  for (const row of await targetRowsOn(c, workIds, on)) {
    const { measure, unit, goal, exceptions, recognitionRequired } = targetOf(row)
    const ofWork = goals.get(row.work_id) ?? []
    ofWork.push({ measure, unit, goal, exceptions, recognitionRequired })
    goals.set(row.work_id, ofWork)
  }
  return goals
}
