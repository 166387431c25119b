import { sql } from 'kysely'
import type { PublicContext } from '../../../platform/context.ts'
import { importUploads } from '../../../platform/files/uploads.ts'
import { newId } from '../../../platform/id.ts'
import { compareDates, type PlainDate } from '../../../platform/time/plain-date.ts'
import { continueProgramme, lockVersions, type ProgrammeChanges } from '../../../programme/import/index.ts'
import { folded, type LaterLife } from './facts.ts'

/** Puts aside what happens after the day on which the demonstration opens, until its day is moved there. */
export async function keepForLater(c: Pick<PublicContext, 'db'>, later: readonly LaterLife[]): Promise<void> {
  const rows = later.map(({ workId, days }) => ({
    id: newId(),
    work_id: workId,
    days,
    last_on: days.at(-1)?.on,
  }))
  await sql`insert into demonstration_later (id, work_id, days, last_on)
    select id, work_id, days, last_on
    from jsonb_populate_recordset(null::demonstration_later, ${JSON.stringify(rows)}::jsonb)`.execute(c.db)
}

/**
 * Lets happen what the demonstration has in store up to a day, this day included. A work that somebody changed by hand goes
 * its own way: nothing more happens to it by itself. What has happened stays when the day is moved back; the pages then show
 * the earlier day.
 */
export async function tellUntil(c: PublicContext, day: PlainDate): Promise<void> {
  const toldUntil = await lockStory(c)
  if (toldUntil === null || day <= toldUntil) return
  // A whole year takes longer than a request may otherwise; it happens once.
  await sql`set local statement_timeout = 0`.execute(c.db)
  const lives = await livesBetween(c, toldUntil, day)
  const versions = await lockVersions(
    c,
    lives.flatMap(({ workId }) => (workId === null ? [] : [workId])),
  )
  const { alone = [], changed = [] } = Object.groupBy(lives, ({ workId, days }) =>
    workId === null || days[0]?.workVersion === versions.get(workId) ? 'alone' : 'changed',
  )
  const days = alone.flatMap((life) => life.days).sort((a, b) => compareDates(a.on, b.on))
  const facts = folded(days.map((one) => one.facts))
  await importUploads(c, facts.uploads)
  await continueProgramme(c, {
    added: facts.added,
    changed: { ...facts.changed, works: raised(facts.changed.works, alone) },
    workIds: alone.flatMap(({ workId }) => (workId === null ? [] : [workId])),
  })
  await c.db
    .deleteFrom('demonstration_later')
    .where('work_id', '=', sql<string>`any(${changed.map(({ workId }) => workId)}::uuid[])`)
    .execute()
  await c.db.updateTable('installation').set({ demonstration_told_until: day }).execute()
}

/** Until which day the demonstration has gone on, for one teller at a time; null where there is none. */
async function lockStory(c: Pick<PublicContext, 'db'>): Promise<PlainDate | null> {
  const row = await c.db
    .selectFrom('installation')
    .select('demonstration_told_until')
    .forUpdate()
    .executeTakeFirst()
  return (row?.demonstration_told_until ?? null) as PlainDate | null
}

async function livesBetween(
  c: Pick<PublicContext, 'db'>,
  after: PlainDate,
  until: PlainDate,
): Promise<readonly LaterLife[]> {
  const rows = await c.db
    .selectFrom('demonstration_later')
    .select(['work_id', 'days'])
    .where('last_on', '>', after)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ work_id, days: kept }) => {
    // Only `keepForLater` writes the column.
    const days = (kept as unknown as LaterLife['days']).filter(({ on }) => after < on && on <= until)
    return days.length === 0 ? [] : [{ workId: work_id, days }]
  })
}

/** A form that was opened before shows that the work has changed since. */
function raised(works: ProgrammeChanges['works'], lives: readonly LaterLife[]): ProgrammeChanges['works'] {
  const changed = new Map(works.map((work) => [work.id, work]))
  return lives.flatMap(({ workId, days }) =>
    workId === null
      ? []
      : [{ ...changed.get(workId), id: workId, version: (days.at(-1)?.workVersion ?? 0) + 1 }],
  )
}
