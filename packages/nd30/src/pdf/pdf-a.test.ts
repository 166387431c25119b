import { describe, expect, test } from 'vitest'
import { exchanged, objectWith, updated, withInCatalog } from '../testing/damage-pdf.ts'
import { fullDocument } from '../testing/full-document.ts'
import { pdfAFindings } from '../testing/pdf-a.ts'
import { FontFiles } from './fonts.ts'
import { Typesetter } from './typeset.ts'

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
  const rest = more.includes('/Filter') ? body.replace(/\/Filter \/\w+/, '') : body
  return updated(pdf, number, rest.replace('/Subtype /Image', `/Subtype /Image ${more}`))
}

/** The first page with more in its dictionary, and without its own size where that has one. */
function onPage(more: string): Uint8Array {
  const { number, body } = objectWith(pdf, '/Type /Page\n')
  const rest = more.includes('/MediaBox') ? body.replace(/\/MediaBox \[[^\]]*\]/, '') : body
  return updated(pdf, number, rest.replace('/Type /Page', `/Type /Page ${more}`))
}

const withAnnotation = (annotation: string) => onPage(`/Annots [${annotation}]`)

describe('what the renderer makes, before the check of PDF/A', () => {
  test('finds nothing in what the renderer makes', () => {
    expect(pdfAFindings(pdf)).toEqual([])
    expect(pdfAFindings(tagged)).toEqual([])
  })

  test.each<[string, string, () => Uint8Array]>([
    ['header_wrong', '', swap('%PDF-1.7', '%PDF-2.0')],
    ['header_wrong', '', () => Buffer.from(pdf).fill('a', 9, 14)],
    ['no_identifier', '', swap('/ID [', '/IX [')],
    [
      'pdf_encrypted',
      '',
      () => updated(pdf, 1, objectWith(pdf, '/Type /Pages').body, '/Encrypt <</Filter /Standard>>'),
    ],
    ['stream_outside', '', () => withPicture('/F (a.bin)')],
    ['filter_not_allowed', 'LZWDecode', () => withPicture('/Filter /LZWDecode')],
    ['states_nested', '', () => drawing('q '.repeat(29) + 'Q '.repeat(29))],
    ['value_too_long', '', () => withInCatalog(pdf, `/More (${'a'.repeat(32_768)})`)],
    ['value_too_long', '', () => withInCatalog(pdf, `/${'a'.repeat(128)} 1`)],
    ['page_size', '1', () => onPage('/MediaBox [0 0 1 842]')],
    ['output_profile_missing', '', swap('/DestOutputProfile', '/DestOutputProfilX')],
    ['device_colour', 'DeviceRGB', () => exchanged(drawing('1 0 0 rg'), '/OutputIntents', '/OutputIntentz')],
    ['device_colour', 'DeviceCMYK', () => drawing('0 0 0 1 k 0 0 10 10 re f')],
    ['transfer_function', '', catalog('/More <</Type /ExtGState /TR /Identity>>')],
    ['transfer_function', '', catalog('/More <</Type /ExtGState /TR2 /Identity>>')],
    ['interpolated', '', () => withPicture('/Interpolate true')],
    ['font_without_glyph_map', 'Liberation', swap('/CIDToGIDMap', '/CIDToGIDMaq')],
    ['font_not_embedded', 'Liberation', swap('/FontFile2', '/FontFilX2')],
    ['font_without_unicode', 'Liberation', swap('/ToUnicode', '/ToUnicodX')],
    ['letters_unknown', 'Liberation', swap('<0005> <', '<0F05> <')],
    ['letters_none', 'Liberation', swap('> <0063>', '> <FEFF>')],
    ['annotation_kind', 'Movie', () => withAnnotation('<</Subtype /Movie /F 4 /Rect [0 0 0 0]>>')],
    ['annotation_flags', 'Link', () => withAnnotation('<</Subtype /Link /F 2 /Rect [0 0 9 9]>>')],
    [
      'annotation_without_appearance',
      'Stamp',
      () => withAnnotation('<</Subtype /Stamp /F 4 /Rect [0 0 9 9]>>'),
    ],
    ['appearances_to_be_made', '', catalog('/AcroForm <</NeedAppearances true>>')],
    ['dynamic_form', '', catalog('/AcroForm <</XFA []>>')],
    ['script', '', catalog('/OpenAction <</S /JavaScript /JS (app.alert)>>')],
    ['action_not_allowed', 'Launch', catalog('/OpenAction <</Type /Action /S /Launch>>')],
    ['script', '', catalog('/Names <</JavaScript <</Names []>> >>')],
    ['additional_actions', '', catalog('/AA <<>>')],
    ['no_claim', '', swap('/Metadata ', '/Metadatb ')],
    ['metadata_malformed', '', swap('</rdf:RDF>', '</rdf:RDX>')],
    ['claim_unknown', '2X', swap('<pdfaid:conformance>U', '<pdfaid:conformance>X')],
    ['not_marked', '', swapTagged('/Marked true', '/Marked null')],
    ['no_structure', '', swapTagged('/StructTreeRoot ', '/StructTreeRooq ')],
    ['structure_type', 'Tabla', swapTagged('/S /Table', '/S /Tabla')],
    ['no_language', '', swapTagged('/Lang (vi)', '/Lang (v?)')],
    ['figure_without_words', '', swapTagged('/Alt ', '/Alx ')],
    ['pdf_malformed', '', () => pdf.subarray(0, pdf.length - 40)],
    ['pdf_malformed', '', () => Buffer.from('không phải PDF')],
    ['pdf_malformed', '', () => exchanged(pdf, '\n4 0 obj', '\n5 0 obj')],
  ])('finds %s %s', (code, what, damage) => {
    const found = pdfAFindings(damage()).filter((one) => one.startsWith(`${code} `))
    expect(found.join('\n')).toContain(what)
    expect(found).not.toEqual([])
  })

  test('never fails on a file of which bytes are lost', () => {
    for (let at = 100; at < pdf.length; at += 3_989) {
      const damaged = Buffer.from(pdf)
      damaged.fill(0x28, at, at + 16)
      expect(Array.isArray(pdfAFindings(damaged))).toBe(true)
    }
  })
})
