import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTokenFor, createUserFor } from '../identity/accounts/trusted.ts'
import { seedTestAccounts, testPassword } from '../identity/testing/accounts.ts'
import { seedTestOrganisation } from '../organisation/testing/organisation.ts'
import { readConfig } from '../platform/config/config.ts'
import { noLimits } from '../platform/http/overload.ts'
import { apiPrefix } from '../platform/http/serve-api.ts'
import { testBlobs, testNow, testSecretKeys, useTestDatabase } from '../platform/testing/database.ts'
import { acceptClock } from './audit-clock.ts'
import { composeServer } from './compose.tsx'

/** A clock that was set wrong writes nothing that would stay dated back for good. */

const database = useTestDatabase()
let now = testNow
let app: FastifyInstance
let token: string

const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)
const threeDays = 3 * 24 * 60

beforeAll(async () => {
  await seedTestAccounts(database, await seedTestOrganisation(database))
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const parts = { config, database: database.db, blobs: testBlobs, secretKeys: testSecretKeys }
  app = await composeServer({ ...parts, clock: { now: () => now }, limits: noLimits })
  const wanted = { username: 'van-phong', scopes: ['write'] as const, days: 30, name: 'machine' }
  token = (await createTokenFor(database.db, wanted, testNow)).token
})
afterAll(() => app.close())
beforeEach(() => {
  now = testNow
})

/** Signing in writes; people do it all day. */
const write = () =>
  app.inject({
    method: 'POST',
    url: '/dang-nhap',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ username: 'van-phong', password: testPassword }).toString(),
  })
/** By a machine; what the act refuses is recorded too. */
const writeByToken = () =>
  app.inject({
    method: 'POST',
    url: `${apiPrefix}/api-tokens/01900000-0000-7000-8000-000000000001/revocation`,
    headers: { authorization: `Bearer ${token}` },
    payload: {},
  })
const troubles = async () => {
  // What readiness says of the database is kept for a second.
  const answer = await app.inject({ url: '/readyz' })
  return (answer.json() as { troubles?: string[] }).troubles ?? []
}
const entries = async () =>
  (await database.pool.query<{ count: number }>('select count(*)::int as count from audit_entry')).rows[0]
    ?.count

test('a few seconds, as servers differ, are no matter', async () => {
  expect((await write()).statusCode).toBe(303)
  now = later(-4)
  expect((await write()).statusCode).toBe(303)
})

test('three days back nothing is written, in words, and reading goes on', async () => {
  now = later(-threeDays)
  const before = await entries()
  const refused = await writeByToken()
  expect([refused.statusCode, refused.json()]).toMatchObject([503, { code: 'clock_behind' }])
  expect(refused.headers['retry-after']).toBeDefined()
  const page = await write()
  expect([page.statusCode, page.body]).toEqual([503, expect.stringContaining('Đồng hồ của máy chủ chậm')])
  const me = await app.inject({ url: `${apiPrefix}/me`, headers: { authorization: `Bearer ${token}` } })
  expect(me.statusCode).toBe(200)
  await expect.poll(troubles, { timeout: 5_000 }).toEqual(['clock_behind'])
  expect(await entries()).toBe(before)

  now = testNow
  expect((await writeByToken()).statusCode).toBe(404)
  expect((await write()).statusCode).toBe(303)
  await expect.poll(troubles, { timeout: 5_000 }).toEqual([])
})

test('an operator’s command is refused too, with what to do', async () => {
  const token = { username: 'van-phong', scopes: ['read'] as const, days: 1, name: 'x' }
  const asked = createTokenFor(database.db, token, later(-threeDays))
  await expect(asked).rejects.toMatchObject({ code: 'clock_behind' })
  await expect(asked).rejects.toThrow('dotpha audit clock --accept')
  const user = { username: 'nobody', personId: '01900000-0000-7000-8000-000000000001' }
  await expect(createUserFor(database.db, user, later(-threeDays))).rejects.toMatchObject({
    code: 'clock_behind',
  })
})

test('a clock that was ahead and is right again can be accepted by the operator, and this is logged', async () => {
  await expect(acceptClock(database.db, later(1), 'nothing is wrong')).rejects.toMatchObject({
    code: 'clock_not_behind',
  })
  now = later(threeDays)
  expect((await write()).statusCode).toBe(303)
  now = later(10)
  expect((await write()).statusCode).toBe(503)
  await acceptClock(database.db, now, 'the time server was wrong')
  expect((await write()).statusCode).toBe(303)
  const { rows } = await database.pool.query(
    "select action from audit_entry where action = 'audit.accept-clock'",
  )
  expect(rows).toHaveLength(1)
  // It is behind again only where it is behind what is true.
  now = later(-threeDays)
  expect((await write()).statusCode).toBe(503)
  now = later(threeDays + 10)
  expect((await write()).statusCode).toBe(303)
})
