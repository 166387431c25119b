import { expect, test } from 'vitest'
import { actChoices } from './words.ts'

const words = {
  vi: { 'act.a': 'Ủy quyền', 'act.b': 'Đăng nhập', 'act.c': 'Duyệt', 'act.d': 'Ân xá' },
  en: { 'act.a': 'lend a post', 'act.b': 'Sign in', 'act.c': 'approve', 'act.d': 'Add a member' },
}

const shown = (language: 'vi' | 'en', acts: readonly string[]) => {
  const catalogue: Readonly<Record<string, string>> = words[language]
  return actChoices({ t: (key) => catalogue[key] ?? key, language }, acts).map(({ label }) => label)
}

test('acts are sorted by the words that the reader sees, as the language of the page sorts them', () => {
  expect(shown('vi', ['a', 'b', 'c', 'd'])).toEqual(['Ân xá', 'Duyệt', 'Đăng nhập', 'Ủy quyền'])
  expect(shown('en', ['a', 'b', 'c', 'd'])).toEqual(['Add a member', 'approve', 'lend a post', 'Sign in'])
})

test('an act without a word is sorted and shown by its own name', () => {
  expect(shown('en', ['c', 'brand.new', 'a'])).toEqual(['approve', 'brand.new', 'lend a post'])
})

test('no act is lost', () => {
  const acts = ['d', 'b', 'a', 'c']
  expect(actChoices({ t: (key) => key, language: 'vi' }, acts).map(({ value }) => value)).toEqual(
    [...acts].sort(),
  )
})
