import { describe, expect, test } from 'vitest'
import { sign } from '../../sign/sign.ts'
import { changed, listWith, parsed, type Written, withRevision } from '../../testing/attacks/document.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf, type ObjectTexts, streamText } from '../../testing/build-pdf.ts'
import { makeCrl } from '../../testing/revocation.ts'
import { verify } from '../verify.ts'

/*
 * Fields that whoever prepared the document has laid over its words, empty and unseen, and fills in when it is signed;
 * fields that anybody adds. `Tra 100` is what was signed.
 */

const authority = testAuthority()
const signer = authority.issue()
const options = {
  trust: [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }],
  at: testNow,
  given: { crls: [makeCrl(authority)] },
} as const

const form = (more: string, data: string) =>
  streamText(`/Type/XObject/Subtype/Form/BBox[0 0 240 40]${more}`, data)
const font = '/Resources<</Font<</F1 5 0 R>>>>'
const widget = '/Type/Annot/Subtype/Widget/P 3 0 R'
const text = (place: string, more = '') => `<<${widget}/FT/Tx/T(a)/Rect[${place}]/DA(/F1 24 Tf 0 g)${more}>>`
const tick = (place: string, state: string) =>
  `<<${widget}/FT/Btn/T(b)/Rect[${place}]/AS/${state}${state === 'Off' ? '' : `/V/${state}`}/AP<</N<</Yes 11 0 R/Off 12 0 R>>>>>>`
const overWords = '60 690 300 730'
const free = '60 390 300 430'
const shown = 'BT /F1 24 Tf 12 10 Td (Tra 999) Tj ET'

const document: ObjectTexts = {
  1: '<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R>>',
  2: '<</Type/Pages/Count 2/Kids[3 0 R 13 0 R]/MediaBox[0 0 595 842]>>',
  3: '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[7 0 R 8 0 R 9 0 R]>>',
  4: streamText('', 'BT /F1 24 Tf 72 700 Td (Tra 100) Tj ET BT /F1 12 Tf 62 400 Td (............) Tj ET'),
  5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  6: '<</Fields[7 0 R 8 0 R 9 0 R]/DR<</Font<</F1 5 0 R>>>>>>',
  7: text(overWords),
  8: tick(overWords, 'Off'),
  9: text(free),
  11: form(font, `1 g 0 0 240 40 re f 0 g ${shown}`),
  12: form('', ''),
  13: '<</Type/Page/Parent 2 0 R>>',
}

async function verdictAfter(written: Written, prepared: ObjectTexts = {}): Promise<string> {
  const signed = await sign(buildPdf({ ...document, ...prepared }), { signer, at: testNow })
  return (await verify(withRevision(signed.bytes(), written), options)).verdict
}

const look = form(font, `1 g 0 0 240 40 re f 0 g ${shown}`)
const bare = form(font, `/Tx BMC ${shown} EMC`)

/** A field for a signature, empty, that is added on the first page, and on the second where it is told so. */
function adding(more: string, isOnBoth = false): Written {
  return (file) => [
    changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
    ...(isOnBoth ? [changed(file, 13, { Annots: '[60 0 R]' })] : []),
    changed(file, 6, { Fields: listWith(file, 6, 'Fields', 60) }),
    { number: 60, value: parsed(`<<${widget}/FT/Sig/T(z)/F 4/Rect[${overWords}]${more}>>`) },
  ]
}

describe('is a change', () => {
  test.each<[string, string, Written, ObjectTexts]>([
    [
      'a value on white over the words',
      'Tra 999',
      { 7: text(overWords, '/V(Tra 999)/AP<</N 60 0 R>>'), 60: look },
      {},
    ],
    ['a value over the words', 'both', { 7: text(overWords, '/V(Tra 999)/AP<</N 60 0 R>>'), 60: bare }, {}],
    ['a value that readers write over the words', 'both', { 7: text(overWords, '/V(Tra 999)') }, {}],
    ['a tick that is a whole line', 'Tra 999', { 8: tick(overWords, 'Yes') }, {}],
    ['a tick that is words beside the others', 'both', { 8: tick(free, 'Yes') }, { 8: tick(free, 'Off') }],
    ['an empty field with a ground', 'nothing (poppler)', adding('/MK<</BG[1 1 1]>>'), {}],
    ['an empty field with a broad border', 'nothing (poppler)', adding('/MK<</BC[1 1 1]>>/BS<</W 40>>'), {}],
    ['an empty field on two pages', 'nothing (poppler)', adding('/MK<</BG[1 1 1]>>', true), {}],
  ])('%s (shown: %s)', async (_, __, written, prepared) => {
    expect(await verdictAfter(written, prepared)).toBe('modified_after')
  })
})

/* The value is `An`; what shows `999` beside it is no text of the look itself. */
const fonts = '/F1 5 0 R'
const looking = (resources: string, data: string, more: ObjectTexts): Written => ({
  9: text(free, '/V(An)/AP<</N 60 0 R>>'),
  60: form(`/Resources<</Font<<${fonts}>>${resources}>>`, `BT /F1 12 Tf 2 10 Td (An) Tj ET ${data}`),
  ...more,
})
const digits = (dict: string) =>
  streamText(`${dict}/BBox[0 0 240 40]${font}`, '1 g BT /F1 24 Tf 60 10 Td (999) Tj ET')
const box = '60 0 180 40 re f'
const program =
  '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65'

test.each<[string, Written]>([
  [
    'a pattern',
    looking('/Pattern<</P 61 0 R>>', `/Pattern cs /P scn ${box}`, {
      61: digits('/PatternType 1/PaintType 1/TilingType 1/XStep 240/YStep 40'),
    }),
  ],
  [
    'a mask',
    looking('/ExtGState<</G<</SMask<</S/Luminosity/G 61 0 R>>>>>>', `/G gs ${box}`, {
      61: digits('/Type/XObject/Subtype/Form/Group<</S/Transparency/CS/DeviceGray>>'),
    }),
  ],
  [
    'a font of programs in a form within',
    looking('/XObject<</X 61 0 R>>', '/X Do', {
      61: streamText('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</T 62 0 R>>>>', ''),
      62: `${program}/Widths[1]/Encoding<</Differences[65/A]>>/CharProcs<</A 63 0 R>>>>`,
      63: streamText('', '1 0 d0 0 0 1 1 re f'),
    }),
  ],
])('a value whose look says more by %s is a change', async (_, written) => {
  expect(await verdictAfter(looking('', '', {}))).toBe('valid_no_tsa')
  expect(await verdictAfter(written)).toBe('modified_after')
})

const unsigned = (more: string, texts: ObjectTexts = {}): Written => {
  return (file) => [
    changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
    changed(file, 6, { Fields: listWith(file, 6, 'Fields', 60) }),
    { number: 60, value: parsed(`<<${widget}/FT/Sig/T(z)/F 4/Rect[60 200 300 240]${more}>>`) },
    ...Object.entries(texts).map(([number, one]) => ({ number: Number(number), value: parsed(one) })),
  ]
}
const kid = `<<${widget}/Parent 60 0 R/F 4/Rect[60 200 300 240]/FT/Tx/V(Tra 999)/DA(/F1 24 Tf 0 g)>>`

test.each<[string, Written]>([
  ['a look for the mouse', unsigned('/AP<</R 61 0 R>>', { 61: look })],
  ['a value that is no signature', unsigned('/V(Tra 999)/DA(/F1 24 Tf 0 g)')],
  ['a look that is a text field to some readers', unsigned('/Kids[61 0 R]', { 61: kid })],
])('an empty field for a signature with %s is a change', async (_, written) => {
  expect(await verdictAfter(unsigned(''))).toBe('valid_no_tsa')
  expect(await verdictAfter(written)).toBe('modified_after')
})

test('a value on a dotted line and a tick are none', async () => {
  expect(await verdictAfter({ 9: text(free, '/V(Tra 999)/AP<</N 60 0 R>>'), 60: look })).toBe('valid_no_tsa')
  const small = { 8: tick('400 400 418 418', 'Off'), 11: form('', '20 2 m 40 30 l S') }
  expect(await verdictAfter({ 8: tick('400 400 418 418', 'Yes') }, small)).toBe('valid_no_tsa')
})
