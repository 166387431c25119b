import { expect, test } from 'vitest'
import type { OfficialDocument } from '../model/document.ts'
import { Crew, type CrewOptions } from './crew.ts'

const open = (more: Partial<CrewOptions> = {}) =>
  Crew.open({
    module: new URL('../testing/failing-worker.ts', import.meta.url),
    settings: { fonts: undefined },
    threads: 1,
    queue: 10,
    timeLimitMs: 20_000,
    ...more,
  })

const job = (kind: string) => ({
  document: { profile: 'state', kind, issuer: '', body: [], signatures: [] } satisfies OfficialDocument,
  options: { at: '2026-01-05' },
})

test.each(['die', 'throw'])('loses one document alone where a thread ends: %s', async (kind) => {
  const crew = await open()
  const [before, lost, after] = await Promise.allSettled([
    crew.run(job('đây')),
    crew.run(job(kind)),
    crew.run(job('đây')),
  ])
  expect(before.status).toBe('fulfilled')
  expect(lost).toMatchObject({ reason: { name: 'Nd30Error', code: 'renderer_died' } })
  expect(after.status).toBe('fulfilled')
  await crew.close()
})

test('gives up a document that takes too long, and goes on with the next', async () => {
  const crew = await open({ timeLimitMs: 2_000 })
  const [late, after] = await Promise.allSettled([crew.run(job('hang')), crew.run(job('đây'))])
  expect(late).toMatchObject({ reason: { code: 'renderer_timeout', details: { timeLimitMs: 2_000 } } })
  expect(after.status).toBe('fulfilled')
  await crew.close()
})

test('closes while a document hangs, once its time is over', async () => {
  const crew = await open({ timeLimitMs: 1_000 })
  const hanging = crew.run(job('hang'))
  const closed = crew.close()
  await expect(hanging).rejects.toMatchObject({ code: 'renderer_timeout' })
  await closed
})

test('is not there where its threads cannot start', async () => {
  await expect(open({ settings: { fonts: [] }, threads: 2 })).rejects.toMatchObject({
    code: 'path_not_readable',
    details: { path: 'x' },
  })
  await expect(open({ threads: 0 })).rejects.toBeInstanceOf(RangeError)
})
