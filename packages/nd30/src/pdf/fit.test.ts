import { describe, expect, test } from 'vitest'
import type { OfficialDocument } from '../model/document.ts'
import { nd30 } from '../profile/nd30.ts'
import { profileAt } from '../profile/profiles.ts'
import { sample } from '../testing/samples.ts'
import { FontFiles } from './fonts.ts'
import { closerLines } from './form-sheet.ts'
import { Typesetter } from './typeset.ts'

const typesetter = new Typesetter(new FontFiles())
const at = '2026-03-09'
const sentence =
  'Các cơ quan, đơn vị phối hợp chặt chẽ, kịp thời báo cáo khó khăn, vướng mắc về Ủy ban nhân dân tỉnh để xem xét, giải quyết.'
const withParagraphs = (count: number): OfficialDocument => ({
  ...sample('thong-bao'),
  body: Array.from({ length: count }, () => ({ type: 'paragraph', text: sentence }) as const),
})
const pagesOf = (count: number, fit: boolean) => typesetter.set(withParagraphs(count), { at, fit }).pages

describe('a last page that holds a sentence and the signature alone', () => {
  /** The first length that needs a second page. */
  const shortest =
    Array.from({ length: 30 }, (_, at) => at + 1).find((count) => pagesOf(count, false) === 2) ?? 0

  test('is saved by closer lines where that is asked for', () => {
    expect(shortest).toBeGreaterThan(5)
    expect(pagesOf(shortest, false)).toBe(2)
    expect(pagesOf(shortest, true)).toBe(1)
  })

  test('stays where no spacing that the form allows saves it', () => {
    const longer = shortest + 6
    expect(pagesOf(longer, false)).toBe(2)
    const [plain, fitted] = [false, true].map(
      (fit) => typesetter.set(withParagraphs(longer), { at, fit }).pdf,
    )
    expect(fitted && plain && Buffer.from(fitted).equals(plain)).toBe(true)
  })

  test('is the same each time, and leaves the next document as it was', () => {
    const [one, other] = [1, 2].map(() => typesetter.set(withParagraphs(shortest), { at, fit: true }).pdf)
    expect(one && other && Buffer.from(one).equals(other)).toBe(true)
    expect(pagesOf(shortest, false)).toBe(2)
  })
})

test('lines are never set closer than the form allows', () => {
  expect(closerLines(nd30)).toEqual([1.1, 1.05, 1])
  for (const day of ['2025-01-01', '2026-06-30']) {
    const party = profileAt('party', day)
    for (const line of closerLines(party)) expect(line).toBeGreaterThanOrEqual(party.body.line.range[0])
  }
})
