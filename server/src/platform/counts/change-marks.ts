import { sql } from 'kysely'
import type { DatabaseTransaction } from '../data/database.ts'

/**
 * What a transaction sees of the register, as a position in the log of marks: two transactions at the same position see the
 * same, and of those between two positions the log names the works (`change_mark`).
 */
export interface Sight {
  readonly log: MarkLog
  readonly position: number
}

/** A mark: which transaction left it, and of which work it is; null: of everything. */
type Mark = readonly [xact: string, workId: string | null]

const maxMarks = 5000
// Marks are dropped after a day: a log that looked away for half of one has surely missed none.
const maxAwaySeconds = 12 * 3600

/** Which transactions a snapshot of PostgreSQL sees: all below `xmax` but those that ran still. */
interface Snapshot {
  readonly text: string
  readonly xmax: bigint
  readonly running: ReadonlySet<bigint>
}

/** `xmin:xmax:xip,…` as `pg_current_snapshot()` says it. */
function readSnapshot(text: string): Snapshot {
  const [, xmax = '0', running = ''] = text.split(':')
  return { text, xmax: BigInt(xmax), running: new Set(running.split(',').filter(Boolean).map(BigInt)) }
}

/** Whether everything that `earlier` sees is seen by `later` too. */
export function seesAll(later: string, earlier: string): boolean {
  const [late, early] = [readSnapshot(later), readSnapshot(earlier)]
  return (
    late.xmax >= early.xmax &&
    [...late.running].every((xact) => xact >= early.xmax || early.running.has(xact))
  )
}

interface Look {
  readonly snapshot: string
  /** Seconds, by the clock of the database. */
  readonly at: number
  /** The marks that the snapshot sees and the one it was compared with does not. */
  readonly marks: readonly Mark[]
}

/** The marks of one database, in the order in which this process learnt of them. */
export class MarkLog {
  #start = 0
  #marks: Mark[] = []
  #snapshot: string
  #lookedAt: number

  constructor(first: Pick<Look, 'snapshot' | 'at'>) {
    this.#snapshot = first.snapshot
    this.#lookedAt = first.at
  }

  get end(): number {
    return this.#start + this.#marks.length
  }

  /** The snapshot that sees exactly what the end of the log sees. */
  get snapshot(): string {
    return this.#snapshot
  }

  /** The works that changed from one position to a later one; null: any may have, or the log does not reach so far. */
  changed(from: number, to: number): ReadonlySet<string> | null {
    if (from < this.#start || from > to || to > this.end) return null
    const works = new Set<string>()
    for (const [, workId] of this.#marks.slice(from - this.#start, to - this.#start)) {
      if (workId === null) return null
      works.add(workId)
    }
    return works
  }

  /**
   * Takes in what a transaction saw beside the end of the log as it was at `asked`.
   * @returns the position of that transaction, or null where it stands beside the log: it sees something that others, who
   * came first, do not see, or has missed what they saw
   */
  learn(asked: { readonly position: number; readonly snapshot: string }, look: Look): number | null {
    if (asked.position < this.#start || !seesAll(look.snapshot, asked.snapshot)) return null
    if (
      look.marks.length > maxMarks ||
      this.#marks.length > 4 * maxMarks ||
      look.at - this.#lookedAt > maxAwaySeconds
    )
      return this.#beginAgain(look)
    // Others may have learnt something between this question and its answer.
    const since = this.#marks.slice(asked.position - this.#start)
    const found = new Set(look.marks.map(String))
    const missed = since.findIndex((mark) => !found.has(String(mark)))
    const known = missed === -1 ? since.length : missed
    if (known === look.marks.length) return asked.position + known
    if (known < since.length) return null
    const before = new Set(since.map(String))
    this.#marks.push(...look.marks.filter((mark) => !before.has(String(mark))))
    this.#snapshot = look.snapshot
    this.#lookedAt = look.at
    return this.end
  }

  #beginAgain(look: Look): number {
    this.#start = this.end + 1
    this.#marks = []
    this.#snapshot = look.snapshot
    this.#lookedAt = look.at
    return this.#start
  }
}

/** A log for each database that this process has read: one, but in tests. */
const logs = new Map<string, MarkLog>()
const maxLogs = 50
let lastPlace = ''

const sights = new WeakMap<DatabaseTransaction, Promise<Sight | null>>()

/** What the transaction sees; null where that may still change: only read-only ones with one snapshot have a sight. */
export function sightOf(db: DatabaseTransaction): Promise<Sight | null> {
  const known = sights.get(db)
  if (known !== undefined) return known
  const found = lookAround(db, lastPlace)
  sights.set(db, found)
  return found
}

async function lookAround(db: DatabaseTransaction, place: string): Promise<Sight | null> {
  const known = logs.get(place)
  const asked = known === undefined ? null : { position: known.end, snapshot: known.snapshot }
  const row = await look(db, asked?.snapshot ?? null)
  if (!row.fixed) return null
  if (row.place !== place && logs.has(row.place)) {
    lastPlace = row.place
    return lookAround(db, row.place)
  }
  lastPlace = row.place
  if (known === undefined || asked === null || row.place !== place)
    return { log: begin(row.place, row), position: 0 }
  const position = known.learn(asked, row)
  return position === null ? null : { log: known, position }
}

function begin(place: string, first: Look): MarkLog {
  const log = new MarkLog(first)
  logs.set(place, log)
  for (const oldest of logs.keys()) {
    if (logs.size <= maxLogs) break
    logs.delete(oldest)
  }
  return log
}

interface Row extends Look {
  readonly fixed: boolean
  /** Which server and which database: marks of one say nothing of another. */
  readonly place: string
}

async function look(db: DatabaseTransaction, beside: string | null): Promise<Row> {
  const marks = sql`(select json_agg(json_build_array(xact::text, work_id)) from (
    select xact, work_id from change_mark where xact >= pg_snapshot_xmin(${beside}::pg_snapshot)
      and not pg_visible_in_snapshot(xact, ${beside}::pg_snapshot) limit ${maxMarks + 1}) newer)`
  const { rows } = await sql<Omit<Row, 'marks'> & { readonly marks: readonly Mark[] | null }>`select
    current_setting('transaction_read_only') = 'on'
      and current_setting('transaction_isolation') in ('repeatable read', 'serializable') as fixed,
    concat_ws(' ', pg_postmaster_start_time(), inet_server_port(), current_database(),
      (select oid from pg_database where datname = current_database())) as place,
    pg_current_snapshot()::text as snapshot, extract(epoch from clock_timestamp())::float8 as at,
    ${beside === null ? sql`null::json` : marks} as marks`.execute(db)
  const [row] = rows
  if (row === undefined) return { fixed: false, place: '', snapshot: '', at: 0, marks: [] }
  return { ...row, marks: row.marks ?? [] }
}
