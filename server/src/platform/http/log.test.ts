import { PassThrough } from 'node:stream'
import { sql } from 'kysely'
import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { describeError, openLog } from '../operation/log.ts'
import { Failure } from '../refusal.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { apiRead, apiWrite, endpoint, formRoute, page, pageRoute } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const secret = 'Bi-Mat-9f2c41'
const lines: Record<string, unknown>[] = []
let text = ''
const destination = new PassThrough()
destination.on('data', (chunk: Buffer) => {
  text += chunk.toString()
  for (const line of chunk.toString().split('\n').filter(Boolean)) lines.push(JSON.parse(line))
})

const failing = endpoint({
  name: 'note.fail',
  input: z.looseObject({ words: z.string() }),
  async run(c, { words }) {
    // Each way in which the database repeats what it was given.
    if (words.startsWith('date')) await sql`select ${words}::date`.execute(c.db)
    if (words.startsWith('twice')) {
      const row = sql`insert into blob values (${'0'.repeat(64)}, 1, ${words}, now())`
      await row.execute(c.db)
      await row.execute(c.db)
    }
    throw new Failure('disk_full', `storing “${words}”`, new SyntaxError(`Unexpected token in ${words}`))
  },
})

const routes = [
  pageRoute('/viec/:code', async (_c, { params }) => page('Việc', h('p', null, params.code))),
  formRoute({
    path: '/ghi-chu',
    endpoint: failing,
    show: async () => page('Ghi chú', h('p', null, 'x')),
    done: () => '/',
    told: 'http.401',
  }),
  apiRead({
    path: '/notes',
    name: 'note.list',
    query: z.looseObject({}),
    output: z.object({}),
    run: async () => ({}),
  }),
  apiWrite({ path: '/notes', endpoint: failing, output: z.object({}) }),
]

let app: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  const log = openLog('debug', destination)
  app = await testServer(testSystem(database, { identify: knowing(visitor('an')), log }), routes)
})
afterAll(() => app.close())

const carrying = {
  'x-visitor': 'an',
  cookie: `session=${secret}; other=${secret}`,
  authorization: `Basic ${secret}`,
  'user-agent': secret,
  referer: `https://elsewhere.example/${secret}`,
  'x-forwarded-for': secret,
  'idempotency-key': `${secret}-${secret}`,
  'sec-fetch-site': 'same-origin',
}

test('the log never holds a secret nor what people wrote, wherever they put it', async () => {
  const multipart = `--x\r\nContent-Disposition: form-data; name="words"; filename="${secret}.pdf"\r\nContent-Type: ${secret}/pdf\r\n\r\n${secret}\r\n--x--\r\n`
  const json = { ...carrying, 'content-type': 'application/json' }
  const form = { ...carrying, 'content-type': 'application/x-www-form-urlencoded' }
  const requests = [
    { url: `/viec/${secret}?mat-khau=${secret}#${secret}`, headers: carrying },
    { url: `/khong-co/${secret}?x=${secret}`, headers: carrying },
    { url: `/%E0%A4%A${secret}`, headers: carrying },
    { url: `/api/v1/notes?token=${secret}`, headers: { ...carrying, authorization: `Bearer ${secret}` } },
    { method: 'POST', url: `/api/v1/notes?x=${secret}`, headers: json, payload: { words: `date ${secret}` } },
    { method: 'POST', url: '/api/v1/notes', headers: json, payload: { words: `twice ${secret}` } },
    { method: 'POST', url: '/api/v1/notes', headers: json, payload: { words: `other ${secret}` } },
    { method: 'POST', url: '/api/v1/notes', headers: json, payload: `{"words": "${secret}` },
    { method: 'POST', url: '/api/v1/notes', headers: json, payload: { [secret]: secret } },
    { method: 'POST', url: '/ghi-chu', headers: form, payload: `words=date+${secret}&${secret}=${secret}` },
    {
      method: 'POST',
      url: '/ghi-chu',
      headers: { ...carrying, 'content-type': 'multipart/form-data; boundary=x' },
      payload: multipart,
    },
    { method: 'PUT', url: `/${secret}`, headers: { ...carrying, 'content-type': secret }, payload: secret },
  ] as const
  for (const request of requests) await app.inject(request)
  expect(lines.filter(({ msg }) => msg === 'request failed').length).toBeGreaterThanOrEqual(3)
  expect(lines.length).toBeGreaterThan(requests.length)
  expect(text).not.toContain(secret)
  expect(text).not.toContain(secret.slice(0, 8))
})

test('each request leaves one line: its id, method, template of the route, status and time', async () => {
  lines.length = 0
  const answer = await app.inject({ url: '/viec/2022-tuky-003', headers: { 'x-visitor': 'an' } })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({
    requestId: answer.headers['x-request-id'],
    method: 'GET',
    route: '/viec/:code',
    status: 200,
    durationMs: expect.any(Number),
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  })
  lines.length = 0
  await app.inject({ url: '/khong-co/dau-ca' })
  expect(lines[0]).toMatchObject({ route: 'unmatched', status: 404 })
})

test('an error says its kind, its place and its cause, so that it can be found', async () => {
  lines.length = 0
  await app.inject({
    method: 'POST',
    url: '/api/v1/notes',
    headers: { ...carrying },
    payload: { words: 'x' },
  })
  const failed = lines.find(({ msg }) => msg === 'request failed')
  expect(failed).toMatchObject({
    route: '/api/v1/notes',
    err: { type: 'Failure', code: 'disk_full', message: 'storing …', cause: { type: 'SyntaxError' } },
  })
  const { at } = (failed?.err ?? { at: [] }) as { at: string[] }
  expect(at[0]).toContain('log.test.ts')
})

test('of an error that is made of what was given, only its kind is kept', () => {
  const dataError = Object.assign(new Error(`value too odd: ${secret}`), { code: '22007' })
  expect(JSON.stringify(describeError(dataError))).not.toContain(secret)
  expect(describeError(dataError)).toMatchObject({ code: '22007' })
})
