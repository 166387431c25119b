import { expect, test } from 'vitest'
import { findJudge } from '../../../scripts/judges.mjs'
import { applyRepairs } from '../src/check/repair/apply-repairs.ts'
import type { Repair } from '../src/check/repair.ts'
import { readDocument } from '../src/read/read.ts'
import type { ReadDocument } from '../src/read/read-document.ts'
import { convertAll } from '../src/testing/libre-office.ts'
import { sources } from './documents.ts'

/** Something of every kind of repair. */
function everyRepair(read: ReadDocument): Repair[] {
  const [section] = read.sections
  const [first] = read.paragraphs
  if (!section || !first) throw new RangeError('an empty document')
  return [
    { type: 'section', section, set: { marginsTwips: { left: 1984, right: 850 }, pageNumberStart: 1 } },
    { type: 'page-number', section, sizeHalfPoints: 28 },
    { type: 'rule-below', paragraph: first, lengthTwips: 1500 },
    ...read.paragraphs.flatMap((paragraph): Repair[] => [
      {
        type: 'paragraph',
        paragraph,
        set: { alignment: 'both', firstLineTwips: 567, beforeTwips: 120, afterTwips: 60 },
      },
      ...paragraph.runs
        .filter((run) => run.text !== '')
        .map(
          (run): Repair => ({
            type: 'run',
            run,
            set: { font: 'Times New Roman', sizeHalfPoints: 26, bold: false, italic: true, colour: 'auto' },
          }),
        ),
    ]),
  ]
}

const looks = (read: ReadDocument) =>
  read.paragraphs.map(({ text, alignment, indent, spacing, runs }) => ({
    text,
    alignment,
    firstLine: indent.firstLine,
    gaps: [spacing.before, spacing.after],
    runs: [
      ...new Set(
        runs
          .filter((run) => run.text !== '')
          .map((run) => JSON.stringify([run.font, run.sizeHalfPoints, run.bold, run.italic, run.colour])),
      ),
    ],
  }))

test.skipIf(!findJudge('soffice'))(
  'LibreOffice shows a repaired document as it was repaired, with the same words',
  { timeout: 300_000 },
  async () => {
    const repaired = new Map<string, Uint8Array>()
    for (const [name, build] of Object.entries(sources)) {
      const read = await readDocument(await build())
      repaired.set(name, await applyRepairs(read, everyRepair(read)))
    }
    const saved = await convertAll(repaired, 'docx')
    for (const [name, bytes] of repaired) {
      const before = await readDocument(bytes)
      const after = await readDocument(saved.get(name) ?? new Uint8Array())
      expect(looks(after), name).toEqual(looks(before))
      const [section] = after.sections
      expect(section).toMatchObject({ titlePage: true, marginsTwips: { left: 1984, right: 850 } })
      const head = section?.headers.default?.paragraphs.find(({ runs }) =>
        runs.some((run) => run.field === 'PAGE'),
      )
      expect(head?.alignment, name).toBe('center')
      expect(after.paragraphs[0]?.shapes, name).toMatchObject([{ kind: 'line', widthEmu: 1500 * 635 }])
    }
  },
)
