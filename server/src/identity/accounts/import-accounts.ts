import type { Insertable } from 'kysely'
import { audit } from '../../platform/audit/audit.ts'
import type { PublicContext } from '../../platform/context.ts'
import type { DB } from '../../platform/data/schema.gen.ts'
import { newId } from '../../platform/id.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Role } from '../roles/roles.ts'
import { identityDb } from '../tables.ts'

export interface ImportedAccount {
  readonly id?: string
  readonly username: string
  readonly personId: string
  /** Of `hashPassword`, made before the transaction; `noPassword` where nobody may sign in yet. */
  readonly passwordHash: string
  /** Where others know it: its owner chooses another as soon as they sign in. Not in the demonstration. */
  readonly mustChangePassword?: boolean
}

export interface ImportedGrant {
  readonly id?: string
  readonly postId: string
  readonly role: Role
  readonly unitId: string
  /** One ladder below the unit, or null for every one. */
  readonly system: string | null
  readonly fromOn: PlainDate
  readonly toOn?: PlainDate | null
}

export interface AccountData {
  readonly accounts: readonly ImportedAccount[]
  readonly grants: readonly ImportedGrant[]
}

// PostgreSQL takes 65,535 parameters a statement; a row here has at most eight.
const rowsAStatement = 4000

/**
 * Loads accounts and rights in bulk: the demonstration, seeds, the generator. It asks for no permission, because nobody can
 * have one before there is an account; no route may lead here. One audit entry says how many of each there were.
 */
export async function importAccounts(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  data: AccountData,
): Promise<void> {
  const db = identityDb(c)
  const accounts = data.accounts.map(
    (one): Insertable<DB['account']> => ({
      id: one.id ?? newId<'account'>(),
      username: one.username,
      person_id: one.personId,
      password_hash: one.passwordHash,
      must_change_password: one.mustChangePassword ?? false,
      created_at: c.now,
    }),
  )
  for (const rows of inParts(accounts)) await db.insertInto('account').values(rows).execute()
  const grants = data.grants.map(
    (one): Insertable<DB['role_grant']> => ({
      id: one.id ?? newId<'role-grant'>(),
      post_id: one.postId,
      role: one.role,
      unit_id: one.unitId,
      system: one.system,
      from_on: one.fromOn,
      to_on: one.toOn ?? null,
    }),
  )
  for (const rows of inParts(grants)) await db.insertInto('role_grant').values(rows).execute()
  await audit(c, 'account.import', null, { accounts: accounts.length, grants: grants.length })
}

function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += rowsAStatement)
    yield rows.slice(start, start + rowsAStatement)
}
