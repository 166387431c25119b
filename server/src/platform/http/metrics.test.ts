import { h } from 'preact'
import { expect, test } from 'vitest'
import { readConfig } from '../config/config.ts'
import { databaseGauges } from '../data/database-gauges.ts'
import { prepareJobs } from '../jobs/jobs.ts'
import { Metrics } from '../operation/metrics.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { page, pageRoute } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const routes = [pageRoute('/viec/:code', async (_c, { params }) => page('Việc', h('p', null, params.code)))]

const build = (settings: Record<string, string> = {}, metrics = new Metrics({ version: '1', gauges: [] })) =>
  testServer(
    testSystem(database, { identify: knowing(visitor('an')), config: readConfig(settings) }),
    routes,
    { metrics },
  )

type Server = Awaited<ReturnType<typeof build>>
const read = async (server: Server, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  server.inject({ url: '/metrics', headers, remoteAddress })

test('requests are counted by template of the route, and no value of an address is a label', async () => {
  const server = await build()
  for (const code of ['2022-tuky-003', '2022-tuky-004'])
    await server.inject({ url: `/viec/${code}?ten=Nguyễn`, headers: { 'x-visitor': 'an' } })
  for (const method of ['GET', 'PUT', 'PROPFIND'])
    await server.inject({ method: method as 'GET', url: '/dau-ca/bi-mat' })
  const { body, headers } = await read(server)
  expect(headers['content-type']).toContain('text/plain')
  expect(body).toContain('dotpha_http_requests_total{method="GET",route="/viec/:code",status="200"} 2')
  expect(body).toContain('dotpha_http_requests_total{method="GET",route="unmatched",status="404"} 1')
  expect(body).toContain('dotpha_http_request_duration_seconds_count{method="GET",route="/viec/:code"} 2')
  expect(body).toContain('nodejs_eventloop_lag_seconds')
  expect(body).toContain('process_resident_memory_bytes')
  expect(body).not.toMatch(/tuky|bi-mat|Nguy|127\.0\.0\.1/)
  await server.close()
})

test('what waits in the database is said at the moment it is asked for', async () => {
  await prepareJobs(database.ownerUrl)
  const metrics = new Metrics({ version: '1', gauges: databaseGauges(database.pool) })
  const server = await build({}, metrics)
  await database.pool.query(
    `insert into outbox values (gen_random_uuid(), 'x.y', '{}', now() - interval '1 hour')`,
  )
  await database.pool.query(`insert into pgboss.job (name, data) values ('event', '{}'), ('event', '{}')`)
  const { body } = await read(server)
  expect(body).toContain('dotpha_outbox_waiting 1')
  expect(Number(/^dotpha_outbox_oldest_seconds (\S+)/m.exec(body)?.[1])).toBeGreaterThan(3500)
  expect(body).toContain('dotpha_jobs{queue="event",state="created"} 2')
  expect(body).toMatch(/dotpha_audit_unsealed \d+/)
  expect(body).toMatch(/dotpha_database_connections\{state="waiting"\} 0/)
  await database.pool.query('update outbox set dispatched_at = now()')
  expect((await read(server)).body).toContain('dotpha_outbox_waiting 0')
  await server.close()
})

test('a figure that cannot be read keeps no other from being read', async () => {
  const broken = { name: 'dotpha_broken', help: 'x', read: () => Promise.reject(new Error('no database')) }
  const server = await build({}, new Metrics({ version: '1', gauges: [broken] }))
  const { statusCode, body } = await read(server)
  expect(statusCode).toBe(200)
  expect(body).toContain('dotpha_gauge_unread_total{gauge="dotpha_broken"} 1')
  expect(body).toContain('dotpha_build_info{version="1"} 1')
  await server.close()
})

test('by default only this machine can read the metrics, and no one through a proxy on it', async () => {
  const server = await build()
  expect((await read(server)).statusCode).toBe(200)
  expect((await read(server, {}, '::ffff:127.0.0.1')).statusCode).toBe(200)
  expect((await read(server, {}, '192.0.2.7')).statusCode).toBe(404)
  expect((await read(server, { 'x-forwarded-for': '192.0.2.7' })).statusCode).toBe(404)
  expect((await read(server, { forwarded: 'for=127.0.0.1' })).statusCode).toBe(404)
  await server.close()
  const behindProxy = await build({ TRUST_PROXY: '1' })
  expect((await read(behindProxy, { 'x-forwarded-for': '127.0.0.1' }, '192.0.2.7')).statusCode).toBe(404)
  await behindProxy.close()
})

test('with a token, anyone who has it can read them from anywhere, and no one else', async () => {
  const token = 'ma-doc-so-lieu-van-hanh'
  const server = await build({ METRICS: 'token', METRICS_TOKEN: token })
  expect((await read(server, { authorization: `Bearer ${token}` }, '192.0.2.7')).statusCode).toBe(200)
  for (const authorization of ['Bearer sai', `Basic ${token}`, 'Bearer', ''])
    expect((await read(server, { authorization })).statusCode).toBe(401)
  await server.close()
})

test('switched off they are nowhere', async () => {
  const server = await build({ METRICS: 'off' })
  expect((await read(server)).statusCode).toBe(404)
  await server.close()
})
