import { describe, expect, test } from 'vitest'
import { openPdf } from '../../pdf/document.ts'
import { bytesSource } from '../../source.ts'
import {
  type BuildOptions,
  buildPdf,
  type ObjectTexts,
  pagesOf,
  streamText,
} from '../../testing/build-pdf.ts'
import { checkPdfA } from './check.ts'
import { claimIn } from './claim.ts'

const xmp = (part: number, conformance: string) =>
  `<x:xmpmeta><rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>${part}</pdfaid:part>` +
  `<pdfaid:conformance>${conformance}</pdfaid:conformance></rdf:Description></x:xmpmeta>`

/** An ICC profile as far as it is asked for. */
function profile(space: string, version = 2): string {
  const bytes = Buffer.alloc(128)
  bytes[8] = version
  bytes.write(space, 16, 'latin1')
  bytes.write('acsp', 36, 'latin1')
  return bytes.toString('latin1')
}

interface Parts {
  readonly claim?: readonly [number, string]
  readonly catalog?: string
  readonly page?: string
  readonly content?: string
  readonly resources?: string
  readonly more?: ObjectTexts
  readonly options?: BuildOptions
}

const intent = '/OutputIntents[<</S/GTS_PDFA1/DestOutputProfile 11 0 R>>]'

function check({
  claim = [2, 'B'],
  catalog = intent,
  page = '',
  content = '',
  resources = '',
  more = {},
  options,
}: Parts) {
  const objects = {
    ...pagesOf(1),
    1: `<</Type/Catalog/Pages 2 0 R/Metadata 10 0 R${catalog}>>`,
    3: `<</Type/Page/Parent 2 0 R/Contents 12 0 R/Resources<<${resources}>>${page}>>`,
    10: streamText('/Type/Metadata/Subtype/XML', xmp(...claim)),
    11: streamText('/N 3', profile('RGB ')),
    12: streamText('', content),
    ...more,
  }
  const file = openPdf(bytesSource(buildPdf(objects, { trailer: '/ID[<00><01>]', ...options })))
  return checkPdfA(file)
}

const found = (parts: Parts) =>
  check(parts).findings.map(({ code, what }) => (what === null ? code : `${code} ${what}`))

const image = (more: string) =>
  streamText(`/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray${more}`, 'x')
const font = '/Font<</F 20 0 R>>'
const composite = {
  20: '<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+X/Encoding/Identity-H/DescendantFonts[21 0 R]>>',
  21: '<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+X/FontDescriptor 22 0 R>>',
  22: '<</Type/FontDescriptor/FontFile2 11 0 R>>',
}
const annotation = (dict: string): Parts => ({
  page: '/Annots[20 0 R]',
  more: { 20: `<</Type/Annot/Rect[0 0 9 9]${dict}>>` },
})
const tags = `${intent}/MarkInfo<</Marked true>>/StructTreeRoot 20 0 R/Lang(vi)`

describe('a file that claims to be PDF/A', () => {
  test.each([1, 2, 3])('and has nothing that part %d forbids has no findings', (part) => {
    const parts = { claim: [part, 'B'], content: '1 0 0 rg 0 0 9 9 re f' } as const
    expect(check(parts)).toEqual({ claimed: { part, conformance: 'B' }, findings: [] })
  })

  const cases: readonly (readonly [string, Parts])[] = [
    ['claim_unknown 2X', { claim: [2, 'X'] }],
    ['claim_unknown 1U', { claim: [1, 'U'] }],
    ['no_identifier', { options: { trailer: '' } }],
    [
      'metadata_compressed',
      {
        claim: [1, 'B'],
        more: { 10: streamText('/Filter/ASCIIHexDecode', `${Buffer.from(xmp(1, 'B')).toString('hex')}>`) },
      },
    ],
    [
      'object_streams',
      { claim: [1, 'B'], options: { kind: 'stream', inStream: [2], trailer: '/ID[<00><01>]' } },
    ],
    [
      'output_intents_differ',
      {
        catalog:
          '/OutputIntents[<</S/GTS_PDFA1/DestOutputProfile 11 0 R>><</S/GTS_PDFX/DestOutputProfile 12 0 R>>]',
      },
    ],
    ['output_profile_wrong', { more: { 11: streamText('/N 3', profile('CMYK')) } }],
    ['output_profile_wrong', { claim: [1, 'B'], more: { 11: streamText('/N 3', profile('RGB ', 4)) } }],
    ['device_colour DeviceRGB', { catalog: '', content: '1 0 0 rg' }],
    ['device_colour DeviceCMYK', { content: '/DeviceCMYK cs' }],
    [
      'device_colour DeviceCMYK',
      { content: '/S cs', resources: '/ColorSpace<</S[/Indexed/DeviceCMYK 0<00000000>]>>' },
    ],
    [
      'device_colour DeviceGray',
      { catalog: '', content: '/I Do', resources: '/XObject<</I 20 0 R>>', more: { 20: image('') } },
    ],
    [
      'font_not_embedded Helvetica',
      { resources: font, more: { 20: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>' } },
    ],
    ['font_without_glyph_map ABCDEF+X', { resources: font, more: composite }],
    [
      'font_without_unicode ABCDEF+X',
      {
        claim: [2, 'U'],
        resources: font,
        more: { ...composite, 21: `${composite[21].slice(0, -2)}/CIDToGIDMap/Identity>>` },
      },
    ],
    [
      'font_without_cid_set ABCDEF+X',
      {
        claim: [1, 'B'],
        resources: font,
        more: { ...composite, 21: `${composite[21].slice(0, -2)}/CIDToGIDMap/Identity>>` },
      },
    ],
    [
      'filter_not_allowed LZWDecode',
      { page: '/X 20 0 R', more: { 20: streamText('/Filter/LZWDecode', '\x80\x0b') } },
    ],
    ['stream_outside', { page: '/X 20 0 R', more: { 20: streamText('/F(x)', '') } }],
    ['interpolated', { page: '/X 20 0 R', more: { 20: image('/Interpolate true') } }],
    ['object_kind_not_allowed Alternates', { page: '/X 20 0 R', more: { 20: image('/Alternates[]') } }],
    ['transfer_function', { resources: '/ExtGState<</G<</Type/ExtGState/TR/Identity>>>>' }],
    ['transparency', { claim: [1, 'B'], resources: '/ExtGState<</G<</Type/ExtGState/ca .5>>>>' }],
    [
      'transparency_without_space',
      { catalog: '', content: '/G gs', resources: '/ExtGState<</G<</BM/Multiply>>>>' },
    ],
    ['layers', { claim: [1, 'B'], catalog: `${intent}/OCProperties<<>>` }],
    ['script', { catalog: `${intent}/OpenAction<</S/JavaScript/JS(x)>>` }],
    ['action_not_allowed Launch', { catalog: `${intent}/OpenAction<</S/Launch>>` }],
    ['action_not_allowed Print', { catalog: `${intent}/OpenAction<</S/Named/N/Print>>` }],
    ['additional_actions', { catalog: `${intent}/AA<<>>` }],
    ['dynamic_form', { catalog: `${intent}/AcroForm<</XFA[]>>` }],
    ['appearances_to_be_made', { catalog: `${intent}/AcroForm<</NeedAppearances true>>` }],
    ['annotation_kind Movie', annotation('/Subtype/Movie/F 4/AP<</N 12 0 R>>')],
    ['annotation_flags Text', annotation('/Subtype/Text/F 6/AP<</N 12 0 R>>')],
    ['annotation_without_appearance Widget', annotation('/Subtype/Widget/F 4')],
    ['embedded_file', { claim: [1, 'B'], page: '/X<</Type/Filespec/EF<</F 12 0 R>>>>' }],
    ['embedded_file_without_relation', { claim: [3, 'B'], page: '/X<</Type/Filespec/EF<</F 12 0 R>>>>' }],
    [
      'structure_type Strange',
      { claim: [2, 'A'], catalog: tags, more: { 20: '<</K 21 0 R>>', 21: '<</Type/StructElem/S/Strange>>' } },
    ],
    [
      'figure_without_words',
      { claim: [2, 'A'], catalog: tags, more: { 20: '<</K 21 0 R>>', 21: '<</Type/StructElem/S/Figure>>' } },
    ],
    ['page_size 2', { page: '/MediaBox[0 0 2 9]' }],
    ['value_too_long', { page: `/X(${'a'.repeat(32_768)})` }],
    ['states_nested', { content: 'q '.repeat(29) + 'Q '.repeat(29) }],
    ['output_profile_missing', { catalog: '/OutputIntents[<</S/GTS_PDFA1>>]' }],
    [
      'content_not_tagged',
      { claim: [2, 'A'], catalog: tags, content: '/P BMC EMC 0 0 9 9 re f', more: { 20: '<<>>' } },
    ],
  ]
  test.each(cases)('is told: %s', (finding, parts) => {
    expect(found(parts)).toEqual([finding])
  })

  test('without structure is not of level A', () => {
    expect(found({ claim: [2, 'A'] })).toEqual(['not_marked', 'no_structure', 'no_language'])
  })

  test('counts what it sees again, and names the first object', () => {
    const { findings } = check({
      page: '/X[20 0 R 21 0 R]',
      more: { 20: image('/Interpolate true'), 21: image('/Interpolate true') },
    })
    expect(findings).toMatchObject([{ code: 'interpolated', count: 2 }])
  })
})

test('a file that claims nothing is told so and judged as part 2', () => {
  const file = openPdf(bytesSource(buildPdf(pagesOf(1))))
  expect(checkPdfA(file)).toMatchObject({
    claimed: null,
    findings: [{ code: 'no_claim' }, { code: 'no_identifier' }],
  })
})

test.each([
  ['elements of any prefix', xmp(3, 'U').replaceAll('pdfaid', 'q'), { part: 3, conformance: 'U' }],
  [
    'attributes',
    `<a xmlns:p='http://www.aiim.org/pdfa/ns/id/' p:part='2' p:conformance = "B"/>`,
    { part: 2, conformance: 'B' },
  ],
  [
    'part 4 alone',
    xmp(4, '').replace('<pdfaid:conformance></pdfaid:conformance>', ''),
    { part: 4, conformance: '' },
  ],
  ['another namespace', xmp(2, 'B').replace('pdfa/ns/id', 'pdfe/ns/id'), null],
  ['no number', xmp(2, 'B').replace('>2<', '>two<'), null],
])('a claim is read from %s', (_, text, claim) => {
  expect(claimIn(text)).toEqual(claim)
})
