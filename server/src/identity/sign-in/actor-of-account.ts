import { personNameOf } from '../../organisation/index.ts'
import type { Actor, PublicContext } from '../../platform/context.ts'
import { identityDb } from '../tables.ts'
import { loadActor } from './actor.ts'

/**
 * The account's person with today's rights, for what is done in their name while they are not signed in: in their first post, as they
 * would sign in now.
 * @returns undefined where the account is closed
 */
export async function actorOfAccount(
  c: Pick<PublicContext, 'db' | 'today'>,
  accountId: string,
  holdingId: string | null = null,
): Promise<Actor | undefined> {
  const row = await identityDb(c)
    .selectFrom('account')
    .select(['username', 'person_id', personNameOf('account.person_id').as('person_name')])
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const bearer = {
    accountId,
    username: row.username,
    personId: row.person_id,
    personName: row.person_name,
    holdingId,
    sessionId: null,
    scopes: null,
  }
  return loadActor(c, bearer, c.today)
}

/**
 * The same in the post that was chosen before and in no other.
 * @param holdingId null: in no post, so without rights
 * @returns undefined where the account is closed or the post is held no longer
 */
export async function actorInPost(
  c: Pick<PublicContext, 'db' | 'today'>,
  accountId: string,
  holdingId: string | null,
): Promise<Actor | undefined> {
  const actor = await actorOfAccount(c, accountId, holdingId)
  return actor?.holdingId === holdingId ? actor : undefined
}
