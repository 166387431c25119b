import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts } from './compare-texts.ts'

const words = fc
  .array(
    fc.constantFrom('đường', 'Đường', 'xã', 'liên xã', 'ủy', 'uỷ', '95%', 'km', '.', '\n', '(minh hoạ)'),
    {
      maxLength: 30,
    },
  )
  .map((list) => list.join(' '))

const joined = (stretches: ReturnType<typeof compareTexts>, left: 'removed' | 'added') =>
  stretches
    .filter(({ kind }) => kind === 'same' || kind === left)
    .map(({ text }) => text)
    .join('')

describe('two texts word by word', () => {
  test('give each of them back, and nothing is marked where they are the same', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const stretches = compareTexts(before, after)
        expect(joined(stretches, 'removed')).toBe(before.normalize('NFC'))
        expect(joined(stretches, 'added')).toBe(after.normalize('NFC'))
      }),
    )
    fc.assert(
      fc.property(words, (text) => {
        expect(compareTexts(text, text).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  test('mark the words that changed, and not their neighbours', () => {
    expect(compareTexts('Làm 5 km đường xã', 'Làm 7 km đường liên xã')).toEqual([
      { text: 'Làm ', kind: 'same' },
      { text: '5', kind: 'removed' },
      { text: '7', kind: 'added' },
      { text: ' km đường ', kind: 'same' },
      { text: 'liên ', kind: 'added' },
      { text: 'xã', kind: 'same' },
    ])
  })

  test('do not differ by how an accent is put together', () => {
    expect(compareTexts('Huyện ủy', 'Huyện ủy'.normalize('NFD')).every(({ kind }) => kind === 'same')).toBe(
      true,
    )
  })

  test('that have little in common are compared in a moment', () => {
    const [one, other] = ['a', 'b'].map((letter) =>
      Array.from({ length: 4000 }, (_, at) => `${letter}${at}`).join(' '),
    )
    const stretches = compareTexts(one ?? '', other ?? '')
    expect(joined(stretches, 'added')).toBe(other)
  })
})
