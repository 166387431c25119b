import { type PdfDict, type PdfObject, PdfStream, PdfString } from '../../pdf/objects.ts'
import { readToUnicode } from '../to-unicode.ts'
import { nameIn } from './dict-rules.ts'
import type { Inspection } from './finding.ts'

/** NUL and the byte order marks stand for no character. */
const none = new Set([0x0000, 0xfeff, 0xfffe])
const identity = new Set(['Identity-H', 'Identity-V'])

/** What each font shows, judged once all pages are read: each code has its letters (ISO 19005-2, 6.2.11.7.2). */
export class LetterJudge {
  readonly #seen: Inspection
  readonly #shown = new Map<PdfDict, Set<number>>()

  constructor(seen: Inspection) {
    this.#seen = seen
  }

  /** @param operands of an operator that shows text */
  show(font: PdfDict, operands: readonly PdfObject[]): void {
    const codes = this.#shown.get(font) ?? new Set()
    this.#shown.set(font, codes)
    const size = nameIn(this.#seen, font, 'Subtype') === 'Type0' ? 2 : 1
    for (const operand of operands.flat())
      if (operand instanceof PdfString)
        for (let at = 0; at < operand.bytes.length; at += size)
          codes.add(
            size === 1
              ? (operand.bytes[at] ?? 0)
              : (operand.bytes[at] ?? 0) * 256 + (operand.bytes[at + 1] ?? 0),
          )
  }

  judge(): void {
    for (const [font, codes] of this.#shown) this.#judge(font, codes)
  }

  #judge(font: PdfDict, codes: ReadonlySet<number>): void {
    const { file, at, claim } = this.#seen
    const isWide = nameIn(this.#seen, font, 'Subtype') === 'Type0'
    // Codes of other widths are told by the map of the font itself.
    if (isWide && !identity.has(nameIn(this.#seen, font, 'Encoding') ?? '')) return
    const name = nameIn(this.#seen, font, 'BaseFont') ?? '?'
    if (isWide && codes.has(0) && claim.part > 1) this.#seen.tell('glyph_missing', null, name)
    const map = file.resolve(font.get('ToUnicode'), at)
    if (!(map instanceof PdfStream) || (claim.conformance === 'B' && claim.part < 4)) return
    const letters = readToUnicode(file.decode(map, at).bytes, file.limits)
    const said = [...codes].map((code) => letters.get(code))
    // An encoding with names may tell what a map leaves out.
    if (isWide && said.includes(undefined)) this.#seen.tell('letters_unknown', null, name)
    const isNone = (letter: string) => none.has(letter.codePointAt(0) ?? 0)
    if (said.some((text) => text === '' || [...(text ?? '')].some(isNone)))
      this.#seen.tell('letters_none', null, name)
  }
}
