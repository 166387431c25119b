import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import type { OfficialDocument } from '../model/document.ts'
import { profileAt } from '../profile/profiles.ts'
import { anyDocument } from '../testing/any-document.ts'
import { pdfAFindings } from '../testing/pdf-a.ts'
import { wordsRead } from '../testing/pdf-judges.ts'
import { differences, wordsOf } from '../testing/words-of.ts'
import { FontFiles } from './fonts.ts'
import { Typesetter } from './typeset.ts'

const typesetter = new Typesetter(new FontFiles())
const dayOf = ({ issued }: OfficialDocument) => issued?.date ?? '2026-07-01'

// Notes come at the foot of whatever page their mark is on: where they are read is looked at in the samples. In columns
// that are narrower than a word, words are parted: here all are as wide.
const easier = (document: OfficialDocument): OfficialDocument =>
  JSON.parse(
    JSON.stringify(document, (key, value) => {
      if (key === 'footnote') return undefined
      return key === 'columns' && Array.isArray(value) ? value.map(() => 1) : value
    }),
  )

// Typst 0.14.2 cannot tag some notes in cells of tables that reach over rows (docs/typesetting.md).
const hasNoteInTable = ({ body, annexes = [] }: OfficialDocument): boolean =>
  [body, ...annexes.map((annex) => annex.body)]
    .flat()
    .some((block) => block.type === 'table' && JSON.stringify(block).includes('"footnote"'))

test('any document is set as PDF/A', () => {
  fc.assert(
    fc.property(anyDocument, fc.boolean(), (document, wantsTags) => {
      const tagged = wantsTags && !hasNoteInTable(document)
      const { pdf } = typesetter.set(document, { at: dayOf(document), tagged })
      expect(pdfAFindings(pdf)).toEqual([])
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

test.skipIf(findJudge('pdftotext') === undefined)('of any document every word is read in its order', () => {
  fc.assert(
    fc.property(anyDocument.map(easier), (document) => {
      const { pdf, pages } = typesetter.set(document, { at: dayOf(document) })
      const read = wordsRead(pdf)
      expect(read).toHaveLength(pages)
      const words = wordsOf(document, profileAt(document.profile, dayOf(document)))
      expect(differences(read ?? [], words)).toEqual({ more: [], missing: [] })
    }),
    { numRuns: 15, endOnFailure: true },
  )
})
