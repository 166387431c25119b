import type { BlobStore } from '../files/blobs.ts'
import { withinTime } from '../time/within-time.ts'

/** Why a server should be given no requests now. */
export type Trouble =
  | 'stopping'
  | 'database_away'
  | 'migration_behind'
  | 'clock_behind'
  | 'files_unwritable'
  | 'disk_full'

export interface ReadinessChecks {
  /** The number of the last migration that the database has. */
  schemaNumber(): Promise<number | null>
  readonly expectedSchema: number
  /** Whether the clock is so far behind the record that nothing is written. */
  isClockBehind(): Promise<boolean>
  readonly blobs: Pick<BlobStore, 'check'>
  /** Whether the disks that this machine writes to have less room than a setting asks for. */
  isRoomShort(): Promise<boolean>
}

// Anybody may ask, and proxies ask every second: the answer is kept for a moment, that of the files for longer.
const databaseKeptMs = 1_000
const filesKeptMs = 15_000
// A disk of the database is not ours to look at: a write that failed for want of room says so for a while. Then people try
// again, and it is said again or forgotten.
const writeFailureKeptMs = 60_000
const answerWithinMs = 2_000

/** Says whether the server can work, and what keeps it from it. */
export class Readiness {
  readonly #database: () => Promise<Trouble | null>
  readonly #files: () => Promise<Trouble | null>
  readonly #room: () => Promise<Trouble | null>
  #isStopping = false
  #fullUntil = 0

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
    this.#room = keptFor(filesKeptMs, async () => {
      const isShort = await withinTime(checks.isRoomShort(), answerWithinMs).catch(() => false)
      return isShort ? 'disk_full' : null
    })
  }

  /** Something could not be written for want of room. */
  noteDiskFull(): void {
    this.#fullUntil = performance.now() + writeFailureKeptMs
  }

  /** From now on the server is not ready: a proxy takes it out before it closes its doors. */
  stop(): void {
    this.#isStopping = true
  }

  async troubles(): Promise<readonly Trouble[]> {
    const isFull = performance.now() < this.#fullUntil
    const found = await Promise.all([
      this.#database(),
      this.#files(),
      isFull ? ('disk_full' as const) : this.#room(),
    ])
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
