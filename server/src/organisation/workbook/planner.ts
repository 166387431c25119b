import { createHash } from 'node:crypto'
import { newId } from '../../platform/id.ts'
import { type BadCell, BadCells, type RowPlace, type WarningCode } from './bad-cell.ts'
import { type Plan, type PlanInput, type PlannedWrites, planImport, writesOf } from './plan.ts'
import type { Change, PlannedPaper } from './planning.ts'
import type { PresentDirectory } from './present.ts'
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts'
import { type ImportReport, reportOf } from './report.ts'
import { marksOf, type WorkbookMarks } from './workbook-marks.ts'

/** What the one who imports may do, and from when a change counts. */
export type PlanGiven = Pick<PlanInput, 'access' | 'today' | 'effectiveOn'>

/** A plan as far as a preview, and the question whether it is still the same, need it. */
export interface PlanSummary {
  /** Without what other slices have against it. */
  readonly report: ImportReport
  readonly bad: { readonly shown: readonly BadCell[]; readonly count: number }
  /** Over every change with what was there before: equal only where the very same would be done. */
  readonly digest: string
  readonly papers: readonly PlannedPaper[]
  readonly ending: readonly PlannedEnding[]
}

/** A unit that would end by a row of the workbook. */
export interface PlannedEnding {
  readonly unitId: string
  readonly place: RowPlace
  readonly name: string
  readonly to: string | null
}

/** All that is carried out. */
export interface WholePlan {
  readonly changes: readonly Change[]
  readonly writes: PlannedWrites
  readonly papers: readonly PlannedPaper[]
}

export type PresentPart = keyof PresentDirectory
/** Some of the changes, or some of what is to be written. */
export interface Piece {
  readonly part: 'changes' | keyof PlannedWrites
  readonly things: readonly unknown[]
}

/** So many go over to another thread at once: nobody else waits for longer than these take. */
export const thingsAPiece = 1000

/**
 * Reads a workbook and plans it, step by step, for somebody who asks from another thread: what goes to and fro is small, or
 * comes in pieces.
 */
export class Planner {
  readonly #bad = new BadCells()
  readonly #warnings = new BadCells<WarningCode>()
  readonly #present: Record<PresentPart, unknown[]> = { units: [], posts: [], persons: [], holdings: [] }
  #workbook: ReadWorkbook | undefined
  #pieces: Iterator<Piece> | undefined

  async read(bytes: Uint8Array): Promise<WorkbookMarks> {
    this.#workbook = await readWorkbook(bytes, this.#bad, this.#warnings)
    return marksOf(this.#workbook)
  }

  /** Takes some of what is in the directory. */
  take(part: PresentPart, things: readonly unknown[]): void {
    this.#present[part].push(...things)
  }

  plan(given: PlanGiven): PlanSummary {
    const workbook = this.#workbook
    if (workbook === undefined) throw new Error('nothing was read yet')
    // They came over piece by piece as what they are.
    const present = this.#present as unknown as PresentDirectory
    const plan = planImport({
      ...given,
      workbook,
      present,
      newId,
      bad: this.#bad,
      warnings: this.#warnings,
    })
    this.#pieces = piecesOf(plan)
    const { shown, count } = this.#bad
    return {
      report: reportOf(plan, this.#bad, this.#warnings, workbook),
      bad: { shown, count },
      digest: digestOf(plan),
      papers: plan.papers.filter(({ unitId }) => plan.draft.units.has(unitId)),
      ending: plan.ending.flatMap(({ unitId, place }) => {
        const unit = plan.draft.units.get(unitId)
        return unit === undefined ? [] : [{ unitId, place, name: unit.name, to: unit.to }]
      }),
    }
  }

  /** The next piece of the whole plan; null after the last. */
  more(): Piece | null {
    const next = this.#pieces?.next()
    return next === undefined || next.done === true ? null : next.value
  }
}

function digestOf({ changes }: Plan): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex')
}

function* piecesOf({ changes, draft }: Plan): Generator<Piece> {
  for (const [part, things] of Object.entries({ changes, ...writesOf(draft) }))
    for (let at = 0; at < things.length; at += thingsAPiece)
      yield { part: part as Piece['part'], things: things.slice(at, at + thingsAPiece) }
}
