import { expect, test } from 'vitest'
import { readDocument } from '../read/read.ts'
import { fromUnicode, type Legacy } from '../text/legacy/legacy.ts'
import { repairDocument } from './repair-document.ts'
import { docxOf } from './testing/docx-of.ts'
import type { BlockWish, ParagraphWish } from './testing/hand-built.ts'
import { decision } from './testing/state-documents.ts'

const isCapital = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase()

/** As it was typed twenty years ago: small letters in .VnTime, capitals in .VnTimeH. */
function old(wish: ParagraphWish): ParagraphWish {
  const encode = (text: string) => {
    const legacy: Legacy = { encoding: 'tcvn3', capital: isCapital(text) }
    return { text: fromUnicode(text, legacy), font: legacy.capital ? '.VnTimeH' : '.VnTime' }
  }
  if (wish.runs) return { ...wish, runs: wish.runs.map((run) => ({ ...run, ...encode(run.text ?? '') })) }
  return wish.text ? { ...wish, ...encode(wish.text) } : wish
}

const oldDecision: readonly BlockWish[] = decision.map((block) =>
  'rows' in block
    ? { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(old))) }
    : old(block),
)

test('a whole document in an old encoding is known by what it says, and becomes what it was meant to be', async () => {
  const { docx, before, after } = await repairDocument(
    await docxOf(oldDecision, { pageNumber: { size: 13 } }),
    { today: '2026-11-25' },
  )
  expect(before).toMatchObject({ kind: 'quyet-dinh', at: '2024-03-05' })
  expect(new Set(before.findings.map(({ rule }) => rule))).toEqual(new Set(['P07']))
  expect(after.findings).toEqual([])
  const words = (await readDocument(docx)).paragraphs.map(({ text }) => text)
  const sound = await readDocument(await docxOf(decision))
  // Capitals that stand among small letters have no sign of their own in .VnTime beyond Ă Â Ê Ô Ơ Ư Đ.
  expect(words.map((text) => text.toLowerCase())).toEqual(
    sound.paragraphs.map(({ text }) => text.toLowerCase()),
  )
})
