import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallLetters, vietnameseLetters } from '../letters.ts'
import { fromUnicode, type Legacy, legacyOfFont, looksLikeLegacy, toUnicode } from './legacy.ts'

const tcvn3: Legacy = { encoding: 'tcvn3', capital: false }
const tcvn3Capital: Legacy = { encoding: 'tcvn3', capital: true }
const vni: Legacy = { encoding: 'vni', capital: false }

test.each([
  ['.VnTime', tcvn3],
  ['.VnTimeH', tcvn3Capital],
  ['.vnArial', tcvn3],
  ['VNI-Times', vni],
  ['VNI Helve', vni],
  ['Times New Roman', null],
  ['Verdana', null],
])('%s', (font, legacy) => {
  expect(legacyOfFont(font)).toEqual(legacy)
})

test.each([
  ['Céng hßa x· héi chñ nghÜa ViÖt Nam', tcvn3, 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['§éc lËp - Tù do - H¹nh phóc', tcvn3, 'Độc lập - Tự do - Hạnh phúc'],
  ['céng hßa x· héi chñ nghÜa viÖt nam', tcvn3Capital, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', vni, 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['CỘNG'.replace('Ộ', 'OÄ'), vni, 'CỘNG'],
  ['Ñoäc laäp - Töï do - Haïnh phuùc', vni, 'Độc lập - Tự do - Hạnh phúc'],
  ['ñöôïc, Aùnh, Öông', vni, 'được, Ánh, Ương'],
])('%s', (old, legacy, text) => {
  expect(toUnicode(old, legacy)).toBe(text)
})

test.each(smallLetters)('%s comes back from TCVN3', (letter) => {
  expect(toUnicode(fromUnicode(letter, tcvn3), tcvn3)).toBe(letter)
  expect(fromUnicode(letter, tcvn3)).toMatch(/^[\u00a1-\u00fe]$/)
})

test.each(vietnameseLetters)('%s comes back from VNI, and as a capital from TCVN3', (letter) => {
  expect(toUnicode(fromUnicode(letter, vni), vni)).toBe(letter)
  const capital = letter.toUpperCase()
  expect(toUnicode(fromUnicode(capital, tcvn3Capital), tcvn3Capital)).toBe(capital)
})

test('no two letters share a sign', () => {
  expect(new Set(smallLetters.map((letter) => fromUnicode(letter, tcvn3))).size).toBe(67)
  expect(new Set(vietnameseLetters.map((letter) => fromUnicode(letter, vni))).size).toBe(134)
})

const syllable = fc.constantFrom(
  ...'Ủy ban nhân dân tỉnh quyết định về việc ban hành Quy chế hoạt động của Hội đồng xét duyệt ưỡn ẹo Ắt quyển'.split(
    ' ',
  ),
)

test('a text of words comes back from VNI whole', () => {
  fc.assert(
    fc.property(fc.array(syllable, { minLength: 1, maxLength: 40 }), (words) => {
      const text = words.join(' ')
      expect(toUnicode(fromUnicode(text, vni), vni)).toBe(text)
      const small = text.toLowerCase()
      expect(toUnicode(fromUnicode(small, tcvn3), tcvn3)).toBe(small)
    }),
  )
})

test('an old encoding in a typeface of Unicode is seen', () => {
  fc.assert(
    fc.property(fc.constantFrom(tcvn3, vni), (legacy) => {
      const text = 'quyết định về việc ban hành quy chế làm việc của hội đồng thẩm định'
      expect(looksLikeLegacy(fromUnicode(text, legacy))).toEqual(legacy)
    }),
  )
})

test.each([
  ['§éc lËp - Tù do - H¹nh phóc', tcvn3],
  ['Theo B¸o c¸o sè 290/BC-SNNMT ngµy 30 th¸ng 9 n¨m 2026', tcvn3],
  ['Theo Baùo caùo soá 290/BC-SNNMT ngaøy 30 thaùng 9 naêm 2026', vni],
])('sees that %s is old', (text, legacy) => {
  expect(looksLikeLegacy(text)).toEqual(legacy)
})

test.each([
  'Quyết định về việc ban hành Quy chế làm việc',
  'Université de Genève, Société Générale, élève, à côté',
  'São Paulo',
  'Số: 15/QĐ-BNV',
  '± 5 °C × 3',
  'Đắk Lắk, Kon Plông, Ia Grai',
  'Bản Kế hoạch của Sở KH&CN, UBND Tp. HCM',
  'naïve café, crème brûlée, façade',
  'Müller-Straße, Größe, für Mädchen',
  '',
])('%s is nothing old', (text) => {
  expect(looksLikeLegacy(text)).toBeNull()
})
