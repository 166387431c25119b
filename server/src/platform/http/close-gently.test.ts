import { sql } from 'kysely'
import { h } from 'preact'
import { expect, test, vi } from 'vitest'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { closeGently } from './close-gently.ts'
import { page, pageRoute } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()

async function serve() {
  const entered = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  const routes = [
    pageRoute('/viec', async (c) => {
      entered.resolve()
      await go.promise
      await sql`select 1`.execute(c.db)
      return page('Việc', h('p', null, 'xong'))
    }),
  ]
  const stopping = { stopped: false }
  const app = await testServer(testSystem(database, { identify: knowing(visitor('an')) }), routes, {
    troubles: async () => (stopping.stopped ? ['stopping'] : []),
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const readiness = {
    stop: () => {
      stopping.stopped = true
    },
  }
  return { app, url, readiness, entered: entered.promise, go: go.resolve }
}

const headers = { 'x-visitor': 'an' }

test('a request under way ends well, a new one is refused, and then the server is gone', async () => {
  const { app, url, readiness, entered, go } = await serve()
  const underWay = fetch(`${url}/viec`, { headers })
  await entered
  const closed = closeGently(app, { readiness, drainMs: 0, graceMs: 20_000 })
  await vi.waitFor(() => expect(fetch(`${url}/healthz`)).rejects.toThrow())
  go()
  const answer = await underWay
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('xong')
  await closed
})

test('while it drains it still answers, and says that it is not ready', async () => {
  const { app, url, readiness, go } = await serve()
  go()
  const closed = closeGently(app, { readiness, drainMs: 400, graceMs: 20_000 })
  const ready = await fetch(`${url}/readyz`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toEqual({ status: 'not ready', troubles: ['stopping'] })
  expect((await fetch(`${url}/viec`, { headers })).status).toBe(200)
  await closed
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
})

test('a line that hangs does not keep the server from stopping', async () => {
  const { app, url, readiness, entered, go } = await serve()
  const hanging = fetch(`${url}/viec`, { headers })
  const broken = expect(hanging).rejects.toThrow()
  await entered
  const closed = closeGently(app, { readiness, drainMs: 0, graceMs: 100 })
  await broken
  go()
  await closed
})
