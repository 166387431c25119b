import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/id.ts'
import { testBlobs } from '../../../platform/testing/database.ts'
import { compareDates, plainDate } from '../../../platform/time/plain-date.ts'
import { inconsistenciesOf } from '../../../programme/import/import-consistency.ts'
import type { ProgrammeData } from '../../../programme/import/index.ts'
import { readArticle } from '../../article.ts'
import { storePapers } from '../../files.ts'
import { demonstrationOrganisation } from '../../organisation/demonstration-organisation.ts'
import { demonstrationRegister } from '../demonstration-register.ts'
import { type DayFacts, folded, type LaterLife } from '../later/facts.ts'
import { shareOfWay } from './dates.ts'
import { inventedUntil, type PromisedTarget, valueAfter } from './promises.ts'
import { choicesFrom } from './random.ts'
import { recipesFor } from './recipes.ts'

async function makeUp() {
  const article = readArticle()
  const organisation = demonstrationOrganisation(article)
  const accountIds = new Map(organisation.accounts.map(({ username }) => [username, newId<'account'>()]))
  const papers = await storePapers(testBlobs)
  const register = demonstrationRegister(article, plainDate('2026-11-24'), {
    ...organisation,
    accountIds,
    papers,
  })
  return { organisation: { ...organisation.rows }, ...register }
}

/** The register as it stands when everything has happened. */
function wholeYear(programme: ProgrammeData, later: readonly LaterLife[]): ProgrammeData {
  const opening: DayFacts = { added: programme as DayFacts['added'], changed: {}, uploads: [] }
  const days = later.flatMap((life) => life.days).sort((a, b) => compareDates(a.on, b.on))
  return folded([opening, ...days.map(({ facts }) => facts)]).added
}

/** The same text with ids numbered in the order in which they appear. */
function withoutIds(value: unknown): string {
  const seen = new Map<string, number>()
  return JSON.stringify(value).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
    seen.set(id, seen.get(id) ?? seen.size)
    return `id-${seen.get(id)}`
  })
}

test('what is made up is the same at every start', async () => {
  expect(withoutIds(await makeUp())).toBe(withoutIds(await makeUp()))
})

test('what is made up agrees with itself, when it opens and at the end of the year', async () => {
  const { programme, later } = await makeUp()
  expect(inconsistenciesOf(programme)).toEqual([])
  expect(inconsistenciesOf(wholeYear(programme, later))).toEqual([])
})

describe('chance', () => {
  test('gives the same numbers for the same seed, within their bounds', () => {
    const draw = () => {
      const choices = choicesFrom(7)
      return Array.from({ length: 200 }, () => choices.whole(3, 9))
    }
    expect(draw()).toEqual(draw())
    expect([...new Set(draw())].sort()).toEqual([3, 4, 5, 6, 7, 8, 9])
  })

  test('mixes without losing or doubling', () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index)
    const mixed = choicesFrom(1).shuffled(numbers)
    expect(mixed).not.toEqual(numbers)
    expect([...mixed].sort((a, b) => a - b)).toEqual(numbers)
  })

  test.each([7, 35, 178, 234])('gives %i works a course each', (count) => {
    expect(recipesFor(choicesFrom(3), count)).toHaveLength(count)
  })
})

describe('a value on its way', () => {
  const target = (baseline: number, value: number): PromisedTarget => ({
    id: newId<'target'>(),
    ord: 1,
    measure: 'điểm',
    unit: 'điểm',
    operator: value > baseline ? 'gte' : 'lte',
    value,
    min: null,
    max: null,
    baseline,
    modality: 'committed',
    exceptions: [],
    recognisedBy: null,
  })

  test.each([
    [0, 8, 0.3, 'on', 3],
    [0, 8, 0.3, 'back', 2],
    [20, 4, 0.3, 'on', 15],
    [20, 4, 0.3, 'back', 16],
    [40, 100, 0.5, 'on', 70],
    [40, 100, 0.5, 'back', 70],
    [10, 10, 0.4, 'on', 10],
  ] as const)('from %i to %i is, after %d of it and rounded %s, %i', (from, to, share, rounding, value) => {
    expect(valueAfter(target(from, to), share, rounding)).toBe(value)
  })

  test('never leaves its way', () => {
    expect(shareOfWay(plainDate('2022-06-01'), plainDate('2022-12-31'), inventedUntil)).toBe(0)
    expect(shareOfWay(plainDate('2022-01-01'), plainDate('2022-05-01'), inventedUntil)).toBe(1)
    expect(shareOfWay(plainDate('2022-05-08'), plainDate('2022-05-28'), inventedUntil)).toBe(0.5)
  })
})
