import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfStream, PdfString } from '../pdf/objects.ts'
import type { NewObject } from '../pdf/write-update.ts'
import { type FontFile, type FontStyle, fontOf } from './font-file.ts'
import { subsetFont } from './font-subset.ts'

/** Some letters of one of our fonts, ready to be put into files (ISO 32000-2, 9.7). */
export interface EmbeddedFont {
  /** The codes of a text as a hexadecimal string with its brackets. */
  encode(text: string): string
  /** Makes the font's objects; the last one is the font. */
  build(allocate: () => number): readonly NewObject[]
}

/** What differs from mark to mark most often is in each subset, so that marks with another time share one. */
const always = '0123456789 .,:;/+-()'
const kept = new Map<string, EmbeddedFont>()
const mostKept = 64

const postScriptNames: Readonly<Record<FontStyle, string>> = {
  regular: 'LiberationSerif',
  bold: 'LiberationSerif-Bold',
  italic: 'LiberationSerif-Italic',
}

/** @throws PadesError `font_missing_letters` */
export function embedFont(style: FontStyle, text: string): EmbeddedFont {
  const letters = [...new Set((text + always).normalize('NFC'))].sort().join('')
  const key = `${style} ${letters}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = makeFont(style, letters)
  // The one that was made first goes first.
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, made)
  return made
}

function makeFont(style: FontStyle, letters: string): EmbeddedFont {
  const font = fontOf(style)
  const glyphs = font.glyphsOf(letters)
  const { bytes, numberOf } = subsetFont(font, glyphs)
  const codeOf = (glyph: number) => numberOf.get(glyph) ?? 0
  const name = `${prefixOf(letters)}+${postScriptNames[style]}`
  const texts = new Map([...letters].map((letter, index) => [codeOf(glyphs[index] ?? 0), letter]))
  const fontFile = packed({ Length1: bytes.length }, bytes)
  const toUnicode = packed({}, Buffer.from(toUnicodeOf(texts), 'latin1'))
  const widths = [...numberOf.keys()].map((glyph) => thousandths(font, font.advanceOf(glyph)))
  const descriptor = descriptorOf(font, name)
  return {
    encode: (text) =>
      `<${font
        .glyphsOf(text)
        .map((glyph) => hex4(codeOf(glyph)))
        .join('')}>`,
    build(allocate) {
      const [file, map, set, described, descendant, whole] = Array.from({ length: 6 }, allocate)
      return [
        { number: file ?? 0, value: fontFile },
        { number: map ?? 0, value: toUnicode },
        { number: set ?? 0, value: cidSetOf(numberOf.size) },
        {
          number: described ?? 0,
          value: descriptor.with({ FontFile2: new PdfRef(file ?? 0), CIDSet: new PdfRef(set ?? 0) }),
        },
        { number: descendant ?? 0, value: descendantOf(name, widths, new PdfRef(described ?? 0)) },
        { number: whole ?? 0, value: composite(name, new PdfRef(descendant ?? 0), new PdfRef(map ?? 0)) },
      ]
    },
  }
}

function composite(name: string, descendant: PdfRef, toUnicode: PdfRef): PdfDict {
  return PdfDict.of({
    Type: new PdfName('Font'),
    Subtype: new PdfName('Type0'),
    BaseFont: new PdfName(name),
    Encoding: new PdfName('Identity-H'),
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  })
}

function descendantOf(name: string, widths: readonly number[], descriptor: PdfRef): PdfDict {
  return PdfDict.of({
    Type: new PdfName('Font'),
    Subtype: new PdfName('CIDFontType2'),
    BaseFont: new PdfName(name),
    CIDSystemInfo: PdfDict.of({
      Registry: new PdfString(Buffer.from('Adobe')),
      Ordering: new PdfString(Buffer.from('Identity')),
      Supplement: 0,
    }),
    FontDescriptor: descriptor,
    DW: 0,
    W: [0, widths],
    CIDToGIDMap: new PdfName('Identity'),
  })
}

const serif = 2
const symbolic = 4
const italic = 64

function descriptorOf(font: FontFile, name: string): PdfDict {
  return PdfDict.of({
    Type: new PdfName('FontDescriptor'),
    FontName: new PdfName(name),
    Flags: serif + symbolic + (font.italicAngle === 0 ? 0 : italic),
    FontBBox: font.box.map((value) => thousandths(font, value)),
    ItalicAngle: Math.round(font.italicAngle * 100) / 100,
    Ascent: thousandths(font, font.ascent),
    Descent: thousandths(font, font.descent),
    CapHeight: thousandths(font, font.capHeight),
    // No font file says how thick its stems are; readers ask for it of fonts that are not embedded.
    StemV: font.weight >= 600 ? 140 : 80,
  })
}

function thousandths(font: FontFile, units: number): number {
  return Math.round((units * 1000) / font.unitsPerEm)
}

/** PDF/A-1 asks for it (6.3.5); one bit for each glyph of the subset, highest first. */
function cidSetOf(count: number): PdfStream {
  const bits = new Uint8Array(Math.ceil(count / 8))
  for (let glyph = 0; glyph < count; glyph++)
    bits[glyph >> 3] = (bits[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7))
  return PdfStream.of(PdfDict.of({}), bits)
}

/** A stream of deflated data. */
export function packed(entries: Readonly<Record<string, PdfObject>>, bytes: Uint8Array): PdfStream {
  return PdfStream.of(PdfDict.of({ ...entries, Filter: new PdfName('FlateDecode') }), deflateSync(bytes))
}

/** 9.6.4: six letters that tell subsets of one font apart. */
function prefixOf(letters: string): string {
  const digest = createHash('sha256').update(letters).digest()
  return String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)))
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0')
}

/** 9.10.3 */
function toUnicodeOf(texts: ReadonlyMap<number, string>): string {
  const pairs = [...texts].map(([code, text]) => {
    const units = Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index)))
    return `<${hex4(code)}> <${units.join('')}>`
  })
  const blocks: string[] = []
  // No more than 100 in one block.
  for (let from = 0; from < pairs.length; from += 100) {
    const block = pairs.slice(from, from + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
