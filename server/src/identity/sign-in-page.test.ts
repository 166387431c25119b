import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { seedTestOrganisation } from '../organisation/testing.ts'
import { apiRead } from '../platform/http/route.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { TestClock, testServer } from '../platform/testing/server.ts'
import { identityRoutes } from './routes.ts'
import { fromOwnPage, identitySystem } from './testing.ts'
import { seedTestAccounts, testPassword } from './testing-accounts.ts'

const database = useTestDatabase()
const clock = new TestClock()
let app: FastifyInstance

const whoAmI = apiRead({
  path: '/probe',
  name: 'probe',
  query: z.object({}),
  output: z.object({ username: z.string(), post: z.string().nullable() }),
  run: async (c) => ({ username: c.actor.username, post: c.actor.postTitle }),
})

beforeAll(async () => {
  await seedTestAccounts(database, await seedTestOrganisation(database))
  app = await testServer(identitySystem(database, { clock }), [
    ...identityRoutes({ demonstrationAccounts: [] }),
    whoAmI,
  ])
})
afterAll(() => app.close())

const post = (form: Record<string, string>, url = '/dang-nhap', headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...fromOwnPage, ...headers },
    payload: new URLSearchParams(form).toString(),
  })

describe('the sign-in page', () => {
  test('lets in and knows the visitor afterwards', async () => {
    const answer = await post({ username: 'van-phong', password: testPassword })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/')
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({ name: 'phien', httpOnly: true, sameSite: 'Lax', path: '/' })
    const probe = await app.inject({ url: '/api/v1/probe', cookies: { phien: cookie?.value ?? '' } })
    expect(probe.json()).toMatchObject({ username: 'van-phong' })
  })
})
