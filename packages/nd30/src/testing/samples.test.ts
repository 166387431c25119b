import { expect, test } from 'vitest'
import { stateKinds } from '../model/kinds.ts'
import { parseDocument } from '../model/parse-document.ts'
import { layoutWords } from '../model/words/layout.ts'
import { profileAt } from '../profile/profiles.ts'
import { longDocument } from './long-document.ts'
import { samples } from './samples.ts'

test('has a sample of each kind of the State and of ten of the Party', () => {
  const all = samples().map(({ document }) => document)
  const kinds = (profile: string) =>
    new Set(all.flatMap((document) => (document.profile === profile ? [document.kind] : [])))
  expect(stateKinds.filter(({ id }) => !kinds('state').has(id))).toEqual([])
  expect(kinds('party').size).toBeGreaterThanOrEqual(10)
  const party = all.flatMap(({ profile, issued }) => (profile === 'party' ? [issued?.date ?? ''] : []))
  expect(party.some((date) => date < '2026-05-27')).toBe(true)
  expect(party.some((date) => date >= '2026-05-27')).toBe(true)
})

test.each(samples())('says every word of $name', ({ document }) => {
  const words = layoutWords(document, profileAt(document.profile, document.issued?.date ?? '2026-06-30'))
  expect(words.body.length).toBeGreaterThan(1)
  expect(JSON.stringify(words)).not.toMatch(/undefined|\[object/)
  expect(JSON.stringify(words.body.at(-1))).toContain(document.profile === 'state' ? './.' : '.')
})

test('makes a document as long as it is told', () => {
  expect(parseDocument(longDocument(500)).body.length).toBeGreaterThan(4_000)
})
