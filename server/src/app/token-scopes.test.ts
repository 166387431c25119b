import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTokenFor } from '../identity/accounts/trusted.ts'
import { identifier } from '../identity/index.ts'
import { seedTestAccounts, testPassword } from '../identity/testing/accounts.ts'
import { seedTestOrganisation } from '../organisation/testing/organisation.ts'
import type { Route } from '../platform/http/route.ts'
import { apiPrefix } from '../platform/http/serve-api.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { testServer, testSystem } from '../platform/testing/server.ts'
import { catalogues, words } from './catalogues.ts'
import { allRoutes } from './compose.tsx'

const database = useTestDatabase()
const routes = allRoutes()
let server: FastifyInstance

beforeAll(async () => {
  await seedTestAccounts(database, await seedTestOrganisation(database))
  const bare = { ...testSystem(database), catalogues, words }
  server = await testServer({ ...bare, identify: identifier(bare) }, routes)
})
afterAll(() => server.close())

const tokenWith = async (...scopes: ('read' | 'write' | 'admin')[]) => {
  const now = testSystem(database).clock.now()
  // The one with the most roles: what stops it is the scope and nothing else.
  const wanted = { username: 'van-phong', scopes, days: 1, name: scopes.join() }
  return (await createTokenFor(database.db, wanted, now)).token
}

interface Writing {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly scope: string
}

const urlOf = (path: string) => path.replace(':year', '2022').replace(/:\w+/g, 'x')

/** Every address that changes something, with the scope that its act asks for. */
const writings: readonly Writing[] = routes.flatMap((route: Route): Writing[] => {
  if (route.kind === 'form')
    return [{ method: 'POST', url: urlOf(route.path), scope: route.endpoint.scope ?? 'write' }]
  if (route.kind === 'api-write') {
    const url = apiPrefix + urlOf(route.path)
    return [{ method: route.method, url, scope: route.endpoint.scope ?? 'write' }]
  }
  if (route.kind === 'api-upload')
    return [{ method: 'POST', url: apiPrefix + urlOf(route.path), scope: 'write' }]
  return []
})

const readings = routes.flatMap((route) => {
  if (route.kind === 'api-read' || route.kind === 'api-file') return [apiPrefix + urlOf(route.path)]
  if (route.kind === 'form' || (route.kind === 'page' && route.open !== true)) return [urlOf(route.path)]
  return []
})

function write({ method, url }: Writing, token: string): Promise<{ statusCode: number; body: string }> {
  const form = 'application/x-www-form-urlencoded'
  const request: InjectOptions = url.startsWith(apiPrefix)
    ? { method, url, payload: {} }
    : { method, url, payload: 'version=1', headers: { 'content-type': form } }
  return server.inject({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } })
}

/** No page lets a token in, whatever its scopes. */
const refusalAt = (url: string) => (url.startsWith(apiPrefix) ? 'scope_missing' : 'token_for_api_only')

describe('over the whole table of routes', () => {
  test('a token that may read writes nothing', async () => {
    expect(writings.length).toBeGreaterThan(60)
    const token = await tokenWith('read')
    const taken: string[] = []
    for (const writing of writings) {
      const answer = await write(writing, token)
      if (answer.statusCode !== 403 || !answer.body.includes(refusalAt(writing.url)))
        taken.push(`${writing.method} ${writing.url}: ${answer.statusCode}`)
    }
    expect(taken).toEqual([])
  })

  test('a token that may write administers no accounts and rights', async () => {
    const token = await tokenWith('read', 'write')
    const guarded = writings.filter(({ scope }) => scope === 'admin')
    expect(guarded.length).toBeGreaterThan(8)
    for (const writing of guarded) {
      const answer = await write(writing, token)
      expect([writing.url, answer.statusCode]).toEqual([writing.url, 403])
      expect(answer.body).toContain(refusalAt(writing.url))
    }
  })

  test('a token that may write or administer reads what it changes', async () => {
    for (const scope of ['write', 'admin'] as const) {
      const token = await tokenWith(scope)
      const refused: string[] = []
      for (const url of readings) {
        const answer = await server.inject({ url, headers: { authorization: `Bearer ${token}` } })
        if (answer.statusCode === 403 && answer.body.includes('scope_missing'))
          refused.push(`${url}: ${answer.statusCode}`)
      }
      expect(refused).toEqual([])
    }
  })

  test('a token opens no form that is for a person alone', async () => {
    const token = await tokenWith('read', 'write', 'admin')
    const before = await database.db.selectFrom('account').selectAll().orderBy('id').execute()
    for (const route of routes.filter(({ kind }) => kind === 'open-form')) {
      const payload = new URLSearchParams({ current: testPassword, next: 'một câu khác hẳn', language: 'en' })
      await write({ method: 'POST', url: `${route.path}?${payload}`, scope: '' }, token)
    }
    expect(await database.db.selectFrom('account').selectAll().orderBy('id').execute()).toEqual(before)
    expect(await database.db.selectFrom('session').selectAll().execute()).toEqual([])
  })

  test('nothing at all was done', async () => {
    const done = await database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('outcome', '=', 'done')
      .where('account_id', 'is not', null)
      .execute()
    expect(done).toEqual([])
  })
})
