import { sql } from 'kysely'
import { actorsOfPeople } from '../../identity/index.ts'
import { personNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Subject, SubjectKind } from '../subject.ts'
import { officeDb } from '../tables.ts'

const maxAround = 30

/** Somebody who can be called to a discussion. */
export interface Discussant {
  readonly personId: string
  readonly name: string
  readonly post: string
}

/** Which of these people may discuss the thing in one of their posts, and in which. */
export async function peopleWhoMayDiscuss(
  c: Context,
  subject: Subject,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const able = new Map<string, string>()
  for (const actor of await actorsOfPeople(c, personIds)) {
    if (!subject.mayDiscuss({ actor, today: c.today })) continue
    able.set(actor.personId, [actor.postTitle, actor.unitName].filter(Boolean).join(', '))
  }
  return able
}

/** Those who have had to do with a thing, or spoke of it, and may discuss it. The actor themselves is not among them. */
export async function peopleAround(
  c: Context,
  kind: SubjectKind,
  subject: Subject,
): Promise<readonly Discussant[]> {
  const { rows } = await sql<{ person_id: string; name: string }>`
    select * from (select person_id, ${personNameOf('around.person_id')} as name from (
      ${kind.peopleAround(subject.id)}
      union select person_id from comment where subject_kind = ${subject.kind} and subject_id = ${subject.id}::uuid
    ) around where person_id is not null and person_id <> ${c.actor.personId}::uuid) named
    order by name collate "vi-x-icu", person_id limit ${maxAround}`.execute(officeDb(c))
  const able = await peopleWhoMayDiscuss(
    c,
    subject,
    rows.map((row) => row.person_id),
  )
  return rows.flatMap(({ person_id, name }) => {
    const post = able.get(person_id)
    return post === undefined ? [] : [{ personId: person_id, name, post }]
  })
}
