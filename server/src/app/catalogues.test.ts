import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../platform/root.ts'
import { catalogues, words } from './catalogues.ts'

const sources = globSync('server/src/**/*.{ts,tsx}', { cwd: repositoryRoot })
  .filter(
    (path) => !/\.(test|gen)\.tsx?$|\/showcase\/|\/testing|messages|rules\/(words|refusals)\./.test(path),
  )
  .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }))

function found(pattern: RegExp): { path: string; key: string }[] {
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ path, key: match[1] ?? '' })),
  )
}

const params = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

test('both languages say the same things with the same parameters', () => {
  expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.vi).sort())
  const different = Object.entries(catalogues.vi)
    .filter(([key, sentence]) => String(params(sentence)) !== String(params(catalogues.en[key] ?? '')))
    .map(([key]) => key)
  expect(different).toEqual([])
})

test('every sentence says something', () => {
  const empty = Object.entries({ ...catalogues.vi, ...catalogues.en }).filter(
    ([, sentence]) => sentence.trim() === '',
  )
  expect(empty).toEqual([])
})

test('the tone of a syllable stands in one place on every screen', () => {
  // As the directory's names are written: Tỉnh ủy. Everywhere else the second vowel bears it: khoá, hoà.
  const other = /(?<!q)uỷ|(?:ó|ò|ỏ|õ|ọ)[ae](?!\p{L})/iu
  expect('Tỉnh uỷ').toMatch(other)
  expect('khóa').toMatch(other)
  expect('Tỉnh ủy, quỷ, khoá').not.toMatch(other)
  const odd = Object.entries(catalogues.vi).filter(([, sentence]) => other.test(sentence))
  expect(odd).toEqual([])
  expect(sources.filter(({ text }) => /(?<!q)uỷ/i.test(text)).map(({ path }) => path)).toEqual([])
})

test('every group of keys that is completed by a word from data is in the catalogue', () => {
  // A key written out is checked by the compiler (platform/message-key.ts).
  const groups = found(/\bcodeKey\(\s*['`]([^'`$]+)['`]/g)
  expect(groups.length).toBeGreaterThan(50)
  const keys = Object.keys(catalogues.vi)
  expect(groups.filter(({ key }) => !keys.some((known) => known.startsWith(`${key}.`)))).toEqual([])
})

test('a refusal speaks dates and states as its reader does', () => {
  const sentence = words('vi')('refusal.decision_in_future', { decidedOn: '2022-03-10' })
  expect(sentence).toContain('10/03/2022')
  const closed = words('en')('refusal.action_not_open', { action: 'assign', state: 'draft' })
  expect(closed).toContain(catalogues.en['state.draft'])
})
