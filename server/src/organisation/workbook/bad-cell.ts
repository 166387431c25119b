import type { RefusalParams } from '../../platform/refusal.ts'
import { cellAddress, type SheetKey, sheets } from './layout.ts'

/** What is wrong with a cell: each has a sentence `workbook.fault.<code>` that says what to do. */
export const faultCodes = [
  'sheet_hidden',
  'sheet_twice',
  'heading_unknown',
  'heading_missing',
  'heading_twice',
  'too_many_rows',
  'merged',
  'formula',
  'error_value',
  'required',
  'too_long',
  'no_text',
  'no_date',
  'far_date',
  'no_flag',
  'no_choice',
  'unit_code',
  'unit_code_reserved',
  'twice',
  'unknown_unit',
  'unknown_post',
  'unknown_person',
  'name_differs',
  'fixed',
  'not_yours',
  'root_not_yours',
  'not_there',
  'ended_already',
  'end_before_start',
  'body_of_body',
  'cycle',
  'later_change',
  'head_twice',
  'held_already',
  'own_holding',
  'has_children',
  'has_bodies',
  'has_holders',
  'manages_posts',
  'has_future',
  'depends_elsewhere',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** What should be looked at and keeps nobody from going on: each has a sentence `workbook.warning.<code>`. */
export const warningCodes = ['footer_left', 'placed_later', 'managed_later', 'same_name'] as const
export type WarningCode = (typeof warningCodes)[number]

/** A cell that keeps the workbook from being taken in; or, with another code, one that should be looked at. */
export interface BadCell<Code extends string = FaultCode> {
  readonly sheet: string
  /** `C17`; a whole sheet has its first cell. */
  readonly cell: string
  /** What stands there, shortened. */
  readonly found: string
  readonly code: Code
  readonly params: RefusalParams
  /** Other rows that cannot be taken in only because this one cannot. */
  readonly dependants?: number
}

/** So many are shown; all are counted. */
export const shownBadCells = 1000

const maxFound = 80

/** Collects bad cells up to what is shown, and counts the rest. */
export class BadCells<Code extends string = FaultCode> {
  readonly shown: BadCell<Code>[]
  count: number
  readonly #causes = new Map<string, BadCell<Code>>()

  /** Goes on where others, counted elsewhere, left off. */
  constructor(
    before: { readonly shown: readonly BadCell<Code>[]; readonly count: number } = { shown: [], count: 0 },
  ) {
    this.shown = [...before.shown]
    this.count = before.count
  }

  /** @returns the cell as it is kept */
  add(cell: BadCell<Code>): BadCell<Code> {
    this.count += 1
    const kept = {
      ...cell,
      found: cell.found.length > maxFound ? `${cell.found.slice(0, maxFound)}…` : cell.found,
    }
    if (this.shown.length < shownBadCells) this.shown.push(kept)
    return kept
  }

  /** Remembers that nothing with this mark, or nothing of this sheet at all, could be taken in, and why. */
  breaks(sheet: SheetKey, mark: string | null, cause: BadCell<Code>): void {
    const key = mark === null ? sheet : `${sheet} ${mark}`
    if (!this.#causes.has(key)) this.#causes.set(key, cause)
  }

  /** The cell for whose sake there is nothing with this mark, where the workbook meant to bring it; it counts one more row. */
  causeOf(sheet: SheetKey, mark: string): BadCell<Code> | undefined {
    const cause = this.#causes.get(`${sheet} ${mark}`) ?? this.#causes.get(sheet)
    if (cause !== undefined) Object.assign(cause, { dependants: (cause.dependants ?? 0) + 1 })
    return cause
  }
}

/** Where a row stands: what a bad cell is named by. */
export interface RowPlace {
  readonly sheet: SheetKey
  /** From 0, the heading included. */
  readonly row: number
  /** Column number by key, as the headings of this file stand. */
  readonly columns: ReadonlyMap<string, number>
  /** What stands in the cells, by key. */
  readonly found: Readonly<Record<string, string>>
}

/** The bad cell of a row in the column with this key; where the file has no such column, in the row's first cell. */
export function badCellOf<Code extends string = FaultCode>(
  place: RowPlace,
  key: string,
  code: Code,
  params: RefusalParams = {},
): BadCell<Code> {
  return {
    sheet: sheets[place.sheet].name,
    cell: cellAddress(place.row, place.columns.get(key) ?? 0),
    found: place.found[key] ?? '',
    code,
    params,
  }
}
