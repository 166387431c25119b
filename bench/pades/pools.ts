import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPem } from '../../packages/pades/src/keys/pem.ts'
import { signingPool } from '../../packages/pades/src/pool/signing-pool.ts'
import { sign } from '../../packages/pades/src/sign/sign.ts'
import { testNow as at } from '../../packages/pades/src/testing/authority.ts'
import { buildPdf, pagesOf, streamText } from '../../packages/pades/src/testing/build-pdf.ts'
import { identityFor } from './contenders.ts'
import { letter } from './documents.ts'
import { median } from './measure.ts'

const { key, certificate } = identityFor('RSA-2048')
const pem = { kind: 'pem', key: key.export({ type: 'pkcs8', format: 'der' }), certificate } as const

export interface PoolSpeed {
  /** 0 where the asking thread signs itself. */
  readonly threads: number
  /** By the clock. */
  readonly perSecond: number
}

const letters = 1000
const rounds = 5

/** Letters signed by the thread itself, by one thread and by two, in turns: medians by the clock. */
export async function measureThroughput(): Promise<readonly PoolSpeed[]> {
  const pdf = letter('table')
  const signer = openPem(pem)
  await using one = await signingPool({ key: pem, size: 1, queue: letters })
  await using two = await signingPool({ key: pem, size: 2, queue: letters })
  const ways = [
    { threads: 0, signOne: () => sign(pdf, { signer, at }) },
    { threads: 1, signOne: () => one.sign(pdf, { at }) },
    { threads: 2, signOne: () => two.sign(pdf, { at }) },
  ]
  const signAll = (signOne: () => Promise<unknown>) => Promise.all(Array.from({ length: letters }, signOne))
  for (const { signOne } of ways) await signAll(signOne)
  const speeds = ways.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [place, { signOne }] of ways.entries()) {
      const begun = performance.now()
      await signAll(signOne)
      speeds[place]?.push((letters * 1000) / (performance.now() - begun))
    }
  return ways.map(({ threads }, place) => ({ threads, perSecond: median(speeds[place] ?? []) }))
}

export interface LoopDelay {
  readonly name: string
  readonly seconds: number
  readonly medianMs: number
  readonly mostMs: number
}

const files = 50

/** How long other work of the thread waits while 50 files of 20 MB are signed. */
export async function measureLoopDelay(): Promise<readonly LoopDelay[]> {
  const pdf = buildPdf({ ...pagesOf(1), 9: streamText('', Buffer.alloc(20_000_000)) })
  const shared = new Uint8Array(new SharedArrayBuffer(pdf.length))
  shared.set(pdf)
  const signer = openPem(pem)
  await using pool = await signingPool({ key: pem })
  return [
    await delayOf('nothing else', () => sleep(2000)),
    await delayOf('signed by the thread itself', async () => {
      // A turn of the loop between two files, as a server that is kind would leave.
      for (let left = files; left > 0; left--) {
        await sign(pdf, { signer, at })
        await sleep(0)
      }
    }),
    await delayOf('signed by a pool', () => all(() => pool.sign(pdf, { at }))),
    await delayOf('signed by a pool, in shared memory', () => all(() => pool.sign(shared, { at }))),
  ]
}

const all = (signOne: () => Promise<unknown>) => Promise.all(Array.from({ length: files }, signOne))

const resolutionMs = 1

async function delayOf(name: string, work: () => Promise<unknown>): Promise<LoopDelay> {
  globalThis.gc?.()
  const delays = monitorEventLoopDelay({ resolution: resolutionMs })
  delays.enable()
  const begun = performance.now()
  await work()
  const seconds = (performance.now() - begun) / 1000
  delays.disable()
  const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolutionMs)
  return { name, seconds, medianMs: beyond(delays.percentile(50)), mostMs: beyond(delays.max) }
}
