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
  // What is done within two milliseconds is not measured well.
  return Math.max(2, Math.min(...costs))
}

const letters = { few: 12_500, many: 100_000 }
/** Eight times the letters: 64 would be the square. A machine that does other work between may cost a few times more. */
const mostTimes = 32

test('eight times the letters never cost as much as their square', () => {
  const repeated = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(repeated, (parts) => {
      const unit = parts.join('')
      const of = (count: number) => unit.repeat(Math.ceil(count / unit.length))
      expect(costMs(of(letters.many)) / costMs(of(letters.few))).toBeLessThan(mostTimes)
    }),
    { numRuns: 20 },
  )
})
