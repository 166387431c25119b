import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseOutwardHosts } from '../platform/outward/outward-hosts.ts'
import { SecretKeys } from '../platform/secret-keys/secret-keys.ts'
import { outwardEvents } from '../platform/slices/outward-events.ts'
import { contextIn, useTestDatabase } from '../platform/testing/database.ts'
import { registerWork } from '../programme/registration/save-draft.ts'
import { registrationInput } from '../programme/testing/ground.ts'
import { roadDays, steps } from '../programme/testing/road.ts'
import { WebhookSender } from '../webhooks/index.ts'
import { maxTries, waitsMs } from '../webhooks/sender.ts'
import { takeEvents } from '../webhooks/take-events.ts'
import { surroundings } from './slices.ts'
import { openProduct, type ProductGround } from './testing/product-ground.ts'

/** A receiver of another's making hears of what happens, once it may, for certain and from us alone. */

const database = useTestDatabase()
const apiUrl = 'https://dotpha.example.vn/api/v1'
let ground: ProductGround
let receiver: Server
let port: number
let received: { readonly headers: IncomingHttpHeaders; readonly body: string; readonly url: string }[] = []
let answers: number[] = []
/** The events of the tests before. */
let told: string[] = []

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
        url: request.url ?? '',
      })
      response.writeHead(answers.shift() ?? 204, { location: `http://127.0.0.1:${port}/elsewhere` }).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  port = (receiver.address() as AddressInfo).port
  ground = await openProduct(database, { WEBHOOK_HOSTS: `http://127.0.0.1:${port}, ioc.example.vn` })
})
afterAll(async () => {
  await ground.app.close()
  receiver.close()
})
beforeEach(async () => {
  received = []
  answers = []
  await database.db.deleteFrom('webhook_delivery').execute()
  await database.db.deleteFrom('webhook').execute()
  told = (await published()).map(({ id }) => id)
})

const here = (path = '/hook') => `http://127.0.0.1:${port}${path}`
const ask = (by: string, method: 'GET' | 'POST', url: string, json?: object) =>
  ground.ask(by as never, { method, url: `/api/v1${url}`, ...(json === undefined ? {} : { json }) })

async function listen(by: string, events: readonly string[]): Promise<{ id: string; secret: string }> {
  const answer = await ask(by, 'POST', '/webhooks', { url: here(), events })
  expect(answer.statusCode).toBe(201)
  const { webhookId, secret } = answer.json()
  return { id: webhookId, secret }
}

const inTransaction = <Result>(act: (c: ReturnType<typeof contextIn>) => Promise<Result>) =>
  database.db.transaction().execute((db) => act({ ...contextIn(db, '2022-03-01'), now: ground.clock.now() }))

const published = () =>
  database.db.selectFrom('outbox').select(['id', 'event', 'payload']).orderBy('id').execute()

/** What the server’s jobs do with every event that was published. */
async function tellAll(): Promise<void> {
  const subscriber = takeEvents(surroundings().offers.at(outwardEvents), apiUrl)
  for (const event of await published())
    if (!told.includes(event.id) && subscriber.events.includes(event.event))
      await inTransaction((c) => subscriber.handle(c, event as never))
}

const sender = (hosts = `http://127.0.0.1:${port}`) =>
  new WebhookSender({
    hosts: parseOutwardHosts(hosts) ?? [],
    inTransaction,
    warn: (error) => {
      throw error
    },
    timeoutMs: 5_000,
  })

async function submitted(by: 'tu-ky' | 'bi-thu-song-ha'): Promise<{ id: string; code: string }> {
  const input = registrationInput(ground.programme, { title: `Việc ${Math.random()}` })
  const { id } = await ground.road.do<{ id: string }>({
    by,
    on: roadDays.submit,
    endpoint: registerWork,
    input,
  })
  await ground.road.do({ ...(await steps.submit(ground.road, id)), by })
  return { id, code: String((await ground.road.work(id)).code) }
}

describe('a letter', () => {
  test('tells what happened to which work, and a library of others finds its signature right', async () => {
    const { secret } = await listen('tu-ky', ['work.submitted'])
    const work = await submitted('tu-ky')
    await tellAll()
    expect(await sender().sendDue()).toBe(1)
    const [letter] = received
    const headers = letter?.headers as Record<string, string>
    // The library wants a letter of today; the tests' clock stands elsewhere, so that its second is judged apart.
    expect(Number(headers['webhook-timestamp'])).toBe(Math.floor(ground.clock.now().getTime() / 1000))
    const signed = new Webhook(secret).sign(
      headers['webhook-id'] ?? '',
      ground.clock.now(),
      letter?.body ?? '',
    )
    expect(headers['webhook-signature']).toBe(signed)
    expect(JSON.parse(letter?.body ?? '')).toEqual({
      type: 'work.submitted',
      timestamp: ground.clock.now().toISOString(),
      data: { kind: 'work', id: work.id, ref: work.code, url: `${apiUrl}/works/${work.code}` },
    })
    expect(letter?.body).not.toContain('Việc')
  })

  test('is written for nobody who may not read the work', async () => {
    await listen('tu-ky', ['work.submitted'])
    await submitted('bi-thu-song-ha')
    await tellAll()
    expect(await sender().sendDue()).toBe(0)
    expect(await database.db.selectFrom('webhook_delivery').select('id').execute()).toEqual([])
  })

  test('about proof goes only to who may read proof', async () => {
    await listen('quan-tri', ['work.submitted', 'evidence.offered'])
    const id = await ground.road.bring('in_progress')
    await ground.road.do(await steps.offer(ground.road, id))
    await tellAll()
    await sender().sendDue()
    expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['work.submitted'])
  })

  test('is written once for an event that is told twice', async () => {
    await listen('tu-ky', ['work.submitted'])
    await submitted('tu-ky')
    await tellAll()
    await tellAll()
    expect(await sender().sendDue()).toBe(1)
    expect(await sender().sendDue()).toBe(0)
  })
})

describe('a receiver that does not take it', () => {
  const one = async () => {
    const { id } = await listen('tu-ky', ['work.submitted'])
    await submitted('tu-ky')
    await tellAll()
    return id
  }
  const deliveries = async (id: string) =>
    (await ask('tu-ky', 'GET', `/webhooks/${id}/deliveries`)).json().items

  test('gets it again with the same id, later each time, until it does', async () => {
    const id = await one()
    answers = [500, 301, 404]
    const gaps: number[] = []
    for (let tries = 0; tries < 4; tries += 1) {
      expect(await sender().sendDue()).toBe(1)
      expect(await sender().sendDue()).toBe(0)
      const [delivery] = await deliveries(id)
      if (delivery.nextTryAt !== null)
        gaps.push(Date.parse(delivery.nextTryAt) - Date.parse(delivery.lastTriedAt))
      ground.clock.advance(60)
    }
    expect(gaps).toEqual(waitsMs.slice(0, 3))
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    // A redirection is an answer like any other, and not followed.
    expect(received.map(({ url }) => url)).toEqual(['/hook', '/hook', '/hook', '/hook'])
    expect(await deliveries(id)).toMatchObject([{ state: 'taken', tries: 4, lastStatus: 204 }])
  })

  test('is paused after the last try, its owner is told, and what waited is sent when it is resumed', async () => {
    const id = await one()
    answers = Array(maxTries).fill(503)
    for (let tries = 0; tries < maxTries; tries += 1) {
      expect(await sender().sendDue()).toBe(1)
      ground.clock.advance(49 * 60)
    }
    expect((await ask('tu-ky', 'GET', `/webhooks/${id}`)).json()).toMatchObject({ pausedBecause: 'failing' })
    const { sections } = (await ask('tu-ky', 'GET', '/worklist')).json()
    expect(sections.find(({ key }: { key: string }) => key === 'webhooks').items).toMatchObject([
      { title: here() },
    ])
    await submitted('tu-ky')
    await tellAll()
    expect(await deliveries(id)).toHaveLength(1)
    const resumed = await ask('tu-ky', 'POST', `/webhooks/${id}/resumption`, {})
    expect(resumed.json()).toMatchObject({ again: 1 })
    expect(await sender().sendDue()).toBe(1)
    expect(await deliveries(id)).toMatchObject([{ state: 'taken' }])
  })

  test('that is gone for good is paused at once', async () => {
    const id = await one()
    answers = [410]
    await sender().sendDue()
    expect((await ask('tu-ky', 'GET', `/webhooks/${id}`)).json()).toMatchObject({ pausedBecause: 'gone' })
  })

  test('does not keep others from hearing', async () => {
    const { id } = await listen('tu-ky', ['work.submitted'])
    for (let count = 0; count < 9; count += 1) await ask('tu-ky', 'POST', `/webhooks/${id}/pings`, {})
    await listen('quan-tri', ['work.submitted'])
    await submitted('tu-ky')
    await tellAll()
    await sender().sendDue()
    const owners = await database.db
      .selectFrom('webhook_delivery')
      .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
      .where('webhook_delivery.state', '=', 'taken')
      .select(['webhook.id'])
      .execute()
    expect(owners.filter((row) => row.id === id)).toHaveLength(4)
    expect(owners.filter((row) => row.id !== id)).toHaveLength(1)
  })
})

test('without the key of the installation a letter waits, and says why', async () => {
  const { id } = await listen('tu-ky', ['work.submitted'])
  await ask('tu-ky', 'POST', `/webhooks/${id}/pings`, {})
  const otherKey = new SecretKeys([Buffer.alloc(32, 9)])
  const blind = new WebhookSender({
    hosts: parseOutwardHosts(`http://127.0.0.1:${port}`) ?? [],
    inTransaction: (act) => inTransaction((c) => act({ ...c, secretKeys: otherKey })),
    warn: (error) => {
      throw error
    },
  })
  await blind.sendDue()
  expect(received).toEqual([])
  const { items } = (await ask('tu-ky', 'GET', `/webhooks/${id}/deliveries`)).json()
  expect(items).toMatchObject([{ state: 'waiting', lastTrouble: 'secret_unreadable' }])
  ground.clock.advance(60)
  expect(await sender().sendDue()).toBe(1)
  expect(received).toHaveLength(1)
})

test('a user who loses the post of a webhook receives no more events, not even pending ones', async () => {
  const { id } = await listen('tu-ky', ['work.submitted'])
  await submitted('tu-ky')
  await tellAll()
  const { holding } = ground.programme.organisation
  await database.db
    .updateTable('post_holding')
    .set({ to_on: '2022-02-01' })
    .where('id', '=', holding['tu-ky'])
    .execute()
  await sender().sendDue()
  await database.db
    .updateTable('post_holding')
    .set({ to_on: null })
    .where('id', '=', holding['tu-ky'])
    .execute()
  expect(received).toEqual([])
  const kept = await database.db.selectFrom('webhook').select('paused_because').executeTakeFirstOrThrow()
  expect(kept.paused_because).toBe('post_gone')
  const told = await database.db
    .selectFrom('audit_entry')
    .select('action')
    .where('object_id', '=', id)
    .execute()
  expect(told.map(({ action }) => action)).toEqual(['webhook.create', 'webhook.pause'])
})

describe('an address', () => {
  const refused = async (body: object) => {
    const answer = await ask('tu-ky', 'POST', '/webhooks', {
      url: here(),
      events: ['work.submitted'],
      ...body,
    })
    return [answer.statusCode, answer.json().code]
  }

  test.each([
    ['of a host that nobody allowed', { url: 'https://evil.example/hook' }, 'webhook_host_not_allowed'],
    ['of this machine', { url: 'http://localhost:80/' }, 'webhook_host_not_allowed'],
    ['where clouds keep their secrets', { url: 'http://169.254.169.254/' }, 'webhook_host_not_allowed'],
    ['of another scheme', { url: 'file:///etc/passwd' }, 'webhook_host_not_allowed'],
    ['that is none', { url: 'không phải địa chỉ' }, 'webhook_host_not_allowed'],
    ['with a password', { url: 'https://a:b@ioc.example.vn/' }, 'webhook_url_password'],
    ['without events', { events: [] }, 'webhook_events_none'],
  ])('%s is refused', async (_what, body, code) => {
    expect(await refused(body)).toEqual([422, code])
  })

  test('is its owner’s alone', async () => {
    const { id } = await listen('tu-ky', ['work.submitted'])
    const statuses = [
      (await ask('quan-tri', 'GET', `/webhooks/${id}`)).statusCode,
      (await ask('quan-tri', 'GET', `/webhooks/${id}/deliveries`)).statusCode,
      (await ask('quan-tri', 'POST', `/webhooks/${id}/pings`, {})).statusCode,
      (await ask('quan-tri', 'POST', `/webhooks/${id}/removal`, {})).statusCode,
    ]
    expect(statuses).toEqual([404, 404, 404, 404])
    expect((await ask('quan-tri', 'GET', '/webhooks')).json().items).toEqual([])
  })

  test('is one of ten at the most', async () => {
    for (let count = 0; count < 10; count += 1) await listen('tu-ky', ['work.submitted'])
    expect((await refused({}))[1]).toBe('webhook_too_many')
  })

  test('can be tried, and its secret stands nowhere in clear', async () => {
    const { id, secret } = await listen('tu-ky', ['work.submitted'])
    await ask('tu-ky', 'POST', `/webhooks/${id}/pings`, {})
    expect(await sender().sendDue()).toBe(1)
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ type: 'ping', data: {} })
    expect(await ground.everythingStored()).not.toContain(secret)
    expect(ground.logged.join('')).not.toContain(secret)
  })

  test('that was removed hears nothing and forgets its secret', async () => {
    const { id } = await listen('tu-ky', ['work.submitted'])
    await submitted('tu-ky')
    await tellAll()
    await ask('tu-ky', 'POST', `/webhooks/${id}/removal`, {})
    expect(await sender().sendDue()).toBe(0)
    expect((await ask('tu-ky', 'GET', `/webhooks/${id}`)).statusCode).toBe(404)
    const row = await database.db.selectFrom('webhook').selectAll().executeTakeFirstOrThrow()
    expect(row.secret_encrypted).toBe('')
  })

  test('whose host the operator took back is not sent to', async () => {
    const { id } = await listen('tu-ky', ['work.submitted'])
    await ask('tu-ky', 'POST', `/webhooks/${id}/pings`, {})
    await sender('ioc.example.vn').sendDue()
    expect(received).toEqual([])
    const { items } = (await ask('tu-ky', 'GET', `/webhooks/${id}/deliveries`)).json()
    expect(items).toMatchObject([{ state: 'waiting', lastTrouble: 'host_not_allowed' }])
  })
})
