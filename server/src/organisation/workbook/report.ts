import type { BadCell, BadCells, WarningCode } from './bad-cell.ts'
import { type SheetKey, sheetKeys } from './layout.ts'
import type { Plan } from './plan.ts'
import type { Change, ChangeAct } from './planning.ts'
import type { ReadWorkbook } from './read-workbook.ts'

/** So many changes are shown; all are counted. */
const shownChanges = 1000

export interface SheetCounts extends Readonly<Record<ChangeAct, number>> {
  /** Rows that would change nothing. */
  readonly same: number
}

/** What the preview shows: how much would be done, the changes themselves, and the cells that keep it from being done. */
export interface ImportReport {
  readonly counts: Readonly<Record<SheetKey, SheetCounts>>
  readonly changes: readonly Change[]
  readonly changesTotal: number
  readonly badCells: readonly BadCell[]
  readonly badCellsTotal: number
  /** Missing in reports of imports from before there were any. */
  readonly warnings?: readonly BadCell<WarningCode>[]
  readonly warningsTotal?: number
  readonly ignoredSheets: readonly string[]
}

export function reportOf(
  plan: Plan,
  bad: BadCells,
  warnings: BadCells<WarningCode>,
  workbook: ReadWorkbook,
): ImportReport {
  const counts = Object.fromEntries(
    sheetKeys.map((key) => [key, { add: 0, change: 0, end: 0, same: plan.same[key] }]),
  ) as Record<SheetKey, Record<ChangeAct | 'same', number>>
  for (const change of plan.changes) counts[change.sheet][change.act] += 1
  return {
    counts,
    changes: plan.changes.slice(0, shownChanges),
    changesTotal: plan.changes.length,
    badCells: bad.shown,
    badCellsTotal: bad.count,
    warnings: warnings.shown,
    warningsTotal: warnings.count,
    ignoredSheets: workbook.ignoredSheets,
  }
}
