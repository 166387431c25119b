import { expect, test } from 'vitest'
import type { ParagraphWish } from '../testing/hand-built.ts'
import { partyDecision } from '../testing/party-documents.ts'
import { base, body } from '../testing/state-documents.ts'
import { articleOf, decisionOf, draftsOf, end, reportOf, saidOf } from './testing-body.ts'

const last = articleOf('Điều 2.', 'Quyết định này có hiệu lực kể từ ngày ký./.')
const first = articleOf('Điều 1.', 'Ban hành Kế hoạch chuyển đổi số năm 2026.')
const saidOfBases = (...bases: readonly ParagraphWish[]) => saidOf(draftsOf(decisionOf([first, last], bases)))
const saidOfText = (...text: readonly ParagraphWish[]) => saidOf(draftsOf(decisionOf(text)))
const saidOfReport = (...text: readonly ParagraphWish[]) => saidOf(draftsOf(reportOf([...text, end])))

const law = 'Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024'

test('B06: bases end with semicolons, the last with a full stop', () => {
  expect(saidOfBases(base(`${law};`), base('Theo đề nghị của Chánh Văn phòng Sở.'))).toEqual([])
  expect(saidOfBases(base(`${law}.`), base('Theo đề nghị của Chánh Văn phòng Sở;'))).toEqual([
    'B06 Căn cứ Luật : “.” → “;”',
    'B06 Theo đề nghị: “;” → “.”',
  ])
  expect(saidOfBases(base(law), base('Theo đề nghị của Chánh Văn phòng Sở,'))).toEqual([
    'B06 Căn cứ Luật : không có dấu → “;”',
    'B06 Theo đề nghị: “,” → “.”',
  ])
})

test('B06: the sign is mended in its place', () => {
  const drafts = draftsOf(decisionOf([first, last], [base(`${law},`), base('Theo đề nghị của Sở.')]))
  const at = law.length
  expect(drafts[0]?.repairs).toMatchObject([{ type: 'text', from: at, to: at + 1, by: ';' }])
})

test('B06: bases are in italics, wholly', () => {
  expect(saidOfBases({ ...base(`${law};`), italic: false }, base('Theo đề nghị của Sở.'))).toEqual([
    'B06 Căn cứ Luật : chữ đứng → chữ nghiêng',
  ])
  const part = { ...base(''), runs: [{ text: 'Căn cứ Luật ' }, { text: 'Lưu trữ;', italic: false }] }
  const drafts = draftsOf(decisionOf([first, last], [part, base('Theo đề nghị của Sở.')]))
  expect(saidOf(drafts)).toEqual(['B06 Căn cứ Luật : chữ đứng → chữ nghiêng'])
  expect(drafts[0]?.repairs).toMatchObject([{ type: 'run', set: { italic: true } }])
})

test('B06: each basis has its line', () => {
  expect(saidOfBases(base(`${law}; Căn cứ Luật Thanh tra.`))).toEqual([
    'B06 Căn cứ Luật : Căn cứ Luật Thanh tra. → mỗi căn cứ một dòng',
  ])
})

test('B06: the Party’s last basis may end with a comma, upright or not', () => {
  expect(saidOf(draftsOf(partyDecision))).toEqual([])
})

test.each([
  ['Điều 2:', 'Điều 2:', 'Điều 2.'],
  ['Điều 2 .', 'Điều 2 .', 'Điều 2.'],
  ['ĐIỀU 2.', 'ĐIỀU 2.', 'Điều 2.'],
])('B07: %s is not how the number of an article is written', (label, found, expected) => {
  const wrong = articleOf(label, 'Quyết định này có hiệu lực kể từ ngày ký./.')
  expect(saidOfText(first, wrong)).toEqual([
    `B07 ${`${label} Quyết định`.slice(0, 12)}: ${found} → ${expected}`,
  ])
})

test('B07: the number of an article is bold', () => {
  const thin = body('', { runs: [{ text: 'Điều 1.' }, { text: ' Ban hành Kế hoạch năm 2026.' }] })
  const drafts = draftsOf(decisionOf([thin, last]))
  expect(saidOf(drafts)).toEqual(['B07 Điều 1. Ban : không đậm → chữ đậm'])
  expect(drafts[0]?.repairs).toMatchObject([{ type: 'run', set: { bold: true } }])
  const inOneRun = draftsOf(decisionOf([body('Điều 1. Ban hành Kế hoạch năm 2026.'), last]))
  expect(saidOf(inOneRun)).toEqual(['B07 Điều 1. Ban : không đậm → chữ đậm'])
  expect(inOneRun[0]?.repairs).toEqual([])
})

test('B07: the number that Word counts is bold too', () => {
  const counted = (labelBold: boolean) =>
    saidOf(draftsOf(decisionOf([body('Ban hành Kế hoạch năm 2026.', { label: 'Điều 1.', labelBold }), last])))
  expect(counted(false)).toEqual(['B07 Ban hành Kế : không đậm → chữ đậm'])
  expect(counted(true)).toEqual([])
})

test('B07: a title is bold to its end', () => {
  const titled = body('', { runs: [{ text: 'Điều 1. ', bold: true }, { text: 'Phạm vi điều chỉnh' }] })
  expect(saidOfText(titled, body('Quy chế này quy định về văn thư.'), last)).toEqual([
    'B07 Điều 1. Phạm: không đậm → chữ đậm',
  ])
})

test('B07: articles are consecutive, and count anew in what is attached', () => {
  expect(saidOfText(first, articleOf('Điều 3.', 'Quyết định này có hiệu lực kể từ ngày ký./.'))).toEqual([
    'B07 Điều 3. Quyế: Điều 3. → Điều 2.',
  ])
  expect(saidOfText(first, articleOf('Điều 1.', 'Quyết định này có hiệu lực kể từ ngày ký./.'))).toEqual([
    'B07 Điều 1. Quyế: Điều 1. → Điều 2.',
  ])
  expect(saidOfText(first, last, articleOf('Điều 2a.', 'Văn phòng Sở theo dõi./.'))).toEqual([])
})

test('B07: articles that an amendment quotes are another text’s', () => {
  const amended = [
    articleOf('Điều 1.', 'Sửa đổi Điều 9 của Quy chế như sau:'),
    body('“Điều 9. Trách nhiệm của Văn phòng'),
    body('2. Văn phòng theo dõi việc thực hiện.”'),
    last,
  ]
  expect(saidOfText(...amended)).toEqual([])
})

test('B08: clauses and points follow each other', () => {
  expect(
    saidOfText(
      first,
      body('1. Mục tiêu.'),
      body('a) Đến năm 2026;'),
      body('b) Đến năm 2027;'),
      body('c) Đến năm 2028;'),
      body('d) Đến năm 2029;'),
      body('đ) Đến năm 2030;'),
      body('e) Đến năm 2031.'),
      body('2. Nhiệm vụ.'),
      body('a) Của Sở.'),
      last,
    ),
  ).toEqual([])
  expect(saidOfText(first, body('1. Mục tiêu.'), body('3. Nhiệm vụ.'), last)).toEqual([
    'B08 3. Nhiệm vụ.: 3. → 2.',
  ])
  expect(saidOfText(first, body('2. Nhiệm vụ.'), last)).toEqual(['B08 2. Nhiệm vụ.: 2. → 1.'])
})

test('B08: after d comes đ, and f is no letter of a point', () => {
  const points = (...letters: readonly string[]) => letters.map((letter) => body(`${letter}) Nhiệm vụ;`))
  expect(saidOfText(first, ...points('a', 'b', 'c', 'd', 'e'), last)).toEqual(['B08 e) Nhiệm vụ;: e) → đ)'])
  expect(saidOfText(first, ...points('a', 'b', 'c', 'd', 'đ', 'e', 'f', 'h'), last)).toEqual([
    'B08 f) Nhiệm vụ;: f) → g)',
  ])
  expect(saidOfText(first, ...points('a', 'b', 'b'), last)).toEqual(['B08 b) Nhiệm vụ;: b) → c)'])
})

test('B08: what the program counts is judged as it is shown', () => {
  const counted = (label: string) => body('Nhiệm vụ của Sở;', { label, left: 720, firstLine: -360 })
  expect(saidOfText(first, ...['a)', 'b)', 'c)', 'd)', 'e)'].map(counted), last)).toEqual([
    'B08 Nhiệm vụ của: e) → đ)',
  ])
})

test('B08: the sign behind number and letter, in articles alone', () => {
  const drafts = draftsOf(decisionOf([first, body('1) Mục tiêu.'), body('a. Đến năm 2026.'), last]))
  expect(saidOf(drafts)).toEqual(['B08 1) Mục tiêu.: 1) → 1.', 'B08 a. Đến năm 2: a. → a)'])
  expect(drafts[0]?.repairs).toMatchObject([{ type: 'text', from: 1, to: 2, by: '.' }])
  expect(saidOfReport(body('1) Mục tiêu.'), body('2) Nhiệm vụ.'))).toEqual([])
})

test('B08: lists within lists, and lists that go on behind a heading', () => {
  expect(
    saidOfText(
      first,
      body('1. Mục tiêu.'),
      body('a) Gồm:'),
      body('1. Một;'),
      body('2. Hai.'),
      body('b) Khác.'),
      body('2. Nhiệm vụ.'),
      last,
    ),
  ).toEqual([])
  const heading = (text: string) => body(text, { bold: true })
  expect(
    saidOfReport(
      heading('I. KẾT QUẢ'),
      body('1. Một.'),
      body('2. Hai.'),
      heading('II. NHIỆM VỤ'),
      body('3. Ba.'),
    ),
  ).toEqual([])
})

test('B09: the State’s documents end with ./.', () => {
  const drafts = draftsOf(decisionOf([first, articleOf('Điều 2.', 'Quyết định có hiệu lực từ ngày ký.')]))
  expect(saidOf(drafts)).toEqual([
    'B09 Điều 2. Quyế: …định có hiệu lực từ ngày ký. → …định có hiệu lực từ ngày ký./.',
  ])
  expect(drafts[0]?.repairs).toMatchObject([{ type: 'text', by: './' }].map(() => ({ type: 'text' })))
  expect(saidOf(draftsOf(reportOf([body('Trân trọng báo cáo.'), body('Nơi gửi: Sở /.')])))).toHaveLength(1)
})

test('B09: behind a table nothing is asked for', () => {
  const table = { rows: [[[{ text: 'STT' }], [{ text: 'Tên' }]]], bordered: true }
  expect(saidOf(draftsOf(reportOf([body('Số liệu như sau:'), table])))).toEqual([])
})

const chapter = (text: string, more: ParagraphWish = {}): ParagraphWish => ({
  text,
  bold: true,
  align: 'center',
  ...more,
})
const rules = (...text: readonly ParagraphWish[]) =>
  saidOf(draftsOf(decisionOf([...text, articleOf('Điều 1.', 'Quyết định có hiệu lực từ ngày ký./.')])))

test('B10: chapters and sections as the form has them', () => {
  expect(
    rules(
      chapter('Chương I'),
      chapter('QUY ĐỊNH CHUNG'),
      chapter('Mục 1'),
      chapter('PHẠM VI'),
      chapter('Mục 2'),
      chapter('ĐỐI TƯỢNG'),
      chapter('Chương II'),
      chapter('TỔ CHỨC THỰC HIỆN'),
      chapter('Mục 1'),
      chapter('TRÁCH NHIỆM'),
    ),
  ).toEqual([])
})

test('B10: numbers, letters and look of chapters', () => {
  expect(rules(chapter('Chương 1'), chapter('QUY ĐỊNH CHUNG'))).toEqual(['B10 Chương 1: Chương 1 → Chương I'])
  expect(rules(chapter('CHƯƠNG I'), chapter('QUY ĐỊNH CHUNG'))).toEqual([
    'B10 CHƯƠNG I: chữ in hoa → chữ in thường',
  ])
  expect(rules(chapter('Chương I'), chapter('Quy định chung'))).toEqual([
    'B10 Quy định chu: chữ in thường → chữ in hoa',
  ])
  expect(rules(chapter('Chương I', { bold: false }), chapter('QUY ĐỊNH CHUNG'))).toEqual([
    'B10 Chương I: không đậm → đậm',
  ])
  expect(rules(chapter('Chương I: QUY ĐỊNH CHUNG'))).toEqual([
    'B10 Chương I: QU: Chương I: QUY ĐỊNH CHUNG → tiêu đề ở dòng dưới',
  ])
})

test('B10: chapters, sections and headings are consecutive', () => {
  expect(
    rules(chapter('Chương I'), chapter('QUY ĐỊNH CHUNG'), chapter('Chương III'), chapter('THI HÀNH')),
  ).toEqual(['B10 Chương III: Chương III → Chương II'])
  const heading = (text: string) => body(text, { bold: true })
  expect(saidOfReport(heading('I. KẾT QUẢ'), heading('II. HẠN CHẾ'), heading('IV. NHIỆM VỤ'))).toEqual([
    'B10 IV. NHIỆM VỤ: IV. → III.',
  ])
})

test('B10: headings with Roman numbers are bold capitals', () => {
  const heading = (text: string, bold = true) => body(text, { bold })
  expect(saidOfReport(heading('I. KẾT QUẢ'), heading('II. Hạn chế, yếu kém'))).toEqual([
    'B10 II. Hạn chế,: chữ in thường → chữ in hoa',
  ])
  expect(saidOfReport(heading('I. KẾT QUẢ', false), heading('II. HẠN CHẾ'))).toEqual([
    'B10 I. KẾT QUẢ: không đậm → đậm',
  ])
})
