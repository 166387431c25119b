import type { CompiledQuery } from 'kysely'
import type { PublicContext } from '../context.ts'
import { type ChangeLog, type ReadPoint, readPointOf } from './change-log.ts'

type Reader = Pick<PublicContext, 'db'>

/**
 * Which changes an answer depends on, in addition to those that belong to no kind (a unit, a grant): of all things of the
 * kind, or of these only.
 */
export interface Dependence {
  readonly kind: string
  readonly ids?: readonly string[]
}

interface Cached {
  readonly log: ChangeLog
  readonly position: number
  readonly rows: readonly unknown[]
}

// Rows of figures and lists are small: all of them together stay within some tens of megabytes.
const maxRows = 100_000

const cache = new Map<string, Cached>()
let cachedRowCount = 0

/** Tells queries apart: text and parameters. */
export const cacheKeyOf = (query: CompiledQuery<unknown>): string =>
  `${query.sql} ${JSON.stringify(query.parameters)}`

/**
 * Runs a query, or returns its cached rows where nothing that they depend on has changed: the same database, the same marks,
 * the same text and parameters. The answer is exact, not merely recent: the transaction that changes something writes the mark
 * too, so a reader that sees the change sees the mark. Only for read-only transactions, and for tables whose changes leave
 * marks (`change_mark`). Everything else that decides the answer, such as permission and the day, must be in the query.
 *
 * The rows are shared: do not change them.
 */
export async function cachedRows<Row>(
  c: Reader,
  query: CompiledQuery<Row>,
  dependence: Dependence,
): Promise<readonly Row[]> {
  const { kind, ids } = dependence
  const point = await readPointOf(c.db, kind)
  if (point === null) return (await c.db.executeQuery(query)).rows
  const key = `${kind} ${ids?.join(' ') ?? 'all'} ${cacheKeyOf(query)}`
  const known = cache.get(key)
  if (known !== undefined && isCurrent(point, known, ids)) {
    // The least recently used is dropped first.
    cache.delete(key)
    cache.set(key, { ...known, position: Math.max(known.position, point.position) })
    return known.rows as readonly Row[]
  }
  const { rows } = await c.db.executeQuery(query)
  store(key, { ...point, rows })
  return rows
}

/** Whether nothing that the rows depend on changed between the two positions, whichever comes first. */
function isCurrent({ log, position }: ReadPoint, known: Cached, ids: readonly string[] | undefined): boolean {
  if (known.log !== log || ids === undefined) return known.log === log && known.position === position
  const [from, to] = known.position < position ? [known.position, position] : [position, known.position]
  const changed = log.changed(from, to)
  return changed !== null && !ids.some((id) => changed.has(id))
}

function store(key: string, fresh: Cached): void {
  const former = cache.get(key)
  if (former !== undefined && former.log === fresh.log && former.position > fresh.position) return
  drop(key, former)
  if (fresh.rows.length > maxRows / 20) return
  cache.set(key, fresh)
  cachedRowCount += fresh.rows.length + 1
  for (const [oldest, dropped] of cache) {
    if (cachedRowCount <= maxRows) break
    drop(oldest, dropped)
  }
}

function drop(key: string, former: Cached | undefined): void {
  if (former === undefined) return
  cache.delete(key)
  cachedRowCount -= former.rows.length + 1
}
