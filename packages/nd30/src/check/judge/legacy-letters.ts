import type { Run } from '../../read/read-document.ts'
import { softHyphen } from '../../read/resolve/run-pieces.ts'
import { type ShownPiece, shownPiecesOf } from '../../read/resolve/shown-pieces.ts'
import { composed } from '../../text/compose.ts'
import { type Legacy, legacyOfFont, toUnicode, unicodeLetters } from '../../text/legacy/legacy.ts'
import { legacyOfRuns } from '../../text/legacy/legacy-of-run.ts'
import type { Repair } from '../repair.ts'

export interface LegacyRun {
  readonly run: Run
  readonly legacy: Legacy
  /** Its letters are of Unicode, but for symbols whose own typeface is an old one. */
  readonly symbolsOnly?: boolean
}

const inked = /[\p{L}\p{N}]/u

/** Runs whose typeface is of an old encoding and that show a letter: its code may be that of a sign or of a hyphen. */
export function legacyRunsOf(runs: readonly Run[]): readonly LegacyRun[] {
  const encodings = legacyOfRuns(runs)
  return runs.flatMap((run, at): readonly LegacyRun[] => {
    if (run.hidden) return []
    const legacy = encodings[at]
    if (legacy) return inked.test(toUnicode(run.text, legacy)) ? [{ run, legacy }] : []
    const ofSymbol = run.symbol ? legacySymbolOf(run) : null
    return ofSymbol ? [{ run, legacy: ofSymbol, symbolsOnly: true }] : []
  })
}

/** `w:sym` names a typeface of its own, whatever that of its run is. */
function legacySymbolOf(run: Run): Legacy | null {
  for (const piece of shownPiecesOf(run.element, run.text) ?? []) {
    const legacy = isSymbol(piece) ? legacyOfFont(fontOf(piece)) : null
    if (legacy) return legacy
  }
  return null
}

const isSymbol = (piece: ShownPiece) => piece.type === 'sign' && piece.symbol
const fontOf = ({ element }: ShownPiece) => element.attributes.get('w:font') ?? ''

interface Letters {
  readonly run: Run
  readonly from: number
  readonly to: number
  /** null: it stays as it is, and no mark behind it is of a letter before it. */
  readonly legacy: Legacy | null
  readonly symbol: boolean
}

/**
 * Writes runs in Unicode and sets their typeface: all or none of them. Where it cannot be told of one run where its letters
 * stand, a mark at its edge could not go to its letter, and in another typeface its letters would be lost.
 */
export function convertLegacy(runs: readonly LegacyRun[], font: string): readonly Repair[] {
  const stretches: Letters[][] = []
  let last: Letters | undefined
  for (const each of runs) {
    const letters = lettersOf(each)
    if (letters === null) return []
    for (const next of letters) {
      const goesOn =
        last?.legacy && next.legacy && sameEncoding(last.legacy, next.legacy) && follows(last, next)
      if (goesOn) stretches.at(-1)?.push(next)
      else stretches.push([next])
      last = next
    }
  }
  return [
    ...stretches.flatMap(convertStretch),
    ...runs
      .filter(({ symbolsOnly }) => !symbolsOnly)
      .map(({ run }): Repair => ({ type: 'run', run, set: { font } })),
  ]
}

const sameEncoding = (one: Legacy, other: Legacy) =>
  one.encoding === other.encoding && one.capital === other.capital

const follows = (one: Letters, other: Letters) =>
  one.run === other.run || (other.run.number === one.run.number + 1 && other.from === 0)

/** The pieces of a run; those that are no letters of its typeface keep what they are. */
function lettersOf({ run, legacy, symbolsOnly }: LegacyRun): readonly Letters[] | null {
  const pieces = shownPiecesOf(run.element, run.text)
  if (pieces === null) return null
  let from = 0
  return pieces.map((piece) => {
    const to = from + piece.text.length
    const isLetters = !symbolsOnly && (piece.type === 'text' || piece.text === softHyphen)
    const letters = {
      run,
      from,
      to,
      legacy: isLetters ? legacy : null,
      symbol: isSymbol(piece) && legacyOfFont(fontOf(piece)) !== null,
    }
    from = to
    return letters
  })
}

/** One change for each piece: a mark that stands in the next one goes to its letter. */
function convertStretch(stretch: readonly Letters[]): readonly Repair[] {
  const [first] = stretch
  const written = stretch.map(({ run, from, to }) => run.text.slice(from, to)).join('')
  const letters = first?.legacy ? unicodeLetters(written, first.legacy) : [...written]
  let at = 0
  return stretch.flatMap(({ run, from, to, legacy, symbol }): readonly Repair[] => {
    const old = run.text.slice(from, to)
    const by = legacy ? composed(letters.slice(at, at + to - from).join('')) : old
    at += to - from
    return by === old && !symbol ? [] : [{ type: 'text', run, from, to, by }]
  })
}
