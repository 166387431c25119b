import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../read/read.ts'
import { repairDocument } from './repair-document.ts'
import { docxOf } from './testing/docx-of.ts'
import type { BlockWish, ParagraphWish } from './testing/hand-built.ts'
import { partyDecision } from './testing/party-documents.ts'
import { decision, letter } from './testing/state-documents.ts'

const today = { today: '2026-11-25' }

/** Looks only: what is damaged so must come back without a letter changed. */
const damage: fc.Arbitrary<ParagraphWish> = fc.oneof(
  fc.record({ size: fc.integer({ min: 8, max: 20 }) }),
  fc.record({ bold: fc.boolean() }),
  fc.record({ italic: fc.boolean() }),
  fc.record({ font: fc.constantFrom('Arial', 'Calibri', 'Times New Roman') }),
  fc.record({ colour: fc.constantFrom('FF0000', '0000FF', 'auto') }),
  fc.record({
    align: fc.constantFrom('left' as const, 'right' as const, 'center' as const, 'both' as const),
  }),
  fc.record({ firstLine: fc.integer({ min: 0, max: 1000 }) }),
  fc.record({ line: fc.integer({ min: 150, max: 600 }) }),
  fc.record({ after: fc.integer({ min: 0, max: 300 }) }),
)

/** Each paragraph with letters is damaged or not; parts of runs keep their own looks where they have them. */
function damaged(
  blocks: readonly BlockWish[],
  damages: readonly (ParagraphWish | null)[],
): readonly BlockWish[] {
  let next = 0
  const of = (wish: ParagraphWish): ParagraphWish => ({
    ...wish,
    ...(damages[next++ % damages.length] ?? {}),
  })
  return blocks.map((block) =>
    'rows' in block
      ? { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(of))) }
      : of(block),
  )
}

const margin = fc.integer({ min: 400, max: 2600 })

test('after a repair nothing that is mechanical is left, no letter has changed, and again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(decision, letter, partyDecision),
      fc.array(fc.option(damage, { freq: 3 }), { minLength: 5, maxLength: 25 }),
      fc.record({ top: margin, bottom: margin, left: margin, right: margin, titlePage: fc.boolean() }),
      async (blocks, damages, page) => {
        const bytes = await docxOf(damaged(blocks, damages), { ...page, pageNumber: { size: 14 } })
        const { docx, before, after } = await repairDocument(bytes, today)
        expect(after.findings.filter(({ repairable }) => repairable)).toEqual([])
        expect(after.findings.length).toBeLessThanOrEqual(before.findings.length)
        const words = async (file: Uint8Array) =>
          (await readDocument(file)).paragraphs.map(({ text }) => text)
        expect(await words(docx)).toEqual(await words(bytes))
        const again = await repairDocument(docx, today)
        expect(Buffer.from(again.docx).equals(docx)).toBe(true)
        expect(again.before).toEqual(after)
      },
    ),
    { numRuns: 60 },
  )
})
