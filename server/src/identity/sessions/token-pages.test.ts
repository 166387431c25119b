import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedTestOrganisation } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem, signInAs } from '../testing/ground.ts'

const database = useTestDatabase()
const clock = new TestClock()
const system = () => identitySystem(database, { clock })
let app: FastifyInstance
let owner: Awaited<ReturnType<typeof enter>>

beforeAll(async () => {
  await seedTestAccounts(database, await seedTestOrganisation(database))
  app = await testServer(system(), identityRoutes({ demonstrationAccounts: [] }))
  owner = await enter('van-phong')
})
afterAll(() => app.close())

async function enter(username: string) {
  const { token } = await signInAs(system(), username, testPassword)
  const cookies = { phien: token }
  return {
    get: (url: string) => app.inject({ url, cookies }),
    post: (url: string, form: Record<string, string> | [string, string][]) =>
      app.inject({
        method: 'POST',
        url,
        headers: fromOwnPage,
        cookies,
        payload: new URLSearchParams(form).toString(),
      }),
  }
}

const shownIn = (body: string) => /value="(dp_[\w-]{43})"/.exec(body)?.[1] ?? ''
const lastUse = async (name: string) =>
  (
    await database.db
      .selectFrom('api_token')
      .select('last_used_at')
      .where('name', '=', name)
      .executeTakeFirst()
  )?.last_used_at

async function makeToken(name: string, scopes: readonly string[]): Promise<string> {
  const form = [['name', name], ['days', '30'], ...scopes.map((scope) => ['scopes[]', scope])]
  return shownIn((await owner.post('/tai-khoan/ma-truy-cap/moi', form as [string, string][])).body)
}
const use = (token: string, url = '/api/v1/me') =>
  app.inject({ url, headers: { authorization: `Bearer ${token}` } })

describe('a token', () => {
  test('is made on a page, shown once, works, and is nowhere in clear', async () => {
    const token = await makeToken('Báo cáo đêm', ['read'])
    expect(token).not.toBe('')
    expect((await use(token)).json()).toMatchObject({ username: 'van-phong', scopes: ['read'] })
    expect((await owner.get('/tai-khoan')).body).toContain('Báo cáo đêm')
    expect((await owner.get('/tai-khoan')).body).not.toContain(token)
    const kept = await Promise.all(
      (['api_token', 'audit_payload', 'idempotency_key'] as const).map((table) =>
        database.db.selectFrom(table).selectAll().execute(),
      ),
    )
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('with nothing it may do, or no name, is refused next to the field', async () => {
    for (const form of [
      { name: 'x', days: '30' },
      { name: '', days: '30', 'scopes[]': 'read' },
      { name: 'x', days: '366', 'scopes[]': 'read' },
    ]) {
      const answer = await owner.post('/tai-khoan/ma-truy-cap/moi', form)
      expect([answer.statusCode, answer.body.includes('field-error')]).toEqual([422, true])
    }
  })

  test('ends on its day', async () => {
    const token = await makeToken('Ngắn hạn', ['read'])
    const late = new TestClock()
    late.advance(30 * 24 * 60)
    const then = identitySystem(database, { clock: late })
    const later = await testServer(then, identityRoutes({ demonstrationAccounts: [] }))
    const headers = { authorization: `Bearer ${token}` }
    expect((await later.inject({ url: '/api/v1/me', headers })).statusCode).toBe(401)
    await later.close()
  })

  test('notes its last use at most once a minute, also under many requests at once', async () => {
    const token = await makeToken('Đếm', ['read'])
    expect(await lastUse('Đếm')).toBeNull()
    await Promise.all(Array.from({ length: 8 }, () => use(token)))
    const first = await lastUse('Đếm')
    expect(first).toEqual(clock.now())
    const writes = async () =>
      (await database.pool.query(`select xmin::text from api_token where name = 'Đếm'`)).rows[0].xmin
    const written = await writes()
    await use(token)
    expect(await writes()).toBe(written)
    clock.advance(1)
    await Promise.all(Array.from({ length: 8 }, () => use(token)))
    expect(await lastUse('Đếm')).toEqual(clock.now())
  })

  test('is seen and ended by an administrator, who never sees the secret', async () => {
    const token = await makeToken('Kho dữ liệu', ['read', 'write'])
    const admin = await enter('quan-tri')
    const { body } = await admin.get('/quan-tri/tai-khoan/van-phong')
    expect(body).toContain('Kho dữ liệu')
    expect(body).not.toContain(token)
    const link = /href="(\/quan-tri\/ma-truy-cap\/[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await admin.get(link)).statusCode).toBe(200)
    expect((await owner.get(link)).statusCode).toBe(403)
    expect((await admin.post(link, {})).statusCode).toBe(303)
    const names = (await admin.get('/quan-tri/tai-khoan/van-phong')).body
    expect(names.split('Thu hồi').length).toBeLessThan(body.split('Thu hồi').length)
  })

  test('that may write reads what it writes', async () => {
    const token = await makeToken('Ghi', ['write'])
    expect((await use(token, '/api/v1/me')).json()).toMatchObject({ scopes: ['write'] })
  })
})
