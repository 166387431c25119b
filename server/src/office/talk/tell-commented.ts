import type { Subscriber } from '../../platform/jobs/events.ts'
import { keepNotices } from '../news/keep-notices.ts'
import type { SubjectKind } from '../subject.ts'
import { officeDb } from '../tables.ts'

/** Notifies the mentioned persons, and the people of the thing, about a comment; its author gets no notice. */
export const tellCommented = (kinds: readonly SubjectKind[]): Subscriber => ({
  name: 'office.tell_commented',
  events: ['comment.added'],
  async handle(c, event) {
    const { subjectKind, subjectId, commentId, personId } = event.payload as Readonly<Record<string, string>>
    const subject = { kind: String(subjectKind), id: String(subjectId) }
    const named = await officeDb(c)
      .selectFrom('comment_named')
      .select('person_id')
      .where('comment_id', '=', String(commentId))
      .execute()
    const hearers = await kinds.find(({ kind }) => kind === subject.kind)?.hearersOf(c, subject.id)
    const called = new Set(named.map((one) => one.person_id))
    const others = new Set(hearers?.filter((one) => !called.has(one)))
    const tellings = [
      ...[...called].map((one) => ({ personId: one, kind: 'comment_named', subject })),
      ...[...others].map((one) => ({ personId: one, kind: 'comment_added', subject })),
    ]
    await keepNotices(
      c,
      event.id,
      tellings.filter((one) => one.personId !== personId),
    )
  },
})
