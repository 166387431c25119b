import { sql } from 'kysely'
import { personNameOf } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import { containing, folded } from '../platform/data/text-search.ts'
import type { RecordedKind } from '../platform/slices/recorded-kind.ts'
import { adminPaths } from './admin-paths.ts'
import { isAdministrator } from './policy.ts'
import { identityDb } from './tables.ts'

/** Accounts, as the audit log names them. */
export const recordedAccounts: RecordedKind = {
  kind: 'account',
  async named(c, ids) {
    const rows = await identityDb(c)
      .selectFrom('account')
      .select(['id', 'username'])
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute()
    const href = (username: string) => (isAdministrator(c) ? adminPaths.account(username) : null)
    return new Map(rows.map(({ id, username }) => [id, { name: username, href: href(username) }]))
  },
  async find(c, words) {
    const row = await identityDb(c)
      .selectFrom('account')
      .select('id')
      .where('username', '=', words)
      .executeTakeFirst()
    return row?.id ?? null
  },
}

// // For more people than this the search term must be longer.
const mostNamed = 200

/** The ids of the accounts whose user name or person's name has these words in it, accents aside. */
export async function accountsNamed(c: Context, words: string): Promise<readonly string[]> {
  const pattern = containing(folded(words.trim()))
  const rows = await identityDb(c)
    .selectFrom('account')
    .select('id')
    .where(
      sql<boolean>`(account.username like ${pattern} or fold(${personNameOf('account.person_id')}) like ${pattern})`,
    )
    .limit(mostNamed)
    .execute()
  return rows.map(({ id }) => id)
}
