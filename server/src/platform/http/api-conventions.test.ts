import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { text, version, whole } from './fields.ts'
import { apiRead, apiWrite, endpoint } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
let app: FastifyInstance
let stored = 3

const change = endpoint({
  name: 'note.change',
  input: z.strictObject({ year: whole(2000, 2200), version: version(), words: text(20) }),
  async run(_c, input) {
    if (input.version !== stored) throw new Refusal('version_conflict', { version: stored }, { status: 409 })
    stored += 1
    return { ...input, version: stored }
  },
})
const tell = endpoint({
  name: 'note.tell',
  input: z.strictObject({ words: text(20) }),
  run: async () => ({}),
})

const note = z.object({ year: z.number(), version: z.number(), words: z.string() })
const routes = [
  apiRead({
    path: '/notes/:year',
    name: 'note.read',
    query: z.strictObject({}),
    output: note,
    run: async (_c, { params }) => ({ year: Number(params.year), version: stored, words: 'x' }),
  }),
  apiWrite({
    method: 'PUT',
    path: '/notes/:year',
    endpoint: change,
    output: note,
    status: 201,
    location: ({ year }) => `/notes/${year}`,
  }),
  apiWrite({ path: '/tellings', endpoint: tell, output: z.object({}) }),
]

beforeAll(async () => {
  const identify = knowing(visitor('an'), visitor('reader', ['read']))
  app = await testServer(testSystem(database, { identify }), routes)
})
afterAll(() => app.close())

const headers = { 'x-visitor': 'an', 'sec-fetch-site': 'same-origin' }
const put = (payload: object, more: Readonly<Record<string, string>> = {}) =>
  app.inject({ method: 'PUT', url: '/api/v1/notes/2022', headers: { ...headers, ...more }, payload })

describe('what is in the address', () => {
  test('is parsed as its type and is not needed in the body', async () => {
    const answer = await put({ version: stored, words: 'a' })
    expect([answer.statusCode, answer.json().year]).toEqual([201, 2022])
  })

  test('is refused in the body, by its path, even where both agree', async () => {
    const answer = await put({ version: stored, words: 'a', year: 2022 })
    expect(answer.json()).toMatchObject({
      code: 'input_invalid',
      errors: [{ code: 'error.unknown_field', field: 'year', params: { name: 'year' } }],
    })
  })
})

describe('versions', () => {
  test('an answer’s ETag is what If-Match takes, in the place of the body’s version', async () => {
    const { headers: read } = await app.inject({ url: '/api/v1/notes/2022', headers })
    expect(read.etag).toBe(`"${stored}"`)
    const written = await put({ words: 'b' }, { 'if-match': String(read.etag) })
    expect([written.statusCode, written.headers.etag]).toEqual([201, `"${stored}"`])
  })

  test('an old one is a failed condition in the header and a conflict in the body', async () => {
    const inHeader = await put({ words: 'b' }, { 'if-match': '"1"' })
    expect([inHeader.statusCode, inHeader.json().code]).toEqual([412, 'version_conflict'])
    const inBody = await put({ words: 'b', version: 1 })
    expect([inBody.statusCode, inBody.json().code]).toEqual([409, 'version_conflict'])
  })

  test.each(['3', '*', 'W/"3"', '"x"', '"1", "2"', ''])(
    'If-Match %j is not a valid version',
    async (ifMatch) => {
      const answer = await put({ words: 'b' }, { 'if-match': ifMatch })
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'if_match_invalid'])
    },
  )

  test('two versions in one request are refused, and so is a version where none is needed', async () => {
    expect((await put({ words: 'b', version: 1 }, { 'if-match': '"2"' })).json().code).toBe(
      'if_match_invalid',
    )
    const told = { method: 'POST', url: '/api/v1/tellings', payload: { words: 'x' } } as const
    const answer = await app.inject({ ...told, headers: { ...headers, 'if-match': '"2"' } })
    expect(answer.json().code).toBe('if_match_invalid')
  })
})

test('what was made says where it is read', async () => {
  const { headers: made } = await put({ version: stored, words: 'c' })
  expect(made.location).toBe('/api/v1/notes/2022')
  const read = await app.inject({ url: String(made.location), headers })
  expect(read.statusCode).toBe(200)
})

describe('an unauthenticated client is told how to authenticate', () => {
  test('by a token', async () => {
    const { statusCode, headers: told } = await app.inject({ url: '/api/v1/notes/2022' })
    expect([statusCode, told['www-authenticate']]).toEqual([401, 'Bearer realm="dotpha"'])
  })

  test('by another token than that', async () => {
    const authorization = 'Bearer nobody-was-given-this'
    const { headers: told } = await app.inject({ url: '/api/v1/notes/2022', headers: { authorization } })
    expect(told['www-authenticate']).toContain('error="invalid_token"')
  })

  test('by a token with the scope that is missing', async () => {
    const asReader = { ...headers, 'x-visitor': 'reader' }
    const refused = await app.inject({
      method: 'POST',
      url: '/api/v1/tellings',
      headers: asReader,
      payload: { words: 'x' },
    })
    expect(refused.statusCode).toBe(403)
    expect(refused.headers['www-authenticate']).toContain('error="insufficient_scope", scope="write"')
  })
})
