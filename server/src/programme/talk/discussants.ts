import { sql } from 'kysely'
import { actorsOfPeople } from '../../identity/index.ts'
import { personNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { may } from '../policy.ts'
import { programmeDb } from '../tables.ts'
import type { LoadedWork } from '../work.ts'

const maxAround = 30

/** Somebody who can be called to a work. */
export interface Discussant {
  readonly personId: string
  readonly name: string
  readonly post: string
}

/** Which of these people may discuss the work in one of their posts. */
export async function peopleWhoMayDiscuss(
  c: Context,
  work: LoadedWork,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const able = new Map<string, string>()
  for (const actor of await actorsOfPeople(c, personIds)) {
    if (!may({ actor, today: c.today }, 'discuss', work.record)) continue
    able.set(actor.personId, [actor.postTitle, actor.unitName].filter(Boolean).join(', '))
  }
  return able
}

/**
 * Those who have had to do with a work and may discuss it: its holder, who registered it, who appraised, reported, judged,
 * checked, decided or spoke. The actor himself is not among them.
 */
export async function peopleAround(c: Context, work: LoadedWork): Promise<readonly Discussant[]> {
  const id = work.row.id
  const { rows } = await sql<{ person_id: string; name: string }>`
    select * from (select person_id, ${personNameOf('around.person_id')} as name from (
      select ${work.record.ownerPersonId}::uuid as person_id
      union select person_id from appraisal where work_id = ${id}::uuid
      union select person_id from report where work_id = ${id}::uuid
      union select person_id from evidence where work_id = ${id}::uuid
      union select decided_by_person_id from evidence where work_id = ${id}::uuid
      union select person_id from completion where work_id = ${id}::uuid
      union select checked_by_person_id from completion where work_id = ${id}::uuid
      union select decided_by_person_id from completion where work_id = ${id}::uuid
      union select person_id from work_comment where work_id = ${id}::uuid
    ) around where person_id is not null and person_id <> ${c.actor.personId}::uuid) named
    order by name collate "vi-x-icu", person_id limit ${maxAround}`.execute(programmeDb(c))
  const able = await peopleWhoMayDiscuss(
    c,
    work,
    rows.map((row) => row.person_id),
  )
  return rows.flatMap(({ person_id, name }) => {
    const post = able.get(person_id)
    return post === undefined ? [] : [{ personId: person_id, name, post }]
  })
}
