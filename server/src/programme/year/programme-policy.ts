import { inSubtree, loadUnitPlace, type PlacedColumns, type PlacedRecord } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { byRole, evaluate, is, type Rule, subjectOf } from '../../platform/permission/rule.ts'
import { Refusal } from '../../platform/refusal.ts'

type SettingsRule = Rule<PlacedRecord, PlacedColumns>

const administered: SettingsRule = byRole(['programme-admin'], is(inSubtree()))

/**
 * Who may set what a programme needs: its own administrator, over the body whose programme or content groups it is. It is
 * an office's part: opening a year or a window, or recording what a body's own paper allows, decides on no work.
 */
export const programmePolicy = {
  openProgramme: administered,
  saveTheme: administered,
  saveWindows: administered,
  saveContentGroup: administered,
  recordPolicy: administered,
} as const satisfies Record<string, SettingsRule>

export type ProgrammeAct = keyof typeof programmePolicy

/** Whether the actor may set it for this body. */
export async function mayForUnit(c: Context, act: ProgrammeAct, unitId: string): Promise<boolean> {
  return evaluate<PlacedRecord, PlacedColumns>(
    programmePolicy[act],
    subjectOf(c),
    await loadUnitPlace(c, unitId),
  )
}

/** @throws Refusal `forbidden`: that a programme and its themes are there is no secret */
export async function authorizeForUnit(c: Context, act: ProgrammeAct, unitId: string): Promise<void> {
  if (!(await mayForUnit(c, act, unitId))) throw new Refusal('forbidden', { act }, { status: 403 })
}
