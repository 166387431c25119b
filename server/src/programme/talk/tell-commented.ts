import { accountPersonIdOf } from '../../identity/index.ts'
import { holderPersonIdOf } from '../../organisation/index.ts'
import type { Subscriber } from '../../platform/jobs/events.ts'
import { programmeDb } from '../tables.ts'
import { keepNotices } from '../worklist/keep-notices.ts'

/** Tells those who were called, and the people of the work, that something was said; its author is told nothing. */
export const tellCommented: Subscriber = {
  name: 'programme.tell_commented',
  events: ['comment.added'],
  async handle(c, event) {
    const { workId, commentId, personId } = event.payload as Readonly<Record<string, string>>
    const named = await programmeDb(c)
      .selectFrom('work_comment_named')
      .select('person_id')
      .where('comment_id', '=', String(commentId))
      .execute()
    const owners = await programmeDb(c)
      .selectFrom('work')
      .select([
        holderPersonIdOf('work.owner_holding_id').as('holder'),
        accountPersonIdOf('work.created_by').as('registrant'),
      ])
      .where('id', '=', String(workId))
      .executeTakeFirstOrThrow()
    const called = new Set(named.map((one) => one.person_id))
    const others = [owners.holder, owners.registrant].filter((one) => one !== null && !called.has(one))
    const people = [
      ...[...called].map((one) => ({ personId: one, kind: 'comment_named' })),
      ...[...new Set(others)].map((one) => ({ personId: String(one), kind: 'comment_added' })),
    ].filter((one) => one.personId !== personId)
    await keepNotices(
      c,
      event.id,
      people.map((one) => ({ ...one, workId: String(workId) })),
    )
  },
}
