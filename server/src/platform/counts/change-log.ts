import { sql } from 'kysely'
import type { DatabaseTransaction } from '../data/database.ts'

/**
 * What a read-only transaction sees of one kind of thing, as a position in that kind's log of changes: two transactions at the
 * same position see the same, and the log names the things that changed between two positions (table `change_mark`).
 */
export interface ReadPoint {
  readonly log: ChangeLog
  readonly position: number
}

/** Which transaction left a mark, and the thing that it names; null: everything of the kind may have changed. */
type Mark = readonly [xact: string, subjectId: string | null]

// More at once than this, and it is cheaper to forget what was cached.
const maxNewMarks = 5000
const maxMarks = 4 * maxNewMarks
// Marks are deleted after a day: a process that looked within half a day has missed none.
const maxAwaySeconds = 12 * 3600

/** Which transactions a snapshot of PostgreSQL sees: all below `xmax` except those still running. */
interface Snapshot {
  readonly xmax: bigint
  readonly running: ReadonlySet<bigint>
}

/** Reads `xmin:xmax:xip,…`, the text of `pg_current_snapshot()`. */
function readSnapshot(text: string): Snapshot {
  const [, xmax = '0', running = ''] = text.split(':')
  return { xmax: BigInt(xmax), running: new Set(running.split(',').filter(Boolean).map(BigInt)) }
}

/** Whether the later snapshot sees everything that the earlier one sees. */
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
  /** The marks that this snapshot sees and the one it was compared with does not. */
  readonly marks: readonly Mark[]
}

/** The marks of one kind in one database, in the order in which this process learnt of them. */
export class ChangeLog {
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

  /** A snapshot that sees exactly what the end of the log sees. */
  get snapshot(): string {
    return this.#snapshot
  }

  /** The things that changed from one position to a later one; null: any may have, or the log no longer reaches so far. */
  changed(from: number, to: number): ReadonlySet<string> | null {
    if (from < this.#start || from > to || to > this.end) return null
    const subjects = new Set<string>()
    for (const [, subjectId] of this.#marks.slice(from - this.#start, to - this.#start)) {
      if (subjectId === null) return null
      subjects.add(subjectId)
    }
    return subjects
  }

  /**
   * Adds what a transaction saw beyond the end of the log as it was when the transaction asked.
   * @returns the position of that transaction, or null where it has none: it sees something that earlier readers do not see,
   * or has missed what they saw
   */
  learn(asked: { readonly position: number; readonly snapshot: string }, look: Look): number | null {
    if (asked.position < this.#start || !seesAll(look.snapshot, asked.snapshot)) return null
    if (look.marks.length > maxNewMarks || look.at - this.#lookedAt > maxAwaySeconds)
      return this.#startOver(look)
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
    this.#forgetOldest()
    return this.end
  }

  /** Only caches that were not read for thousands of changes are dropped; all others stay current. */
  #forgetOldest(): void {
    if (this.#marks.length <= maxMarks) return
    const surplus = this.#marks.length - maxMarks / 2
    this.#marks.splice(0, surplus)
    this.#start += surplus
  }

  #startOver(look: Look): number {
    this.#start = this.end + 1
    this.#marks = []
    this.#snapshot = look.snapshot
    this.#lookedAt = look.at
    return this.#start
  }
}

/** One log for each kind in each database that this process reads; there is one database, except in tests. */
const logs = new Map<string, ChangeLog>()
const maxLogs = 200
let lastDatabase = ''

const readPoints = new WeakMap<DatabaseTransaction, Map<string, Promise<ReadPoint | null>>>()

/**
 * What the transaction sees of a kind; null where that may still change: only a read-only transaction with one snapshot has
 * a point.
 */
export function readPointOf(db: DatabaseTransaction, kind: string): Promise<ReadPoint | null> {
  const ofKinds = readPoints.get(db) ?? new Map<string, Promise<ReadPoint | null>>()
  readPoints.set(db, ofKinds)
  const known = ofKinds.get(kind)
  if (known !== undefined) return known
  const found = findReadPoint(db, kind, lastDatabase)
  ofKinds.set(kind, found)
  return found
}

async function findReadPoint(
  db: DatabaseTransaction,
  kind: string,
  database: string,
): Promise<ReadPoint | null> {
  const known = logs.get(`${database} ${kind}`)
  const asked = known === undefined ? null : { position: known.end, snapshot: known.snapshot }
  const row = await look(db, kind, asked?.snapshot ?? null)
  if (!row.fixed) return null
  lastDatabase = row.database
  if (row.database !== database && logs.has(`${row.database} ${kind}`))
    return findReadPoint(db, kind, row.database)
  if (known === undefined || asked === null || row.database !== database)
    return { log: startLog(`${row.database} ${kind}`, row), position: 0 }
  const position = known.learn(asked, row)
  return position === null ? null : { log: known, position }
}

function startLog(key: string, first: Look): ChangeLog {
  const log = new ChangeLog(first)
  logs.set(key, log)
  for (const oldest of logs.keys()) {
    if (logs.size <= maxLogs) break
    logs.delete(oldest)
  }
  return log
}

interface Row extends Look {
  /** Whether the transaction sees the same from now to its end. */
  readonly fixed: boolean
  /** Which server and which database: marks of one say nothing of another. */
  readonly database: string
}

async function look(db: DatabaseTransaction, kind: string, since: string | null): Promise<Row> {
  const marks = sql`(select json_agg(json_build_array(xact::text, subject_id)) from (
    select xact, subject_id from change_mark where kind in (${kind}, '*')
      and xact >= pg_snapshot_xmin(${since}::pg_snapshot)
      and not pg_visible_in_snapshot(xact, ${since}::pg_snapshot) limit ${maxNewMarks + 1}) newer)`
  const { rows } = await sql<Omit<Row, 'marks'> & { readonly marks: readonly Mark[] | null }>`select
    current_setting('transaction_read_only') = 'on'
      and current_setting('transaction_isolation') in ('repeatable read', 'serializable') as fixed,
    concat_ws(' ', pg_postmaster_start_time(), inet_server_port(), current_database(),
      (select oid from pg_database where datname = current_database())) as database,
    pg_current_snapshot()::text as snapshot, extract(epoch from clock_timestamp())::float8 as at,
    ${since === null ? sql`null::json` : marks} as marks`.execute(db)
  const [row] = rows
  if (row === undefined) return { fixed: false, database: '', snapshot: '', at: 0, marks: [] }
  return { ...row, marks: row.marks ?? [] }
}
