import type { Logger } from 'pino'
import type { Database } from '../data/database.ts'
import { Failure } from '../refusal.ts'
import type { Clock } from '../time/clock.ts'
import { clockBehind, isBehind, readLatestRecordedAt } from '../time/sound-clock.ts'
import { appendRoots } from './roots-file.ts'
import { batchSize, lastBatch, sealBatch } from './seal.ts'
import { lastStampedAt, stampNewest } from './stamps.ts'
import type { Authority } from './time-stamp.ts'

export interface SealerOptions {
  /** Connected with the sealer's role. */
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly rootsPath: string
  /** How far the clock can be behind the log; beyond it nothing is sealed. */
  readonly clockLagMs: number
  /** Null: no timestamps. */
  readonly authority: Authority | null
}

const everyMs = 5_000
// // Roots are chained, so one timestamp an hour covers all earlier roots.
const stampEveryMs = 3_600_000
const firstPauseMs = 60_000

/**
 * Seals committed entries every few seconds. Every server has one; the database lets one of them work at a time. Each
 * writes all roots into its own file, including those that another one sealed. An unavailable timestamp authority never
 * stops the sealing.
 */
export class Sealer {
  readonly #options: SealerOptions
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #stamping: Promise<void> = Promise.resolve()
  #askAgainAt = 0
  #pauseMs = firstPauseMs
  #complaint = ''
  /** The last batch whose root this server has certainly written. */
  #written = 0

  constructor(options: SealerOptions) {
    this.#options = options
  }

  start(): void {
    this.#timer = setInterval(() => void this.round(), everyMs)
    this.#timer.unref()
    void this.round()
  }

  /** Seals everything that is pending, and writes the roots. Calls run one after the other. */
  round(): Promise<void> {
    this.#running = this.#running.then(() => this.#round()).catch((error: unknown) => this.#complain(error))
    return this.#running
  }

  async #round(): Promise<void> {
    const { database, clock, rootsPath, clockLagMs } = this.#options
    const latest = await readLatestRecordedAt(database)
    if (latest !== null && isBehind(clock.now(), latest, clockLagMs)) throw clockBehind(clock.now(), latest)
    const last = (await lastBatch(database))?.number ?? 0
    let batch = await sealBatch(database, clock.now())
    while (batch !== null && batch.lastSeq - batch.firstSeq + 1 === batchSize)
      batch = await sealBatch(database, clock.now())
    await appendRoots(database, rootsPath, this.#written)
    this.#written = Math.max(this.#written, last)
    this.#complaint = ''
    this.#stamping = this.#stamping.then(() => this.#stamp()).catch((error: unknown) => this.#complain(error))
  }

  /** Logged once, not every five seconds, until it is resolved or the error changes. */
  #complain(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error)
    if (message === this.#complaint) return
    this.#complaint = message
    const level = error instanceof Failure ? 'error' : 'warn'
    this.#options.log[level]({ err: error }, 'sealing the record')
  }

  async #stamp(): Promise<void> {
    const { database, clock, authority, log } = this.#options
    const now = clock.now()
    if (authority === null || now.getTime() < this.#askAgainAt) return
    const last = await lastStampedAt(database)
    if (last !== undefined && now.getTime() - last.getTime() < stampEveryMs) return
    const result = await stampNewest(database, authority, now)
    if (result?.kind === 'failed') {
      this.#askAgainAt = now.getTime() + this.#pauseMs
      this.#pauseMs = Math.min(this.#pauseMs * 2, stampEveryMs)
      log.warn({ fault: result.fault, detail: result.detail }, 'the root was not time-stamped')
      return
    }
    this.#pauseMs = firstPauseMs
  }

  /** Waits for a timestamp request in progress: for tests and an orderly stop. */
  stamped(): Promise<void> {
    return this.#stamping
  }

  /** Seals once more, so that an orderly stop leaves nothing unsealed. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.round()
    await this.#stamping
  }
}
