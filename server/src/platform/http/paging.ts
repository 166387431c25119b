import { Refusal } from '../refusal.ts'

/** Where a page of a list begins: the sort values of the row before it. Opaque to the caller. */
export type CursorValues = readonly (string | number | null)[]

export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url')
}

/** @throws Refusal `cursor_invalid` where it is not one of ours or not of this list */
export function decodeCursor(cursor: string, length: number): CursorValues {
  const refused = new Refusal('cursor_invalid', {}, { status: 400 })
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(values) || values.length !== length) throw refused
    if (!values.every((value) => value === null || typeof value === 'string' || typeof value === 'number'))
      throw refused
    return values as CursorValues
  } catch {
    throw refused
  }
}
