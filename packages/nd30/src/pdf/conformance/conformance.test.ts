import { describe, expect, test } from 'vitest'
import { exchanged, objectWith, updated, withInCatalog } from '../../testing/damage-pdf.ts'
import { fullDocument } from '../../testing/full-document.ts'
import { FontFiles } from '../fonts.ts'
import { Typesetter } from '../typeset.ts'
import { conformanceFindings } from './conformance.ts'

const typesetter = new Typesetter(new FontFiles())
const { pdf } = typesetter.set(fullDocument, { at: '2026-01-05' })
const { pdf: tagged } = typesetter.set(fullDocument, { at: '2026-01-05', tagged: true })

const swap = (from: string, to: string) => () => exchanged(pdf, from, to)
const swapTagged = (from: string, to: string) => () => exchanged(tagged, from, to)
const catalog = (more: string) => () => withInCatalog(pdf, more)

/** A page whose contents are these. */
function drawing(contents: string): Uint8Array {
  const page = objectWith(pdf, '/Type /Page\n')
  const number = Number(/\/Contents (\d+) 0 R/.exec(page.body)?.[1])
  return updated(pdf, number, `<</Length ${contents.length}>>\nstream\n${contents}\nendstream`)
}

function withPicture(more: string): Uint8Array {
  const { number, body } = objectWith(pdf, '/Subtype /Image')
  return updated(pdf, number, body.replace('/Subtype /Image', `/Subtype /Image ${more}`))
}

function withAnnotation(annotation: string): Uint8Array {
  const { number, body } = objectWith(pdf, '/Type /Page\n')
  return updated(pdf, number, body.replace('/Type /Page', `/Type /Page /Annots [${annotation}]`))
}

describe('our check of PDF/A', () => {
  test('finds nothing in what the renderer makes', () => {
    expect(conformanceFindings(pdf)).toEqual([])
    expect(conformanceFindings(tagged)).toEqual([])
  })

  test.each<[string, string, () => Uint8Array]>([
    ['6.1.2', 'the header', swap('%PDF-1.7', '%PDF-2.0')],
    ['6.1.2', 'four bytes', () => Buffer.from(pdf).fill('a', 9, 14)],
    ['6.1.3', 'no identifiers', swap('/ID [', '/IX [')],
    [
      '6.1.3',
      'encrypted',
      () => updated(pdf, 1, objectWith(pdf, '/Type /Pages').body, '/Encrypt <</Filter /Standard>>'),
    ],
    ['6.1.7.1', 'outside', () => updated(pdf, 900, '<</Length 0 /F (a.bin)>>\nstream\n\nendstream')],
    [
      '6.1.7.2',
      'LZWDecode',
      () => updated(pdf, 900, '<</Length 0 /Filter /LZWDecode>>\nstream\n\nendstream'),
    ],
    ['6.1.13', 'states', () => drawing('q '.repeat(29) + 'Q '.repeat(29))],
    ['6.1.13', 'string', () => updated(pdf, 900, `(${'a'.repeat(32_768)})`)],
    ['6.1.13', 'name', () => updated(pdf, 900, `<</${'a'.repeat(128)} 1>>`)],
    ['6.1.13', 'points long', swap('/MediaBox [0 0 595', '/MediaBox [0 0 1  ')],
    ['6.2.3', 'ICC', swap('/DestOutputProfile', '/DestOutputProfilX')],
    ['6.2.4.3', 'output intent', () => exchanged(drawing('1 0 0 rg'), '/OutputIntents', '/OutputIntentz')],
    ['6.2.4.3', 'CMYK', () => drawing('0 0 0 1 k 0 0 10 10 re f')],
    ['6.2.5', 'TR', () => updated(pdf, 900, '<</Type /ExtGState /TR /Identity>>')],
    ['6.2.5', 'TR2', () => updated(pdf, 900, '<</Type /ExtGState /TR2 /Identity>>')],
    ['6.2.8', 'interpolated', () => withPicture('/Interpolate true')],
    ['6.2.11.3.2', 'which glyphs', swap('/CIDToGIDMap', '/CIDToGIDMaq')],
    ['6.2.11.4.1', 'not embedded', swap('/FontFile2', '/FontFilX2')],
    ['6.2.11.7.2', 'what its letters are', swap('/ToUnicode', '/ToUnicodX')],
    ['6.2.11.7.2', 'unknown letters', swap('<0005> <', '<0F05> <')],
    ['6.2.11.7.2', 'no letter', swap('> <0063>', '> <FEFF>')],
    ['6.3.1', 'Movie', () => withAnnotation('<</Subtype /Movie /F 4 /Rect [0 0 0 0]>>')],
    ['6.3.2', 'not printed', () => withAnnotation('<</Subtype /Link /F 2 /Rect [0 0 9 9]>>')],
    ['6.3.3', 'no appearance', () => withAnnotation('<</Subtype /Stamp /F 4 /Rect [0 0 9 9]>>')],
    ['6.4.1', 'appearance made', catalog('/AcroForm <</NeedAppearances true>>')],
    ['6.4.2', 'XFA', catalog('/AcroForm <</XFA []>>')],
    ['6.5.1', 'JavaScript', catalog('/OpenAction <</S /JavaScript /JS (app.alert)>>')],
    ['6.5.1', 'Launch', catalog('/OpenAction <</Type /Action /S /Launch>>')],
    ['6.5.1', 'names JavaScript', catalog('/Names <</JavaScript <</Names []>> >>')],
    ['6.5.2', 'AA', catalog('/AA <<>>')],
    ['6.6.2.1', 'no metadata', swap('/Metadata ', '/Metadatb ')],
    ['6.6.2.1', 'well-formed', swap('</rdf:RDF>', '</rdf:RDX>')],
    ['6.6.4', 'part 3', swap('<pdfaid:part>2', '<pdfaid:part>3')],
    ['6.6.4', 'conformance X', swap('<pdfaid:conformance>U', '<pdfaid:conformance>X')],
    ['6.8', 'embedded', catalog('/Names <</EmbeddedFiles <</Names []>> >>')],
    ['6.8', 'a file is embedded', () => updated(pdf, 900, '<</Type /Filespec /EF <<>> >>')],
    ['6.7.2.2', 'not marked', swapTagged('/Marked true', '/Marked null')],
    ['6.7.3.1', 'no tree', swapTagged('/StructTreeRoot ', '/StructTreeRooq ')],
    ['6.7.3.4', 'not mapped', swapTagged('/S /Table', '/S /Tabla')],
    ['6.7.4', 'no language', swapTagged('/Lang (vi)', '/Lang (v?)')],
    ['6.7.5', 'no words in its place', swapTagged('/Alt ', '/Alx ')],
    ['6.1', 'startxref', () => pdf.subarray(0, pdf.length - 40)],
    ['6.1', 'startxref', () => Buffer.from('không phải PDF')],
    ['6.1', 'is not at', () => exchanged(pdf, '\n4 0 obj', '\n5 0 obj')],
  ])('finds against %s: %s', (clause, words, damage) => {
    const found = conformanceFindings(damage()).filter((one) => one.startsWith(`ISO 19005-2, ${clause}: `))
    expect(found.join('\n')).toContain(words)
  })

  test('never fails on a file of which bytes are lost', () => {
    for (let at = 100; at < pdf.length; at += 3_989) {
      const damaged = Buffer.from(pdf)
      damaged.fill(0x28, at, at + 16)
      expect(Array.isArray(conformanceFindings(damaged))).toBe(true)
    }
  })
})
