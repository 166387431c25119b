import { isId } from '../../platform/id.ts'
import type { ReadWorkbook, SheetRow } from './read-workbook.ts'

/** What a workbook names: by it the directory is asked for what is there. */
export interface WorkbookMarks {
  readonly posts: Marks
  readonly persons: Marks
  /** Codes of the units that it would end. */
  readonly ended: readonly string[]
}

export interface Marks {
  readonly ids: readonly string[]
  readonly codes: readonly string[]
}

export function marksOf({ rows }: ReadWorkbook): WorkbookMarks {
  return {
    posts: marksIn([...rows.posts, ...rows.holdings], ['mark', 'post']),
    persons: marksIn([...rows.persons, ...rows.holdings], ['mark', 'person']),
    ended: rows.units.flatMap(({ values: { validTo, code } }) =>
      validTo === undefined || typeof code !== 'string' ? [] : [code],
    ),
  }
}

function marksIn(rows: readonly SheetRow[], keys: readonly string[]): Marks {
  const marks = new Set(
    rows.flatMap(({ values }) => keys.map((key) => values[key]).filter((mark) => typeof mark === 'string')),
  )
  return { ids: [...marks].map((mark) => mark.toLowerCase()).filter(isId), codes: [...marks] }
}
