import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lettersOf } from './testing/woff2.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))
const names = ['400', '400-more', '600', '600-more'] as const
const fonts = new Map<string, ReadonlySet<string>>(
  names.map((name) => [
    name,
    lettersOf(readFileSync(new URL(`./be-vietnam-pro-${name}.woff2`, import.meta.url))),
  ]),
)
const font = (name: string): ReadonlySet<string> => fonts.get(name) ?? new Set()
const missing = (letters: Iterable<string>, name: string) =>
  [...new Set(letters)].filter((one) => !font(name).has(one))

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))

const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const vietnamese = ['đ', ...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))]

// No cut of the typeface has them: the system's own are drawn.
const notDrawn = ['→', '✓']

describe.each(['400', '600'])('the letters of weight %s that every page loads', (weight) => {
  test('are all of Vietnamese, small and large', () => {
    expect(vietnamese.every((letter) => [...letter].length === 1)).toBe(true)
    expect(missing([...vietnamese, ...vietnamese.map((letter) => letter.toUpperCase())], weight)).toEqual([])
  })

  test('are all of Vietnamese taken apart, but for the horn, which is put together before it is drawn', () => {
    expect(missing(vietnamese.join('').normalize('NFD'), weight)).toEqual(['\u031b'])
    expect('o\u031b\u0323'.normalize('NFC')).toBe('ợ')
  })

  test('are ASCII, and the marks of a Vietnamese text in print', () => {
    expect(missing([...range(0x20, 0x7e), ...'«»“”‘’–—…·•§°±×÷−≤≥²³µ₫€\u00a0'], weight)).toEqual([])
  })

  test('are all that the message catalogues say', () => {
    const catalogues = globSync('**/{messages*,messages/**/*}.{vi,en}.ts', { cwd: source })
    expect(catalogues.length).toBeGreaterThan(10)
    const said = catalogues.map((path) => readFileSync(join(source, path), 'utf8')).join('')
    expect(missing(said.replaceAll('\n', ''), weight).sort()).toEqual(notDrawn)
  })
})

describe.each(['400', '600'])('the other letters of weight %s', (weight) => {
  const style = readFileSync(join(source, 'ui/styles/fonts.css'), 'utf8')
  const ranges = new RegExp(`${weight}-more[^}]*unicode-range:([^;]+);`).exec(style)?.[1] ?? ''
  const inRange = ranges.split(',').flatMap((one) => {
    const [, first = '', last = first] = /U\+(\w+)(?:-(\w+))?/.exec(one) ?? []
    return range(Number.parseInt(first, 16), Number.parseInt(last, 16))
  })

  test('are found where the style says, and all that are there', () => {
    expect(font(`${weight}-more`).size).toBeGreaterThan(150)
    expect([...font(`${weight}-more`)].filter((letter) => !inRange.includes(letter))).toEqual([])
  })

  test('are not asked for by a letter that every page loads', () => {
    expect(inRange.filter((letter) => font(weight).has(letter))).toEqual([])
  })

  test('are those of names from elsewhere in Europe', () => {
    expect(missing('äöüßÄÖÜçñåøæœšžčłŁő', `${weight}-more`)).toEqual([])
  })
})

test.each(names)('%s has no letter that is not there', (name) => {
  expect(missing('→中Ж', name)).toEqual(['→', '中', 'Ж'])
})
