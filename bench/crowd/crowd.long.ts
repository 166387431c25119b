import { expect, test } from 'vitest'
import { errorsOf } from './report.ts'
import { runCrowd } from './run.ts'

test('fifty people act at once for a minute: nothing is lost, everything is in the record', {
  timeout: 300_000,
}, async () => {
  const results = await runCrowd({ users: 50, seconds: 60, thinkMs: 1000 })
  expect(results.comparisons.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['work.register', 'work.submit', 'decision.record', 'evidence.offer']),
  )
  for (const { action, acknowledged, recorded, lost, unrecorded } of results.comparisons) {
    expect({ action, lost, unrecorded }).toEqual({ action, lost: 0, unrecorded: 0 })
    expect(recorded).toBeGreaterThanOrEqual(acknowledged)
  }
  expect(results.acknowledged.length).toBeGreaterThan(200)
  expect(results.verdict).toMatchObject({ ok: true, unsealed: 0 })
  expect([...errorsOf(results)]).toEqual([])
})
