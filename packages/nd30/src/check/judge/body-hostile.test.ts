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

/** Processor time of judging each of the texts once; the least of two turns. */
function costMs(texts: readonly string[]): number {
  const contexts = texts.map(documentOf)
  const turns = [1, 2].map(() => {
    const before = process.cpuUsage()
    for (const context of contexts) for (const judge of [...bodyJudges, judgeCapitals]) judge(context)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...turns)
}

const letters = 100_000
const parts = 8

test('one long paragraph costs what its parts cost, not their square', () => {
  const repeated = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(repeated, (chosen) => {
      const unit = chosen.join('')
      const of = (count: number) => unit.repeat(Math.ceil(count / unit.length))
      const ratio = () => {
        const apart = costMs(Array.from({ length: parts }, () => of(letters / parts)))
        return costMs([of(letters)]) / Math.max(apart, 5)
      }
      // Were it the square, it would be eight times, however often it is measured; other work disturbs one measuring alone.
      const isLinear = [1, 2, 3].some(() => ratio() < 4)
      expect(isLinear).toBe(true)
    }),
    { numRuns: 12 },
  )
})
