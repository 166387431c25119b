import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { identifier, proving } from '../identity/index.ts'
import { seedTestAccounts, testPassword } from '../identity/testing/accounts.ts'
import { fromOwnPage, identitySystem, signInAs } from '../identity/testing/ground.ts'
import { seedTestOrganisation } from '../organisation/testing/organisation.ts'
import type { Endpoint, Route } from '../platform/http/route.ts'
import { apiPrefix } from '../platform/http/serve-api.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { TestClock, testServer, testSystem } from '../platform/testing/server.ts'
import { catalogues, words } from './catalogues.ts'
import { allRoutes } from './compose.tsx'

// The input of an act is judged before freshness; here every input is right, so that freshness is what answers.
const withAnyInput = (endpoint: Endpoint): Endpoint => ({ ...endpoint, input: z.any() })

type Writing = Extract<Route, { readonly endpoint: Endpoint }>
const writing = allRoutes().filter((route): route is Writing => 'endpoint' in route)
const routes = writing.map((route): Writing => ({ ...route, endpoint: withAnyInput(route.endpoint) }))

const database = useTestDatabase()
let app: FastifyInstance
let cookie: string
const clock = new TestClock()

beforeAll(async () => {
  const organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  const bare = { ...testSystem(database, { clock }), catalogues, words }
  const { frame } = identitySystem(database, { clock })
  const system = { ...bare, frame, identify: identifier(bare), proving }
  app = await testServer(system, routes)
  cookie = (await signInAs(system, 'thuong-vu', testPassword)).cookie
  clock.advance(11)
})
afterAll(() => app.close())

const send = (route: Writing) => {
  const path = route.path.replace(':year', '2022').replace(/:\w+/g, 'x')
  return route.kind === 'form'
    ? app.inject({
        method: 'POST',
        url: path,
        headers: { ...fromOwnPage, cookie },
        payload: 'note=g%C3%B5%20r%E1%BB%93i',
      })
    : app.inject({
        method: route.method,
        url: `${apiPrefix}${path}`,
        headers: { 'sec-fetch-site': 'same-origin', cookie },
        payload: {},
      })
}

/** What decides, gives rights, or changes how somebody signs in, as such acts are named. */
const decides =
  /(^decision\.|\.decide|\.assign|\.suspend|\.resume|\.close|\.lapse|\.carry_over|\.terminate|\.evaluate|\.reopen|\.merge|work\.add|^role\.|^account\.(create|set-password|disable|enable|remove)|^token\.create|^outside\.|^stand_in\.(make|lend|give|create)|^emergency\.(approve|decide|grant)|^factor\.|^passkey\.)/

/** Named like them, and no decision: each with its reason. */
const ordinary: Readonly<Record<string, string>> = {
  'decision.add_file':
    'Adds the scan of a decision that is recorded already; what was decided stays as it is.',
  'post.close': 'An act of the directory, dated and with its paper, which a later one corrects.',
}

describe('an act that decides', () => {
  test('is one that asks for a fresh proof of who does it', () => {
    const forgotten = writing.filter(
      ({ endpoint }) =>
        decides.test(endpoint.name) && endpoint.fresh !== true && !(endpoint.name in ordinary),
    )
    expect(forgotten.map(({ endpoint }) => endpoint.name)).toEqual([])
    expect(writing.filter(({ endpoint }) => endpoint.fresh === true).length).toBeGreaterThan(20)
  })

  const fresh = routes.filter(({ endpoint }) => endpoint.fresh === true)

  test.each(fresh.filter(({ kind }) => kind === 'form').map((route) => [route.path, route] as const))(
    'is not done at %s if the user signed in long ago: authentication is requested, and the input is kept',
    async (_path, route) => {
      const answer = await send(route)
      expect(answer.statusCode).toBe(403)
      expect(answer.body).toContain('signInProof[password]')
      expect(answer.body).toContain('name="note" value="gõ rồi"')
    },
  )

  test.each(fresh.filter(({ kind }) => kind === 'api-write').map((route) => [route.path, route] as const))(
    'is not done through %s if the user signed in long ago: the problem says why',
    async (_path, route) => {
      const answer = await send(route)
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'fresh_sign_in_needed'])
      expect(answer.headers['content-type']).toContain('application/problem+json')
    },
  )

  test('was left undone by all of them, and asking is no event', async () => {
    const entries = await database.db.selectFrom('audit_entry').select('action').execute()
    expect(entries.filter(({ action }) => fresh.some(({ endpoint }) => endpoint.name === action))).toEqual([])
  })
})
