import { expect, test } from 'vitest'
import type { PublicContext } from '../../platform/context.ts'
import { MeasureRegistry } from '../../platform/measures.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { testBlobs, testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { loadDemonstration } from './index.ts'

const database = useTestDatabase()

function load(): Promise<void> {
  return database.db.transaction().execute((db) => {
    const c: PublicContext = {
      db,
      actor: null,
      now: testNow,
      today: plainDate('2026-11-24'),
      language: 'vi',
      origin: { requestId: 'test', address: null },
      measures: new MeasureRegistry(),
      blobs: testBlobs,
    }
    return loadDemonstration(c)
  })
}

test('loads the two works that the article names', async () => {
  await load()
  expect(await database.db.selectFrom('work').selectAll().execute()).toHaveLength(2)
})
