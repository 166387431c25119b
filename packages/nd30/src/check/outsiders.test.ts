import { describe, expect, test } from 'vitest'
import { checkDocument } from './check-document.ts'
import { type BlockWish, changed, handBuilt, type ParagraphWish } from './testing/hand-built.ts'
import { rulesOf } from './testing/rules-of.ts'
import {
  abstract,
  body,
  country,
  decision,
  footTable,
  headTable,
  issued,
  issuer,
  kindLine,
  letter,
  motto,
  number,
  recipients,
  signature,
  superior,
} from './testing/state-documents.ts'

const centred = { align: 'center' } as const

/** A paper of one sheet, of any kind. */
const paper = (
  kind: string,
  symbol: string,
  more: { left?: readonly ParagraphWish[] } = {},
): readonly BlockWish[] => [
  headTable([superior, issuer, { ...number, text: symbol }], [country, motto, issued]),
  {},
  kindLine(kind),
  abstract('Dự lễ khai giảng năm học mới'),
  {},
  body('Sở Nội vụ trân trọng kính mời ông Nguyễn Văn An tới dự lễ khai giảng năm học mới./.'),
  footTable(more.left ?? recipients, [
    { text: 'GIÁM ĐỐC', bold: true, ...centred },
    {},
    { text: 'Trần Văn Bình', bold: true, ...centred },
  ]),
]

describe('a number without its word', () => {
  test.each([
    ['GIẤY ỦY QUYỀN', '02/GUQ-SNV'],
    ['THÔNG BÁO', '115/TB-SNV'],
    ['QUYẾT ĐỊNH', '7/2026/QĐ-SNV'],
    ['BÁO CÁO', '15/BC–SNV'],
  ])('of %s is the number, and not the issuing body', (kind, symbol) => {
    const found = rulesOf(paper(kind, symbol))
    expect(
      found.every((each) => /^(?:H06|H11) /u.test(each)),
      found.join(),
    ).toBe(true)
    expect(found).toContain(`H06 ${symbol}`)
  })

  test('of a letter', () => {
    expect(rulesOf(changed(letter, 'Số: 15/SNV-VP', { text: '15/SNV-VP' }))).toEqual(['H06 15/SNV-VP'])
  })
})

describe('titles before the name of the signer', () => {
  const signed = (name: string, by: string) =>
    rulesOf(
      changed(changed(decision, 'Nguyễn Thị Minh Hạnh', { text: name }), 'SỞ NỘI VỤ', { text: by }),
    ).filter((each) => !each.startsWith('H05'))

  test.each([
    ['Đại tá Nguyễn Văn An', 'CÔNG AN TỈNH'],
    ['Thượng tá Nguyễn Văn An', 'BỘ CHỈ HUY QUÂN SỰ TỈNH'],
    ['Thiếu tướng Nguyễn Văn An', 'BỘ TƯ LỆNH THỦ ĐÔ'],
    ['Trung úy Nguyễn Văn An', 'CÔNG AN PHƯỜNG'],
    ['Nguyễn Thị Minh Hạnh', 'SỞ NỘI VỤ'],
  ])('%s of %s is no fault', (name, by) => {
    expect(signed(name, by)).toEqual([])
  })

  test.each([
    ['Đại tá Nguyễn Văn An', 'SỞ NỘI VỤ'],
    ['Tiến sĩ Nguyễn Văn An', 'SỞ NỘI VỤ'],
    ['PGS, TS. Nguyễn Văn An', 'SỞ NỘI VỤ'],
    ['Luật sư Nguyễn Văn An', 'SỞ NỘI VỤ'],
    ['Đại tá, TS. Nguyễn Văn An', 'CÔNG AN TỈNH'],
    ['Nhà giáo Ưu tú Nguyễn Văn An', 'SỞ NỘI VỤ'],
  ])('%s of %s is told, and the name is not called missing', (name, by) => {
    expect(signed(name, by)).toEqual([`S04 ${name}`])
  })
})

describe('the authority line', () => {
  test.each(['KT.', 'TL.', 'TUQ.', 'TM.'])('%s without a post or a body', (prefix) => {
    const found = rulesOf(changed(decision, 'KT. GIÁM ĐỐC', { text: prefix }))
    expect(found.filter((each) => each.startsWith('S01'))).toEqual([`S01 ${prefix}`])
    expect(found.filter((each) => !/^S0[15]/u.test(each))).toEqual([])
  })
})

describe('place and date', () => {
  test.each([
    'BẮC GIANG, ngày 05 tháng 3 năm 2024',
    'HUẾ, ngày 05 tháng 3 năm 2024',
    'Ngày 05 tháng 3 năm 2024',
  ])('%s', (text) => {
    expect(rulesOf(changed(decision, 'Bắc Giang, ngày', { text }))).toEqual([`H07 ${text}`])
  })

  test.each(['TP. Hồ Chí Minh', 'TPHCM', 'Hà Nội'])('%s is a place', (place) => {
    const text = `${place}, ngày 05 tháng 3 năm 2024`
    expect(rulesOf(changed(decision, 'Bắc Giang, ngày', { text }))).toEqual([])
  })
})

test('a mark of urgency stands at the left', () => {
  const mark: ParagraphWish = {
    text: 'HỎA TỐC',
    size: 13,
    bold: true,
    colour: 'FF0000',
    borders: { top: { style: 'single', size: 8, colour: 'FF0000' } },
    ...centred,
  }
  const head = (left: readonly ParagraphWish[], right: readonly ParagraphWish[]) => [
    headTable([superior, issuer, number, ...left], [country, motto, issued, ...right]),
    ...decision.slice(1),
  ]
  expect(rulesOf(head([mark], []))).toEqual([])
  expect(rulesOf(head([], [mark]))).toEqual(['H10 HỎA TỐC'])
})

test.each(['SAO Y', 'SAO LỤC', 'TRÍCH SAO'])('%s is bold', (text) => {
  const copied = (bold: boolean): readonly BlockWish[] => [
    ...decision,
    headTable(
      [superior, issuer, { ...number, text: 'Số: 03/SY-SNV' }],
      [
        { text, size: 14, bold, ...centred },
        { ...issued, text: 'Bắc Giang, ngày 06 tháng 3 năm 2024' },
      ],
    ),
    footTable(
      [recipients[0] ?? {}, { text: '- Các phòng;', size: 11 }, { text: '- Lưu: VT.', size: 11 }],
      signature,
    ),
  ]
  const told = (bold: boolean) => rulesOf(copied(bold)).filter((each) => each.startsWith('T01'))
  expect(told(true)).toEqual([])
  expect(told(false)).toEqual([`T01 ${text}`])
})

test.each([
  ['GIẤY MỜI', 'Số: 05/GM-SNV', true],
  ['GIẤY GIỚI THIỆU', 'Số: 05/GGT-SNV', true],
  ['GIẤY NGHỈ PHÉP', 'Số: 05/GNP-SNV', true],
  ['PHIẾU BÁO', 'Số: 05/PB-SNV', false],
])('%s without its recipients', (kind, symbol, told) => {
  const found = rulesOf(paper(kind, symbol, { left: [{}] }))
  expect(found.some((each) => each.startsWith('H09'))).toBe(told)
  expect(rulesOf(paper(kind, symbol))).toEqual([])
})

test.each(['V/v thành lập Tổ kiểm kê', 'v/v: thành lập Tổ kiểm kê'])('%s is of a letter', (text) => {
  const found = rulesOf(changed(decision, 'Về việc ban hành', (wish) => ({ ...wish, text })))
  expect(found.filter((each) => !each.startsWith('T05'))).toEqual([`T02 ${text}`])
})

describe('one cause is one finding', () => {
  const report = (blocks: readonly BlockWish[]) => checkDocument(handBuilt(blocks), { today: '2026-11-25' })
  const inArial = (wish: ParagraphWish): ParagraphWish => ({
    ...wish,
    font: 'Arial',
    ...(wish.runs ? { runs: wish.runs.map((run) => ({ ...run, font: 'Arial' })) } : {}),
  })

  test('a file wholly in another typeface', () => {
    const { findings, counts } = report(
      decision.map((block) =>
        'rows' in block
          ? { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(inArial))) }
          : inArial(block),
      ),
    )
    const [typeface, ...more] = findings.filter(({ rule }) => rule === 'P03')
    expect(more).toEqual([])
    expect(typeface?.count).toBeGreaterThan(20)
    expect(typeface?.places).toHaveLength(typeface?.count ?? 0)
    expect(typeface?.places[0]).toEqual(typeface?.place)
    expect(counts.must).toBe(findings.filter(({ severity }) => severity === 'must').length)
  })

  test('a clause with a wrong number behind which the list goes on', () => {
    const clauses = ['1. Một là thế này.', '3. Hai là thế kia.', '3. Ba là thế nọ.', '4. Bốn là thế ấy.']
    const blocks = [...decision.slice(0, -3), ...clauses.map((text) => body(text)), ...decision.slice(-3)]
    expect(rulesOf(blocks)).toEqual(['B08 3. Hai là thế kia.'])
  })
})

test('a date without its place is not given one', () => {
  const { findings } = checkDocument(
    handBuilt(changed(decision, 'Bắc Giang, ngày', { text: 'Ngày 05 tháng 3 năm 2024' })),
  )
  expect(findings.map(({ rule, repairable, expected }) => ({ rule, repairable, expected }))).toEqual([
    { rule: 'H07', repairable: false, expected: 'Hà Nội, ngày 05 tháng 3 năm 2020' },
  ])
})

test('a year where the kind belongs is a malformed symbol, and not another kind', () => {
  expect(rulesOf(changed(decision, 'Số: 15', { text: 'Số: 15/2024-QĐ/SNV' }))).toEqual([
    'H06 Số: 15/2024-QĐ/SNV',
  ])
})
