import { expect, test } from 'vitest'
import type { OfficialDocument } from '../model/document.ts'
import { childrenOf } from '../testing/children-of.ts'
import { Crew, type CrewOptions } from './crew.ts'

const open = (more: Partial<CrewOptions> = {}) =>
  Crew.open({
    module: new URL('../testing/failing-worker.ts', import.meta.url),
    settings: { fonts: undefined },
    threads: 1,
    queue: 10,
    timeLimitMs: 20_000,
    memoryLimitBytes: 2 ** 31,
    ...more,
  })

const job = (kind: string) => ({
  document: { profile: 'state', kind, issuer: '', body: [], signatures: [] } satisfies OfficialDocument,
  options: { at: '2026-01-05' },
})

test.each(['die', 'throw'])('loses one document alone where a process ends: %s', async (kind) => {
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

test('knows nothing of the environment in which it was started', async () => {
  process.env.ND30_SECRET_OF_THE_TEST = 'x'
  const crew = await open()
  expect((await crew.run(job('environment'))).pages).toBe(0)
  await crew.close()
  delete process.env.ND30_SECRET_OF_THE_TEST
})

test('is not there where its processes cannot start', async () => {
  await expect(open({ settings: { fonts: [] }, threads: 2 })).rejects.toMatchObject({
    code: 'renderer_memory',
    details: { path: 'x' },
  })
  await expect(open({ threads: 0 })).rejects.toBeInstanceOf(RangeError)
})

test.runIf(process.platform === 'linux')(
  'ends a process that takes too much memory, and goes on with the next',
  async () => {
    const memoryLimitBytes = 400 * 2 ** 20
    const crew = await open({ memoryLimitBytes })
    const [fat, after] = await Promise.allSettled([crew.run(job('eat')), crew.run(job('đây'))])
    expect(fat).toMatchObject({ reason: { code: 'renderer_memory', details: { memoryLimitBytes } } })
    expect(after.status).toBe('fulfilled')
    await crew.close()
  },
)

test.runIf(process.platform === 'linux')(
  'no process is left of one that hung, or of a crew that was closed',
  async () => {
    const before = childrenOf(process.pid)
    const crew = await open({ timeLimitMs: 500, threads: 2 })
    const started = childrenOf(process.pid).filter((pid) => !before.includes(pid))
    expect(started).toHaveLength(2)
    await Promise.allSettled([crew.run(job('hang')), crew.run(job('hang'))])
    await crew.close()
    expect(childrenOf(process.pid).filter((pid) => !before.includes(pid))).toEqual([])
  },
)
