import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testConfig, testServer } from '../../platform/testing/server.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { TestAuthenticator } from '../testing/authenticator.ts'
import { fromOwnPage, identitySystem, lastEntries } from '../testing/ground.ts'

const database = useTestDatabase()
const origin = 'https://dotpha.example'
let organisation: TestOrganisation
let clock: TestClock
let app: FastifyInstance

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
})
beforeEach(async () => {
  await app?.close()
  clock = new TestClock()
  const config = testConfig({ PUBLIC_URL: origin })
  app = await testServer(
    identitySystem(database, { clock, config }),
    identityRoutes({ demonstrationAccounts: [] }),
  )
  for (const table of ['session', 'passkey', 'passkey_challenge', 'recovery_code', 'account_notice'] as const)
    await database.db.deleteFrom(table).execute()
})
afterAll(() => app.close())

const questionAt = '/dang-nhap/khoa-truy-cap/cau-hoi'

class Visitor {
  cookie = ''

  async post(url: string, fields: Readonly<Record<string, string>>) {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { ...fromOwnPage, cookie: this.cookie },
      payload: new URLSearchParams(fields).toString(),
    })
    const kept = answer.cookies.find(({ name }) => name === '__Host-phien')
    if (kept !== undefined) this.cookie = `__Host-phien=${kept.value}`
    return answer
  }

  async ask(purpose: string) {
    return (await this.post(questionAt, { purpose })).json().options
  }

  signIn = (username: string) => this.post('/dang-nhap', { username, password: testPassword })

  async who() {
    const answer = await app.inject({ url: '/api/v1/me', headers: { cookie: this.cookie } })
    return answer.statusCode === 200 ? (answer.json().username as string) : null
  }

  /** Signs in with a passkey alone. */
  async enter(device: TestAuthenticator, at = origin) {
    return this.post('/dang-nhap/khoa-truy-cap', { passkey: device.sign(await this.ask('sign-in'), at) })
  }
}

/** Somebody who has signed in by their password and added a passkey. */
async function withPasskey(username: string): Promise<{ device: TestAuthenticator; visitor: Visitor }> {
  const [device, visitor] = [new TestAuthenticator(), new Visitor()]
  await visitor.signIn(username)
  const response = device.register(await visitor.ask('register'), origin)
  const added = await visitor.post('/tai-khoan/buoc-hai/khoa-truy-cap', { name: 'Máy tính', response })
  expect(added.statusCode).toBe(200)
  return { device, visitor }
}

describe('a passkey', () => {
  test('is added with recovery codes, and lets its owner in by itself', async () => {
    const { device, visitor } = await withPasskey('so-tttt')
    // // Using it counts as the second step.
    expect(await visitor.who()).toBe('so-tttt')
    const other = new Visitor()
    device.count = 1
    expect((await other.enter(device)).statusCode).toBe(303)
    expect(await other.who()).toBe('so-tttt')
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({
      action: 'session.sign-in',
      outcome: 'done',
      payload: { factor: 'passkey' },
    })
  })

  test('is asked for after the password too', async () => {
    const { device } = await withPasskey('so-tttt')
    const visitor = new Visitor()
    await visitor.signIn('so-tttt')
    expect(await visitor.who()).toBeNull()
    device.count = 1
    const passkey = device.sign(await visitor.ask('prove'), origin)
    expect((await visitor.post('/dang-nhap/buoc-hai', { passkey })).statusCode).toBe(303)
    expect(await visitor.who()).toBe('so-tttt')
  })

  test('answers one question once, and within minutes', async () => {
    const { device } = await withPasskey('so-tttt')
    const visitor = new Visitor()
    device.count = 1
    const passkey = device.sign(await visitor.ask('sign-in'), origin)
    const answers = await Promise.all(
      [1, 2].map(() => new Visitor().post('/dang-nhap/khoa-truy-cap', { passkey })),
    )
    expect(answers.map(({ headers }) => headers.location).sort()).toEqual(['/', '/dang-nhap?khoa=sai'])
    device.count = 2
    const late = device.sign(await visitor.ask('sign-in'), origin)
    clock.advance(6)
    await visitor.post('/dang-nhap/khoa-truy-cap', { passkey: late })
    expect(await visitor.who()).toBeNull()
  })

  test('that counts lower than before is a copy: nobody is let in, and its owner is told', async () => {
    const { device, visitor } = await withPasskey('so-tttt')
    device.count = 7
    expect((await new Visitor().enter(device)).headers.location).toBe('/')
    for (const count of [7, 3]) {
      device.count = count
      const copy = new Visitor()
      await copy.enter(device)
      expect(await copy.who()).toBeNull()
    }
    const entries = await lastEntries(database, 8)
    expect(entries.filter(({ action }) => action === 'passkey.copied')).toHaveLength(2)
    const page = await app.inject({ url: '/tai-khoan', headers: { cookie: visitor.cookie } })
    expect(page.body).toContain('có dấu hiệu bị sao chép')
    device.count = 8
    expect((await new Visitor().enter(device)).headers.location).toBe('/')
  })

  test('that never counts is taken as it is', async () => {
    const { device } = await withPasskey('so-tttt')
    for (let times = 0; times < 2; times += 1)
      expect((await new Visitor().enter(device)).headers.location).toBe('/')
  })

  test('of a closed account opens nothing', async () => {
    const { device } = await withPasskey('so-noi-vu')
    const { accountId } = organisation.actorFor('so-noi-vu')
    await database.db
      .updateTable('account')
      .set({ disabled_at: new Date() })
      .where('id', '=', accountId)
      .execute()
    const visitor = new Visitor()
    await visitor.enter(device)
    expect(await visitor.who()).toBeNull()
    await database.db.updateTable('account').set({ disabled_at: null }).where('id', '=', accountId).execute()
  })

  test('is dropped only with its owner’s other ones left as they are', async () => {
    const { visitor } = await withPasskey('so-tttt')
    const { visitor: stranger } = await withPasskey('so-noi-vu')
    const mine = await database.db
      .selectFrom('passkey')
      .select('id')
      .where('account_id', '=', organisation.actorFor('so-tttt').accountId)
      .executeTakeFirstOrThrow()
    const drop = { passkeyId: mine.id }
    expect((await stranger.post('/tai-khoan/buoc-hai/khoa-truy-cap/bo', drop)).statusCode).toBe(404)
    expect((await visitor.post('/tai-khoan/buoc-hai/khoa-truy-cap/bo', drop)).statusCode).toBe(303)
    expect(await database.db.selectFrom('passkey').select('id').execute()).toHaveLength(1)
  })
})

describe('what is not right', () => {
  test('is signed for another origin, or for another site', async () => {
    const { device } = await withPasskey('so-tttt')
    device.count = 1
    for (const at of ['https://evil.example', 'http://dotpha.example', `${origin}:8443`]) {
      const visitor = new Visitor()
      expect((await visitor.enter(device, at)).headers.location).toBe('/dang-nhap?khoa=sai')
      expect(await visitor.who()).toBeNull()
    }
    const visitor = new Visitor()
    const asked = { ...(await visitor.ask('sign-in')), rpId: 'evil.example' }
    await visitor.post('/dang-nhap/khoa-truy-cap', { passkey: device.sign(asked, origin) })
    expect(await visitor.who()).toBeNull()
  })

  test('is made at another origin', async () => {
    const visitor = new Visitor()
    await visitor.signIn('so-tttt')
    const device = new TestAuthenticator()
    const response = device.register(await visitor.ask('register'), 'https://evil.example')
    const added = await visitor.post('/tai-khoan/buoc-hai/khoa-truy-cap', { name: 'Lạ', response })
    expect(added.statusCode).toBe(422)
    expect(await database.db.selectFrom('passkey').select('id').execute()).toEqual([])
  })

  test('is signed without the person having been verified', async () => {
    const { device } = await withPasskey('so-tttt')
    device.verifies = false
    const visitor = new Visitor()
    await visitor.enter(device)
    expect(await visitor.who()).toBeNull()
  })

  test('is signed by another device under this one’s name', async () => {
    const { device } = await withPasskey('so-tttt')
    const forger = Object.assign(new TestAuthenticator(), { id: device.id })
    const visitor = new Visitor()
    await visitor.enter(forger)
    expect(await visitor.who()).toBeNull()
  })

  test('is another person’s passkey at the second step', async () => {
    await withPasskey('so-tttt')
    const { device } = await withPasskey('so-noi-vu')
    const visitor = new Visitor()
    await visitor.signIn('so-tttt')
    const passkey = device.sign(await visitor.ask('prove'), origin)
    expect((await visitor.post('/dang-nhap/buoc-hai', { passkey })).statusCode).toBe(422)
    expect(await visitor.who()).toBeNull()
  })

  test('answers a question of another kind', async () => {
    const { device } = await withPasskey('so-tttt')
    const visitor = new Visitor()
    await visitor.signIn('so-tttt')
    const passkey = device.sign(await visitor.ask('sign-in'), origin)
    expect((await visitor.post('/dang-nhap/buoc-hai', { passkey })).statusCode).toBe(422)
  })

  test.each([
    '',
    '{}',
    'null',
    '[]',
    '{"id":1}',
    '"x"',
    '{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":"e30"}}',
  ])('is %j', async (passkey) => {
    const visitor = new Visitor()
    const answer = await visitor.post('/dang-nhap/khoa-truy-cap', { passkey })
    expect(answer.headers.location).toBe('/dang-nhap?khoa=sai')
  })
})

test('nobody is asked to make or show a passkey of somebody whom they are not', async () => {
  const visitor = new Visitor()
  for (const purpose of ['prove', 'register'])
    expect((await visitor.post(questionAt, { purpose })).statusCode).toBe(401)
  const { options } = (await visitor.post(questionAt, { purpose: 'sign-in' })).json()
  expect(options.allowCredentials).toEqual([])
})

test('between password and second step no further passkey is made', async () => {
  await withPasskey('so-tttt')
  const visitor = new Visitor()
  await visitor.signIn('so-tttt')
  await visitor.post(questionAt, { purpose: 'register' })
  const asked = await database.db.selectFrom('passkey_challenge').select('purpose').execute()
  expect(asked).toEqual([])
})

test('without an address of the installation a made-up host makes no passkeys', async () => {
  const bare = await testServer(
    identitySystem(database, { clock }),
    identityRoutes({ demonstrationAccounts: [] }),
  )
  const answer = await bare.inject({
    method: 'POST',
    url: questionAt,
    headers: { ...fromOwnPage, host: 'evil.example' },
    payload: 'purpose=sign-in',
  })
  await bare.close()
  expect(answer.json()).toEqual({ problem: expect.stringContaining('PUBLIC_URL') })
})
