import { expect, test } from 'vitest'
import { checkDocument } from './check-document.ts'
import { sentencesEn } from './sentences.en.ts'
import { sentencesVi } from './sentences.vi.ts'
import { changed, handBuilt } from './testing/hand-built.ts'
import { decision } from './testing/state-documents.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('both languages say something of the same things', () => {
  expect(Object.keys(sentencesEn).sort()).toEqual(Object.keys(sentencesVi).sort())
})

test('the English sentence names nothing that the Vietnamese one does not', () => {
  for (const [code, vi] of Object.entries(sentencesVi)) {
    const en = sentencesEn[code as keyof typeof sentencesVi]
    const extra = placeholders(en).filter((name) => !placeholders(vi).includes(name))
    expect([code, extra]).toEqual([code, []])
  }
})

test('a finding is said in both languages, and its figures in the one that is asked for', () => {
  const wrong = changed(decision, 'Nguyễn Thị', { bold: false, size: 12.5 })
  const [vi] = checkDocument(handBuilt(wrong)).findings
  const [en] = checkDocument(handBuilt(wrong), { language: 'en' }).findings
  expect(vi).toMatchObject({
    rule: 'S02',
    severity: 'must',
    article: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục 7',
    found: '12,5 pt, không đậm',
    expected: '13–14 pt, đậm',
    vi: 'Họ tên người ký: 12,5 pt, không đậm; theo quy định: 13–14 pt, đậm.',
    en: 'The name of the signer: 12.5 pt, not bold; required: 13–14 pt, bold.',
    repairable: true,
  })
  expect(en?.found).toBe('12.5 pt, not bold')
})

test.each([
  [
    'Nguyễn Thị',
    { text: 'PGS. TS. Nguyễn Thị Minh Hạnh' },
    'phải ghi là “Nguyễn Thị Minh Hạnh”',
    'must read “Nguyễn',
  ],
  ['Số: 15', { text: 'Số 15/QĐ-SNV' }, '“Số: 15/QĐ-SNV”.', '“Số: 15/QĐ-SNV”.'],
  [
    'Số: 15',
    { text: 'Số: 5/QĐ-SNV' },
    '(số nhỏ hơn 10 thêm số 0 phía trước)',
    '(below 10 with a zero before it)',
  ],
  ['Số: 15', { text: '' }, 'Thiếu thành phần thể thức: số, ký hiệu.', 'missing: the number and symbol.'],
  ['Độc lập', { text: '' }, 'Thiếu thành phần thể thức: Tiêu ngữ.', 'missing: the motto.'],
  [
    'Về việc',
    { text: 'Về việc ban hành Kế hoạch chuyển đổi số năm 2024.' },
    '(“…hoạch chuyển đổi số năm 2024.”)',
    '(“…hoạch chuyển đổi số năm 2024”)',
  ],
  [
    '1. Kế',
    { colour: 'FF0000' },
    'Chữ có màu #FF0000; phải là màu đen.',
    'the colour #FF0000; they must be black.',
  ],
])('a sentence says what is wrong and no more: %s, changed to %o', (text, change, vi, en) => {
  const { findings } = checkDocument(handBuilt(changed(decision, text, change)))
  expect(findings[0]?.vi).toContain(vi)
  expect(findings[0]?.en).toContain(en)
})

test('two findings about one line ask for the same line', () => {
  const { findings } = checkDocument(handBuilt(changed(decision, 'Số: 15', { text: 'Số: 5 / QĐ – SNV' })))
  expect(findings.map(({ rule, expected }) => [rule, expected])).toEqual([
    ['H11', 'Số: 05/QĐ-SNV'],
    ['H06', 'Số: 05/QĐ-SNV'],
  ])
})
