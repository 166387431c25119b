import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lockThing } from '../../platform/locks.ts'
import { duplicateThreshold, titleSimilarity } from '../rules/duplicates.ts'
import { programmeDb } from '../tables.ts'

// PostgreSQL finds candidates by its index; the rule, which knows Vietnamese titles, decides. Wide, so that none is missed.
const candidateSimilarity = 0.3
const maxCandidates = 50

/**
 * Warns of works of the same programme whose titles look alike, accents and case aside. A warning that was dismissed
 * with its reason stays dismissed; one for a work that looks alike no longer is taken away.
 */
export async function warnOfDuplicates(c: Context, workId: string): Promise<void> {
  const work = await programmeDb(c)
    .selectFrom('work')
    .select(['id', 'programme_id', 'title', 'title_folded', 'owner_unit_id'])
    .where('id', '=', workId)
    .executeTakeFirstOrThrow()
  // One after the other within a programme: of two alike works handed in at once neither would see the other.
  await lockThing(c, 'duplicates', work.programme_id)
  const candidates = await programmeDb(c)
    .selectFrom('work')
    .select(['id', 'title'])
    .where('programme_id', '=', work.programme_id)
    .where('id', '<>', workId)
    .where('state', 'not in', ['draft', 'withdrawn', 'rejected'])
    .where(sql<boolean>`title_folded % ${work.title_folded}`)
    .where(sql<boolean>`similarity(title_folded, ${work.title_folded}) >= ${candidateSimilarity}`)
    .orderBy(sql`similarity(title_folded, ${work.title_folded})`, 'desc')
    .limit(maxCandidates)
    .execute()
  const alike = candidates
    .map((other) => ({ id: other.id, likeness: titleSimilarity(work.title, other.title) }))
    .filter(({ likeness }) => likeness >= duplicateThreshold)
  await dropOutdated(
    c,
    workId,
    alike.map(({ id }) => id),
  )
  if (alike.length === 0) return
  await programmeDb(c)
    .insertInto('duplicate_warning')
    .values(
      alike.map(({ id, likeness }) => ({
        id: newId<'warning'>(),
        work_id: workId,
        other_work_id: id,
        similarity: likeness.toFixed(4),
        raised_at: c.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['work_id', 'other_work_id']).doNothing())
    .execute()
}

async function dropOutdated(c: Context, workId: string, stillAlike: readonly string[]): Promise<void> {
  await programmeDb(c)
    .deleteFrom('duplicate_warning')
    .where('work_id', '=', workId)
    .where('dismissed_at', 'is', null)
    .where('other_work_id', 'not in', stillAlike.length === 0 ? [workId] : [...stillAlike])
    .execute()
}
