import pg from 'pg'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { asActor, testNow, testSecretKeys, useTestDatabase } from '../../platform/testing/database.ts'
import { seedTestAccounts } from '../testing/accounts.ts'
import { saveTotp } from './factors.ts'
import { spendCode } from './spend-code.ts'
import { codeAt, newTotpSecret } from './totp.ts'

const database = useTestDatabase()
const secret = newTotpSecret()
const before = new Date(testNow.getTime() - 3_600_000)
let organisation: TestOrganisation
let accountId: string
let recovery: readonly string[]

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  ;({ accountId } = organisation.actorFor('so-tttt'))
})
beforeEach(async () => {
  for (const table of ['totp_factor', 'recovery_code'] as const) await database.db.deleteFrom(table).execute()
  const { codes } = await asActor(database, organisation.actorFor('so-tttt'), '2026-11-24', (c) =>
    saveTotp({ ...c, now: before }, accountId, { secret, code: codeAt(secret, before) }),
  )
  recovery = codes ?? []
})

const spend = (code: string, held: Promise<void> = Promise.resolve(), spent?: () => void) =>
  database.db.transaction().execute(async (db) => {
    const taken = await spendCode({ db, now: testNow, secretKeys: testSecretKeys }, accountId, code)
    spent?.()
    await held
    return taken
  })

/** Waits until somebody waits for a row that another holds. */
async function untilSomebodyWaits(): Promise<void> {
  // The server's role does not see what other sessions wait for.
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  for (let found = 0; found === 0; ) found = (await owner.query(waiting)).rowCount ?? 0
  await owner.end()
}

test.each([
  ['of the application', () => codeAt(secret, testNow), 'totp'],
  ['that is a recovery code', () => recovery[0] ?? '', 'recovery'],
])('a code %s that two show before either is through is taken from one', async (_what, code, kind) => {
  const release = Promise.withResolvers<void>()
  const spent = Promise.withResolvers<void>()
  const first = spend(code(), release.promise, spent.resolve)
  await spent.promise
  // The second has read the same last step by the time it waits for the row.
  const second = spend(code())
  await untilSomebodyWaits()
  release.resolve()
  expect(await Promise.all([first, second])).toEqual([kind, undefined])
})

test('a code is of the account that it was made for', async () => {
  const other = organisation.actorFor('so-noi-vu').accountId
  for (const code of [codeAt(secret, testNow), recovery[0] ?? '']) {
    const taken = await database.db
      .transaction()
      .execute((db) => spendCode({ db, now: testNow, secretKeys: testSecretKeys }, other, code))
    expect(taken).toBeUndefined()
  }
})
