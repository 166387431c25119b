import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../platform/root.ts'
import { outwardEvents } from '../platform/slices/outward-events.ts'
import type { Slice } from '../platform/slices/slice.ts'
import { catalogues } from './catalogues.ts'
import { slices, surroundings } from './slices.ts'

test('every slice of the source is in the list', async () => {
  const files = globSync('server/src/*/slice.ts', {
    cwd: repositoryRoot,
    exclude: ['server/src/platform/**'],
  })
  expect(files.length).toBeGreaterThan(4)
  const written = await Promise.all(
    files.map(async (file) =>
      Object.values((await import(join(repositoryRoot, file))) as Record<string, Slice>),
    ),
  )
  expect(new Set(slices)).toEqual(new Set(written.flat()))
  expect(slices).toHaveLength(files.length)
})

test('every event that machines outside may hear of has its word in both languages', () => {
  const events = surroundings()
    .offers.at(outwardEvents)
    .flatMap((one) => one.events)
  expect(events.length).toBeGreaterThan(10)
  const isNamed = (event: string) =>
    [catalogues.vi, catalogues.en].every((words) => `webhooks.event.${event}` in words)
  expect(events.filter((event) => !isNamed(event))).toEqual([])
})
