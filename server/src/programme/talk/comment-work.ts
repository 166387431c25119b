import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { authorize } from '../policy.ts'
import { programmeDb } from '../tables.ts'
import { doneBy } from '../two-people.ts'
import { getWork, type LoadedWork, refOf } from '../work.ts'
import { peopleWhoMayDiscuss } from './discussants.ts'

const maxNamed = 10

/** Says something about a work, to all who may see its proof; whoever is named is told. */
export const commentWork = endpoint({
  name: 'comment.add',
  input: z.strictObject({
    ref: field.text(80),
    text: field.text(4000),
    /** Ids of persons; each must be one who may see the work. */
    named: field.many(field.id(), maxNamed),
  }),
  async run(c, { ref, text, named }) {
    const work = await getWork(c, ref)
    authorize(c, 'discuss', work.record)
    const people = [...new Set(named)]
    await requireDiscussants(c, work, people)
    const id = newId<'comment'>()
    await programmeDb(c)
      .insertInto('work_comment')
      .values({
        id,
        work_id: work.row.id,
        text,
        account_id: c.actor.accountId,
        ...doneBy(c),
        body_id: c.actor.unitId,
        stand_in_id: c.actor.standsFor?.standInId ?? null,
        said_on: c.today,
        recorded_at: c.now,
      })
      .execute()
    if (people.length > 0) {
      await programmeDb(c)
        .insertInto('work_comment_named')
        .values(people.map((personId) => ({ comment_id: id, person_id: personId })))
        .execute()
    }
    await audit(c, 'comment.add', { kind: 'comment', id }, { work: work.row.code, text, named: people })
    await publish(c, 'comment.added', { workId: work.row.id, commentId: id, personId: c.actor.personId })
    return { id, ref: refOf(work.row) }
  },
})

// Naming somebody who may not see the work would tell him of it.
async function requireDiscussants(c: Context, work: LoadedWork, people: readonly string[]): Promise<void> {
  const able = await peopleWhoMayDiscuss(c, work, people)
  const unable = people.filter((personId) => !able.has(personId))
  if (unable.length === 0) return
  throw new Refusal(
    'named_may_not_see',
    {},
    {
      reasons: unable.map(() => ({ code: 'named_may_not_see', params: {}, field: 'named' })),
    },
  )
}

/** Takes back what one has said oneself: that something was said stays, its words are shown no more. */
export const withdrawComment = endpoint({
  name: 'comment.withdraw',
  input: z.strictObject({ ref: field.text(80), commentId: field.id() }),
  async run(c, { ref, commentId }) {
    const work = await getWork(c, ref)
    authorize(c, 'discuss', work.record)
    const { numUpdatedRows } = await programmeDb(c)
      .updateTable('work_comment')
      .set({ withdrawn_at: c.now })
      .where('id', '=', commentId)
      .where('work_id', '=', work.row.id)
      .where('person_id', '=', c.actor.personId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw notFound('comment')
    await audit(c, 'comment.withdraw', { kind: 'comment', id: commentId }, { work: work.row.code })
    return { id: commentId, ref: refOf(work.row) }
  },
})
