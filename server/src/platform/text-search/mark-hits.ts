import { FitReader } from './fit.ts'
import type { Search } from './parse-search.ts'
import { wordsOf } from './words.ts'

/** A piece of a text, and whether it is what was looked for. */
export interface MarkedPiece {
  readonly text: string
  readonly hit: boolean
}

/** Cuts a text into what was looked for and the rest; hits side by side are one. `beside`: other texts of the same thing. */
export function markHits(search: Search, text: string, beside = ''): readonly MarkedPiece[] {
  const whole = text.normalize('NFC')
  const words = wordsOf(whole)
  const isMarked = new FitReader(search).markedIn(words, wordsOf(beside.normalize('NFC')))
  const pieces: MarkedPiece[] = []
  let done = 0
  let open: { start: number; end: number } | null = null
  const close = () => {
    if (open === null) return
    if (open.start > done) pieces.push({ text: whole.slice(done, open.start), hit: false })
    pieces.push({ text: whole.slice(open.start, open.end), hit: true })
    done = open.end
    open = null
  }
  for (const word of words) {
    if (!isMarked(word)) close()
    else if (open === null) open = { start: word.start, end: word.end }
    else open = { start: (open as { start: number }).start, end: word.end }
  }
  close()
  if (done < whole.length) pieces.push({ text: whole.slice(done), hit: false })
  return pieces
}
