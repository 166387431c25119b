import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Database } from '../data/database.ts'
import { recountAhead } from './count-subjects.ts'

interface CountAheadOptions {
  readonly database: Database
  readonly log: Logger
}

const everyMs = 1_000
// However often a unit or a grant changes, at most a tenth of the time goes into counting.
const restFor = 9

/**
 * Checks every second whether a change of the organisation or of a setting invalidated counts that were read lately, and counts
 * them again before they are read. Every server process has one; a reader that comes earlier counts by itself.
 */
export class RecountAhead {
  readonly #options: CountAheadOptions
  readonly #ending = new AbortController()
  #running: Promise<void> = Promise.resolve()
  #complaint = ''

  constructor(options: CountAheadOptions) {
    this.#options = options
  }

  start(): void {
    this.#running = this.#run()
  }

  async #run(): Promise<void> {
    let restMs = everyMs
    while (await this.#rested(restMs)) {
      const before = performance.now()
      await recountAhead(this.#options.database).then(
        () => this.#complain(''),
        (error: unknown) => this.#complain(error instanceof Error ? error.message : String(error)),
      )
      restMs = Math.max(everyMs, restFor * (performance.now() - before))
    }
  }
  /** Waits; false where it was stopped in the meantime. */
  #rested(ms: number): Promise<boolean> {
    return delay(ms, true, { signal: this.#ending.signal, ref: false }).catch(() => false)
  }

  /** Logged once, not every second, until it is over or the message changes. */
  #complain(complaint: string): void {
    if (complaint !== '' && complaint !== this.#complaint)
      this.#options.log.warn({ err: complaint }, 'counting ahead of readers')
    this.#complaint = complaint
  }

  /** Waits for the count in progress. */
  async stop(): Promise<void> {
    this.#ending.abort()
    await this.#running
  }
}
