import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fontOf } from './font-file.ts'
import { layOut } from './layout.ts'

const syllable = fc.constantFrom(
  'Nguyễn',
  'Thị',
  'Ẩn',
  'Hoàng',
  'Phượng',
  'Ư',
  'Quỳnh',
  'Trường',
  'Ỷ',
  'Công',
)
const words = fc.oneof(
  fc.array(syllable, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.array(syllable, { minLength: 1, maxLength: 40 }).map((parts) => parts.join('')),
)

test('words are never wider than their room, nor on more lines than they may be, and none is lost', () => {
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 10, max: 400 }),
      fc.integer({ min: 1, max: 3 }),
      (text, width, mostLines) => {
        const laid = layOut(text, { style: 'bold', size: 14, width, mostLines })
        expect(laid.lines.length).toBeLessThanOrEqual(mostLines)
        for (const line of laid.lines) {
          const natural = fontOf('bold').widthOf(line.words, laid.size) * line.stretch
          expect(natural).toBeLessThanOrEqual(width + 1e-9)
        }
        expect(laid.lines.map((line) => line.words.trim()).join(' ')).toBe(text.normalize('NFC'))
        expect(laid.size).toBeGreaterThanOrEqual(14 * 0.7)
      },
    ),
  )
})

test('what is a little too long is made smaller, what is more becomes two lines', () => {
  const wish = { style: 'bold', size: 14, mostLines: 2 } as const
  const text = 'PHÓ CHỦ TỊCH THƯỜNG TRỰC'
  const natural = fontOf('bold').widthOf(text, 14)
  expect(layOut(text, { ...wish, width: natural * 0.9 }).lines).toHaveLength(1)
  expect(layOut(text, { ...wish, width: natural * 0.7 }).lines).toHaveLength(2)
})
