import { expect, test } from 'vitest'
import { checkDocument } from '../src/check/check-document.ts'
import { readDocument } from '../src/read/read.ts'
import { corpus } from './corpus.ts'
import { bytesOf } from './files.ts'
import { countOf, precisionOf, producers, recallOf } from './measure.ts'
import { measureCorpus } from './measure-corpus.ts'
import { disagreements } from './measure-table.ts'

/** Reached was 1 in all; two damages in two hundred may be given up for a false alarm less, no false alarm for them. */
const floors = { precision: 1, recall: 0.99 } as const

const judged = await measureCorpus(corpus, async (bytes, options) =>
  checkDocument(await readDocument(bytes), options),
)
const said = `\n${disagreements(judged).join('\n')}`

test('nothing is said of a sound document', () => {
  const counts = countOf(judged.filter((each) => !each.damaged))
  expect(counts.falsely, said).toBe(0)
})

test('the kind of every sound document is recognised', () => {
  const wrong = judged.filter(({ damaged, kind, label }) => !damaged && kind !== label.kind)
  expect(wrong.map(({ label, kind }) => `${label.id}: ${kind}`)).toEqual([])
})

test.each(['all', ...producers])('%s: precision and recall do not fall', (producer) => {
  const counts = countOf(judged.filter(({ label }) => producer === 'all' || label.producer === producer))
  expect(precisionOf(counts), said).toBeGreaterThanOrEqual(floors.precision)
  expect(recallOf(counts), said).toBeGreaterThanOrEqual(floors.recall)
})

test('the form and the day of every sound document are recognised without being told', async () => {
  for (const label of corpus.labels) {
    const { profile, at } = checkDocument(await readDocument(await bytesOf(corpus, label, false)), {
      today: label.at,
    })
    expect({ profile, at }, label.id).toEqual({ profile: label.profile, at: label.at })
  }
})
