import type { CompiledQuery } from 'kysely'
import type { PublicContext } from '../context.ts'
import type { Database } from '../data/database.ts'
import { type Sight, sightOf } from './change-marks.ts'
import { wordOf } from './keep-answer.ts'
import { Keeping, type KeptCount, type Lines, type Tallying, type WorkQuestion } from './kept-count.ts'

type Reader = Pick<PublicContext, 'db'>

// Of so many works it is cheaper to ask for all again.
const maxChanged = 500
// A work is kept in some hundred bytes: all questions together stay within a hundred megabytes.
const maxKept = 600_000
// Looked after every second: what nobody has read for half an hour, its next reader may count himself.
const maxUnread = 1800

type AnyKeeping = Keeping<never, Tallying<never>>

const keepings = new Map<string, AnyKeeping>()
let kept = 0

/** What is being counted just now, by the words of the questions. */
const counting = new Map<string, Promise<unknown>>()

/**
 * Counts works by what they have in common, once; afterwards only the works that changed are asked for again. Exact for the
 * snapshot of the transaction, as `keepAnswer` is: the marks name every work that somebody changed, and where something else
 * changed that answers may hang on, all is counted anew. Checked against counting anew by `keep-count.test.ts` and by the
 * figures' property test (design 8.3).
 */
export async function keepCount<Key, Sum extends Tallying<Key>>(
  c: Reader,
  question: WorkQuestion<Key, Sum>,
): Promise<KeptCount<Key, Sum>> {
  const sight = await sightOf(c.db)
  const all = question.ask(null)
  // What may still be written to is nobody else's to see.
  if (sight === null) return new Keeping(null, question, { all, lines: await linesOf(c, all) })
  const word = wordOf(all)
  const known = await mended(c, sight, word, question)
  if (known !== null) return known
  // Where somebody counts already, this reader waits for him: what he finds need only be mended.
  await counting.get(word)?.catch(() => undefined)
  const found =
    (await mended(c, sight, word, question)) ?? (await countAll(c, sight, word, { question, all }))
  use(word)
  return found
}

/**
 * Counts again what was turned over (a unit changed, a grant, a setting) and was read lately, so that the next reader need
 * not. Called again and again (`CountAhead`).
 */
export async function countAhead(database: Database): Promise<void> {
  const wanted = [...keepings].filter(([, keeping]) => {
    keeping.unread += 1
    return keeping.unread <= maxUnread
  })
  if (wanted.length === 0) return
  const turnedOver = await reading(database, async (c) => {
    const sight = await sightOf(c.db)
    return wanted.filter(([, keeping]) => sight?.log === keeping.log && changedSince(keeping, sight) === null)
  })
  // Each in a transaction of its own, the last one read first: no snapshot is held for long.
  for (const [word, keeping] of turnedOver.reverse())
    await reading(database, async (c) => {
      const sight = await sightOf(c.db)
      if (sight === null || keepings.get(word) !== keeping || counting.has(word)) return
      const fresh = await countAll(c, sight, word, keeping)
      fresh.unread = keeping.unread
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

/** The works that changed since the count was kept; null: all must be counted. */
function changedSince({ log, position }: Pick<AnyKeeping, 'log' | 'position'>, sight: Sight) {
  const changed = log === sight.log ? sight.log.changed(position, sight.position) : null
  return changed === null || changed.size > maxChanged ? null : changed
}

/** The kept count after the works that changed were asked for again; null where there is none that could be mended. */
async function mended<Key, Sum extends Tallying<Key>>(
  c: Reader,
  sight: Sight,
  word: string,
  question: WorkQuestion<Key, Sum>,
): Promise<Keeping<Key, Sum> | null> {
  const known = keepings.get(word) as Keeping<Key, Sum> | undefined
  const changed = known === undefined ? null : changedSince(known, sight)
  if (known === undefined || changed === null) return null
  if (changed.size > 0) {
    const lines = await linesOf(c, question.ask([...changed]))
    // Another reader may have mended it meanwhile: from an earlier sight, so that this mends the rest, or from a later one.
    if ((keepings.get(word) as unknown) !== known || known.position > sight.position) return null
    kept -= known.size
    known.mend(changed, lines, sight.position)
    kept += known.size
  }
  use(word)
  return known
}

async function countAll<Key, Sum extends Tallying<Key>>(
  c: Reader,
  sight: Sight,
  word: string,
  { question, all }: Pick<Keeping<Key, Sum>, 'question' | 'all'>,
): Promise<Keeping<Key, Sum>> {
  const asked = linesOf(c, all)
  counting.set(word, asked)
  try {
    const fresh = new Keeping(sight, question, { all, lines: await asked })
    const newest = keepings.get(word)
    if (newest?.log !== sight.log || newest.position <= sight.position) keep(word, fresh)
    return fresh
  } finally {
    if (counting.get(word) === asked) counting.delete(word)
  }
}

/** What was used last is dropped last. */
function use(word: string): void {
  const keeping = keepings.get(word)
  if (keeping === undefined) return
  keeping.unread = 0
  keepings.delete(word)
  keepings.set(word, keeping)
}

/** In the place of the one before it, if there is one. */
function keep<Key, Sum extends Tallying<Key>>(word: string, keeping: Keeping<Key, Sum>): void {
  if (keeping.size > maxKept / 4) {
    drop(word)
    return
  }
  const former = keepings.get(word)
  if (former !== undefined) kept -= former.size + 1
  keepings.set(word, keeping as unknown as AnyKeeping)
  kept += keeping.size + 1
  for (const oldest of keepings.keys()) {
    if (kept <= maxKept) break
    drop(oldest)
  }
}

function drop(word: string): void {
  const former = keepings.get(word)
  if (former === undefined) return
  keepings.delete(word)
  kept -= former.size + 1
}
