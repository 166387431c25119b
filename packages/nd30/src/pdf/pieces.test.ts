import { expect, test } from 'vitest'
import { nameOfBody, pieces, wordsApart } from './pieces.ts'

const shown = (text: string) =>
  pieces([{ text }]).map((piece) => (typeof piece === 'string' ? piece.replaceAll('\u00a0', '~') : piece))

test.each([
  ['theo khoản 2 Điều 5', ['theo khoản~2 Điều~5']],
  ['điểm a khoản 1', ['điểm~a khoản~1']],
  ['ngày 05 tháng 01 năm 2020', ['ngày~05 tháng~01 năm~2020']],
  ['Chương IV, quý III', ['Chương~IV, quý~III']],
  ['đạt 20 km, 5 tỷ đồng, 95 %', ['đạt 20~km, 5~tỷ đồng, 95~%']],
  ['kinh tế - xã hội', ['kinh tế~- xã hội']],
  ['nhiều  chỗ', ['nhiều~~chỗ']],
  ['thứ tự ngày càng', ['thứ tự ngày càng']],
])('keeps together what belongs together: %s', (text, wanted) => {
  expect(shown(text)).toEqual(wanted)
})

test('marks symbols that a line must not part, and words that it must be able to', () => {
  expect(pieces([{ text: 'Nghị định số 30/2020/NĐ-CP của', bold: true }])).toEqual([
    { text: 'Nghị định ', bold: true },
    { text: 'số\u00a030/2020/NĐ-CP', bold: true, whole: true },
    { text: ' của', bold: true },
  ])
  const [long, wide] = ['x'.repeat(70), 'x'.repeat(60)]
  expect(pieces([{ text: `a ${long} b` }])).toEqual(['a ', { text: long, long: true }, ' b'])
  expect(pieces([{ text: wide }])).toEqual([wide])
  const cell = { widthPt: 30, sizePt: 13 }
  expect(pieces([{ text: 'ngày 05 tháng' }], cell)).toEqual(['ngày 05 tháng'])
  expect(pieces([{ text: 'quyết định/nghiêng' }], cell)).toEqual([
    'quyết ',
    { text: 'định/nghiêng', long: true },
  ])
})

test('parts words where a line may end, and loses none', () => {
  const all = pieces([{ text: 'Điều 1. ', bold: true }, { text: 'Theo số 30/2020/NĐ-CP, ' }, { text: 'hết' }])
  const words = wordsApart(all).map((word) =>
    word.map((one) => (typeof one === 'string' ? one : one.text)).join(''),
  )
  expect(words).toEqual(['Điều\u00a01. ', 'Theo ', 'số\u00a030/2020/NĐ-CP, ', 'hết'])
})

test.each([
  ['ỦY BAN NHÂN DÂN TỈNH LÂM HẢI', 'ỦY~BAN~NHÂN~DÂN TỈNH~LÂM~HẢI'],
  ['SỞ NỘI VỤ', 'SỞ NỘI VỤ'],
  ['HỘI ĐỒNG NHÂN DÂN XÃ ĐỒNG SEN', 'HỘI~ĐỒNG~NHÂN~DÂN XÃ~ĐỒNG~SEN'],
])('parts the name of a body by its sense: %s', (name, wanted) => {
  expect(nameOfBody(name, { widthPt: 300, sizePt: 14 }).join('').replaceAll('\u00a0', '~')).toBe(wanted)
})
