import type { TestOrganisation, TestPersonName } from '../../organisation/testing/organisation.ts'
import { testFoundedOn } from '../../organisation/testing/organisation.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { testNow } from '../../platform/testing/database.ts'
import { importAccounts } from '../accounts/import-accounts.ts'
import { hashPassword } from '../passwords/passwords.ts'
import type { Role } from '../roles/roles.ts'

/** The password of everybody in the tests. */
export const testPassword = 'mat khau thu nghiem'

/** Gives each person of the tests' organisation an account of that name, and each post its rights. */
export async function seedTestAccounts(
  database: TestDatabase,
  organisation: TestOrganisation,
): Promise<void> {
  const passwordHash = await hashPassword(testPassword)
  const names = Object.keys(organisation.person) as TestPersonName[]
  await database.db.transaction().execute((db) =>
    importAccounts(
      { db, now: testNow, origin: { requestId: 'test', address: null }, actor: null },
      {
        accounts: names.map((name) => ({
          id: organisation.actorFor(name).accountId,
          username: name,
          personId: organisation.person[name],
          passwordHash,
        })),
        grants: names.flatMap((name) =>
          organisation.grantsOf(name).map((grant) => ({
            postId: organisation.post[name],
            role: grant.role as Role,
            unitId: grant.unitId,
            system: grant.system,
            fromOn: testFoundedOn,
          })),
        ),
      },
    ),
  )
}
