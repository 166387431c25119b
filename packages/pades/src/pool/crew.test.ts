import { describe, expect, test } from 'vitest'
import { PadesError } from '../errors.ts'
import type { CrewJob } from '../testing/crew-worker.ts'
import { Crew, type CrewOptions } from './crew.ts'

async function open(more: Partial<CrewOptions> = {}) {
  const { crew } = await Crew.open<string, CrewJob, string>({
    module: new URL('../testing/crew-worker.ts', import.meta.url),
    settings: { broken: null },
    memoryMegabytes: 24,
    calls: {},
    size: 1,
    queue: 10,
    ...more,
  })
  const run = (job: CrewJob, signal?: AbortSignal) => crew.run(() => job, signal)
  const echo = (text: string, signal?: AbortSignal) => run({ kind: 'echo', text }, signal)
  return { crew, run, echo }
}

describe('a crew of threads', () => {
  test('does jobs in the order in which they came', async () => {
    const { crew, echo } = await open()
    const done: string[] = []
    await Promise.all(['một', 'hai', 'ba'].map(async (text) => done.push(await echo(text))))
    expect(done).toEqual(['một', 'hai', 'ba'])
    await crew.close()
  })

  test('gives back errors as they were, and goes on', async () => {
    const { crew, run, echo } = await open()
    const error = await run({ kind: 'throw' }).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(PadesError)
    expect(error).toMatchObject({ code: 'pdf_limit', message: 'too much', details: { limit: 7 } })
    await expect(run({ kind: 'throw_system' })).rejects.toMatchObject({
      code: 'ENOENT',
      path: '/nowhere.pdf',
    })
    expect(await echo('tiếp')).toBe('tiếp')
    await crew.close()
  })

  test.each([
    ['exit', { reason: 'ended', exitCode: 3 }],
    ['crash', { reason: 'crashed' }],
    ['eat', { reason: 'out_of_memory' }],
  ] as const)('loses one job alone where a thread dies by %s', async (kind, details) => {
    const { crew, run, echo } = await open()
    const others = ['trước', 'sau'] as const
    const [before, lost, after] = await Promise.allSettled([echo(others[0]), run({ kind }), echo(others[1])])
    expect(before).toMatchObject({ value: 'trước' })
    expect(lost).toMatchObject({ reason: { name: 'PadesError', code: 'pool_worker_died', details } })
    expect(after).toMatchObject({ value: 'sau' })
    await crew.close()
  })

  test('refuses what its queue has no room for, and takes more when there is some', async () => {
    const { crew, echo } = await open({ queue: 2 })
    const taken = [echo('1'), echo('2'), echo('3')]
    await expect(echo('4')).rejects.toMatchObject({ code: 'pool_full', details: { waiting: 2 } })
    expect(crew.waiting).toBe(2)
    expect(await Promise.all(taken)).toEqual(['1', '2', '3'])
    expect(await echo('5')).toBe('5')
    await crew.close()
  })

  test('lets a job be taken back before it begins, while it waits, and while it is done', async () => {
    const { crew, run, echo } = await open()
    await expect(echo('không', AbortSignal.abort('thôi'))).rejects.toBe('thôi')
    const running = new AbortController()
    const waiting = new AbortController()
    const hanging = run({ kind: 'hang' }, running.signal)
    const queued = echo('không', waiting.signal)
    const later = echo('sau')
    waiting.abort('thôi chờ')
    await expect(queued).rejects.toBe('thôi chờ')
    running.abort('thôi làm')
    await expect(hanging).rejects.toBe('thôi làm')
    expect(await later).toBe('sau')
    await crew.close()
  })

  test('waits for what it has taken when it is closed, and takes nothing more', async () => {
    const { crew, run, echo } = await open()
    const taken = [echo('1'), run({ kind: 'exit' }), echo('2')]
    const closed = crew.close()
    await expect(echo('3')).rejects.toMatchObject({ code: 'pool_closed' })
    const ends = await Promise.allSettled([...taken, closed])
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    await crew.close()
  })

  test('is not there where its threads cannot start', async () => {
    const error = { code: 'key_wrong_password', message: 'sai' }
    await expect(open({ settings: { broken: 'sai' }, size: 2 })).rejects.toMatchObject(error)
    await expect(open({ size: 0 })).rejects.toBeInstanceOf(RangeError)
  })

  test('answers the questions of its threads', async () => {
    const calls = {
      twice: async (text: string) => text + text,
      refuse: async () => {
        throw new PadesError('service_timeout', 'too late', { url: 'http://a.vn' })
      },
    }
    const { crew, run } = await open({ calls })
    expect(await run({ kind: 'ask', name: 'twice', question: 'xin ' })).toBe('xin xin ')
    const refused = run({ kind: 'ask', name: 'refuse', question: '' })
    await expect(refused).rejects.toMatchObject({ code: 'service_timeout', details: { url: 'http://a.vn' } })
    await expect(run({ kind: 'ask', name: 'none', question: '' })).rejects.toBeInstanceOf(RangeError)
    await crew.close()
  })
})
