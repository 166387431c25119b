import type { Run } from '../../read/read-document.ts'
import type { Piece } from '../recognise/piece.ts'
import type { Repair } from '../repair.ts'

/** Letters `from` to `to` of a piece's `raw` text become `by`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly by: string
}

/** Repairs of the runs that an edit touches: what is new stands in the first of them. */
export function editText(piece: Piece, edits: readonly Edit[]): readonly Repair[] {
  return edits.flatMap((edit) => editOnce(piece, edit))
}

function editOnce(piece: Piece, { from, to, by }: Edit): readonly Repair[] {
  const repairs: Repair[] = []
  let at = 0
  let placed = false
  for (const { run, from: start, to: stop } of piece.fragments) {
    const length = stop - start
    const cutFrom = Math.max(from - at, 0)
    const cutTo = Math.min(to - at, length)
    const within = from === to ? !placed && from >= at && from <= at + length : cutTo > cutFrom
    if (within) {
      repairs.push({
        type: 'text',
        run,
        from: start + cutFrom,
        to: start + Math.max(cutTo, cutFrom),
        by: placed ? '' : by,
      })
      placed = true
    }
    at += length
  }
  return repairs
}

/**
 * The edit that makes the piece say `wanted`: only the letters that differ, found from both ends. None where its letters
 * are not those that are written (a legacy encoding, uncomposed letters): those are mended first.
 */
export function rewrite(piece: Piece, wanted: string): readonly Repair[] {
  const written = piece.raw.replaceAll('\u00a0', ' ')
  const start = written.length - written.trimStart().length
  const old = written.trim()
  if (old !== piece.text || piece.fragments.some(({ run }) => run.symbol || run.field !== null)) return []
  if (old === wanted) return []
  let head = 0
  while (head < Math.min(old.length, wanted.length) && old[head] === wanted[head]) head++
  let tail = 0
  const most = Math.min(old.length, wanted.length) - head
  while (tail < most && old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++
  return editText(piece, [
    { from: start + head, to: start + old.length - tail, by: wanted.slice(head, wanted.length - tail) },
  ])
}

/** Repairs that write a run's letters anew; tabs, breaks and hyphens between them stay where they are. */
export function convertRun(run: Run, convert: (text: string) => string): readonly Repair[] {
  return [...run.text.matchAll(/[^\t\n\u00ad\u2011]+/gu)].flatMap((found): readonly Repair[] => {
    const by = convert(found[0])
    if (by === found[0]) return []
    return [{ type: 'text', run, from: found.index, to: found.index + found[0].length, by }]
  })
}
