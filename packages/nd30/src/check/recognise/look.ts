import type { Run } from '../../read/read-document.ts'
import type { Fragment, Piece } from './piece.ts'

/** How the letters of a piece look together. Spaces and what is no letter or figure do not count, unless there is nothing else. */
export interface PieceLook {
  /** Half points of most of its letters, and all sizes there are. */
  readonly sizeHalfPoints: number
  readonly sizes: ReadonlySet<number>
  readonly bold: Share
  readonly italic: Share
  readonly underline: Share
  /** Whether every letter is shown as a capital. */
  readonly capital: boolean
}

export type Share = 'all' | 'some' | 'none'

const letterOrFigure = /[\p{L}\p{N}]/u
const countable = /[\p{L}\p{N}]/gu

/** The fragments of a piece that have letters or figures; all of them where none has. */
export function inkOf(piece: Piece): readonly Fragment[] {
  const ink = piece.fragments.filter(({ run, from, to }) => letterOrFigure.test(run.text.slice(from, to)))
  return ink.length > 0 ? ink : piece.fragments
}

export function lookOf(piece: Piece): PieceLook {
  const known = looks.get(piece)
  if (known) return known
  const look = findLook(piece)
  looks.set(piece, look)
  return look
}

/** Every rule asks for it; pieces never change. */
const looks = new WeakMap<Piece, PieceLook>()

function findLook(piece: Piece): PieceLook {
  const ink = inkOf(piece)
  const lettersOfSize = new Map<number, number>()
  for (const { run, from, to } of ink) {
    const letters = run.text.slice(from, to).match(countable)?.length ?? 0
    lettersOfSize.set(run.sizeHalfPoints, (lettersOfSize.get(run.sizeHalfPoints) ?? 0) + letters)
  }
  let most = -1
  let sizeHalfPoints = 0
  for (const [size, letters] of lettersOfSize)
    if (letters > most) {
      most = letters
      sizeHalfPoints = size
    }
  return {
    sizeHalfPoints,
    sizes: new Set(lettersOfSize.keys()),
    bold: shareOf(ink, (run) => run.bold),
    italic: shareOf(ink, (run) => run.italic),
    underline: shareOf(ink, (run) => run.underline !== 'none' && run.underline !== ''),
    capital: isCapital(shownText(piece)),
  }
}

/** Its words as they are shown: capitals where the letters are set in capitals. */
export function shownText(piece: Piece): string {
  if (!piece.fragments.some(({ run }) => run.caps)) return piece.text
  if (piece.fragments.every(({ run }) => run.caps)) return piece.text.toUpperCase()
  return piece.fragments
    .map(({ run, from, to }) => {
      const text = run.text.slice(from, to)
      return run.caps ? text.toUpperCase() : text
    })
    .join('')
    .normalize('NFC')
    .trim()
}

/** Whether there is a letter and none of them is small. */
export function isCapital(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

function shareOf(fragments: readonly Fragment[], has: (run: Run) => boolean): Share {
  const count = fragments.filter(({ run }) => has(run)).length
  if (count === 0) return 'none'
  return count === fragments.length ? 'all' : 'some'
}
