import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usernameMaxLength, usernamePattern } from '../username.ts'
import { freeUsername, usernameBaseOf } from './propose-username.ts'

const syllables = [
  'Nguyễn',
  'Đỗ',
  'đức',
  'Ðạt',
  'Trần',
  'Thị',
  'Ngọc',
  'Ân',
  'Ưng',
  'Ỷ',
  'Hoà',
  'Hòa',
  'Uyên',
  'y',
]
const vietnameseName = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 6 })
  .chain((words) => fc.constantFrom(' ', '  ', '-').map((gap) => words.join(gap)))
const anyName = fc.oneof(vietnameseName, fc.string({ unit: 'grapheme', maxLength: 300 }))

test('a user name is made of the given name and the initials before it', () => {
  expect(usernameBaseOf('Nguyễn Văn  An')).toBe('annv')
  // The letter of the Croats and of Iceland, which keyboards give in place of the Vietnamese one.
  expect(usernameBaseOf('Đỗ Đức \u00d0ạt')).toBe('datdd')
  expect(usernameBaseOf('Nguyễn Văn An 2')).toBe('annv')
  expect(usernameBaseOf('An An')).toBe('ana')
  expect(usernameBaseOf('…')).toBe('can-bo')
})

test('any name gives a valid user name', () => {
  fc.assert(
    fc.property(anyName, (fullName) => {
      const name = usernameBaseOf(fullName)
      expect(name).toMatch(usernamePattern)
      expect(name.length).toBeLessThanOrEqual(usernameMaxLength - 6)
    }),
  )
})

test('tones and the way in which they are typed change nothing', () => {
  fc.assert(
    fc.property(vietnameseName, (fullName) => {
      const name = usernameBaseOf(fullName)
      expect(usernameBaseOf(fullName.normalize('NFD'))).toBe(name)
      expect(usernameBaseOf(fullName.toUpperCase())).toBe(name)
    }),
  )
})

test('of any number of people, no two get the same name, and existing names are not reused', () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 60 }), fc.array(vietnameseName), (names, before) => {
      const taken = new Set(before.map(usernameBaseOf))
      for (const name of names) {
        const given = freeUsername(usernameBaseOf(name), taken)
        expect(taken.has(given)).toBe(false)
        expect(given).toMatch(usernamePattern)
        taken.add(given)
      }
    }),
  )
})

test('namesakes are numbered from the second on', () => {
  const taken = new Set<string>()
  const three = Array.from({ length: 3 }, () => {
    const name = freeUsername(usernameBaseOf('Lê Thị Bình'), taken)
    taken.add(name)
    return name
  })
  expect(three).toEqual(['binhlt', 'binhlt2', 'binhlt3'])
})
