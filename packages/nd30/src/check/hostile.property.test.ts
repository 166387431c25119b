import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDocument } from './check-document.ts'
import { type BlockWish, handBuilt, type ParagraphWish } from './testing/hand-built.ts'
import { decision } from './testing/state-documents.ts'

const words = fc.constantFrom(
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'Số: 15/QĐ-SNV',
  'Số:',
  'Hà Nội, ngày 05 tháng 3 năm 2024',
  'QUYẾT ĐỊNH',
  'QUYẾT ĐỊNH:',
  'V/v báo cáo',
  'Kính gửi:',
  '- Như trên;',
  'Nơi nhận:',
  '- Lưu: VT.',
  'KT. GIÁM ĐỐC',
  'PHÓ GIÁM ĐỐC',
  'Nguyễn Văn An',
  'Phụ lục I',
  'SAO Y',
  'KHẨN',
  'Điều 1.',
  'Chương I',
  '*',
  '-----',
  'Căn cứ Luật;',
  '\t',
  '\n',
  '“',
  '',
)
const paragraph: fc.Arbitrary<ParagraphWish> = fc.record(
  {
    text: fc.array(words, { maxLength: 3 }).map((parts) => parts.join(' ')),
    size: fc.integer({ min: 1, max: 40 }),
    bold: fc.boolean(),
    italic: fc.boolean(),
    align: fc.constantFrom('left' as const, 'center' as const, 'both' as const),
    pageBreakBefore: fc.boolean(),
    label: fc.constantFrom('1.', 'a)', '-', ''),
  },
  { requiredKeys: ['text'] },
)
const table: fc.Arbitrary<BlockWish> = fc
  .array(fc.array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((rows) => ({ rows }))

test('whatever stands in whatever order, a report comes of it, each finding with words for all it names', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(paragraph, table), { maxLength: 25 }), (blocks) => {
      const report = checkDocument(handBuilt(blocks), { today: '2026-11-25' })
      for (const { vi, en, article } of report.findings) {
        expect(`${vi}${en}`).not.toMatch(/\{\w+\}|undefined/)
        expect(article).not.toBe('')
      }
      expect(report.follows).toBe(report.counts.must === 0)
    }),
    { numRuns: 150 },
  )
})

// Were a rule to go over a long line once for each of its letters, this would not end.
test.each(['- ', ' ', 'Số: ', 'ngày ', '“', 'Điều ', '\t', 'A', '.', 'Kính gửi: ', 'TM. ', 'Phụ lục '])(
  'a paragraph of %s alone comes to an end',
  (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length))
    for (const at of [0, 3, decision.length - 1, decision.length]) {
      const blocks = [...decision.slice(0, at), { text }, ...decision.slice(at)]
      expect(checkDocument(handBuilt(blocks), { today: '2026-11-25' }).profile).toBe('state')
    }
  },
)

// Many of what a document has a few of.
test.each<[string, BlockWish[]]>([
  ['annexes', Array.from({ length: 20_000 }, () => ({ text: 'Phụ lục I', align: 'center', bold: true }))],
  ['empty pages', Array.from({ length: 20_000 }, () => ({ text: '', pageBreakBefore: true }))],
  ['recipients', Array.from({ length: 20_000 }, () => ({ text: 'Nơi nhận:' }))],
  ['signatures', Array.from({ length: 20_000 }, () => ({ text: 'KT. GIÁM ĐỐC', bold: true }))],
  ['tabs in an old typeface', [{ text: '\tViÖt Nam'.repeat(20_000), font: '.VnTime' }]],
])('very many %s come to an end', (_, many) => {
  const report = checkDocument(handBuilt([...decision, ...many]), { today: '2026-11-25' })
  expect(report.repairs().length).toBeLessThan(2_000_000)
})
