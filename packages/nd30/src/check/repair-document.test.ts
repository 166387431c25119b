import { expect, test } from 'vitest'
import { readDocument } from '../read/read.ts'
import { repairDocument } from './repair-document.ts'
import { docxOf, type PageWish } from './testing/docx-of.ts'
import { type BlockWish, changed, type ParagraphWish } from './testing/hand-built.ts'
import { partyDecision } from './testing/party-documents.ts'
import { decision, letter, lineBelow } from './testing/state-documents.ts'

const numbered: PageWish = { pageNumber: { size: 13 } }
const today = { today: '2026-11-25' }
const partyPage: PageWish = { ...numbered, right: 850, pageNumber: { size: 14 } }

const important = (report: {
  findings: readonly { rule: string; severity: string; place: unknown; vi: string }[]
}) => report.findings.filter(({ severity }) => severity !== 'taste').map(({ rule, vi }) => `${rule} ${vi}`)

test.each([
  ['a decision', decision, numbered],
  ['a letter', letter, numbered],
  ['a decision of the Party', partyDecision, partyPage],
] as const)('%s that is sound is left as it is, byte for byte', async (_, blocks, page) => {
  const bytes = await docxOf(blocks, page)
  const { docx, before, after } = await repairDocument(bytes, today)
  expect(important(before)).toEqual([])
  expect(after).toEqual(before)
  expect(Buffer.from(docx).equals(bytes)).toBe(true)
})

const cases: readonly (readonly [string, BlockWish[] | readonly BlockWish[], PageWish, string])[] = [
  ['P02', decision, { ...numbered, left: 1134, right: 567 }, 'margins'],
  ['P01', decision, { ...numbered, width: 12240, height: 15840 }, 'paper'],
  ['P05', decision, { pageNumber: { size: 13 }, titlePage: false }, 'a number on the first page'],
  ['P05', decision, { pageNumber: { size: 11, italic: true } }, 'the look of the number'],
  ['P05', decision, { pageNumber: { size: 13, align: 'right' } }, 'the place of the number'],
  ['P05', decision, { ...numbered, foot: '' }, 'the number at the foot'],
  ['P03', changed(decision, '1. Kế hoạch', { font: 'Arial' }), numbered, 'typeface'],
  ['P04', changed(decision, '1. Kế hoạch', { colour: 'FF0000' }), numbered, 'colour'],
  [
    'P06',
    changed(decision, '1. Kế hoạch', (wish) => ({ ...wish, text: wish.text?.normalize('NFD') ?? '' })),
    numbered,
    'uncomposed letters',
  ],
  ['H01', changed(decision, 'CỘNG HÒA', { size: 15, bold: false, italic: true }), numbered, 'Quốc hiệu'],
  ['H02', changed(decision, 'Độc lập', { text: 'Độc lập – Tự do – Hạnh phúc' }), numbered, 'Tiêu ngữ'],
  ['H03', changed(decision, 'Độc lập', { shapes: [] }), numbered, 'the line below Tiêu ngữ'],
  [
    'H03',
    changed(decision, 'Độc lập', (wish) => lineBelow({ ...wish, shapes: [] }, 0.5)),
    numbered,
    'a line too short below Tiêu ngữ',
  ],
  ['H02', changed(decision, 'Độc lập', { size: 11 }), numbered, 'the size of Tiêu ngữ, and its line with it'],
  ['H04', changed(decision, 'ỦY BAN NHÂN DÂN TỈNH', { bold: true }), numbered, 'the body above'],
  ['H05', changed(decision, 'SỞ NỘI VỤ', { shapes: [] }), numbered, 'the line below the body'],
  ['H06', changed(decision, 'Số:', { text: 'Số :5/QĐ-SNV' }), numbered, 'number'],
  [
    'H08',
    changed(decision, 'Bắc Giang,', { text: 'Bắc Giang, ngày 5 tháng 03 năm 2024' }),
    numbered,
    'zeros',
  ],
  ['H11', changed(decision, 'Số:', { text: 'Số: 15 / QĐ – SNV' }), numbered, 'hyphens'],
  ['T02', changed(decision, 'Về việc', { size: 12 }), numbered, 'abstract'],
  ['T05', changed(decision, 'Về việc', { shapes: [] }), numbered, 'the line below the abstract'],
  [
    'T05',
    decision.flatMap((block) =>
      'text' in block && block.text?.startsWith('Về việc')
        ? [{ ...block, shapes: [] }, { borders: { top: { style: 'single', size: 4, colour: 'auto' } } }]
        : [block],
    ),
    numbered,
    'the border of an empty paragraph below the abstract',
  ],
  ['S01', changed(decision, 'KT.', { text: 'K/T GIÁM ĐỐC' }), numbered, 'authority'],
  ['S01', changed(decision, 'KT.', { text: 'kt. Giám đốc' }), numbered, 'authority in small letters'],
  ['H06', changed(decision, 'Số:', { text: 'SỐ 5-QĐ/SNV' }), numbered, 'number of another form'],
  ['H07', changed(decision, 'Bắc Giang,', { text: 'Bắc Giang, 5/3/2024' }), numbered, 'date in figures'],
  ['S02', changed(decision, 'Nguyễn Thị', { bold: false }), numbered, 'signer'],
  ['R01', changed(decision, 'Nơi nhận', { text: 'Nơi nhận', size: 14 }), numbered, 'label'],
  ['R02', changed(decision, '- UBND', { text: '-UBND tỉnh (để b/c),', size: 13 }), numbered, 'recipients'],
  ['R05', changed(letter, '- Các sở', { text: '- Các sở, ban, ngành', bold: true }), numbered, 'addressees'],
  [
    'T04',
    changed(letter, 'V/v', { bold: true, text: 'Về việc báo cáo công tác' }),
    numbered,
    'abstract of a letter',
  ],
  ['D01', changed(partyDecision, 'ĐẢNG CỘNG', { align: 'left' as const }), partyPage, 'title of the Party'],
  ['S02', changed(partyDecision, 'PHÓ BÍ THƯ', { bold: true }), partyPage, 'post of the Party'],
]

test.each(cases)('%s is mended for good: $3', async (rule, blocks, page) => {
  const bytes = await docxOf(blocks, page)
  const { docx, before, after } = await repairDocument(bytes, today)
  const broken = before.findings.filter((finding) => finding.rule === rule)
  expect(broken.length).toBeGreaterThan(0)
  expect(broken.every(({ repairable }) => repairable)).toBe(true)
  expect(important(after)).toEqual([])
  const again = await repairDocument(docx, today)
  expect(Buffer.from(again.docx).equals(docx)).toBe(true)
})

test('letters of an old encoding become Unicode and keep their look', async () => {
  const old: ParagraphWish = { font: '.VnTime', text: 'C«ng hßa x· héi chñ nghÜa ViÖt Nam' }
  const { docx, before, after } = await repairDocument(
    await docxOf(changed(decision, '1. Kế hoạch', old), numbered),
    today,
  )
  expect(before.findings.map(({ rule }) => rule)).toContain('P07')
  expect(after.findings.map(({ rule }) => rule)).not.toContain('P07')
  const { paragraphs } = await readDocument(docx)
  const mended = paragraphs.find(({ text }) => text.startsWith('Công hòa'))
  expect(mended?.text).toBe('Công hòa xã hội chủ nghĩa Việt Nam')
  expect(mended?.runs[0]?.font).toBe('Times New Roman')
})

test('a number is not moved from a foot that says more, for the foot of the first page would be lost', async () => {
  const bytes = await docxOf(decision, { ...numbered, foot: 'Địa chỉ: số 5 đường Lê Lợi' })
  const { docx, before } = await repairDocument(bytes, today)
  expect(before.findings.map(({ rule, repairable }) => [rule, repairable])).toEqual([['P05', false]])
  expect(Buffer.from(docx).equals(bytes)).toBe(true)
})

test('what needs a person is left', async () => {
  const wrong = changed(changed(decision, 'Nguyễn Thị', { text: 'TS. Nguyễn Thị Minh Hạnh' }), '- Lưu', {
    text: '- Các phòng.',
  })
  const { docx, before, after } = await repairDocument(await docxOf(wrong, numbered), today)
  expect(before.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['S04', 'R04']))
  expect(after.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['S04', 'R04']))
  expect((await readDocument(docx)).paragraphs.some(({ text }) => text.startsWith('TS.'))).toBe(true)
})
