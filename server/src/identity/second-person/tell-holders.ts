import { sql } from 'kysely'
import { openHoldings, personNameOf, postTitleOf } from '../../organisation/index.ts'
import type { PublicContext } from '../../platform/context.ts'
import type { Subscriber } from '../../platform/jobs/events.ts'
import { tellOwner } from '../account-notices.ts'
import { identityDb } from '../tables.ts'
import { tellInspectors } from './tell-inspectors.ts'

/** Tells the holders of a post that it was given a right, or one of them that they were given the post; and the inspectors. */
export async function tellHolders(
  c: Pick<PublicContext, 'db' | 'now' | 'today' | 'actor'>,
  postId: string,
  given: 'right' | 'post',
  holdingIds: readonly string[] | null = null,
  by: string = c.actor?.personName ?? 'dotpha',
): Promise<void> {
  const holders = await openHoldings(c, c.today)
    .where('held.post_id', '=', postId)
    .$if(holdingIds !== null, (query) =>
      query.where('held.id', '=', sql<string>`any(${[...(holdingIds ?? [])]}::uuid[])`),
    )
    .select(['held.person_id', postTitleOf('held.post_id').as('post')])
    .select(personNameOf('held.person_id').as('personName'))
    .limit(50)
    .execute()
  for (const { person_id: personId, personName, post } of holders) {
    const params = { person: personName, post: post ?? '', by }
    const accounts = await identityDb(c)
      .selectFrom('account')
      .select('id')
      .where('person_id', '=', personId)
      .where('disabled_at', 'is', null)
      .execute()
    for (const { id } of accounts) await tellOwner(c, id, `${given}_given`, params)
    await tellInspectors(c, personId, `seen_${given}_given`, params)
  }
}

/** Who was given a post with rights learns it, and so do the inspectors above them. */
export const tellAppointed: Subscriber = {
  name: 'identity.tell-appointed',
  events: ['holding.begun'],
  async handle(c, { payload }) {
    const { holdingId, postId } = payload as { holdingId: string; postId: string }
    const row = await openHoldings(c, c.today)
      .where('held.id', '=', holdingId)
      .where(sql<boolean>`exists (select from role_grant where role_grant.post_id = held.post_id)`)
      .select(
        sql<
          string | null
        >`(select ${personNameOf('doer.person_id')} from account doer where doer.id = held.begun_by)`.as(
          'by',
        ),
      )
      .executeTakeFirst()
    if (row !== undefined) await tellHolders(c, postId, 'post', [holdingId], row.by ?? 'dotpha')
  },
}
