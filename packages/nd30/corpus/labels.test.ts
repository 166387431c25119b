import { expect, test } from 'vitest'
import { catalogue, ruleById } from '../src/rules/catalogue.ts'
import { corpus } from './corpus.ts'
import { layOf } from './files.ts'
import { heldOut } from './held-out/held-out.ts'
import { paragraphsOf, textOf } from './make/laid.ts'
import { producers } from './measure.ts'

const { labels } = corpus
const all = [...labels, ...heldOut.labels]

test('each producer has sixteen documents, and four that are held out', () => {
  for (const producer of producers) {
    expect(labels.filter((label) => label.producer === producer)).toHaveLength(16)
    expect(heldOut.labels.filter((label) => label.producer === producer)).toHaveLength(4)
  }
  expect(new Set(all.map((label) => label.id)).size).toBe(all.length)
})

test('both forms are there, the Party’s before and after its newer guidance', () => {
  expect(labels.filter((label) => label.profile === 'state')).toHaveLength(30)
  const party = labels.filter((label) => label.profile === 'party')
  expect(party).toHaveLength(18)
  expect(party.filter((label) => label.at < '2026-05-27')).toHaveLength(6)
})

test('every damaged document has one to six damages, each of which something is to be said', () => {
  for (const { id, damages } of all) {
    expect(damages.length, id).toBeGreaterThanOrEqual(1)
    expect(damages.length, id).toBeLessThanOrEqual(6)
    for (const damage of damages) expect(damage.expect.length, `${id}: ${damage.what}`).toBeGreaterThan(0)
  }
})

test.each(catalogue.map((rule) => rule.id))('%s is damaged at least twice, by two producers', (id) => {
  const by = labels.flatMap((label) =>
    label.damages.flatMap((damage) =>
      damage.expect.filter(({ rule }) => rule === id).map(() => label.producer),
    ),
  )
  expect(by.length).toBeGreaterThanOrEqual(2)
  expect(new Set(by).size).toBeGreaterThanOrEqual(2)
})

test('nothing is expected that the form of the document does not demand', () => {
  for (const { id, profile, damages } of all)
    for (const { rule } of damages.flatMap((damage) => damage.expect))
      expect(['must', 'should'], `${id} ${rule}`).toContain(ruleById(rule).severity[profile])
})

test('the words of an expectation begin a paragraph of the damaged document', () => {
  for (const corpusOf of [corpus, heldOut])
    for (const label of corpusOf.labels) {
      const texts = paragraphsOf(layOf(corpusOf, label, true)).map((each) => textOf(each).normalize('NFC'))
      for (const { excerpt } of label.damages.flatMap((damage) => damage.expect))
        if (excerpt !== undefined)
          expect(
            texts.some((text) => text.slice(0, 60).includes(excerpt)),
            `${label.id} ${excerpt}`,
          ).toBe(true)
    }
})
