import type { CompiledQuery } from 'kysely'
import type { PublicContext } from '../context.ts'
import type { Database } from '../data/database.ts'
import { cacheKeyOf } from './cached-rows.ts'
import { type ReadPoint, readPointOf } from './change-log.ts'
import {
  CachedCount,
  type Lines,
  type RunningSum,
  type SubjectCount,
  type SubjectQuestion,
} from './subject-count.ts'

type Reader = Pick<PublicContext, 'db'>

// Of more than this it is cheaper to query all again.
const maxChanged = 500
// One thing takes some hundred bytes: all counts together stay within a hundred megabytes.
const maxCached = 600_000
// // In calls of `recountAhead`, one a second: results not read for half an hour are counted by their next reader.
const maxUnread = 1800

type AnyCount = CachedCount<never, RunningSum<never>>

const counts = new Map<string, AnyCount>()
let cachedSubjects = 0

/** The counts in progress, by cache key. */
const counting = new Map<string, Promise<unknown>>()

/**
 * Counts things of a kind by key, once; afterwards only the things that changed are queried again. Exact for the snapshot of
 * the transaction, like `cachedRows`: the marks name everything that changed, and where a change belongs to no single thing,
 * all is counted again. `count-subjects.test.ts` and the figures' property test compare it with counting from scratch
 * (design 8.3).
 */
export async function countSubjects<Key, Sum extends RunningSum<Key>>(
  c: Reader,
  question: SubjectQuestion<Key, Sum>,
): Promise<SubjectCount<Key, Sum>> {
  const point = await readPointOf(c.db, question.kind)
  const all = question.query(null)
  // A transaction that may still write sees what others must not.
  if (point === null) return new CachedCount(null, question, { all, lines: await linesOf(c, all) })
  const key = cacheKeyOf(all)
  const known = await updated(c, point, key, question)
  if (known !== null) return known
  // Another reader counts already: its answer then only needs an update.
  await counting.get(key)?.catch(() => undefined)
  const found = (await updated(c, point, key, question)) ?? (await countAll(c, point, key, { question, all }))
  markRead(key)
  return found
}

/**
 * Counts again what a change of a unit, a grant or a setting has invalidated and was read lately, so that the next reader
 * need not. Called once a second (`RecountAhead`).
 */
export async function recountAhead(database: Database): Promise<void> {
  const wanted = [...counts].filter(([, count]) => {
    count.unread += 1
    return count.unread <= maxUnread
  })
  if (wanted.length === 0) return
  const invalid = await reading(database, async (c) => {
    const found: [string, AnyCount][] = []
    for (const [key, count] of wanted) {
      const point = await readPointOf(c.db, count.question.kind)
      if (point?.log === count.log && changedSince(count, point) === null) found.push([key, count])
    }
    return found
  })
  // Each in its own transaction, so that no snapshot is held for long; the most recently read first.
  for (const [key, count] of invalid.reverse())
    await reading(database, async (c) => {
      const point = await readPointOf(c.db, count.question.kind)
      if (point === null || counts.get(key) !== count || counting.has(key)) return
      const fresh = await countAll(c, point, key, count)
      fresh.unread = count.unread
    })
}

const reading = <Result>(database: Database, act: (c: Reader) => Promise<Result>): Promise<Result> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((db) => act({ db }))

async function linesOf(c: Reader, query: CompiledQuery<Lines>): Promise<readonly string[]> {
  const [row] = (await c.db.executeQuery(query)).rows
  return row?.lines?.split('\n') ?? []
}

/** The things that changed since the count was cached; null: all must be counted. */
function changedSince({ log, position }: Pick<AnyCount, 'log' | 'position'>, point: ReadPoint) {
  const changed = log === point.log ? point.log.changed(position, point.position) : null
  return changed === null || changed.size > maxChanged ? null : changed
}

/** The cached count after the changed things were queried again; null if there is none that can be updated. */
async function updated<Key, Sum extends RunningSum<Key>>(
  c: Reader,
  point: ReadPoint,
  key: string,
  question: SubjectQuestion<Key, Sum>,
): Promise<CachedCount<Key, Sum> | null> {
  const known = counts.get(key) as CachedCount<Key, Sum> | undefined
  const changed = known === undefined ? null : changedSince(known, point)
  if (known === undefined || changed === null) return null
  if (changed.size > 0) {
    const lines = await linesOf(c, question.query([...changed]))
    // Meanwhile another reader may have updated it: from an earlier point, then this one does the rest, or from a later one.
    if ((counts.get(key) as unknown) !== known || known.position > point.position) return null
    cachedSubjects -= known.size
    known.update(changed, lines, point.position)
    cachedSubjects += known.size
  }
  markRead(key)
  return known
}

async function countAll<Key, Sum extends RunningSum<Key>>(
  c: Reader,
  point: ReadPoint,
  key: string,
  { question, all }: Pick<CachedCount<Key, Sum>, 'question' | 'all'>,
): Promise<CachedCount<Key, Sum>> {
  const lines = linesOf(c, all)
  counting.set(key, lines)
  try {
    const fresh = new CachedCount(point, question, { all, lines: await lines })
    const newest = counts.get(key)
    if (newest?.log !== point.log || newest.position <= point.position) store(key, fresh)
    return fresh
  } finally {
    if (counting.get(key) === lines) counting.delete(key)
  }
}

/** The least recently read is dropped first. */
function markRead(key: string): void {
  const count = counts.get(key)
  if (count === undefined) return
  count.unread = 0
  counts.delete(key)
  counts.set(key, count)
}

/** Replaces the former count of the same question. */
function store<Key, Sum extends RunningSum<Key>>(key: string, count: CachedCount<Key, Sum>): void {
  if (count.size > maxCached / 4) {
    drop(key)
    return
  }
  const former = counts.get(key)
  if (former !== undefined) cachedSubjects -= former.size + 1
  counts.set(key, count as unknown as AnyCount)
  cachedSubjects += count.size + 1
  for (const oldest of counts.keys()) {
    if (cachedSubjects <= maxCached) break
    drop(oldest)
  }
}

function drop(key: string): void {
  const former = counts.get(key)
  if (former === undefined) return
  counts.delete(key)
  cachedSubjects -= former.size + 1
}
