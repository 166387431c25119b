import type { PlainDate } from '../../../platform/time/plain-date.ts'
import {
  noProgrammeData,
  type ProgrammeChanges,
  type ProgrammeData,
} from '../../../programme/import/index.ts'
import type { HandedIn } from '../filling/register-rows.ts'

type Lists<Data> = {
  -readonly [Kind in keyof Data]?: (Data[Kind] extends readonly (infer Row)[] ? Row : never)[]
}

/** What one day brings: rows that are added, columns of rows that are changed, and the papers handed in for it. */
export interface DayFacts {
  readonly added: Lists<ProgrammeData>
  readonly changed: Lists<ProgrammeChanges>
  readonly uploads: HandedIn[]
}

export interface LaterDay {
  readonly on: PlainDate
  /** The version at which the work stands before; each day of it brings the next. Null where there is no work. */
  readonly workVersion: number | null
  readonly facts: DayFacts
}

/** What happens to one work, or to what many works share, in the order of the days. */
export interface LaterLife {
  readonly workId: string | null
  readonly days: readonly LaterDay[]
}

export const noFacts = (): DayFacts => ({ added: {}, changed: {}, uploads: [] })

interface Folded {
  readonly added: ProgrammeData
  readonly changed: ProgrammeChanges
  readonly uploads: readonly HandedIn[]
}

/**
 * The facts of several days as one: a row that is added on one of them and changed on a later one is added as it stands in the
 * end.
 *
 * @param days in the order of the days
 */
export function folded(days: readonly DayFacts[]): Folded {
  const added: Record<string, Record<string, unknown>[]> = {}
  const changed: Record<string, Map<string, Record<string, unknown>>> = {}
  const addedById = new Map<string, Record<string, unknown>>()
  for (const day of days) {
    for (const [kind, rows] of Object.entries(day.added)) {
      const copies = (rows as Record<string, unknown>[]).map((row) => ({ ...row }))
      const ofKind = added[kind] ?? []
      added[kind] = ofKind
      for (const copy of copies) ofKind.push(copy)
      for (const copy of copies) if (typeof copy.id === 'string') addedById.set(copy.id, copy)
    }
    for (const [kind, rows] of Object.entries(day.changed)) {
      const ofKind = changed[kind] ?? new Map<string, Record<string, unknown>>()
      changed[kind] = ofKind
      for (const row of rows as { readonly id: string }[]) {
        const mine = addedById.get(row.id)
        if (mine === undefined) ofKind.set(row.id, { ...ofKind.get(row.id), ...row })
        else Object.assign(mine, row)
      }
    }
  }
  const rowsOf = (kind: keyof ProgrammeChanges) => [...(changed[kind]?.values() ?? [])]
  return {
    added: { ...noProgrammeData, ...added },
    // What was typed row by row when it was made up comes out row by row.
    changed: {
      works: rowsOf('works'),
      spans: rowsOf('spans'),
      steps: rowsOf('steps'),
      evidence: rowsOf('evidence'),
      completions: rowsOf('completions'),
      adjustments: rowsOf('adjustments'),
    } as unknown as ProgrammeChanges,
    uploads: days.flatMap(({ uploads }) => uploads),
  }
}
