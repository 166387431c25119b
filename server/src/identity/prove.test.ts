import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../organisation/testing/organisation.ts'
import { asActor, useTestDatabase } from '../platform/testing/database.ts'
import { TestClock, testServer } from '../platform/testing/server.ts'
import { saveTotp } from './factors/factors.ts'
import { codeAt, newTotpSecret } from './factors/totp.ts'
import { freeFailures } from './passwords/lockout.ts'
import { noPassword } from './passwords/passwords.ts'
import { identityRoutes } from './routes.ts'
import { seedTestAccounts, testPassword } from './testing/accounts.ts'
import { fromOwnPage, identitySystem, lastEntries, signInAs } from './testing/ground.ts'

const database = useTestDatabase()
let organisation: TestOrganisation
let clock: TestClock
let app: FastifyInstance
let cookie: string
const secret = newTotpSecret()

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
})
beforeEach(async () => {
  await app?.close()
  clock = new TestClock()
  for (const table of ['sign_in_failure', 'totp_factor', 'recovery_code'] as const)
    await database.db.deleteFrom(table).execute()
  const system = identitySystem(database, { clock })
  app = await testServer(system, identityRoutes({ demonstrationAccounts: [] }))
  cookie = (await signInAs(system, 'so-tttt', testPassword)).cookie
  await asActor(database, organisation.actorFor('so-tttt'), '2026-11-24', (c) =>
    saveTotp(c, c.actor.accountId, { secret, code: codeAt(secret, c.now) }),
  )
  await database.db.updateTable('session').set({ second_factor: 'totp' }).execute()
  clock.advance(20)
})
afterAll(() => app.close())

/** Asks for new recovery codes, an act that wants a fresh proof. */
const renew = (proof: Readonly<Record<string, string>> = {}) =>
  app.inject({
    method: 'POST',
    url: '/tai-khoan/buoc-hai/ma-du-phong',
    headers: { ...fromOwnPage, cookie },
    payload: new URLSearchParams(
      Object.entries(proof).map(([name, value]) => [`signInProof[${name}]`, value]),
    ).toString(),
  })

const isOpen = async (header: string) =>
  (await app.inject({ url: '/api/v1/me', headers: { cookie: header } })).statusCode === 200

test.each([
  ['the password', () => ({ password: testPassword })],
  ['a code', () => ({ password: codeAt(secret, clock.now()) })],
])('%s proves it, under a fresh secret, and for the next minutes', async (_what, proof) => {
  expect((await renew()).statusCode).toBe(403)
  const done = await renew(proof())
  expect(done.statusCode).toBe(200)
  const fresh = done.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(await isOpen(cookie)).toBe(false)
  expect(await isOpen(fresh)).toBe(true)
  expect((await lastEntries(database, 3)).map(({ action }) => action)).toContain('session.prove')
  cookie = fresh
  expect((await renew()).statusCode).toBe(200)
  clock.advance(10)
  expect((await renew()).statusCode).toBe(403)
})

test('a code that proved it once proves nothing again', async () => {
  const password = codeAt(secret, clock.now())
  const done = await renew({ password })
  cookie = done.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  await database.db
    .updateTable('session')
    .set({ authenticated_at: new Date(0) })
    .execute()
  expect((await renew({ password })).statusCode).toBe(403)
})

test.each([{ password: 'sai roi sai roi' }, { password: '000000' }, { passkey: '{}' }, { password: '' }])(
  '%j proves nothing, and the session goes on as it was',
  async (proof) => {
    const answer = await renew(proof as Readonly<Record<string, string>>)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('Chưa xác nhận được')
    expect(answer.body).not.toContain('sai roi sai roi')
    expect(await isOpen(cookie)).toBe(true)
  },
)

test('guessing here locks the name like guessing at the door', async () => {
  for (let tries = 0; tries < freeFailures; tries += 1) await renew({ password: 'sai roi sai roi' })
  expect((await renew({ password: testPassword })).statusCode).toBe(403)
  const door = await app.inject({
    method: 'POST',
    url: '/dang-nhap',
    headers: fromOwnPage,
    payload: new URLSearchParams({ username: 'so-tttt', password: testPassword }).toString(),
  })
  expect(door.statusCode).toBe(422)
  clock.advance(1.1)
  expect((await renew({ password: testPassword })).statusCode).toBe(200)
})

test('a user without password and factor signs in again in another window, and then continues', async () => {
  await database.db.deleteFrom('totp_factor').execute()
  const { accountId } = organisation.actorFor('so-tttt')
  const account = () => database.db.updateTable('account').where('id', '=', accountId)
  const { password_hash } = await database.db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  await account().set({ password_hash: noPassword }).execute()
  const asked = await renew()
  expect(asked.statusCode).toBe(403)
  expect(asked.body).toContain('Làm tiếp')
  expect(asked.body).not.toContain('type="password"')
  await database.db.updateTable('session').set({ authenticated_at: clock.now() }).execute()
  // Without a factor there is nothing to renew: the act itself answers now.
  expect((await renew()).body).toContain('chưa có bước hai nào')
  await account().set({ password_hash }).execute()
})

test('a session that was ended elsewhere proves nothing and is nobody at once', async () => {
  await database.db.updateTable('session').set({ ended_at: clock.now() }).execute()
  expect((await renew({ password: testPassword })).statusCode).toBe(401)
  expect(await isOpen(cookie)).toBe(false)
})
