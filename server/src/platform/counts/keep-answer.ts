import type { CompiledQuery } from 'kysely'
import type { PublicContext } from '../context.ts'
import { type MarkLog, type Sight, sightOf } from './change-marks.ts'

type Reader = Pick<PublicContext, 'db'>

/** The answer of a query, and what the register was when it was asked. */
interface Answer {
  readonly log: MarkLog
  readonly position: number
  readonly rows: readonly unknown[]
}

// Rows of figures and lists are small: all of them together stay within some tens of megabytes.
const maxRows = 100_000

const answers = new Map<string, Answer>()
let kept = 0

/** A query in one word: its text and its parameters. */
export const wordOf = (query: CompiledQuery<unknown>): string =>
  `${query.sql} ${JSON.stringify(query.parameters)}`

/**
 * Asks a query, or gives its answer again where nothing has changed since it was asked: the same database, the same marks of
 * change, the same words and parameters. Exact, and not merely fresh: marks are written by the transactions that change, so
 * that whoever sees a change sees its mark. Only for read-only transactions, and for tables that leave marks (`change_mark`);
 * everything else that the answer hangs on, such as permission and the day, must stand in the query itself.
 *
 * The rows are shared: nobody may change them.
 *
 * @param works the only works whose changes the answer hangs on, beside what is of no one work; without it: on all works
 */
export async function keepAnswer<Row>(
  c: Reader,
  query: CompiledQuery<Row>,
  works?: readonly string[],
): Promise<readonly Row[]> {
  const sight = await sightOf(c.db)
  if (sight === null) return (await c.db.executeQuery(query)).rows
  const key = `${wordOf(query)} ${works?.join(' ') ?? 'all'}`
  const known = answers.get(key)
  if (known !== undefined && holdsFor(sight, known, works)) {
    // What was used last is dropped last.
    answers.delete(key)
    answers.set(key, { ...known, position: Math.max(known.position, sight.position) })
    return known.rows as readonly Row[]
  }
  const { rows } = await c.db.executeQuery(query)
  keep(key, { ...sight, rows })
  return rows
}

/** Whether nothing that the answer hangs on changed between its asking and the sight, whichever of them came first. */
function holdsFor({ log, position }: Sight, known: Answer, works: readonly string[] | undefined): boolean {
  if (known.log !== log || works === undefined) return known.log === log && known.position === position
  const [from, to] = known.position < position ? [known.position, position] : [position, known.position]
  const changed = log.changed(from, to)
  return changed !== null && !works.some((id) => changed.has(id))
}

function keep(key: string, answer: Answer): void {
  const former = answers.get(key)
  if (former !== undefined && former.log === answer.log && former.position > answer.position) return
  drop(key, former)
  if (answer.rows.length > maxRows / 20) return
  answers.set(key, answer)
  kept += answer.rows.length + 1
  for (const [oldest, dropped] of answers) {
    if (kept <= maxRows) break
    drop(oldest, dropped)
  }
}

function drop(key: string, answer: Answer | undefined): void {
  if (answer === undefined) return
  answers.delete(key)
  kept -= answer.rows.length + 1
}
