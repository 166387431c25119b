import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import type { PublicContext } from '../../platform/context.ts'
import { newSecretKey, parseSecretKeys, SecretKeys } from '../../platform/secret-keys/secret-keys.ts'
import { asActor, testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem } from '../testing/ground.ts'
import { saveTotp } from './factors.ts'
import { spendCode } from './spend-code.ts'
import { codeAt, newTotpSecret } from './totp.ts'
import { countTotpByKey } from './totp-secret.ts'

const database = useTestDatabase()
const keysOf = (...texts: readonly string[]) => new SecretKeys(parseSecretKeys(texts.join()) ?? [])
const [mine, other] = [newSecretKey(), newSecretKey()]
const before = new Date(testNow.getTime() - 3_600_000)
let organisation: TestOrganisation
let secrets: Readonly<Record<'so-tttt' | 'van-phong', string>>
let codes: readonly string[]

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
})
beforeEach(async () => {
  secrets = { 'so-tttt': newTotpSecret(), 'van-phong': newTotpSecret() }
  codes = (await setUp('so-tttt')) ?? []
  await setUp('van-phong')
})
afterEach(async () => {
  for (const table of ['sign_in_failure', 'session', 'totp_factor', 'recovery_code'] as const)
    await database.db.deleteFrom(table).execute()
})

async function setUp(username: 'so-tttt' | 'van-phong') {
  const secret = secrets[username]
  const actor = organisation.actorFor(username)
  const first = await asActor(database, actor, '2026-11-24', (c) =>
    saveTotp({ ...c, now: before, secretKeys: keysOf(mine) }, actor.accountId, {
      secret,
      code: codeAt(secret, before),
    }),
  )
  return first.codes
}

const inKeys = <Result>(
  keys: SecretKeys,
  act: (c: Pick<PublicContext, 'db' | 'now' | 'secretKeys'>) => Promise<Result>,
) => database.db.transaction().execute((db) => act({ db, now: testNow, secretKeys: keys }))

const spend = (keys: SecretKeys, username: 'so-tttt' | 'van-phong', code: string) =>
  inKeys(keys, (c) => spendCode(c, organisation.actorFor(username).accountId, code))

const count = (keys: SecretKeys | undefined) => inKeys(keysOf(mine), (c) => countTotpByKey(c, keys))

test('no secret of an authenticator stands in clear anywhere in the database', async () => {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`,
  )
  const { rows } = await database.pool.query<{ row: string }>(
    tables.map(({ name }) => `select t::text as row from ${name} t`).join(' union all '),
  )
  const all = rows.map(({ row }) => row).join('\n')
  expect(all).toContain('v1.')
  for (const secret of Object.values(secrets)) expect(all).not.toContain(secret)
})

test('a secret that was put into the row of somebody else lets nobody in', async () => {
  const { accountId } = organisation.actorFor('so-tttt')
  await database.pool.query(
    `update totp_factor set secret_encrypted = (select secret_encrypted from totp_factor where account_id <> $1) where account_id = $1`,
    [accountId],
  )
  const code = codeAt(secrets['van-phong'], testNow)
  await expect(spend(keysOf(mine), 'so-tttt', code)).rejects.toMatchObject({ code: 'factor_unreadable' })
  expect(await spend(keysOf(mine), 'van-phong', code)).toBe('totp')
})

test('under an older key a code still works, and from then on the older key is needed no more by that account', async () => {
  const both = keysOf(other, mine)
  expect(await count(both)).toEqual({ current: 0, old: 2, unreadable: 0 })
  expect(await spend(both, 'so-tttt', '000000')).toBeUndefined()
  expect(await count(both)).toEqual({ current: 0, old: 2, unreadable: 0 })
  expect(await spend(both, 'so-tttt', codeAt(secrets['so-tttt'], testNow))).toBe('totp')
  expect(await count(both)).toEqual({ current: 1, old: 1, unreadable: 0 })
  expect(await count(keysOf(other))).toEqual({ current: 1, old: 0, unreadable: 1 })
  expect(await count(undefined)).toEqual({ current: 0, old: 0, unreadable: 2 })
})

test('where the key is another one, the second step says what to do, and a recovery code lets in', async () => {
  const clock = new TestClock()
  const app = await testServer(
    identitySystem(database, { clock, secretKeys: keysOf(other) }),
    identityRoutes({ demonstrationAccounts: [] }),
  )
  let cookie = ''
  const post = async (url: string, fields: Readonly<Record<string, string>>) => {
    const headers = { ...fromOwnPage, cookie }
    const payload = new URLSearchParams(fields).toString()
    const answer = await app.inject({ method: 'POST', url, headers, payload })
    const kept = answer.cookies.find(({ name }) => name === 'phien')
    if (kept !== undefined) cookie = `phien=${kept.value}`
    return answer
  }
  await post('/dang-nhap', { username: 'so-tttt', password: testPassword })
  const refused = await post('/dang-nhap/buoc-hai', { code: codeAt(secrets['so-tttt'], clock.now()) })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('mã dự phòng hoặc khoá truy cập')
  const entered = await post('/dang-nhap/buoc-hai', { code: codes[0] ?? '' })
  expect([entered.statusCode, entered.headers.location]).toEqual([303, '/'])
  await app.close()
})
