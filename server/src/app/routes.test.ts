import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identifier, identityPaths, pagesWithoutTwin } from '../identity/index.ts'
import type { Route } from '../platform/http/route.ts'
import { apiPrefix } from '../platform/http/serve-api.ts'
import { repositoryRoot } from '../platform/root.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { testServer, testSystem } from '../platform/testing/server.ts'
import { catalogues, words } from './catalogues.ts'
import { allRoutes } from './compose.tsx'

const database = useTestDatabase()
const routes = allRoutes()
let server: FastifyInstance

beforeAll(async () => {
  const bare = { ...testSystem(database), catalogues, words }
  server = await testServer({ ...bare, identify: identifier(bare) }, routes)
})
afterAll(() => server.close())

interface Address {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** Who can open the route: everyone, or signed-in users; further permission depends on the record. */
  readonly open: boolean
  readonly act: string | null
  /** Whether a person must have proved a short while ago who they are. */
  readonly fresh: boolean
}

function addressesOf(route: Route): readonly Address[] {
  const { path } = route
  switch (route.kind) {
    case 'page':
      return [{ method: 'GET', path, open: route.open === true, act: null, fresh: false }]
    case 'form':
      return (['GET', 'POST'] as const).map((method) => ({
        method,
        path,
        open: false,
        act: route.endpoint.name,
        // // Only submitting requires it; reading the form decides nothing yet.
        fresh: method === 'POST' && route.endpoint.fresh === true,
      }))
    case 'open-form':
      return (['GET', 'POST'] as const).map((method) => ({
        method,
        path,
        open: true,
        act: null,
        fresh: false,
      }))
    case 'api-read':
    case 'api-file':
      return [{ method: 'GET', path: `${apiPrefix}${path}`, open: false, act: route.name, fresh: false }]
    case 'api-upload':
      return [{ method: 'POST', path: `${apiPrefix}${path}`, open: false, act: route.name, fresh: false }]
    case 'api-write':
      return [
        {
          method: route.method,
          path: `${apiPrefix}${path}`,
          open: false,
          act: route.endpoint.name,
          fresh: route.endpoint.fresh === true,
        },
      ]
  }
}

const addresses = routes.flatMap(addressesOf)
const isApi = ({ path }: Address) => path.startsWith(apiPrefix)

describe('the list of all addresses', () => {
  const listPath = join(repositoryRoot, 'server/src/app/routes.txt')
  const lines = addresses
    .map(({ method, path, open, act, fresh }) =>
      [method, path, open ? '(open)' : '', act ?? '', fresh ? '(fresh)' : ''].join(' '),
    )
    .map((line) => line.replace(/ +/g, ' ').trim())
    .sort()

  test('is the reviewed one', () => {
    const renewing = process.env.RENEW_ROUTES === '1'
    if (renewing) writeFileSync(listPath, `${lines.join('\n')}\n`)
    const reviewed = readFileSync(listPath, 'utf8').trimEnd().split('\n')
    expect(
      {
        added: lines.filter((line) => !reviewed.includes(line)),
        gone: reviewed.filter((line) => !lines.includes(line)),
      },
      'Addresses changed. Where that is meant, run the test once with RENEW_ROUTES=1 and review server/src/app/routes.txt: who may come in there, and is it the twin of a page?',
    ).toEqual({ added: [], gone: [] })
    expect(reviewed).toEqual(lines)
  })

  test('names no address twice', () => {
    const keys = addresses.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})

test('each page that writes has its twin in the API, or a reason why not', () => {
  const acts = new Set(routes.flatMap((route) => (route.kind === 'api-write' ? [route.endpoint.name] : [])))
  const alone = routes.flatMap((route) => {
    if (route.kind === 'open-form') return [route.path]
    return route.kind === 'form' && !acts.has(route.endpoint.name) ? [route.path] : []
  })
  expect(alone.sort()).toEqual(Object.keys(pagesWithoutTwin).sort())
  for (const reason of Object.values(pagesWithoutTwin)) expect(reason.length).toBeGreaterThan(20)
})

test('a page and its twin run the very same act', () => {
  const twins = routes.flatMap((route) => (route.kind === 'api-write' ? [route.endpoint] : []))
  const others = routes.flatMap((route) =>
    route.kind === 'form' && twins.some(({ name }) => name === route.endpoint.name)
      ? [{ path: route.path, same: twins.some((twin) => twin === route.endpoint) }]
      : [],
  )
  expect(others.filter(({ same }) => !same).map(({ path }) => path)).toEqual([])
})

describe('a user who has not signed in', () => {
  /** A request that gets past everything that is asked before who asks. */
  function knock({ method, path }: Address): InjectOptions {
    const url = path.replace(':year', '2022').replace(/:\w+/g, 'x')
    if (method === 'GET') return { method, url }
    if (!path.startsWith(apiPrefix))
      return {
        method,
        url,
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'version=1',
      }
    return { method, url, headers: { 'sec-fetch-site': 'same-origin' }, payload: {} }
  }

  test('is answered 401 by every address of the API', async () => {
    const api = addresses.filter(isApi)
    expect(api.length).toBeGreaterThan(30)
    const answers: string[] = []
    for (const address of api) {
      const { statusCode } = await server.inject(knock(address))
      if (statusCode !== 401) answers.push(`${address.method} ${address.path}: ${statusCode}`)
    }
    expect(answers).toEqual([])
  })

  test('is answered 401 with a token that nobody was given', async () => {
    const answers: string[] = []
    for (const address of addresses.filter(isApi)) {
      const { statusCode } = await server.inject({
        ...knock(address),
        headers: { authorization: 'Bearer nobody-was-given-this' },
      })
      if (statusCode !== 401) answers.push(`${address.method} ${address.path}: ${statusCode}`)
    }
    expect(answers).toEqual([])
  })

  test('is sent to sign in by every page that is not open', async () => {
    const pages = addresses.filter((address) => !isApi(address) && !address.open)
    expect(pages.length).toBeGreaterThan(30)
    const answers: string[] = []
    for (const address of pages) {
      const { statusCode, headers } = await server.inject(knock(address))
      const sentAway = statusCode === 303 && String(headers.location).startsWith(identityPaths.signIn)
      if (!sentAway && statusCode !== 401) answers.push(`${address.method} ${address.path}: ${statusCode}`)
    }
    expect(answers).toEqual([])
  })

  test('sees these pages and no other', () => {
    const open = addresses.filter(({ open, method }) => open && method === 'GET').map(({ path }) => path)
    expect(open.sort()).toMatchInlineSnapshot(`
      [
        "/dang-nhap",
        "/dang-nhap/ben-ngoai",
        "/dang-nhap/ben-ngoai/tra-ve",
        "/dang-nhap/buoc-hai",
        "/dang-nhap/dat-buoc-hai",
        "/dang-nhap/khoa-truy-cap",
        "/dang-nhap/khoa-truy-cap/cau-hoi",
        "/dang-nhap/mat-khau-moi",
        "/dang-xuat",
        "/dang-xuat/ben-ngoai",
        "/favicon.svg",
        "/ngon-ngu",
        "/tai-khoan/giao-dien",
        "/tai-khoan/kich-hoat",
        "/tai-khoan/mat-khau",
      ]
    `)
  })

  test('changes nothing in the register', async () => {
    const entries = await database.db
      .selectFrom('audit_entry')
      .select('id')
      .where('outcome', '=', 'done')
      .execute()
    expect(entries).toEqual([])
  })
})
