import type { PlainDate } from '../../platform/time/plain-date.ts'
import {
  type BadCell,
  type BadCells,
  badCellOf,
  type FaultCode,
  type RowPlace,
  type WarningCode,
} from './bad-cell.ts'
import { type Draft, type DraftHolding, touch } from './draft.ts'
import { type SheetKey, sheets } from './layout.ts'
import { vietnamese } from './vietnamese.ts'

/** What the one who imports may do, asked beforehand for all that is there. */
export interface Access {
  /** Ids of the units that they may change, with all that belongs to them. */
  readonly units: ReadonlySet<string>
  /** Ids of the persons whose names they may correct. */
  readonly persons: ReadonlySet<string>
  readonly mayFoundRoot: boolean
  /** Ids of the persons for whom they must not begin a holding: themselves. */
  readonly notAppointed: ReadonlySet<string>
}

export interface Detail {
  /** The heading of the column. */
  readonly heading: string
  readonly before: string
  readonly after: string
}

export type ChangeAct = 'add' | 'change' | 'end'

/** What one row would do. */
export interface Change {
  readonly sheet: SheetKey
  /** The number that the spreadsheet shows. */
  readonly row: number
  readonly act: ChangeAct
  /** What it is about, in words. */
  readonly subject: string
  readonly details: readonly Detail[]
}

export interface PlannedPaper {
  readonly unitId: string
  readonly act: 'found' | 'rename' | 'place' | 'end'
  readonly system: string | null
  readonly effectiveOn: string
  /** Null: the paper of the import. */
  readonly number: string | null
}

export interface EndingRow {
  readonly unitId: string
  readonly place: RowPlace
}

/** What the planning of each sheet works with. */
export interface Planning {
  readonly draft: Draft
  readonly access: Access
  readonly today: PlainDate
  /** From when a change counts that has no day of its own in the workbook. */
  readonly effectiveOn: PlainDate
  readonly newId: () => string
  readonly bad: BadCells
  readonly warnings: BadCells<WarningCode>
  readonly changes: Change[]
  readonly papers: PlannedPaper[]
  readonly ending: EndingRow[]
  readonly endingPosts: EndingRow[]
  /** The row that placed a unit below another, by the id of the placement. */
  readonly placedBy: Map<string, { readonly place: RowPlace; readonly key: string }>
  /** Holdings that begin, with their rows. */
  readonly begun: { readonly holding: DraftHolding; readonly place: RowPlace }[]
  readonly same: Record<SheetKey, number>
}

/** One row while it is planned: its faults, and what it changes. */
export class RowPlan {
  readonly details: Detail[] = []
  #cause: BadCell | undefined
  readonly #planning: Planning
  readonly place: RowPlace

  constructor(planning: Planning, place: RowPlace) {
    this.#planning = planning
    this.place = place
  }

  get isSound(): boolean {
    return this.#cause === undefined
  }

  fault(key: string, code: FaultCode, params: BadCell['params'] = {}): void {
    this.#breaks(this.#planning.bad.add(badCellOf(this.place, key, code, params)))
  }

  /** There is nothing with the mark that this row names: its own fault, or that of the row that was to bring it. */
  missing(key: string, code: 'unknown_unit' | 'unknown_post' | 'unknown_person', mark: string): void {
    const sheet = ({ unknown_unit: 'units', unknown_post: 'posts', unknown_person: 'persons' } as const)[code]
    const cause = this.#planning.bad.causeOf(sheet, mark)
    if (cause === undefined) this.fault(key, code, { code: mark })
    else this.#breaks(cause)
  }

  warn(key: string, code: WarningCode, params: BadCell['params']): void {
    this.#planning.warnings.add(badCellOf(this.place, key, code, params))
  }

  #breaks(cause: BadCell): void {
    this.#cause ??= cause
    const mark = this.place.found[sheets[this.place.sheet].columns[0]?.key ?? '']
    if (mark !== undefined) this.#planning.bad.breaks(this.place.sheet, mark, this.#cause)
  }

  detail(key: string, before: string | null, after: string): void {
    const heading = sheets[this.place.sheet].columns.find((column) => column.key === key)?.header ?? key
    this.details.push({ heading, before: before ?? '', after })
  }

  /** What cannot be changed here must be as it was. */
  fixed(
    key: string,
    before: string | boolean | null,
    after: string | boolean | undefined,
    shown: string,
  ): void {
    if (after === undefined || after === (before ?? '')) return
    const column = sheets[this.place.sheet].columns.find((one) => one.key === key)
    const label =
      column?.choice === undefined ? shown : (vietnamese[`${column.choice.prefix}.${shown}`] ?? shown)
    this.fault(key, 'fixed', { heading: column?.header ?? key, before: label })
  }

  /** Puts the row among the changes, or among those that change nothing. */
  done(act: ChangeAct, subject: string): void {
    if (act !== 'add' && this.details.length === 0) {
      this.#planning.same[this.place.sheet] += 1
      return
    }
    this.#planning.changes.push({
      sheet: this.place.sheet,
      row: this.place.row + 1,
      act,
      subject,
      details: this.details,
    })
  }
}

/** The text of a row under a key; undefined where nothing was said. */
export function textIn(values: Readonly<Record<string, string | boolean>>, key: string): string | undefined {
  const value = values[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Sets the first day on which a thing is no more, where a row says one; whether it did. */
export function endAsSaid(row: RowPlan, key: string, thing: Ending, to: string | undefined): boolean {
  if (to === undefined || to === thing.to) return false
  if (thing.to !== null) row.fault(key, 'ended_already', { on: thing.to })
  else if (to <= thing.from) row.fault(key, 'end_before_start', { from: thing.from })
  else {
    row.detail(key, null, to)
    thing.to = to
    touch(thing)
    return true
  }
  return false
}

type Ending = { readonly from: string; to: string | null; state: 'kept' | 'changed' | 'new' }

/** The later of two days that are text. */
export const later = (a: string, b: string) => [a, b].sort()[1] ?? a
