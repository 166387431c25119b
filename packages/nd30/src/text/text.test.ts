import { expect, test } from 'vitest'
import { beginsCapital, isCapital } from './capitals.ts'
import { composed, isComposed } from './compose.ts'
import { foreignDash, plainHyphens } from './dashes.ts'
import { smallLetters, vietnameseLetters } from './letters.ts'
import { isSyllable } from './syllables.ts'
import { sameSpelling, spellingKey, withoutMarks, withoutTones } from './tones.ts'
import { singleLineEm, textWidthPt } from './widths.ts'

test('Vietnamese has 134 letters that English has not', () => {
  expect(smallLetters).toHaveLength(67)
  expect(new Set(vietnameseLetters).size).toBe(134)
})

test.each(vietnameseLetters)('%s is composed from its parts and stays', (letter) => {
  expect(composed(letter.normalize('NFD'))).toBe(letter)
  expect(isComposed(letter)).toBe(true)
})

test.each([
  ['Ðiều', 'Điều'],
  ['Ɖảng', 'Đảng'],
  ['ðơn', 'đơn'],
  ['Vie\u0323\u0302t', 'Việt'],
  ['Viê\u0323t', 'Việt'],
])('%s is mended to %s', (wrong, right) => {
  expect(isComposed(wrong)).toBe(false)
  expect(composed(wrong)).toBe(right)
})

test.each([
  ['CỘNG HÒA', 'CỘNG HOÀ', true],
  ['ỦY BAN', 'UỶ BAN', true],
  ['khoẻ', 'khỏe', true],
  ['thuỷ', 'thủy', true],
  ['hóa', 'hoà', false],
  ['hoa', 'hòa', false],
  ['Hòa', 'hòa', false],
  ['hoà bình', 'hòa  bình', false],
  ['má mà', 'mà má', false],
])('%s and %s are the same word: %s', (a, b, same) => {
  expect(sameSpelling(a, b)).toBe(same)
  expect(spellingKey(a) === spellingKey(b)).toBe(same)
})

test('takes tones or all marks away', () => {
  expect(withoutTones('Quyết định Đường')).toBe('Quyêt đinh Đương')
  expect(withoutMarks('Quyết định Đường')).toBe('Quyet dinh Duong')
})

test.each([
  ['QUYẾT ĐỊNH', true],
  ['05/QĐ-UBND', true],
  ['QyĐ', false],
  ['123', false],
])('%s is in capitals: %s', (text, expected) => {
  expect(isCapital(text)).toBe(expected)
})

test('sees a capital behind signs', () => {
  expect(beginsCapital('- Điều')).toBe(true)
  expect(beginsCapital('“điều')).toBe(false)
})

test('knows dashes that are no hyphens', () => {
  expect(foreignDash.test('15/QĐ–BNV')).toBe(true)
  expect(foreignDash.test('15/QĐ-BNV')).toBe(false)
  expect(plainHyphens('Độc lập – Tự do — Hạnh phúc')).toBe('Độc lập - Tự do - Hạnh phúc')
})

test.each('Cộng hòa xã nghĩa Việt nghiêng quyển quốc giếng gì khuỷu ngoằn xoong uỷ yêu'.split(' '))(
  '%s is a syllable',
  (word) => {
    expect(isSyllable(word)).toBe(true)
  },
)

test.each(['Vieät', 'straße', 'héi', 'hßa', 'Windows', 'kat', 'các\u0301', '', 'chuyêng'])(
  '%s is none',
  (word) => {
    expect(isSyllable(word)).toBe(false)
  },
)

test('measures words as Times New Roman does', () => {
  // Advance widths of Times New Roman, in 2048ths of an em: C 1366, Ộ as O 1479, N 1479, G 1479.
  expect(textWidthPt('CỘNG', { sizePt: 2048 })).toBe(1366 + 3 * 1479)
  expect(textWidthPt('i', { sizePt: 2048, bold: true })).toBe(569)
  expect(textWidthPt('a\u0301', { sizePt: 12 })).toBe(textWidthPt('á', { sizePt: 12 }))
  expect(singleLineEm()).toBeCloseTo(1.15, 3)
})

test('measures every letter of Vietnamese', () => {
  for (const letter of vietnameseLetters)
    for (const look of [{}, { bold: true }, { italic: true }, { bold: true, italic: true }]) {
      const measured = { sizePt: 2048, ...look }
      const width = textWidthPt(letter, measured)
      const plain = textWidthPt(withoutMarks(letter), measured)
      // A horn or a bar may widen its letter; no other mark does.
      if (/[ươđ]/i.test(withoutTones(letter))) expect(width).toBeGreaterThanOrEqual(plain)
      else expect(width).toBe(plain)
    }
})
