import fc from 'fast-check'
import { expect, test } from 'vitest'
import { handBuilt } from '../testing/hand-built.ts'
import { abstract, body, kindLine, plainFoot, plainHead } from '../testing/state-documents.ts'
import { bodyJudges } from './body.ts'
import { judgeCapitals } from './capitals.ts'
import { contextOf } from './testing-body.ts'

const pieces = [
  ' ',
  '  ',
  '\t',
  '\n',
  '.',
  '. ',
  '..',
  './.',
  ',',
  ', ',
  ';',
  '; ',
  ':',
  '-',
  ' - ',
  '–',
  '“',
  '”',
  '"',
  '(',
  ')',
  'a',
  'A',
  'đ',
  'Đ',
  '1',
  '12',
  'I',
  'XV',
  'điểm a ',
  'khoản 2 ',
  'Điều 5 ',
  'điều ',
  'Mục 1',
  'Chương II',
  'và ',
  'Tỉnh ',
  'Nam Định',
  'thành phố ',
  'quận 1, ',
  'Bộ ',
  'tài chính ',
  'Ủy ban ',
  'Nhân dân',
  'nhà nước',
  'luật ',
  'nghị định số 1/',
  'thứ hai',
  'tháng ',
  'tết ',
  'Nguyễn văn ',
  'ông ',
  'Căn cứ ',
  '\u0301',
  '\u00a0',
] as const

function documentOf(text: string) {
  return contextOf(
    handBuilt([
      plainHead,
      kindLine('BÁO CÁO'),
      abstract('Kết quả công tác'),
      body('Mở đầu.'),
      body(text, { align: 'left' }),
      body('Hết./.'),
      plainFoot,
    ]),
  )
}

function costMs(text: string): number {
  const context = documentOf(text)
  const costs = [1, 2, 3].map(() => {
    const start = performance.now()
    for (const judge of [...bodyJudges, judgeCapitals]) judge(context)
    return performance.now() - start
  })
  return Math.min(...costs)
}

test('four times the letters never cost as much as their square', () => {
  const repeated = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(repeated, (parts) => {
      const unit = parts.join('')
      const of = (letters: number) => unit.repeat(Math.ceil(letters / unit.length))
      const [short, long] = [costMs(of(25_000)), costMs(of(100_000))]
      // Sixteen would be the square; what is done within two milliseconds is not measured well.
      expect(long / Math.max(short, 2)).toBeLessThan(11)
    }),
    { numRuns: 20 },
  )
})
