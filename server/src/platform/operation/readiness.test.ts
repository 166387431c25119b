import { expect, test, vi } from 'vitest'
import { Failure } from '../refusal.ts'
import { Readiness, type ReadinessChecks } from './readiness.ts'

const sound: ReadinessChecks = {
  schemaNumber: async () => 7,
  expectedSchema: 7,
  isClockBehind: async () => false,
  isRoomShort: async () => false,
  blobs: { check: async () => undefined },
}
const readiness = (wrong: Partial<ReadinessChecks> = {}) => new Readiness({ ...sound, ...wrong })
const broken = () => Promise.reject(new Failure('x', 'the world broke'))

test.each([
  ['all is well', {}, []],
  ['the database is away', { schemaNumber: broken }, ['database_away']],
  ['the database is behind this program', { schemaNumber: async () => 6 }, ['migration_behind']],
  ['the database is ahead of it', { schemaNumber: async () => 8 }, ['migration_behind']],
  ['the database is empty', { schemaNumber: async () => null }, ['migration_behind']],
  ['the clock is behind the record', { isClockBehind: async () => true }, ['clock_behind']],
  ['the disk is nearly full', { isRoomShort: async () => true }, ['disk_full']],
  ['files cannot be written', { blobs: { check: broken } }, ['files_unwritable']],
  [
    'both are away',
    { schemaNumber: broken, blobs: { check: broken } },
    ['database_away', 'files_unwritable'],
  ],
])('readiness tells the truth where %s', async (_what, wrong, troubles) => {
  expect(await readiness(wrong).troubles()).toEqual(troubles)
})

test('a server that stops is not ready, whatever else is well', async () => {
  const one = readiness()
  expect(await one.troubles()).toEqual([])
  one.stop()
  expect(await one.troubles()).toEqual(['stopping'])
})

test('a database that does not answer at all is away, and nobody waits for it without end', async () => {
  vi.useFakeTimers()
  const asked = readiness({ schemaNumber: () => new Promise(() => undefined) }).troubles()
  await vi.advanceTimersByTimeAsync(2_000)
  vi.useRealTimers()
  expect(await asked).toEqual(['database_away'])
})

test('many who ask at once cost one question', async () => {
  let asked = 0
  const one = readiness({
    schemaNumber: async () => {
      asked += 1
      return 7
    },
  })
  await Promise.all(Array.from({ length: 50 }, () => one.troubles()))
  expect(asked).toBe(1)
})

test('a write that failed for want of room is told for a minute, whatever the disks of this machine say', async () => {
  vi.useFakeTimers()
  const one = readiness()
  one.noteDiskFull()
  expect(await one.troubles()).toEqual(['disk_full'])
  await vi.advanceTimersByTimeAsync(60_001)
  expect(await one.troubles()).toEqual([])
  vi.useRealTimers()
})
