import { type ShownPiece, shownPiecesOf } from '../../read/resolve/shown-pieces.ts'
import type { XmlElement } from '../../read/xml.ts'
import { type Edits, escapeText } from './edits.ts'
import { elementName, wordNamesAt } from './written.ts'

/** Letters `from` to `to` of a run's text become `by`. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly by: string
}

/** Letters that go before or behind a sign. */
interface Beside {
  readonly piece: Shown
  readonly place: 'start' | 'end'
  readonly by: string
}

type Shown = ShownPiece

/**
 * Changes the text of a run. Nothing is done where the run's pieces do not give the text that was read (parts of it stand
 * in the code of a field): where a letter stands cannot be told there.
 */
export function changeText(
  edits: Edits,
  part: string,
  run: XmlElement,
  shown: string,
  changes: readonly TextChange[],
) {
  const pieces = shownPiecesOf(run, shown)
  if (pieces === null) return
  const ordered = changes.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const texts = new Map<Shown, TextChange[]>()
  const gone = new Map<Shown, string>()
  const beside: Beside[] = []
  let before = 0
  for (const change of ordered) {
    if (change.from < before || change.to > shown.length || change.to < change.from)
      throw new RangeError(`two repairs want the letters ${change.from} to ${change.to} of a run`)
    before = change.to
    share(change, pieces, texts, gone, beside)
  }
  for (const [piece, own] of texts) changePiece(edits, part, piece, own)
  const name = elementName(wordNamesAt(edits.text(part), run), 'w:t')
  const textXml = (text: string) =>
    text === '' ? '' : `<${name} xml:space="preserve">${escapeText(text)}</${name}>`
  for (const [piece, by] of gone) edits.splice(part, piece.element.start, piece.element.end, textXml(by))
  for (const { piece, place, by } of beside)
    edits.splice(part, piece.element[place], piece.element[place], textXml(by))
}

/** Parts a change among the pieces that it touches: the new letters go to the first that holds letters. */
function share(
  change: TextChange,
  pieces: readonly Shown[],
  texts: Map<Shown, TextChange[]>,
  gone: Map<Shown, string>,
  beside: Beside[],
) {
  let at = 0
  let { by } = change
  const touched = pieces
    .map((piece) => {
      const start = at
      at += piece.text.length
      return { piece, start, end: at }
    })
    .filter(({ start, end }) =>
      change.from === change.to
        ? start <= change.from && change.from <= end
        : start < change.to && end > change.from,
    )
  const home = touched.find(({ piece }) => piece.type === 'text') ?? touched[0]
  for (const { piece, start, end } of touched) {
    const own = {
      from: Math.max(0, change.from - start),
      to: Math.min(end - start, change.to - start),
      by: piece === home?.piece ? by : '',
    }
    if (piece === home?.piece) by = ''
    if (piece.type === 'text') {
      if (own.from < own.to || own.by !== '') texts.set(piece, [...(texts.get(piece) ?? []), own])
    } else if (change.from < change.to) gone.set(piece, own.by)
    else if (own.by !== '') beside.push({ place: change.from > start ? 'end' : 'start', piece, by: own.by })
  }
}

function changePiece(edits: Edits, part: string, piece: Shown, changes: readonly TextChange[]) {
  const { element } = piece
  const source = edits.text(part).slice(element.contentStart, element.contentEnd)
  const changed = changes.reduceRight(
    (text, { from, to, by }) => text.slice(0, from) + by + text.slice(to),
    piece.text,
  )
  const preserved = element.attributes.get('xml:space') === 'preserve'
  const offsets = preserved || changed === changed.trim() ? letterOffsets(source) : null
  const skipped = piece.type === 'text' ? piece.skipped : 0
  if (offsets === null) {
    const { writtenName } = element
    const xml = `<${writtenName} xml:space="preserve">${escapeText(changed)}</${writtenName}>`
    edits.splice(part, element.start, element.end, xml)
    return
  }
  for (const { from, to, by } of changes) {
    const start = offsets[from + skipped] ?? source.length
    const end = offsets[to + skipped] ?? source.length
    edits.splice(part, element.contentStart + start, element.contentStart + end, escapeText(by))
  }
}

/** Where each letter begins in what is written; null where there is more than letters and references. */
function letterOffsets(source: string): number[] | null {
  if (/[<\r]/.test(source)) return null
  const offsets: number[] = []
  let at = 0
  while (at < source.length) {
    offsets.push(at)
    if (source[at] !== '&') {
      at += 1
      continue
    }
    const end = source.indexOf(';', at) + 1
    if (end === 0) return null
    // A reference to a letter beyond U+FFFF is two units of the text.
    const code = /^&#(x?)([\da-f]+);$/i.exec(source.slice(at, end))
    if (code && Number.parseInt(code[2] ?? '', code[1] ? 16 : 10) > 0xffff) offsets.push(at)
    at = end
  }
  offsets.push(at)
  return offsets
}
