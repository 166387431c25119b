import { isId } from '../id.ts'
import { Refusal } from '../refusal.ts'
import { parsePlainDate } from '../time/plain-date.ts'

/** A part of a list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Where the next page begins; null on the last one. */
  readonly next: string | null
}

/** The maximum number of rows of a page. */
export const maxPageSize = 200

/** How many rows somebody gets who asks for `limit`. */
export const pageSizeOf = (limit: number | undefined, { usual = 50, most = maxPageSize } = {}): number =>
  Math.min(Math.max(limit ?? usual, 1), most)

/**
 * Cuts a page out of rows that were asked for with one more than `size`: that one only says that there is a next page.
 * @param placeOf the sort values of a row, for the cursor
 */
export function cutPage<Row>(
  rows: readonly Row[],
  size: number,
  placeOf: (row: Row) => CursorValues,
): Page<Row> {
  const items = rows.slice(0, size)
  const last = rows.length > size ? items.at(-1) : undefined
  return { items, next: last === undefined ? null : encodeCursor(placeOf(last)) }
}

/** Where a page of a list begins: the sort values of the row before it. Opaque to the caller. */
export type CursorValues = readonly (string | number | null)[]

export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url')
}

/** What a place of a cursor holds; the database would take nothing else there. */
export type CursorKind = 'id' | 'day' | 'instant' | 'number' | 'text'

const isOfKind: Readonly<Record<CursorKind, (value: string | number | null) => boolean>> = {
  id: (value) => typeof value === 'string' && isId(value),
  day: (value) => typeof value === 'string' && parsePlainDate(value) !== null,
  instant: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d[T ][\d:.]{8,20}(?:Z|[+-]\d\d(?::?\d\d)?)?$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  // What PostgreSQL's integer holds.
  number: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
  text: (value) => typeof value === 'string' && !value.includes('\u0000'),
}

/**
 * Parses a cursor: it comes from the client, so nothing in it is trusted.
 * @param shape how many values the list's order has, or the type of each
 * @throws Refusal `cursor_invalid` if it is not a valid cursor of this list
 */
export function decodeCursor(cursor: string, shape: number | readonly CursorKind[]): CursorValues {
  const refused = new Refusal('cursor_invalid', {}, { status: 400 })
  const kinds = typeof shape === 'number' ? null : shape
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(values) || values.length !== (kinds?.length ?? shape)) throw refused
    if (!values.every((value) => value === null || typeof value === 'string' || typeof value === 'number'))
      throw refused
    if (kinds !== null && !kinds.every((kind, at) => isOfKind[kind](values[at]))) throw refused
    return values as CursorValues
  } catch {
    throw refused
  }
}
