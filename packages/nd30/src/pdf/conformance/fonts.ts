import type { Used } from './contents.ts'
import { nameOf, type PdfDict, PdfStream } from './objects.ts'
import type { Inspection } from './rules.ts'
import { codesOf } from './to-unicode.ts'

/** Each font that shows letters is embedded, and says what its letters are. ISO 19005-2, 6.2.11. */
export function judgeFonts(seen: Inspection, { codes }: Used): void {
  for (const [font, used] of codes) {
    const name = nameOf(seen.file.resolve(font.get('BaseFont'))) ?? '?'
    judgeEmbedding(seen, font, name)
    if (seen.claim.conformance !== 'B') judgeLetters(seen, font, name, used)
  }
}

function judgeEmbedding({ file, tell }: Inspection, font: PdfDict, name: string): void {
  const type = nameOf(file.resolve(font.get('Subtype')))
  if (type === 'Type3') return
  const holder = type === 'Type0' ? file.dict(file.list(font.get('DescendantFonts'))[0]) : font
  const descriptor = file.dict(holder?.get('FontDescriptor'))
  const program = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => file.resolve(descriptor?.get(key)))
  if (!program.some((one) => one instanceof PdfStream && one.raw.length > 0))
    tell('6.2.11.4.1', `font ${name} is not embedded`)
  if (type !== 'Type0') return
  if (
    nameOf(file.resolve(font.get('Encoding'))) === null &&
    !(file.resolve(font.get('Encoding')) instanceof PdfStream)
  )
    tell('6.2.11.3.3', `font ${name} has no encoding`)
  const isTrueType = nameOf(file.resolve(holder?.get('Subtype'))) === 'CIDFontType2'
  if (isTrueType && !holder?.has('CIDToGIDMap'))
    tell('6.2.11.3.2', `font ${name} does not say which glyphs its codes are`)
}

const noLetters = new Set([0x0000, 0xfeff, 0xfffe])

/** ISO 19005-2, 6.2.11.7.2: each code means letters, and none that are no letters. */
function judgeLetters(
  { file, tell }: Inspection,
  font: PdfDict,
  name: string,
  used: ReadonlySet<number>,
): void {
  const map = file.resolve(font.get('ToUnicode'))
  const bytes = map instanceof PdfStream ? file.contents(map) : null
  if (bytes === null) {
    tell('6.2.11.7.2', `font ${name} does not say what its letters are`)
    return
  }
  const known = codesOf(bytes)
  const unknown = [...used].filter((code) => !known.has(code))
  if (unknown.length > 0) tell('6.2.11.7.2', `font ${name} shows ${unknown.length} codes of unknown letters`)
  if (
    [...used].some((code) =>
      [...(known.get(code) ?? '')].some((letter) => noLetters.has(letter.codePointAt(0) ?? 0)),
    )
  )
    tell('6.2.11.7.2', `font ${name} shows what is no letter`)
  if (used.has(0)) tell('6.2.11.8', `font ${name} shows .notdef`)
}
