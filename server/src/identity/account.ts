import { personNameOf } from '../organisation/index.ts'
import type { Context, PublicContext } from '../platform/context.ts'
import { notFound } from '../platform/refusal.ts'
import { authorizeAdministrator, authorizePerson } from './policy.ts'
import { type AccountId, identityDb } from './tables.ts'

export interface AccountRecord {
  readonly id: AccountId
  readonly username: string
  readonly personId: string
  readonly personName: string
  readonly passwordHash: string
  readonly disabledAt: Date | null
}

/** An account, locked until the transaction ends. @throws Refusal `not_found` */
export async function getAccountForUpdate(
  c: Pick<PublicContext, 'db'>,
  username: string,
): Promise<AccountRecord> {
  const row = await identityDb(c)
    .selectFrom('account')
    .select(['id', 'username', 'person_id', 'password_hash', 'disabled_at'])
    .select(personNameOf('account.person_id').as('personName'))
    .where('username', '=', username)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('account')
  return {
    id: row.id as AccountId,
    username: row.username,
    personId: row.person_id,
    personName: row.personName,
    passwordHash: row.password_hash,
    disabledAt: row.disabled_at,
  }
}

/** An account that the actor administers, locked. @throws Refusal `forbidden`, `not_found` */
export async function getAdministeredAccount(
  c: Context,
  act: string,
  username: string,
): Promise<AccountRecord> {
  authorizeAdministrator(c, act)
  const account = await getAccountForUpdate(c, username)
  await authorizePerson(c, act, account.personId)
  return account
}
