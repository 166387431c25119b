import type { BlobStore } from './blobs.ts'
import { withinTime } from './within-time.ts'

/** Why a server should be given no requests now. */
export type Trouble = 'stopping' | 'database_away' | 'migration_behind' | 'clock_behind' | 'files_unwritable'

export interface ReadinessChecks {
  /** The number of the last migration that the database has. */
  schemaNumber(): Promise<number | null>
  readonly expectedSchema: number
  /** Whether the clock is so far behind the record that nothing is written. */
  isClockBehind(): Promise<boolean>
  readonly blobs: Pick<BlobStore, 'check'>
}

// Anybody may ask, and proxies ask every second: the answer is kept for a moment, that of the files for longer.
const databaseKeptMs = 1_000
const filesKeptMs = 15_000
const answerWithinMs = 2_000

/** Says whether the server can work, and what keeps it from it. */
export class Readiness {
  readonly #database: () => Promise<Trouble | null>
  readonly #files: () => Promise<Trouble | null>
  #isStopping = false

  constructor(checks: ReadinessChecks) {
    this.#database = keptFor(databaseKeptMs, async () => {
      const number = await withinTime(checks.schemaNumber(), answerWithinMs).catch(() => 'away' as const)
      if (number === 'away') return 'database_away'
      if (number !== checks.expectedSchema) return 'migration_behind'
      const isBehind = await withinTime(checks.isClockBehind(), answerWithinMs).catch(() => false)
      return isBehind ? 'clock_behind' : null
    })
    this.#files = keptFor(filesKeptMs, () =>
      withinTime(checks.blobs.check(), answerWithinMs).then(
        () => null,
        () => 'files_unwritable' as const,
      ),
    )
  }

  /** From now on the server is not ready: a proxy takes it out before it closes its doors. */
  stop(): void {
    this.#isStopping = true
  }

  async troubles(): Promise<readonly Trouble[]> {
    const found = await Promise.all([this.#database(), this.#files()])
    const stopping = this.#isStopping ? (['stopping'] as const) : []
    return [...stopping, ...found.filter((one) => one !== null)]
  }
}

function keptFor<Value>(ms: number, ask: () => Promise<Value>): () => Promise<Value> {
  let kept: { readonly answer: Promise<Value>; readonly until: number } | undefined
  return () => {
    // How long the machine has run: no clock that somebody could set.
    const now = performance.now()
    if (kept === undefined || kept.until < now) kept = { answer: ask(), until: now + ms }
    return kept.answer
  }
}
