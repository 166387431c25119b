import fc from 'fast-check'
import type {
  Annex,
  Block,
  Cell,
  OfficialDocument,
  ProfileName,
  SignatureBlock,
  Span,
  Text,
} from '../model/document.ts'
import { kindsOf } from '../model/kinds.ts'
import { pointLetters } from '../model/words/letters.ts'
import { toRoman } from '../text/roman.ts'
import { anyTable } from './any-table.ts'
import { drawnPng } from './draw-png.ts'

const syllables =
  'văn bản hành chính nghị định thể thức kỹ thuật trình bày người ký quyền hạn chữ số cơ quan đơn vị xã phường thủy lợi hòa giải quyết toán 15 2026 triển khai thực hiện nhiệm vụ'.split(
    ' ',
  )
export const anyWords = (longest = 12) =>
  fc
    .tuple(
      fc.constantFrom('Bảo đảm', 'Thực hiện', 'Rà soát', 'Đẩy mạnh', 'Tổ chức'),
      fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: longest }),
    )
    .map(([first, others]) => [first, ...others].join(' '))

const looks: readonly Omit<Span, 'text'>[] = [
  {},
  { bold: true },
  { italic: true },
  { underline: true },
  { raised: 'superscript' },
  { bold: true, italic: true },
]

/** Spans of differing looks, in the one form that `tidied` gives. */
const anySpans: fc.Arbitrary<readonly Span[]> = fc
  .array(fc.tuple(fc.nat(4), anyWords(4), fc.option(anyWords(5), { nil: undefined, freq: 5 })), {
    minLength: 2,
    maxLength: 4,
  })
  .map((parts) => {
    let look = 0
    return parts.map(([step, words, footnote], index) => {
      look = (look + 1 + step) % looks.length
      const text = index === parts.length - 1 ? words : `${words} `
      return { text, ...looks[look], ...(footnote === undefined ? {} : { footnote }) }
    })
  })

export const anyText: fc.Arbitrary<Text> = fc.oneof({ weight: 4, arbitrary: anyWords() }, anySpans)
export const anyCell: fc.Arbitrary<Cell> = fc.record(
  { text: anyText, align: fc.constantFrom('center', 'right', 'justify') },
  { requiredKeys: ['text'] },
)

const number = fc.integer({ min: 1, max: 40 })
const titleOrText = (block: { type: 'article' | 'clause'; number: number }) =>
  fc.oneof(
    // Bold from end to end it would be a title.
    anyText
      .filter((text) => typeof text === 'string' || !text.every(({ bold }) => bold))
      .map((text) => ({ ...block, text })),
    anyWords().map((title) => ({ ...block, title })),
  )

export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc
    .record(
      { type: fc.constantFrom('part', 'chapter'), number: number.map(toRoman), title: anyCapitals() },
      { requiredKeys: ['type', 'number'] },
    )
    .map((block) => block as Block),
  fc
    .record(
      { type: fc.constantFrom('section', 'subsection'), number: number.map(String), title: anyCapitals() },
      { requiredKeys: ['type', 'number'] },
    )
    .map((block) => block as Block),
  number.chain((n) => titleOrText({ type: 'article', number: n })),
  number.chain((n) => titleOrText({ type: 'clause', number: n })),
  fc.record({ type: fc.constant('point'), letter: fc.constantFrom(...pointLetters), text: anyText }),
  fc.record({
    type: fc.constant('heading'),
    level: fc.constant(1),
    number: number.map(toRoman),
    title: anyCapitals(),
  }),
  { weight: 3, arbitrary: fc.record({ type: fc.constant('paragraph'), text: anyText }) },
  fc.record({ type: fc.constant('item'), mark: fc.constantFrom('-', '+'), text: anyText }),
  anyTable(anyCell, anyWords()),
  fc.record(
    {
      type: fc.constant('figure'),
      image: fc.constantFrom(drawnPng(4, 3), drawnPng(2, 2)),
      widthMm: fc.integer({ min: 10, max: 160 }),
      alternative: anyWords(),
      caption: anyWords(),
    },
    { requiredKeys: ['type', 'image', 'widthMm', 'alternative'] },
  ),
)

function anyCapitals() {
  return anyWords(6).map((words) => words.toLocaleUpperCase('vi'))
}

const anyPlace = fc.constantFrom('Lâm Hải', 'Thanh Giang', 'Bình Hòa Đông')
const anyDate = fc
  .date({ min: new Date('2020-03-05'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyName = fc
  .tuple(
    fc.constantFrom('Nguyễn', 'Trần', 'Vũ'),
    fc.constantFrom('Thị', 'Văn', 'Đức'),
    fc.constantFrom('Hòa', 'Thủy', 'Ý'),
  )
  .map((parts) => parts.join(' '))

const anyPosition = fc.constantFrom('CHỦ TỊCH', 'PHÓ GIÁM ĐỐC', 'TRƯỞNG BAN', 'CHÁNH VĂN PHÒNG')

const anySignature: fc.Arbitrary<SignatureBlock> = fc.oneof(
  fc.record({ position: anyPosition, name: anyName }),
  fc.record({
    authority: fc.constantFrom<NonNullable<SignatureBlock['authority']>>(
      [{ prefix: 'TM', of: 'ỦY BAN NHÂN DÂN' }],
      [
        { prefix: 'TM', of: 'ỦY BAN NHÂN DÂN' },
        { prefix: 'KT', of: 'CHỦ TỊCH' },
      ],
      [{ prefix: 'TL', of: 'GIÁM ĐỐC' }],
    ),
    position: anyPosition,
    name: anyName,
  }),
  anyName.map((name) => ({ authority: [{ prefix: 'Q' as const, of: 'GIÁM ĐỐC' }], name })),
)

/** A line that is bold or in the middle of the page, right below an abstract, would be taken for its second. */
const anyBody = fc
  .tuple(
    anyWords().map((text): Block => ({ type: 'paragraph', text })),
    fc.array(anyBlock, { maxLength: 12 }),
  )
  .map(([first, others]) => [first, ...others])

const anyAnnex = (profile: ProfileName, dated: boolean): fc.Arbitrary<Annex> =>
  fc.oneof(
    fc.record({
      type: fc.constant('annex' as const),
      title: anyCapitals(),
      reference: dated ? fc.constantFrom('filled', 'empty') : fc.constant('empty'),
      landscape: fc.constant(true),
      body: anyBody,
    }),
    fc.record({
      type: fc.constant('attached' as const),
      kind: fc.constantFrom(...kindsOf(profile).slice(3, 6)).map(({ id }) => id),
      title: anyWords(),
      reference: fc.constant(dated ? 'filled' : 'empty'),
      body: anyBody,
    }),
  )

/** Any document that `parseDocument` takes as it is. */
export const anyDocument: fc.Arbitrary<OfficialDocument> = fc
  .constantFrom<ProfileName>('state', 'party')
  .chain((profile) =>
    fc
      .constantFrom(...kindsOf(profile))
      .filter(({ abbreviation, shape }) => abbreviation !== null || shape === 'letter')
      .chain((kind) => {
        const letter = kind.shape === 'letter'
        const minutes = kind.shape === 'minutes'
        const dated = !minutes || profile === 'party'
        const lines = fc.array(anyWords(6), { minLength: 1, maxLength: 4 })
        const addressed = letter || kind.id === 'cong-dien'
        const deciding = profile === 'state' && (kind.id === 'quyet-dinh' || kind.id === 'nghi-quyet')
        return fc.record({
          profile: fc.constant(profile),
          kind: fc.constant(kind.id),
          superior: fc.constantFrom('ỦY BAN NHÂN DÂN\nTỈNH SÔNG MƠ', 'TỈNH ỦY SÔNG MƠ'),
          issuer: fc.constantFrom('ỦY BAN NHÂN DÂN\nTỈNH LÂM HẢI', 'SỞ NỘI VỤ'),
          issuerInText: fc.constant('Ủy ban nhân dân tỉnh Lâm Hải'),
          number: fc.record({
            value: fc.integer({ min: 1, max: 3000 }),
            body: fc.constant(letter ? 'UBND-VP' : 'UBND'),
          }),
          ...(dated ? { issued: fc.record({ place: anyPlace, date: anyDate }) } : {}),
          abstract: anyWords(),
          ...(addressed ? { addressees: lines } : {}),
          ...(deciding || kind.id === 'cong-dien'
            ? { competence: fc.constantFrom('GIÁM ĐỐC SỞ NỘI VỤ', 'ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ') }
            : {}),
          ...(deciding ? { bases: fc.array(anyWords(), { minLength: 1, maxLength: 4 }) } : {}),
          body: anyBody,
          signatures: fc.array(anySignature, { minLength: minutes ? 2 : 1, maxLength: minutes ? 2 : 1 }),
          recipients: fc.record(
            {
              lines,
              archive: fc.constant(profile === 'state' ? 'VT, NV' : 'Văn phòng Tỉnh ủy'),
              drafter: fc.constant('PL'),
              copies: fc.integer({ min: 1, max: 300 }),
            },
            { requiredKeys: ['lines', 'archive'] },
          ),
          annexes: fc.array(anyAnnex(profile, dated), { minLength: 1, maxLength: 3 }),
        })
      }),
  )
  // Plain objects, as they come from JSON.
  .map((document) => JSON.parse(JSON.stringify(document)) as OfficialDocument)
