import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDocument } from '../src/check/check-document.ts'
import { readDocument } from '../src/read/read.ts'
import { corpus } from './corpus.ts'
import { writeDocxLibrary } from './make/by-docx/write-docx.ts'
import { writeWord } from './make/by-word/write-word.ts'
import { lay } from './make/lay/lay.ts'
import type { Choices, Spec } from './make/spec.ts'
import { compare } from './measure.ts'
import { disagreements } from './measure-table.ts'

const gaps = fc.constantFrom([0, 6], [6, 0], [6, 6], [3, 6], [0, 8], [12, 0])
const headRows = fc.constantFrom<1 | 2>(1, 2)
const firstLineMm = fc.constantFrom(10, 12.7)

const stateChoices = fc.record({
  marginsMm: fc.record({
    top: fc.integer({ min: 20, max: 25 }),
    bottom: fc.integer({ min: 20, max: 25 }),
    left: fc.integer({ min: 30, max: 35 }),
    right: fc.integer({ min: 15, max: 20 }),
  }),
  countryPt: fc.constantFrom<12 | 13>(12, 13),
  hoa: fc.constantFrom<'HÒA' | 'HOÀ'>('HÒA', 'HOÀ'),
  bodyPt: fc.constantFrom(13, 14),
  kindPt: fc.constantFrom(13, 14),
  abstractPt: fc.constantFrom(13, 14),
  letterAbstractPt: fc.constantFrom(12, 13),
  numberPt: fc.constantFrom(13, 14),
  line: fc.oneof(
    fc.constantFrom(1, 1.15, 1.3, 1.5).map((lines) => ({ rule: 'auto' as const, lines })),
    fc.constantFrom(17, 18, 20).map((pt) => ({ rule: 'exact' as const, pt })),
    fc.constantFrom(16, 18, 20).map((pt) => ({ rule: 'atLeast' as const, pt })),
  ),
  headRows,
  firstLineMm,
})

const partyChoices = (at: string) =>
  fc.record({
    bodyPt: fc.constantFrom(...(at < '2026-05-27' ? [13, 14, 15] : [14, 15])),
    kindPt: fc.constantFrom(15, 16),
    abstractPt: fc.constantFrom(14, 15),
    line: fc.integer({ min: 18, max: 22 }).map((pt) => ({ rule: 'exact' as const, pt })),
    headRows,
    firstLineMm,
  })

const way = fc.record({
  styled: fc.boolean(),
  field: fc.constantFrom<'simple' | 'complex' | 'gallery'>('simple', 'complex', 'gallery'),
  line: fc.constantFrom<'shape' | 'empty' | 'own'>('shape', 'empty', 'own'),
})

const sound = fc.constantFrom(...corpus.labels).chain((label) =>
  fc.record({
    label: fc.constant(label),
    choices: label.profile === 'state' ? stateChoices : partyChoices(label.at),
    gap: gaps,
    way,
    write: fc.constantFrom(writeWord, writeDocxLibrary),
  }),
)

test('whatever legal choices a document makes, nothing is said of it', async () => {
  await fc.assert(
    fc.asyncProperty(sound, async ({ label, choices, gap: [beforePt = 0, afterPt = 6], way, write }) => {
      const spec = corpus.documents.find(({ id }) => id === label.id) as Spec
      const chosen: Partial<Choices> = { ...spec.choices, ...choices, beforePt, afterPt }
      const bytes = await write(lay({ ...spec, choices: chosen, way }))
      const report = checkDocument(await readDocument(bytes), { profile: label.profile, at: label.at })
      expect(disagreements([compare(label, false, report)])).toEqual([])
    }),
    { numRuns: 100 },
  )
})
