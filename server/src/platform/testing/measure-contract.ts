import { expect } from 'vitest'
import type { Context } from '../context.ts'
import type { Measure, MeasurePart, MeasureScope } from '../measures/measures.ts'

// A bound for tests: a part with more has lost its way.
const maxItems = 5000

/**
 * What every live measure owes: counts are whole and of one whole, the list behind each part has exactly as many things
 * as the part counts, each once, in pages of any size, and the numerator's are among the denominator's.
 */
export async function expectMeasureContract(
  c: Context,
  measure: Measure,
  scope: MeasureScope,
  pageSize = 7,
): Promise<void> {
  const counted = await measure.count(c, scope)
  const { numerator, denominator, exclusions } = counted
  const about = { measure: measure.key, scope }
  for (const count of [numerator, denominator, ...exclusions.map((one) => one.count)])
    expect(Number.isSafeInteger(count) && count >= 0, JSON.stringify({ ...about, count })).toBe(true)

  const listed = async (part: MeasurePart) => itemsOf(c, measure, scope, part, pageSize)
  const above = await listed('numerator')
  const below = await listed('denominator')
  expect({ ...about, numerator: above.length }).toEqual({ ...about, numerator })
  expect({ ...about, denominator: below.length }).toEqual({ ...about, denominator })
  expect(new Set(below).size).toBe(below.length)
  if (measure.unit === '%') {
    expect(numerator).toBeLessThanOrEqual(denominator)
    expect(above.filter((href) => !below.includes(href))).toEqual([])
  }
  expect(new Set(exclusions.map(({ reason }) => reason)).size).toBe(exclusions.length)
  for (const { reason, count } of exclusions) {
    const excluded = await listed(`excluded:${reason}`)
    expect({ ...about, reason, count: excluded.length }).toEqual({ ...about, reason, count })
    expect(excluded.filter((href) => below.includes(href))).toEqual([])
  }
  expect(await measure.count(c, scope)).toEqual(counted)
}

/** The addresses of all things behind a part, page by page. */
async function itemsOf(
  c: Context,
  measure: Measure,
  scope: MeasureScope,
  part: MeasurePart,
  limit: number,
): Promise<string[]> {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page = await measure.list(c, scope, part, { cursor, limit })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    found.push(...page.items.map((item) => item.href))
    cursor = page.next
  } while (cursor !== null && found.length < maxItems)
  return found
}
