import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Database } from '../data/database.ts'
import { countAhead } from './keep-count.ts'

interface CountAheadOptions {
  readonly database: Database
  readonly log: Logger
}

const everyMs = 1_000
// However often a unit or a grant changes, nine tenths of the time are left to readers.
const restFor = 9

/**
 * Looks every second whether a change of the organisation or of a setting turned over what readers have asked for lately,
 * and counts it again before they come back. Every server process has one; a reader who is quicker counts for himself.
 */
export class CountAhead {
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
      await countAhead(this.#options.database).then(
        () => this.#complain(''),
        (error: unknown) => this.#complain(error instanceof Error ? error.message : String(error)),
      )
      restMs = Math.max(everyMs, restFor * (performance.now() - before))
    }
  }
  /** Waits; false where it was stopped meanwhile. */
  #rested(ms: number): Promise<boolean> {
    return delay(ms, true, { signal: this.#ending.signal, ref: false }).catch(() => false)
  }

  /** Said once, not every second, until it is over or another takes its place. */
  #complain(complaint: string): void {
    if (complaint !== '' && complaint !== this.#complaint)
      this.#options.log.warn({ err: complaint }, 'counting ahead of readers')
    this.#complaint = complaint
  }

  /** Lets the count that is under way come to its end. */
  async stop(): Promise<void> {
    this.#ending.abort()
    await this.#running
  }
}
