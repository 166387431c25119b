import { sql } from 'kysely'
import { activeHoldings } from '../../organisation/index.ts'
import type { Actor, Context } from '../../platform/context.ts'
import { waysInConfirmed } from '../second-person/what-counts.ts'
import { identityDb } from '../tables.ts'
import { grantsOf } from './actor.ts'

/** Somebody in one of their posts, as far as permission looks at an actor. */
export type PossibleActor = Actor

/**
 * The posts in which people could act today, with the rights of these posts: to ask whether somebody else may see a thing.
 * Only people who can sign in have any, in an account that is theirs beyond doubt.
 */
export async function actorsOfPeople(
  c: Pick<Context, 'db' | 'today'>,
  personIds: readonly string[],
): Promise<readonly PossibleActor[]> {
  const accounts = await identityDb(c)
    .selectFrom('account')
    .select(['id', 'username', 'person_id'])
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('disabled_at', 'is', null)
    .where(waysInConfirmed(sql.ref('account.id')))
    .execute()
  if (accounts.length === 0) return []
  const held = await activeHoldings(c, c.today)
    .where('held.person_id', '=', sql<string>`any(${accounts.map((account) => account.person_id)}::uuid[])`)
    .select('held.person_id')
    .select(grantsOf(c, c.today, sql<boolean>`true`).as('grants'))
    .execute()
  return held.flatMap((holding) => {
    const account = accounts.find((one) => one.person_id === holding.person_id)
    if (account === undefined) return []
    return [
      {
        accountId: account.id,
        username: account.username,
        personId: holding.person_id,
        personName: '',
        holdingId: holding.id,
        postId: holding.post_id,
        postTitle: holding.title,
        unitId: holding.unit_id,
        unitName: holding.unit_name,
        rootId: holding.unit_acts_for ?? holding.unit_id,
        grants: holding.grants,
        scopes: null,
      },
    ]
  })
}
