import { describe, expect, test } from 'vitest'
import { openPdf } from '../../pdf/document.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { appendRevision, buildPdf, type ObjectTexts, streamText } from '../../testing/build-pdf.ts'
import { changesAfter } from './changes-after.ts'

const signer = testAuthority().issue({ keyKind: 'p256' })

/** A page with words, a form with a text field, a tick box and an empty field for a signature. */
const document: ObjectTexts = {
  1: '<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R/Metadata 12 0 R>>',
  2: '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>',
  3: '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[7 0 R 8 0 R 9 0 R]>>',
  4: streamText('', 'BT /F1 12 Tf 72 700 Td (Quyet dinh) Tj ET'),
  5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  6: '<</Fields[7 0 R 8 0 R 9 0 R]/DR<</Font<</Helv 5 0 R>>>>/DA(/Helv 0 Tf 0 g)>>',
  7: '<</Type/Annot/Subtype/Widget/FT/Tx/T(HoTen)/Rect[72 600 300 620]/P 3 0 R/DA(/Helv 12 Tf 0 g)>>',
  8: '<</Type/Annot/Subtype/Widget/FT/Btn/T(DongY)/Rect[72 560 90 578]/P 3 0 R/AS/Off/AP<</N<</Yes 10 0 R/Off 11 0 R>>>>>>',
  9: '<</Type/Annot/Subtype/Widget/FT/Sig/T(KySo)/Rect[300 100 500 180]/P 3 0 R>>',
  10: streamText('/Type/XObject/Subtype/Form/BBox[0 0 18 18]', '2 2 14 14 re f'),
  11: streamText('/Type/XObject/Subtype/Form/BBox[0 0 18 18]', ''),
  12: streamText('/Type/Metadata/Subtype/XML', '<x:xmpmeta/>'),
}

const signed = (await sign(buildPdf(document), { signer, at: testNow })).bytes()
const none = { revision: 1, certification: null, locks: [] } as const
const after = (bytes: Uint8Array, question = {}) =>
  changesAfter(openPdf(bytesSource(bytes)), { ...none, ...question })
const kinds = (bytes: Uint8Array, question = {}) =>
  after(bytes, question).map(({ kind, allowed }) => `${kind} ${allowed}`)

describe('after a signature', () => {
  test('nothing changed where nothing follows', () => expect(after(signed)).toEqual([]))

  test('another signature in a new field and one in an empty field are allowed', async () => {
    const second = await sign(signed, { signer, at: testNow })
    const third = await sign(second.bytes(), { signer, at: testNow, field: 'KySo' })
    expect(after(third.bytes())).toMatchObject([
      { revision: 3, kind: 'signature', allowed: true, page: 1, field: 'Signature2' },
      { revision: 4, kind: 'signature', allowed: true, page: 1, field: 'KySo', object: '9 0' },
    ])
    expect(kinds(third.bytes(), { certification: 1 })).toEqual(['signature false', 'signature false'])
  })

  test('a text typed into a field is allowed, unless the field is locked', () => {
    const filled = appendRevision(signed, { 7: document[7]?.replace('/T(HoTen)', '/T(HoTen)/V(An)') ?? '' })
    expect(after(filled)).toMatchObject([
      { kind: 'form_value', allowed: true, field: 'HoTen', object: '7 0', page: 1 },
    ])
    const lock = { action: 'Include', fields: ['HoTen'], permission: null } as const
    expect(kinds(filled, { locks: [lock] })).toEqual(['form_value false'])
  })

  test('a page with other words is not', () => {
    expect(after(appendRevision(signed, { 4: streamText('', 'BT ET') }))).toMatchObject([
      { kind: 'content', allowed: false, page: 1, object: '4 0' },
    ])
  })

  test('bytes after the end are not, white space is', () => {
    const text = Buffer.from(signed).toString('latin1')
    expect(kinds(Buffer.from(`${text}\n \n`, 'latin1'))).toEqual([])
    expect(kinds(Buffer.from(`${text}% more\n`, 'latin1'))).toEqual(['trailing false'])
  })
})
