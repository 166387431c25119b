import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { getOwnUpload } from '../files/uploads.ts'
import { useTestDatabase } from '../testing/database.ts'
import { TestClock, testServer, testSystem } from '../testing/server.ts'
import { many } from './fields.ts'
import { apiWrite, endpoint, formRoute, page } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const clock = new TestClock()
let since = clock.now()
let app: FastifyInstance

const decided: unknown[] = []
const decide = endpoint({
  name: 'paper.decide',
  fresh: true,
  input: z.object({
    number: z.string().min(1, 'error.required'),
    works: z.array(z.object({ code: z.string(), tags: z.array(z.string()).default([]) })),
    files: many(z.string(), 5),
  }),
  async run(c, input) {
    const files = await Promise.all(input.files.map(async (id) => (await getOwnUpload(c, id)).fileName))
    decided.push({ ...input, files })
    return { number: input.number }
  },
})

const an = { ...visitor('an'), sessionId: 'session' }
const machine = { ...visitor('machine'), scopes: ['write'] }

beforeAll(async () => {
  const known = knowing(an, machine)
  const system = testSystem(database, {
    clock,
    identify: async (request) => {
      const found = await known(request)
      return found.actor?.scopes === null
        ? { ...found, actor: { ...found.actor, authenticatedAt: since } }
        : found
    },
  })
  app = await testServer(system, [
    formRoute({
      path: '/quyet',
      takesFiles: true,
      endpoint: decide,
      show: async (_c, state) => page('Quyết', h('pre', null, JSON.stringify(state))),
      done: () => '/xong',
      told: 'http.401',
    }),
    apiWrite({ path: '/decisions', endpoint: decide, output: z.object({ number: z.string() }) }),
  ])
})
beforeEach(() => {
  since = clock.now()
  decided.length = 0
})
afterAll(() => app.close())

interface Asked {
  readonly action: string
  readonly carried: readonly [string, string][]
  readonly uploads: readonly { readonly fileName: string }[]
  readonly problem: string | null
}

type Answer = Awaited<ReturnType<typeof send>>

const asked = (answer: Answer): Asked =>
  JSON.parse(
    (/<p id="asked">(.*)<\/p>/.exec(answer.body)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )

function send(fields: readonly (readonly [string, string])[], as = 'an') {
  return app.inject({
    method: 'POST',
    url: '/quyet?nam=2022',
    headers: {
      'x-visitor': as,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })
}

const fields = [
  ['idempotencyKey', 'khoa-cua-phieu'],
  ['number', '178-QĐ/TU'],
  ['works[0][code]', '2022-tu-ky-001'],
  ['works[0][tags][]', 'một'],
  ['works[0][tags][]', 'hai'],
  ['works[1][code]', '2022-tu-ky-002'],
] as const

describe('a form that was filled in long ago', () => {
  test('is asked about, and done in full once the sender has proved who they are', async () => {
    clock.advance(10)
    const first = await send(fields)
    expect(first.statusCode).toBe(403)
    const page = asked(first)
    expect(page).toMatchObject({ action: '/quyet?nam=2022', problem: null })
    expect(page.carried).toEqual(fields)
    expect(decided).toEqual([])
    const done = await send([...page.carried, ['signInProof[word]', 'me']])
    expect([done.statusCode, done.headers.location]).toEqual([303, '/xong'])
    expect(decided).toEqual([
      {
        number: '178-QĐ/TU',
        works: [
          { code: '2022-tu-ky-001', tags: ['một', 'hai'] },
          { code: '2022-tu-ky-002', tags: [] },
        ],
        files: [],
      },
    ])
    // The key of the form went along: pressing twice decides once.
    await send([...page.carried, ['signInProof[word]', 'me']])
    expect(decided).toHaveLength(1)
  })

  test('keeps the files that came with it', async () => {
    clock.advance(10)
    const boundary = 'ranh-gioi'
    const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'
    const first = await app.inject({
      method: 'POST',
      url: '/quyet',
      headers: {
        'x-visitor': 'an',
        'sec-fetch-site': 'same-origin',
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: [
        ...[
          ['number', '12'],
          ['works[0][code]', 'a'],
        ].map(
          ([name, value]) =>
            `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        ),
        `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="quyet.pdf"\r\nContent-Type: application/pdf\r\n\r\n${pdf}\r\n`,
        `--${boundary}--\r\n`,
      ].join(''),
    })
    expect(asked(first).uploads).toMatchObject([{ fileName: 'quyet.pdf' }])
    await send([...asked(first).carried, ['signInProof[word]', 'me']])
    expect(decided).toMatchObject([{ number: '12', files: ['quyet.pdf'] }])
  })

  test('is asked about again where the proof is wrong, and nothing of it is lost or shown', async () => {
    clock.advance(10)
    const wrong = await send([...fields, ['signInProof[word]', 'somebody else']])
    expect(wrong.statusCode).toBe(403)
    expect(asked(wrong).carried).toEqual(fields)
    expect(asked(wrong).problem).not.toBeNull()
    expect(wrong.body).not.toContain('somebody else')
    expect(decided).toEqual([])
  })

  test('must first be corrected if its input is invalid', async () => {
    clock.advance(10)
    const answer = await send([['number', '']])
    expect(answer.statusCode).toBe(422)
  })

  test('is done at once within the limit, which is the installation’s to set', async () => {
    clock.advance(9)
    expect((await send(fields.slice(1))).statusCode).toBe(303)
    await database.db
      .insertInto('installation')
      .values({ name_vi: 'A', name_en: 'A', fresh_minutes: 5 })
      .execute()
    expect((await send(fields.slice(1))).statusCode).toBe(403)
    await database.db.deleteFrom('installation').execute()
    expect(decided).toHaveLength(1)
  })
})

describe('the API', () => {
  const post = (as: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/decisions',
      headers: { 'x-visitor': as, 'sec-fetch-site': 'same-origin' },
      payload: { number: '7', works: [] },
    })

  test('tells a stale session so by its code, and judges a machine by its scope alone', async () => {
    clock.advance(10)
    const stale = await post('an')
    expect([stale.statusCode, stale.json().code]).toEqual([403, 'fresh_sign_in_needed'])
    expect((await post('machine')).statusCode).toBe(200)
    expect(decided).toHaveLength(1)
  })

  test('takes no proof along: a page asks for it', async () => {
    clock.advance(10)
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/decisions',
      headers: { 'x-visitor': 'an', 'sec-fetch-site': 'same-origin' },
      payload: { number: '7', works: [], signInProof: { word: 'me' } },
    })
    expect(answer.statusCode).toBe(403)
  })
})
