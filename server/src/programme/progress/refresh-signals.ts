import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { signalSpans } from '../rules/signals.ts'
import { programmeDb } from '../tables.ts'
import { loadSignalFacts } from './signal-facts.ts'

const batchSize = 2000

/**
 * Rewrites the computed signals of works after one of their facts changed, in the same transaction. They are spans of
 * days, future ones too, so that no clock has to tick for a work to become late (design 8.3, 8.15).
 */
export async function refreshSignals(c: Pick<Context, 'db'>, workIds: readonly string[]): Promise<void> {
  for (let at = 0; at < workIds.length; at += batchSize)
    await refreshBatch(c, workIds.slice(at, at + batchSize))
}

async function refreshBatch(c: Pick<Context, 'db'>, workIds: readonly string[]): Promise<void> {
  const facts = await loadSignalFacts(c, workIds)
  const rows = [...facts].flatMap(([workId, { programmeId, facts: ofWork }]) =>
    signalSpans(ofWork).map((span) => ({
      work_id: workId,
      programme_id: programmeId,
      signal: span.signal,
      from_on: span.from,
      to_on: span.to,
    })),
  )
  const db = programmeDb(c)
  await db
    .deleteFrom('work_signal')
    .where('work_id', '=', sql<string>`any(${[...workIds]}::uuid[])`)
    .execute()
  // A statement takes at most 65,535 parameters.
  for (let at = 0; at < rows.length; at += 5000)
    await db
      .insertInto('work_signal')
      .values(rows.slice(at, at + 5000))
      .execute()
}
