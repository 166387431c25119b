import { expect, test } from 'vitest'
import { catalogues } from './catalogues.ts'
import { navigation } from './compose.tsx'
import { helpFor, helpTopics } from './help-topics.ts'

test('every place of the menu has its help', () => {
  const helped = new Set(helpTopics.map(({ section }) => section))
  expect(navigation.filter(({ section }) => !helped.has(section)).map(({ section }) => section)).toEqual([])
  expect(helpFor('programme.works')).toBe('/tro-giup#viec-dot-pha')
  expect(helpFor(undefined)).toBe('/tro-giup')
})

test.each(['vi', 'en'] as const)('each topic has all its sentences in %s, and no more', (language) => {
  const words = Object.keys(catalogues[language])
  for (const { slug, steps } of helpTopics) {
    const numbered = words.filter((key) => key.startsWith(`help.${slug}.`) && /\d$/.test(key))
    expect(numbered).toHaveLength(steps)
    expect(words).toEqual(expect.arrayContaining([`help.${slug}.title`, `help.${slug}.what`]))
  }
})

test('no two places of the menu share a key', () => {
  const keys = navigation.flatMap(({ key }) => (key === undefined ? [] : [key]))
  expect(keys.length).toBeGreaterThan(4)
  expect(new Set(keys).size).toBe(keys.length)
})
