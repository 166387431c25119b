import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { Fragment, h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { readConfig } from '../config/config.ts'
import { Refusal } from '../refusal.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { text } from './fields.ts'
import { apiRead, apiWrite, endpoint, formRoute, page, pageRoute } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const [an, machine] = [visitor('an'), visitor('machine', ['write'])]
let app: FastifyInstance

const noteAct = endpoint({
  name: 'note.write',
  input: z.strictObject({ words: text(100) }),
  async run(c, { words }) {
    await audit(c, 'note.written', { kind: 'note', id: words }, { words })
    return { count: 3, words: '<b>đậm</b>', nested: { secret: 'x' } }
  },
})

const routes = [
  pageRoute('/trang', async (c) => page('Trang', h('p', null, `<${c.actor.username}>`))),
  pageRoute('/hong', async () => {
    throw new Error('mật khẩu của cơ sở dữ liệu')
  }),
  pageRoute('/viec/:code', async (_c, { params }) => page('Việc', h('p', null, params.code))),
  formRoute({
    path: '/ghi-chu',
    endpoint: noteAct,
    show: async (_c, state) => page('Ghi chú', h('pre', null, JSON.stringify(state.values ?? null))),
    done: () => '/trang',
    told: 'http.401',
  }),
  formRoute({
    path: '/bi-mat',
    endpoint: noteAct,
    show: async () => page('Bí mật', h('p', null, 'chưa có gì')),
    done: () => '/trang',
    told: 'http.401',
    reveal: async (_c, { count }) =>
      page('Chỉ hiện một lần', h(Fragment, null, h('p', { id: 'once' }, count))),
  }),
  apiRead({
    path: '/notes',
    name: 'note.list',
    query: z.strictObject({ q: z.string().optional() }),
    output: z.object({ q: z.string().nullable() }),
    run: async (_c, { query }) => ({ q: query.q ?? null }),
  }),
  apiRead({
    path: '/refused',
    name: 'note.refused',
    query: z.strictObject({}),
    output: z.object({}),
    run: async () => {
      throw new Refusal('forbidden', {}, { status: 403 })
    },
  }),
  apiWrite({ path: '/notes', endpoint: noteAct, output: z.object({ count: z.number() }) }),
]

const assets = mkdtempSync(join(tmpdir(), 'dotpha-assets-'))
writeFileSync(join(assets, 'main-abc.js'), 'export {}')

const build = (settings: Record<string, string> = {}, perMinute = 0) =>
  testServer(testSystem(database, { identify: knowing(an, machine), config: readConfig(settings) }), routes, {
    assetsFolder: assets,
    limits: { requestsPerMinute: perMinute, addressRequestsPerMinute: perMinute },
    styleHashes: ["'sha256-abc='"],
  })

beforeAll(async () => {
  app = await build()
})
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = { 'x-visitor': 'an' }) =>
  app.inject({ url, headers })
const post = (url: string, payload: string | object, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'x-visitor': 'an', 'sec-fetch-site': 'same-origin', ...headers },
    payload,
  })
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('the headers of every answer', () => {
  test.each(['/trang', '/khong-co', '/dang-nhap', '/api/v1/notes', '/api/v1/khong-co', '/healthz', '/hong'])(
    '%s allows nothing from other origins, no framing, no content sniffing and no caching',
    async (url) => {
      const { headers } = await get(url)
      expect(headers['content-security-policy']).toBe(
        [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self' 'sha256-abc='",
          "img-src 'self' data:",
          "font-src 'self'",
          "connect-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
        ].join(';'),
      )
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cache-control': 'private, no-store',
      })
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('strict-transport-security')
    },
  )

  test('ask for https alone where people come by https', async () => {
    const secure = await build({ PUBLIC_URL: 'https://dotpha.example.vn' })
    const { headers } = await secure.inject({ url: '/healthz' })
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    await secure.close()
  })

  test('let the built files of the browser be kept for good', async () => {
    const answer = await get('/assets/main-abc.js')
    expect(answer.headers['cache-control']).toContain('immutable')
    expect(answer.headers['content-type']).toContain('javascript')
  })

  test.each([
    '/assets/../server.ts',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%2f..%2fetc%2fpasswd',
    '/assets/',
  ])('%s leads to no file', async (url) => {
    expect((await get(url)).statusCode).toBeGreaterThanOrEqual(400)
  })
})

describe('a page', () => {
  test('escapes what it is given', async () => {
    expect((await get('/trang')).body).toContain('&lt;an>')
    expect((await get('/viec/%3Cscript%3Ealert(1)%3C%2Fscript%3E')).body).not.toContain('<script>')
  })

  test('redirects users who have not signed in to the sign-in page, and back', async () => {
    const answer = await get('/viec/x?trang=2&a=b', {})
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/dang-nhap?tiep=%2Fviec%2Fx%3Ftrang%3D2%26a%3Db',
    ])
  })

  test('that is not there says so in the reader’s language', async () => {
    expect((await get('/khong-co')).body).toContain('Không có nội dung này')
    const english = await get('/khong-co', { 'accept-language': 'en-GB,en;q=0.9' })
    expect([english.statusCode, english.body]).toEqual([404, expect.stringContaining('This does not exist')])
  })

  test('that fails says a number to quote and nothing of the cause', async () => {
    const answer = await get('/hong')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain(String(answer.headers['x-request-id']))
    expect(answer.body).not.toContain('cơ sở dữ liệu')
  })
})

describe('an address that is none', () => {
  test.each([
    '/%E0%A4%A',
    '/viec/%',
    '/viec/%00',
    '/viec/a%00b?x=1',
    '/trang?x=%00',
    `/viec/${'a'.repeat(300)}`,
  ])('%s is refused without an echo', async (url) => {
    const answer = await get(url)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.body).not.toContain('%')
    expect(answer.body).not.toContain('aaaa')
  })

  test('under the API is a problem like others', async () => {
    const answer = await get('/api/v1/%E0%A4%A')
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().code).toBe('not_found')
  })
})

describe('the API', () => {
  test.each([
    ['/api/v1/notes', {}, 401, 'sign_in_needed'],
    ['/api/v1/refused', { 'x-visitor': 'an' }, 403, 'forbidden'],
    ['/api/v1/notes?evil=1', { 'x-visitor': 'an' }, 422, 'input_invalid'],
    ['/api/v1/khong-co', { 'x-visitor': 'an' }, 404, 'not_found'],
  ] as [string, Record<string, string>, number, string][])(
    '%s by %j is a problem',
    async (url, headers, status, code) => {
      const answer = await get(url, headers)
      expect(answer.statusCode).toBe(status)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json()).toMatchObject({ status, code, type: `urn:dotpha:problem:${code}` })
      expect(answer.json().instance).toBe(`urn:dotpha:request:${answer.headers['x-request-id']}`)
    },
  )

  test('of a parameter that is given twice counts the first', async () => {
    expect((await get('/api/v1/notes?q=a&q=b')).json()).toEqual({ q: 'a' })
  })

  test.each([
    ['no JSON', '{"words":', 400, 'body_malformed'],
    ['nothing that says it is JSON', '', 400, 'body_malformed'],
    ['a list', '[1]', 400, 'body_no_object'],
    ['a word', '"x"', 400, 'body_no_object'],
    ['null', 'null', 422, 'input_invalid'],
    ['a poisoned prototype', '{"words":"x","__proto__":{"a":1}}', 400, 'body_malformed'],
    ['a poisoned constructor', '{"words":"x","constructor":{"prototype":{"a":1}}}', 400, 'body_malformed'],
    ['a field of its own', '{"words":"x","actor":"quan-tri"}', 422, 'input_invalid'],
    ['a NUL', '{"words":"a\\u0000b"}', 400, 'text_malformed'],
    ['more than a body may be', `{"words":"${'x'.repeat(2 * 1024 * 1024)}"}`, 413, 'body_too_large'],
  ])('refuses a body that is %s', async (_name, body, status, code) => {
    const answer = await post('/api/v1/notes', body, { 'content-type': 'application/json' })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })

  test('refuses a kind of content that it does not know', async () => {
    const answer = await post('/api/v1/notes', '<a/>', { 'content-type': 'application/xml' })
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'media_type_refused'])
  })

  test('gives out nothing but what its description names', async () => {
    expect((await post('/api/v1/notes', { words: 'x' })).json()).toEqual({ count: 3 })
  })

  test('describes itself, each act with its schema and its problem', async () => {
    const description = (await get('/api/v1/openapi.json', {})).json()
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toContain('/api/v1/notes')
    const { schema } = description.paths['/api/v1/notes'].post.requestBody.content['application/json']
    expect(description.components.schemas[schema.$ref.split('/').at(-1)]).toMatchObject({
      type: 'object',
      required: ['words'],
      additionalProperties: false,
    })
  })
})

describe('a form', () => {
  test('takes no post from another site', async () => {
    const answer = await post('/ghi-chu', 'words=x', { ...form, 'sec-fetch-site': 'cross-site' })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('foreign_origin')
  })

  test('shows what was typed again, without what belongs to itself', async () => {
    const answer = await post('/ghi-chu', 'words=&idempotencyKey=khoa-cua-no', form)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('{&quot;words&quot;:&quot;&quot;}')
  })

  test('says afterwards once what was done', async () => {
    const done = await post('/ghi-chu', 'words=xong', form)
    expect([done.statusCode, done.headers.location]).toEqual([303, '/trang'])
    const told = done.cookies.find((cookie) => cookie.name === 'told')
    expect(told).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(JSON.parse(told?.value ?? '')).toEqual({
      key: 'http.401',
      params: { count: 3, words: '<b>đậm</b>' },
    })
    const next = await app.inject({
      url: '/trang',
      headers: { 'x-visitor': 'an' },
      cookies: { told: told?.value ?? '' },
    })
    expect(next.body).toContain('<p id="told">http.401</p>')
    expect(next.cookies.find((cookie) => cookie.name === 'told')).toMatchObject({ value: '' })
  })

  test('says it under a name that no other host can plant, where people come by https', async () => {
    const there = await build({ PUBLIC_URL: 'https://dotpha.example.vn' })
    const headers = { 'x-visitor': 'an', 'sec-fetch-site': 'same-origin', ...form }
    const done = await there.inject({ method: 'POST', url: '/ghi-chu', headers, payload: 'words=xong' })
    const [told] = done.cookies
    expect(told).toMatchObject({ name: '__Host-told', secure: true })
    const read = (cookies: Record<string, string>) =>
      there.inject({ url: '/trang', headers: { 'x-visitor': 'an' }, cookies })
    expect((await read({ told: told?.value ?? '' })).body).not.toContain('id="told"')
    const next = await read({ '__Host-told': told?.value ?? '' })
    expect(next.body).toContain('id="told"')
    expect(next.cookies[0]).toMatchObject({ name: '__Host-told', value: '', secure: true })
    await there.close()
  })

  test('whose result is shown once answers the post with it, and no later page does', async () => {
    const done = await post('/bi-mat', 'words=xong', form)
    expect([done.statusCode, done.headers.location]).toEqual([200, undefined])
    expect(done.body).toContain('<p id="once">3</p>')
    expect(done.headers['cache-control']).toContain('no-store')
    expect(done.cookies.filter((cookie) => cookie.name === 'told')).toEqual([])
    expect((await get('/bi-mat')).body).not.toContain('once')
  })

  test.each([
    ['a key that the catalogue has not', '{"key":"<script>alert(1)</script>","params":{}}'],
    ['the name of what every object has', '{"key":"toString"}'],
    ['no JSON', '{"key":'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '["http.401"]'],
  ])('a planted word that is %s is dropped', async (_name, told) => {
    const answer = await app.inject({ url: '/trang', headers: { 'x-visitor': 'an' }, cookies: { told } })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toContain('id="told"')
  })
})

describe('too many requests', () => {
  test('of one account are refused, as a page and as a problem, and other users of the same address are not affected', async () => {
    const limited = await build({}, 3)
    const page = (name: string, remoteAddress = '192.0.2.1') =>
      limited.inject({ url: '/trang', headers: { 'x-visitor': name }, remoteAddress })
    const answers = []
    for (let count = 0; count < 4; count += 1) answers.push(await page('an', `192.0.2.${count}`))
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 429])
    expect(answers[3]?.body).toContain('Quá nhiều yêu cầu')
    // A machine of the same account, and somebody unknown.
    expect((await page('may')).statusCode).not.toBe(429)
    expect((await limited.inject({ url: '/api/v1/notes', remoteAddress: '192.0.2.1' })).statusCode).not.toBe(
      429,
    )
    await limited.close()
  })

  test('of the unknown behind one address are refused, and those who are known there are not', async () => {
    const limited = await build({}, 3)
    const ask = () => limited.inject({ url: '/api/v1/notes' })
    for (let count = 0; count < 3; count += 1) await ask()
    const problem = await ask()
    expect([problem.statusCode, problem.json().code]).toEqual([429, 'too_many_requests'])
    expect((await limited.inject({ url: '/trang', headers: { 'x-visitor': 'an' } })).statusCode).toBe(200)
    await limited.close()
  })

  test('an address that the caller makes up counts only behind a trusted proxy', async () => {
    const direct = await build({}, 1)
    const statuses = []
    for (const forwarded of ['192.0.2.1', '192.0.2.2'])
      statuses.push(
        (await direct.inject({ url: '/notes', headers: { 'x-forwarded-for': forwarded } })).statusCode,
      )
    expect(statuses).toEqual([404, 429])
    await direct.close()
  })
})

test('is ready as long as its database is', async () => {
  expect((await get('/readyz', {})).json()).toEqual({ status: 'ready' })
  const sick = await testServer(testSystem(database), [], {
    troubles: async () => ['database_away'],
  })
  const answer = await sick.inject({ url: '/readyz' })
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toEqual({ status: 'not ready', troubles: ['database_away'] })
  await sick.close()
})
