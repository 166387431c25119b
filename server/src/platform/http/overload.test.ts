import { request as send } from 'node:http'
import { sql } from 'kysely'
import { h } from 'preact'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase, openPool } from '../data/database.ts'
import { applicationRole } from '../data/migrate.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { addressOf } from './of-one.ts'
import { apiRead, apiWrite, endpoint, page, pageRoute } from './route.ts'
import type { ServerOptions } from './server.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const [an, binh, cuc] = [visitor('an'), visitor('binh'), visitor('cuc')]
const ending: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

const slow = pageRoute('/cham', async (c) => {
  await sql`select pg_sleep(0.15)`.execute(c.db)
  return page('Chậm', h('p', null, 'xong'))
})
const busy = pageRoute('/ban', async () => {
  const until = performance.now() + 120
  while (performance.now() < until);
  return page('Bận', h('p', null, 'xong'))
})
const note = endpoint({ name: 'note.write', input: z.looseObject({}), run: async () => ({}) })
const routes = [
  slow,
  busy,
  pageRoute('/nhanh', async () => page('Nhanh', h('p', null, 'xong'))),
  apiRead({
    path: '/slow',
    name: 'slow',
    query: z.looseObject({}),
    output: z.object({}),
    run: async (c) => {
      await sql`select pg_sleep(5)`.execute(c.db)
      return {}
    },
  }),
  apiWrite({ path: '/notes', endpoint: note, output: z.object({}) }),
  {
    kind: 'api-upload' as const,
    path: '/uploads',
    name: 'upload',
    output: z.object({
      uploadId: z.string(),
      fileName: z.string(),
      mediaType: z.string(),
      sizeBytes: z.number(),
    }),
  },
]

/** A server with two connections to the database, listening. */
async function serve(
  limits: ServerOptions['limits'],
  statementTimeoutMs = 30_000,
  slowestBody?: ServerOptions['slowestBody'],
) {
  const pool = openPool({ url: database.url, role: applicationRole, maxConnections: 2, statementTimeoutMs })
  const system = {
    ...testSystem(database, { identify: knowing(an, binh, cuc) }),
    database: openDatabase(pool),
  }
  const app = await testServer(system, routes, {
    ...(limits === undefined ? {} : { limits }),
    ...(slowestBody === undefined ? {} : { slowestBody }),
    pool,
  })
  ending.push(
    () => system.database.destroy(),
    () => app.close(),
  )
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, url, pool }
}

const as = (name: string) => ({ 'x-visitor': name, 'sec-fetch-site': 'same-origin' })

describe('more requests than the database can serve', () => {
  test('are turned away at once with a time to come back, and those taken are served', async () => {
    const { url } = await serve({ waitingForDatabase: 6 })
    const flood = Array.from({ length: 80 }, async () => {
      const before = performance.now()
      const answer = await fetch(`${url}/cham`, { headers: as('an') })
      return { answer, words: await answer.text(), ms: performance.now() - before }
    })
    const health = await fetch(`${url}/healthz`)
    expect(health.status).toBe(200)
    const answers = await Promise.all(flood)
    const served = answers.filter(({ answer }) => answer.status === 200)
    const refused = answers.filter(({ answer }) => answer.status === 503)
    expect(served.length + refused.length).toBe(80)
    expect(served.length).toBeGreaterThanOrEqual(2)
    expect(refused.length).toBeGreaterThan(20)
    for (const { answer, words } of refused) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(words).toContain('quá nhiều việc')
    }
    // // No request waits longer than the limit of the queue.
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(10_000)
    expect((await fetch(`${url}/cham`, { headers: as('an') })).status).toBe(200)
  })

  test('leave no queue without end', async () => {
    const { url, pool } = await serve({ waitingForDatabase: 6 })
    let longest = 0
    const watch = setInterval(() => {
      longest = Math.max(longest, pool.waitingCount)
    }, 5)
    await Promise.all(
      Array.from({ length: 80 }, () => fetch(`${url}/cham`, { headers: as('an') }).then((one) => one.text())),
    )
    clearInterval(watch)
    expect(longest).toBeGreaterThan(0)
    expect(longest).toBeLessThan(80)
  })
})

test('a server whose event loop runs late turns requests away until it has caught up', async () => {
  const { url } = await serve({ eventLoopDelayMs: 30 })
  const statuses = new Set<number>()
  for (let round = 0; round < 12 && !statuses.has(503); round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => fetch(`${url}/ban`, { headers: as('an') })),
    )
    for (const answer of answers) {
      statuses.add(answer.status)
      if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('5')
    }
  }
  expect(statuses).toEqual(new Set([200, 503]))
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  await expect
    .poll(async () => (await fetch(`${url}/nhanh`, { headers: as('an') })).status, { timeout: 5_000 })
    .toBe(200)
})

test('a query that takes too long is cancelled and reported as such', async () => {
  const { url } = await serve({}, 200)
  const answer = await fetch(`${url}/api/v1/slow`, { headers: as('an') })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(await answer.json()).toMatchObject({ code: 'took_too_long' })
})

test('writes are counted by account, wherever they come from, and reads are not', async () => {
  const { app } = await serve({ writesPerMinute: 3 })
  const write = (name: string, remoteAddress: string) =>
    app.inject({ method: 'POST', url: '/api/v1/notes', headers: as(name), payload: {}, remoteAddress })
  const statuses = []
  for (const last of [1, 2, 3, 4]) statuses.push((await write('an', `192.0.2.${last}`)).statusCode)
  expect(statuses).toEqual([200, 200, 200, 429])
  const refused = await write('an', '192.0.2.9')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.json()).toMatchObject({ code: 'too_many_requests' })
  expect((await write('binh', '192.0.2.1')).statusCode).toBe(200)
  expect((await app.inject({ url: '/nhanh', headers: as('an') })).statusCode).toBe(200)
})

test('writes of unauthenticated clients are counted by address', async () => {
  const { app } = await serve({ addressWritesPerMinute: 2 })
  const write = (remoteAddress: string) =>
    app.inject({ method: 'POST', url: '/api/v1/notes', headers: as('ai-do'), payload: {}, remoteAddress })
  const statuses = []
  for (let count = 0; count < 3; count += 1) statuses.push((await write('192.0.2.1')).statusCode)
  expect(statuses).toEqual([401, 401, 429])
  expect((await write('192.0.2.2')).statusCode).toBe(401)
})

const attemptAs = (url: string, name: string) => async () => {
  const body = new FormData()
  body.set('file', new Blob(['%PDF-1.7 một tệp']), 'tep.pdf')
  return (await fetch(`${url}/api/v1/uploads`, { method: 'POST', headers: as(name), body })).status
}
const patience = { timeout: 20_000 }

test('more uploads than may arrive at once are turned away, and a line that broke makes room', async () => {
  const { url } = await serve({ uploadsAtOnce: 2 })
  const hanging = [await startUpload(url, 'an'), await startUpload(url, 'binh')]
  ending.push(async () => {
    for (const upload of hanging) upload.destroy()
  })
  await expect.poll(attemptAs(url, 'cuc'), patience).toBe(503)
  for (const upload of hanging) upload.destroy()
  await expect.poll(attemptAs(url, 'cuc'), patience).toBe(201)
})

test('half-sent files of one account leave room for those of others', async () => {
  const { url } = await serve({ uploadsAtOnce: 8 })
  const hanging = await Promise.all(Array.from({ length: 8 }, () => startUpload(url, 'an')))
  ending.push(async () => {
    for (const upload of hanging) upload.destroy()
  })
  await expect.poll(attemptAs(url, 'an'), patience).toBe(429)
  expect(await attemptAs(url, 'binh')()).toBe(201)
})

test('a body that comes drop by drop has its line closed, and its place is free again', async () => {
  const { url } = await serve({ uploadsAtOnce: 1 }, 30_000, { bytes: 1000, everyMs: 300 })
  const dripping = await startUpload(url, 'an')
  const drip = setInterval(() => dripping.write('.'), 20)
  const closed = new Promise<void>((resolve) => dripping.once('close', () => resolve()))
  try {
    await closed
  } finally {
    clearInterval(drip)
  }
  await expect.poll(attemptAs(url, 'binh'), patience).toBe(201)
})

test('a body that comes steadily takes the time that it needs', async () => {
  const { url } = await serve({}, 30_000, { bytes: 1000, everyMs: 200 })
  const { port } = new URL(url)
  const upload = send({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/v1/uploads',
    headers: { ...as('an'), 'content-type': 'multipart/form-data; boundary=x' },
  })
  const status = new Promise<number | undefined>((resolve, reject) => {
    upload.on('response', (answer) => resolve(answer.statusCode))
    upload.on('error', reject)
  })
  upload.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7')
  for (let piece = 0; piece < 40; piece += 1) {
    upload.write(' '.repeat(1000))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  upload.end('\r\n--x--\r\n')
  expect(await status).toBe(201)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:1::7', '2001:db8:0:1::/64'],
  ['2001:db8:0:1:ffff::9', '2001:db8:0:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
])('%s is counted as %s: a client with one IPv6 address has a whole network', (ip, counted) => {
  expect(addressOf({ ip })).toBe(counted)
})

/** Sends the beginning of a file and then nothing. */
async function startUpload(url: string, name: string) {
  const { port } = new URL(url)
  const upload = send({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/v1/uploads',
    headers: {
      ...as(name),
      'content-type': 'multipart/form-data; boundary=x',
      'transfer-encoding': 'chunked',
    },
  })
  upload.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    upload.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7', () =>
      resolve(),
    )
  })
  return upload
}
