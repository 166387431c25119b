import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { doerOf } from '../../platform/permission/two-people.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { Subject, SubjectKind } from '../subject.ts'
import { officeDb } from '../tables.ts'
import { peopleWhoMayDiscuss } from './discussants.ts'

const maxNamed = 10

/** The discussion of the things of one kind: its two acts, which pages and API share. */
export const talkAbout = (kind: SubjectKind) => ({
  kind,

  /** Adds a comment to a thing, for all who can read its discussion; mentioned persons are notified. */
  comment: endpoint({
    name: 'comment.add',
    input: z.strictObject({
      ref: field.text(80),
      text: field.text(4000),
      /** Ids of persons; each must be one who may discuss it. */
      named: field.many(field.id(), maxNamed),
    }),
    async run(c, { ref, text, named }) {
      const subject = await kind.get(c, ref, 'discuss')
      const people = [...new Set(named)]
      await requireDiscussants(c, subject, people)
      const id = await saveComment(c, subject, text, people)
      await audit(
        c,
        'comment.add',
        { kind: 'comment', id },
        { [subject.kind]: subject.code, text, named: people },
      )
      await publish(c, 'comment.added', {
        subjectKind: subject.kind,
        subjectId: subject.id,
        commentId: id,
        personId: c.actor.personId,
      })
      return { id, ref: subject.ref }
    },
  }),

  /** Takes back what one has said oneself: that something was said stays, its words are shown no more. */
  withdraw: endpoint({
    name: 'comment.withdraw',
    input: z.strictObject({ ref: field.text(80), commentId: field.id() }),
    async run(c, { ref, commentId }) {
      const subject = await kind.get(c, ref, 'discuss')
      const { numUpdatedRows } = await officeDb(c)
        .updateTable('comment')
        .set({ withdrawn_at: c.now })
        .where('id', '=', commentId)
        .where('subject_kind', '=', subject.kind)
        .where('subject_id', '=', subject.id)
        .where('person_id', '=', c.actor.personId)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw notFound('comment')
      await audit(c, 'comment.withdraw', { kind: 'comment', id: commentId }, { [subject.kind]: subject.code })
      return { id: commentId, ref: subject.ref }
    },
  }),
})

export type Talk = ReturnType<typeof talkAbout>

async function saveComment(
  c: Context,
  subject: Subject,
  text: string,
  named: readonly string[],
): Promise<string> {
  const id = newId<'comment'>()
  const { personId, forPersonId } = doerOf(c.actor)
  await officeDb(c)
    .insertInto('comment')
    .values({
      id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      text,
      account_id: c.actor.accountId,
      person_id: personId,
      for_person_id: forPersonId,
      body_id: c.actor.unitId,
      stand_in_id: c.actor.standsFor?.standInId ?? null,
      said_on: c.today,
      recorded_at: c.now,
    })
    .execute()
  if (named.length > 0) {
    await officeDb(c)
      .insertInto('comment_named')
      .values(named.map((one) => ({ comment_id: id, person_id: one })))
      .execute()
  }
  return id
}

// Naming somebody who may not see the thing would tell them of it.
async function requireDiscussants(c: Context, subject: Subject, people: readonly string[]): Promise<void> {
  const able = await peopleWhoMayDiscuss(c, subject, people)
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
