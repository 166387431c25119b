import type { Line } from './lines.ts'
import { isDashes, isPostLine } from './shapes-of-lines.ts'
import { beginningOf, bodyBeginnings } from './words.ts'

export interface IssuingBodies {
  readonly superior: readonly Line[]
  readonly issuer: readonly Line[]
}

export interface HeadPlaces {
  readonly number: Line | undefined
  /** What usually stands at the right: country, motto, the Party's title, date. */
  readonly right: readonly (Line | undefined)[]
  /** Index of the kind's line: bodies stand above it. */
  readonly before: number
}

const mostLines = 8

/** The body directly above and the issuing body, from the column of the head in which no country and no date stand. */
export function issuingBodies(
  top: readonly Line[],
  taken: ReadonlySet<Line | undefined>,
  letterAbstract: readonly Line[],
  { number, right, before }: HeadPlaces,
): IssuingBodies {
  const beside = right.find((line) => line !== undefined && line.side !== 'full') ?? undefined
  const columnSide = beside ? (beside.side === 'right' ? 'left' : 'right') : number?.side
  const tables = new Set([number, ...right].filter((line) => line !== undefined).map((line) => line.table))
  if (tables.size === 0) tables.add(null)
  const names = top
    .slice(0, before)
    .filter(
      (line) =>
        !taken.has(line) &&
        !letterAbstract.includes(line) &&
        !isDashes(line) &&
        line.piece.text.length <= 200 &&
        tables.has(line.table) &&
        (columnSide === undefined || columnSide === 'full' ? line.look.capital : line.side === columnSide) &&
        /\p{L}/u.test(line.piece.text),
    )
    .filter((line) => number === undefined || top.indexOf(line) < top.indexOf(number) || beside !== undefined)
    .slice(0, mostLines)
  return splitNames(names.filter((line) => !isBelow(line, number)))
}

/** In the same cell as the number but further down: no body. */
function isBelow(line: Line, number: Line | undefined): boolean {
  return (
    number !== undefined &&
    line.table === number.table &&
    line.side === number.side &&
    line.paragraphIndex > number.paragraphIndex
  )
}

/** A name that does not begin as bodies' do goes on with the one above; the last body issues, those before are above it. */
function splitNames(lines: readonly Line[]): IssuingBodies {
  const names: Line[][] = []
  for (const line of lines) {
    const last = names.at(-1)
    if (last && !beginsName(line, last)) last.push(line)
    else names.push([line])
  }
  if (names.length < 2) return { superior: [], issuer: names.flat() }
  return { superior: names.slice(0, -1).flat(), issuer: names.at(-1) ?? [] }
}

const continued = /(?:,| VÀ| TRỰC THUỘC| CỦA|[-–])$/u

function beginsName(line: Line, above: readonly Line[]): boolean {
  const last = above.at(-1)
  if (last === undefined || continued.test(last.piece.text.toUpperCase())) return false
  // `CHỦ TỊCH` above the body whose head he is, and bodies of one rank that issue together.
  if (isPostLine(last)) return false
  const rank = (each: Line) => beginningOf(each.piece.text, bodyBeginnings)
  if (
    rank(line) !== null &&
    rank(line) === rank(last) &&
    last.look.bold === 'all' &&
    line.look.bold === 'all'
  )
    return false
  if (rank(line) !== null) return true
  return last.look.bold === 'none' && line.look.bold === 'all'
}
