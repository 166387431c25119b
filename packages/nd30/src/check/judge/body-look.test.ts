import { expect, test } from 'vitest'
import type { ParagraphWish } from '../testing/hand-built.ts'
import { partyDecision } from '../testing/party-documents.ts'
import { body, decision, letter } from '../testing/state-documents.ts'
import { decisionOf, draftsOf, end, reportOf, saidOf } from './testing-body.ts'

const long = `Trong năm 2025, Sở đã tổ chức thực hiện đầy đủ các nhiệm vụ được giao ${'và báo cáo kết quả '.repeat(6)}đúng hạn.`
const said = (text: readonly ParagraphWish[]) => saidOf(draftsOf(reportOf([...text, end])))

test('sound documents are not spoken of', () => {
  expect(saidOf(draftsOf(decision))).toEqual([])
  expect(saidOf(draftsOf(letter))).toEqual([])
  expect(saidOf(draftsOf(partyDecision))).toEqual([])
})

test('B01: a size outside the range is found with what mends it', () => {
  const drafts = draftsOf(reportOf([body(long, { size: 12 }), body(long), body(long), end]))
  expect(saidOf(drafts)).toEqual(['B01 Trong năm 20: 12 pt → 13–14 pt'])
  expect(drafts[0]?.repairs).toMatchObject([{ type: 'run', set: { sizeHalfPoints: 28 } }])
})

test('B01: a document has one size', () => {
  const odd = body('', {
    runs: [
      { text: 'Ghi chú thêm ', size: 14 },
      { text: 'cỡ khác', size: 13 },
    ],
  })
  expect(said([body(long), odd, body(long, { size: 13 })])).toEqual([
    'B01 Ghi chú thêm: 13 pt → 14 pt',
    'B01 Trong năm 20: 13 pt → 14 pt',
  ])
})

test('B01: thirteen throughout is right, and so are small letters in tables', () => {
  const table = { rows: [[[{ text: 'STT', size: 11 }], [{ text: 'Tên đơn vị', size: 10 }]]], bordered: true }
  const text = [body(long, { size: 13 }), table, { ...end, size: 13 }]
  expect(saidOf(draftsOf(reportOf(text)))).toEqual([])
})

test('B02: long text that is not justified', () => {
  const drafts = draftsOf(reportOf([body(long, { align: 'left' }), body(long), end]))
  expect(saidOf(drafts)).toEqual(['B02 Trong năm 20: canh trái → canh đều hai lề'])
  expect(drafts[0]?.repairs).toMatchObject([{ type: 'paragraph', set: { alignment: 'both' } }])
  expect(said([body(long), body(long, { align: 'center' })])).toEqual([
    'B02 Trong năm 20: canh giữa → canh đều hai lề',
  ])
})

test('B02: one line looks the same, and a centred note is none of the text', () => {
  expect(said([body('Sở báo cáo như sau:', { align: 'left' })])).toEqual([])
  expect(said([{ text: '(Số liệu đến ngày 31 tháng 12 năm 2025)', italic: true, align: 'center' }])).toEqual(
    [],
  )
})

test.each([567, 720, 560, 729])('B03: an indent of %i twips is right', (firstLine) => {
  expect(said([body(long, { firstLine })])).toEqual([])
})

test.each([
  [0, '0 mm'],
  [284, '5 mm'],
  [1134, '20 mm'],
])('B03: an indent of %i twips is wrong', (firstLine, found) => {
  expect(said([body(long, { firstLine })])).toEqual([`B03 Trong năm 20: ${found} → 10 mm hoặc 12,7 mm`])
})

test('B03: an indent made of tabs or spaces is exchanged', () => {
  const drafts = draftsOf(
    reportOf([body(`\t${long}`, { firstLine: 0 }), body(`     ${long}`), body(long), end]),
  )
  expect(saidOf(drafts)).toEqual([
    'B03 Trong năm 20: tạo bằng phím Tab → 10 mm hoặc 12,7 mm',
    'B03 Trong năm 20: tạo bằng 5 dấu cách → 10 mm hoặc 12,7 mm',
  ])
  expect(drafts[1]?.repairs).toMatchObject([
    { type: 'text', from: 0, to: 5, by: '' },
    { type: 'paragraph', set: { firstLineTwips: 720 } },
  ])
})

test('B03: lists may hang, whether written or counted by the program', () => {
  expect(
    said([
      body('- Báo cáo tháng;', { left: 1080, firstLine: -360 }),
      body('Báo cáo quý;', { left: 720, firstLine: -360, label: '-' }),
      body('Báo cáo năm.', { left: 0, firstLine: 720, label: '1.' }),
    ]),
  ).toEqual([])
  expect(said([body('- Báo cáo tháng;', { firstLine: 0 })])).toEqual([
    'B03 - Báo cáo th: 0 mm → 10 mm hoặc 12,7 mm',
  ])
})

test.each([
  [240, 'auto'],
  [276, 'auto'],
  [360, 'auto'],
  [320, 'exact'],
  [480, 'exact'],
  [200, 'atLeast'],
  [400, 'atLeast'],
] as const)('B04: a line of %i %s is right', (line, lineRule) => {
  expect(said([body(long, { line, lineRule })])).toEqual([])
})

test.each([
  [220, 'auto', '0,92 dòng'],
  [432, 'auto', '1,8 dòng'],
  [260, 'exact', '13 pt'],
  [560, 'exact', '28 pt'],
  [600, 'atLeast', '30 pt'],
] as const)('B04: a line of %i %s is wrong', (line, lineRule, found) => {
  const drafts = draftsOf(reportOf([body(long, { line, lineRule }), end]))
  expect(saidOf(drafts)).toEqual([`B04 Trong năm 20: ${found} → 1–1,5 dòng`])
  expect(drafts[0]?.repairs).toMatchObject([{ set: { line: { value: 276, rule: 'auto' } } }])
})

test('B04: the Party sets lines of 18 to 22 points, by whatever rule', () => {
  const withLine = (line: number, lineRule: 'auto' | 'exact') =>
    saidOf(
      draftsOf(
        partyDecision.map((block) =>
          'rows' in block || !block.text?.startsWith('- Căn cứ') ? block : { ...block, line, lineRule },
        ),
      ),
    )
  expect(withLine(440, 'exact')).toEqual([])
  expect(withLine(280, 'auto')).toEqual([])
  expect(withLine(480, 'exact')).toEqual(['B04 - Căn cứ Điề: 24 pt → 18–22 pt'])
  expect(withLine(240, 'auto')).toEqual(['B04 - Căn cứ Điề: 1 dòng → 18–22 pt'])
})

test('B05: six points stand after a paragraph or before the next', () => {
  const before = (text: string) => body(text, { before: 120, after: 0 })
  expect(said([body(long), body(long, { after: 160 })])).toEqual([])
  expect(saidOf(draftsOf(reportOf([before(long), before(long), before('Hết./.')])))).toEqual([])
  expect(said([body(long, { after: 60 }), body(long)])).toEqual(['B05 Trong năm 20: 3 pt → tối thiểu 6 pt'])
})

test('B05: where gaps stand before paragraphs, the one that lacks it is named and mended', () => {
  const before = (text: string, twips = 120) => body(text, { before: twips, after: 0 })
  const drafts = draftsOf(
    reportOf([before(long), before('Đoạn này thiếu.', 0), before(long), before('Hết./.')]),
  )
  expect(saidOf(drafts)).toEqual(['B05 Đoạn này thi: 0 pt → tối thiểu 6 pt'])
  expect(drafts[0]?.repairs).toMatchObject([{ type: 'paragraph', set: { beforeTwips: 120 } }])
})

test('B05: an empty paragraph or a table between two makes the gap', () => {
  const table = { rows: [[[{ text: 'STT' }]]], bordered: true }
  const tight = (text: string) => body(text, { after: 0 })
  expect(saidOf(draftsOf(reportOf([tight(long), {}, tight(long), table, tight('Hết./.')])))).toEqual([])
})

test('the same is judged of annexes, in each by its own size', () => {
  const annex = [
    { text: 'Phụ lục', bold: true, align: 'center', pageBreakBefore: true },
    { text: 'DANH MỤC NHIỆM VỤ', bold: true, align: 'center' },
    { text: '(Kèm theo Quyết định số 15/QĐ-SNV)', italic: true, align: 'center' },
  ] as const
  const main = decisionOf([
    body('Điều 1. Ban hành kèm theo Quyết định này Phụ lục nhiệm vụ./.', { bold: true }),
  ])
  const inAnnex = (size: number) => body(long, { size })
  expect(saidOf(draftsOf([...main, ...annex, inAnnex(13), inAnnex(13)]))).toEqual([])
  expect(saidOf(draftsOf([...main, ...annex, inAnnex(13), inAnnex(11)]))).toEqual([
    'B01 Trong năm 20: 11 pt → 13–14 pt',
  ])
})

test('a line of signs is none of the text', () => {
  expect(said([body(long), { text: '-----', align: 'left', line: 240 }, body(long)])).toEqual([])
})
