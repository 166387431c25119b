import type { PlainDate } from '../plain-date.ts'

/** A working day off in exchange for a day of rest that is worked (hoán đổi ngày làm việc, làm bù). */
export interface Swap {
  readonly dayOff: PlainDate
  /** Null where it is not known yet, which only a provisional year may say. */
  readonly makeUpDay: PlainDate | null
}

/** The yearly notice of public holidays for civil servants. */
export interface Notice {
  readonly number: string
  readonly issuedOn: PlainDate
}

interface YearChoices {
  readonly year: number
  /** The five days of Tết in a row, days of weekly rest among them included. */
  readonly tet: readonly PlainDate[]
  /** 1 or 3 September; null before 2021, when National Day was one day. */
  readonly nationalDayAdjacent: PlainDate | null
  readonly swaps: readonly Swap[]
  /** Where the choices were read. */
  readonly source: string
  /** Days of which we know from second hand only: the text of the notice was not read. */
  readonly likely: readonly PlainDate[]
}

/**
 * What is chosen anew for each year. Everything else (days of law, lunar days, days in lieu) is computed.
 *
 * @see docs/design.md, Data
 */
export type YearFile =
  | (YearChoices & { readonly status: 'announced'; readonly notice: Notice | null })
  | (YearChoices & { readonly status: 'provisional' })

export type YearStatus = YearFile['status']
