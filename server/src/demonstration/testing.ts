import type { Actor, Context, Grant } from '../platform/context.ts'
import { openDatabase, openPool } from '../platform/data/database.ts'
import { applicationRole } from '../platform/data/migrate.ts'
import { asActor, asNobody, type TestDatabase, useTestDatabase } from '../platform/testing/database.ts'
import { ensureTemplate } from '../platform/testing/template.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import type { Username } from './accounts.ts'
import { demonstrationToday, loadDemonstration } from './index.ts'

/** Loads the demonstration as the first start does: by nobody, on the real day. */
export const loadForTests = (database: Pick<TestDatabase, 'db'>): Promise<void> =>
  asNobody(database, loadDemonstration)

/** A copy of the demonstration for the tests of this file; a run loads it only once. */
export function useDemonstration(): TestDatabase {
  return useTestDatabase(() =>
    ensureTemplate('dotpha_demonstration_for_tests', async (url) => {
      const db = openDatabase(openPool({ url, role: applicationRole }))
      await loadForTests({ db })
      await db.destroy()
    }),
  )
}

/** Acts as the holder of an account, with the rights of their post. */
export async function asAccount<Result>(
  database: TestDatabase,
  username: Username,
  act: (c: Context) => Promise<Result>,
  today: PlainDate = demonstrationToday,
): Promise<Result> {
  return asActor(database, await actorOf(database, username), today, act)
}

export async function actorOf({ db }: TestDatabase, username: Username): Promise<Actor> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('post_holding', 'post_holding.person_id', 'person.id')
    .innerJoin('post', 'post.id', 'post_holding.post_id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .select([
      'account.id as account',
      'person.id as person',
      'person.full_name',
      'post_holding.id as holding',
    ])
    .select(['post.id as post', 'post.title', 'unit.id as unit', 'unit.name', 'unit.acts_for_id'])
    .where('account.username', '=', username)
    .executeTakeFirstOrThrow()
  const grants: readonly Grant[] = await db
    .selectFrom('role_grant')
    .select(['role', 'unit_id as unitId', 'system'])
    .where('post_id', '=', row.post)
    .execute()
  return {
    accountId: row.account,
    username,
    personId: row.person,
    personName: row.full_name,
    holdingId: row.holding,
    postId: row.post,
    postTitle: row.title,
    unitId: row.unit,
    unitName: row.name,
    rootId: row.acts_for_id ?? row.unit,
    grants,
    scopes: null,
  }
}
