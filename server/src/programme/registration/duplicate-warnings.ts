import { sql } from 'kysely'
import type { PublicContext } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import type { Subscriber } from '../../platform/jobs/events.ts'
import { duplicateThreshold, titleSimilarity } from '../rules/duplicates.ts'
import { programmeDb } from '../tables.ts'

// PostgreSQL finds candidates by its index; the rule, which knows Vietnamese titles, decides. Wide, so that none is missed.
const candidateSimilarity = 0.3
const maxCandidates = 50

/**
 * Looks for works alike after the act that handed one in was committed: on a window's last day everybody submits at
 * once, and no act may wait for another. Of two alike works the job of the one that was committed last sees both. An
 * appraisal looks again when it is opened, so that nothing is approved before the search was done.
 */
export const findDuplicates: Subscriber = {
  name: 'programme.find_duplicates',
  events: ['work.submitted', 'work.added'],
  handle: (c, event) => warnOfDuplicates(c, String(event.payload.workId)),
}

interface Pair {
  readonly laterId: string
  readonly earlierId: string
}

interface Submitted {
  readonly id: string
  readonly title: string
  readonly submitted_at: Date
}

/**
 * Warns of works of the same programme whose titles look alike, accents and case aside: once for each pair, on the work
 * that was handed in later, whichever of the two is asked about and however often. A warning that was dismissed with its
 * reason stays dismissed; one of works that look alike no longer is taken away.
 */
export async function warnOfDuplicates(c: Pick<PublicContext, 'db' | 'now'>, workId: string): Promise<void> {
  const work = await submittedWorks(c)
    .select(['work.programme_id', 'work.title_folded'])
    .where('work.id', '=', workId)
    .executeTakeFirstOrThrow()
  const candidates = await submittedWorks(c)
    .where('work.programme_id', '=', work.programme_id)
    .where('work.id', '<>', workId)
    .where('work.state', 'not in', ['draft', 'withdrawn', 'rejected'])
    .where(sql<boolean>`work.title_folded % ${work.title_folded}`)
    .where(sql<boolean>`similarity(work.title_folded, ${work.title_folded}) >= ${candidateSimilarity}`)
    .orderBy(sql`similarity(work.title_folded, ${work.title_folded})`, 'desc')
    .limit(maxCandidates)
    .execute()
  const pairs = candidates
    .map((other) => ({ other, likeness: titleSimilarity(work.title, other.title) }))
    .filter(({ likeness }) => likeness >= duplicateThreshold)
    .map(({ other, likeness }) => ({ ...laterFirst(work, other), likeness }))
    // In one order everywhere: two searches that meet at the same pairs do not wait for each other in a ring.
    .sort((a, b) => (a.laterId + a.earlierId < b.laterId + b.earlierId ? -1 : 1))
  await dropOutdated(c, workId, pairs)
  if (pairs.length === 0) return
  await programmeDb(c)
    .insertInto('duplicate_warning')
    .values(
      pairs.map(({ laterId, earlierId, likeness }) => ({
        id: newId<'warning'>(),
        work_id: laterId,
        other_work_id: earlierId,
        similarity: likeness.toFixed(4),
        raised_at: c.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['work_id', 'other_work_id']).doNothing())
    .execute()
}

/** Works with the moment at which each was handed in last, or added. */
function submittedWorks(c: Pick<PublicContext, 'db'>) {
  return programmeDb(c)
    .selectFrom('work')
    .select(['work.id', 'work.title'])
    .select(
      sql<Date>`coalesce((select max(version.recorded_at) from work_version version
        where version.work_id = work.id and version.reason <> 'adjusted'), work.recorded_at)`.as(
        'submitted_at',
      ),
    )
}

function laterFirst(a: Submitted, b: Submitted): Pair {
  const apart = a.submitted_at.getTime() - b.submitted_at.getTime()
  const aIsLater = apart === 0 ? a.id > b.id : apart > 0
  return aIsLater ? { laterId: a.id, earlierId: b.id } : { laterId: b.id, earlierId: a.id }
}

/** Takes away the open warnings about a work that would not be raised now: alike no longer, or the other way round. */
async function dropOutdated(
  c: Pick<PublicContext, 'db'>,
  workId: string,
  pairs: readonly Pair[],
): Promise<void> {
  const warnedOf = pairs.filter(({ laterId }) => laterId === workId).map(({ earlierId }) => earlierId)
  const warnedBy = pairs.filter(({ earlierId }) => earlierId === workId).map(({ laterId }) => laterId)
  await programmeDb(c)
    .deleteFrom('duplicate_warning')
    .where('dismissed_at', 'is', null)
    .where(sql<boolean>`(work_id = ${workId}::uuid and other_work_id <> all(${warnedOf}::uuid[])
      or other_work_id = ${workId}::uuid and work_id <> all(${warnedBy}::uuid[]))`)
    .execute()
}
