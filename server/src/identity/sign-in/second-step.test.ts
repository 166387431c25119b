import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { asActor, testSecretKeys, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { saveTotp } from '../factors/factors.ts'
import { codeAt, newTotpSecret } from '../factors/totp.ts'
import { freeFailures } from '../passwords/lockout.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem, lastEntries } from '../testing/ground.ts'

const database = useTestDatabase()
let organisation: TestOrganisation
let clock: TestClock
let app: FastifyInstance

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  await database.db.insertInto('installation').values({ name_vi: 'Tỉnh ủy', name_en: 'Committee' }).execute()
})
beforeEach(async () => {
  await app?.close()
  clock = new TestClock()
  await restart()
  for (const table of [
    'sign_in_failure',
    'session',
    'totp_factor',
    'recovery_code',
    'account_notice',
  ] as const)
    await database.db.deleteFrom(table).execute()
})
afterAll(() => app.close())

async function restart() {
  app = await testServer(identitySystem(database, { clock }), identityRoutes({ demonstrationAccounts: [] }))
}

/** A browser: it keeps its cookie. */
class Visitor {
  cookie = ''

  async post(url: string, fields: Readonly<Record<string, string>>) {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { ...fromOwnPage, cookie: this.cookie },
      payload: new URLSearchParams(fields).toString(),
    })
    const kept = answer.cookies.find(({ name }) => name === 'phien')
    if (kept !== undefined) this.cookie = `phien=${kept.value}`
    return answer
  }

  get(url: string) {
    return app.inject({ method: 'GET', url, headers: { cookie: this.cookie } })
  }

  signIn(username: string, password = testPassword) {
    return this.post('/dang-nhap', { username, password })
  }

  code(code: string) {
    return this.post('/dang-nhap/buoc-hai', { code })
  }

  /** Who the API says this is; null for nobody. */
  async who() {
    const answer = await this.get('/api/v1/me')
    return answer.statusCode === 200 ? (answer.json() as { username: string }).username : null
  }
}

/** Gives an account an authenticator whose first code was used an hour ago. */
async function factorOf(
  username: 'thuong-vu' | 'van-phong' | 'so-tttt',
): Promise<{ secret: string; codes: readonly string[] }> {
  const secret = newTotpSecret()
  const { accountId } = organisation.actorFor(username)
  const { codes } = await asActor(database, organisation.actorFor(username), '2026-11-24', (c) =>
    saveTotp(c, accountId, { secret, code: codeAt(secret, c.now) }),
  )
  clock.advance(60)
  return { secret, codes: codes ?? [] }
}

const now = (secret: string) => codeAt(secret, clock.now())

async function waitingAt(username: string): Promise<Visitor> {
  const visitor = new Visitor()
  expect((await visitor.signIn(username)).statusCode).toBe(303)
  expect(await visitor.who()).toBeNull()
  return visitor
}

describe('a user with a second factor', () => {
  test('is let in by password and code, under a fresh secret, and no sooner', async () => {
    const { secret } = await factorOf('so-tttt')
    const visitor = await waitingAt('so-tttt')
    const before = visitor.cookie
    const home = await visitor.get('/tai-khoan')
    expect([home.statusCode, home.headers.location]).toEqual([303, '/dang-nhap?tiep=%2Ftai-khoan'])
    expect((await visitor.get('/dang-nhap?tiep=%2Ftai-khoan')).headers.location).toBe(
      '/dang-nhap/buoc-hai?tiep=%2Ftai-khoan',
    )
    const answer = await visitor.post('/dang-nhap/buoc-hai?tiep=%2Ftai-khoan', { code: now(secret) })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/tai-khoan'])
    expect(await visitor.who()).toBe('so-tttt')
    expect(visitor.cookie).not.toBe(before)
    const old = new Visitor()
    old.cookie = before
    expect(await old.who()).toBeNull()
    expect((await lastEntries(database, 2)).map(({ action }) => action)).toEqual([
      'session.sign-in',
      'session.first-step',
    ])
  })

  test('can do nothing between the two, by page or by API', async () => {
    const { secret } = await factorOf('so-tttt')
    const visitor = await waitingAt('so-tttt')
    const api = await visitor.get('/api/v1/me')
    expect([api.statusCode, api.json().code]).toEqual([401, 'second_step_needed'])
    const form = await visitor.post('/tai-khoan/chuc-vu', { postId: organisation.post['so-tttt'] })
    expect(form.statusCode).toBe(401)
    expect((await visitor.get('/dang-nhap/dat-buoc-hai')).headers.location).toBe('/dang-nhap/buoc-hai')
    const another = newTotpSecret()
    const set = await visitor.post('/dang-nhap/dat-buoc-hai', { secret: another, code: now(another) })
    expect(set.headers.location).toBe('/dang-nhap/buoc-hai')
    const kept = await database.db
      .selectFrom('totp_factor')
      .select('secret_encrypted')
      .executeTakeFirstOrThrow()
    const place = { purpose: 'totp', id: organisation.actorFor('so-tttt').accountId }
    expect(testSecretKeys.decrypt(place, kept.secret_encrypted)).toBe(secret)
    expect(await visitor.who()).toBeNull()
  })

  test('may leave it, and the waiting session is over', async () => {
    await factorOf('so-tttt')
    const visitor = await waitingAt('so-tttt')
    const kept = visitor.cookie
    await visitor.post('/dang-xuat', {})
    visitor.cookie = kept
    expect((await visitor.get('/dang-nhap/buoc-hai')).headers.location).toBe('/dang-nhap')
  })

  test('has ten minutes for it', async () => {
    const { secret } = await factorOf('so-tttt')
    const visitor = await waitingAt('so-tttt')
    clock.advance(11)
    const answer = await visitor.code(now(secret))
    expect(answer.headers.location).toBe('/dang-nhap')
    expect(await visitor.who()).toBeNull()
  })
})

describe('a code', () => {
  test('works once, also from another browser and after a restart of the server', async () => {
    const { secret } = await factorOf('so-tttt')
    const code = now(secret)
    const [first, second] = [await waitingAt('so-tttt'), await waitingAt('so-tttt')]
    expect((await first.code(code)).statusCode).toBe(303)
    await app.close()
    await restart()
    expect((await second.code(code)).statusCode).toBe(422)
    expect(await second.who()).toBeNull()
    clock.advance(0.5)
    expect((await second.code(now(secret))).statusCode).toBe(303)
  })

  test('of two that come at the same moment lets one in', async () => {
    const { secret } = await factorOf('so-tttt')
    const visitors = [await waitingAt('so-tttt'), await waitingAt('so-tttt')]
    const other = await testServer(
      identitySystem(database, { clock }),
      identityRoutes({ demonstrationAccounts: [] }),
    )
    // Two servers: what one process keeps in mind must not be what decides.
    const answers = await Promise.all(
      [app, other].map((server, at) =>
        server.inject({
          method: 'POST',
          url: '/dang-nhap/buoc-hai',
          headers: { ...fromOwnPage, cookie: visitors[at]?.cookie ?? '' },
          payload: new URLSearchParams({ code: now(secret) }).toString(),
        }),
      ),
    )
    await other.close()
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
  })

  test('that is wrong counts like a wrong password, and a right password forgives nothing', async () => {
    const { secret } = await factorOf('so-tttt')
    const visitor = await waitingAt('so-tttt')
    const right = now(secret)
    const wrong = right === '000000' ? '000001' : '000000'
    const sentences = new Set<string | undefined>()
    for (let tries = 0; tries < freeFailures; tries += 1) {
      if (tries === 2) await visitor.signIn('so-tttt')
      sentences.add(/<li>(.*?)<\/li>/.exec((await visitor.code(wrong)).body)?.[1])
    }
    const locked = await visitor.code(right)
    sentences.add(/<li>(.*?)<\/li>/.exec(locked.body)?.[1])
    expect(locked.statusCode).toBe(422)
    // Locked, wrong, used: one sentence for all of them.
    expect([...sentences]).toHaveLength(1)
    expect((await new Visitor().signIn('so-tttt')).statusCode).toBe(422)
    clock.advance(1.1)
    expect((await visitor.code(now(secret))).statusCode).toBe(303)
    // What was counted of the name wherever it comes from stays: it is the backstop against many addresses.
    const here = database.db.selectFrom('sign_in_failure').where('username_sha256', 'like', '%.%')
    expect(await here.select('failures').execute()).toEqual([])
  })

  test('is waited for without the right password counting as a failure', async () => {
    await factorOf('so-tttt')
    await waitingAt('so-tttt')
    const row = await database.db
      .selectFrom('sign_in_failure')
      .select('failures')
      .where('username_sha256', 'like', '%.%')
      .executeTakeFirst()
    expect(row?.failures ?? 0).toBe(0)
  })
})

describe('a recovery code', () => {
  test('lets its owner in once, however it is typed, and they are told', async () => {
    const { codes } = await factorOf('so-tttt')
    expect(codes).toHaveLength(10)
    const [first = '', second = ''] = codes
    const visitor = await waitingAt('so-tttt')
    const typed = first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    expect((await visitor.code(typed)).statusCode).toBe(303)
    expect((await visitor.get('/tai-khoan')).body).toContain('Một mã dự phòng đã được dùng. Còn 9 mã.')
    const again = await waitingAt('so-tttt')
    expect((await again.code(first)).statusCode).toBe(422)
    expect((await again.code(second)).statusCode).toBe(303)
  })

  test('stands nowhere in the database', async () => {
    const { codes } = await factorOf('so-tttt')
    const kept = JSON.stringify(await database.db.selectFrom('recovery_code').selectAll().execute())
    for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''))
    const record = JSON.stringify(await lastEntries(database, 20))
    for (const code of codes) expect(record).not.toContain(code)
  })
})

describe('a user who administers or decides and has no factor', () => {
  test.each(['quan-tri', 'van-phong', 'thuong-vu'])(
    '%s is led to set one up, and to nothing else',
    async (username) => {
      const visitor = await waitingAt(username)
      expect((await visitor.get('/dang-nhap/buoc-hai')).headers.location).toBe('/dang-nhap/dat-buoc-hai')
      const page = await visitor.get('/dang-nhap/dat-buoc-hai')
      expect(page.statusCode).toBe(200)
      const secret = /name="secret" value="([A-Z2-7]+)"/.exec(page.body)?.[1] ?? ''
      expect(page.body).toContain('<svg class="qr"')
      const wrong = await visitor.post('/dang-nhap/dat-buoc-hai', { secret, code: '12345' })
      expect(wrong.statusCode).toBe(422)
      expect(wrong.body).toContain(secret)
      const done = await visitor.post('/dang-nhap/dat-buoc-hai', { secret, code: now(secret) })
      expect(done.statusCode).toBe(200)
      expect(done.body.match(/<code>[0-9A-Z]{6}(-[0-9A-Z]{6}){3}<\/code>/g)).toHaveLength(10)
      expect(await visitor.who()).toBe(username)
      // The code that set it up is used up too.
      const again = await waitingAt(username)
      expect((await again.code(now(secret))).statusCode).toBe(422)
    },
  )

  test('is let in by the password alone where the installation asks for none', async () => {
    await database.db.updateTable('installation').set({ second_factor_required: false }).execute()
    const visitor = new Visitor()
    await visitor.signIn('thuong-vu')
    expect(await visitor.who()).toBe('thuong-vu')
    await database.db.updateTable('installation').set({ second_factor_required: true }).execute()
    // Asked with each request: the session that was open waits from now on.
    expect(await visitor.who()).toBeNull()
  })

  test('is asked as soon as the right is given, in the session that is open', async () => {
    const visitor = new Visitor()
    await visitor.signIn('so-tttt')
    expect(await visitor.who()).toBe('so-tttt')
    const grant = await database.db
      .insertInto('role_grant')
      .values({
        id: crypto.randomUUID(),
        post_id: organisation.post['so-tttt'],
        role: 'decider',
        unit_id: organisation.unit['so-tttt'],
        from_on: '2026-11-24',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(await visitor.who()).toBeNull()
    await database.db.deleteFrom('role_grant').where('id', '=', grant.id).execute()
  })
})

test('a wrong password tells nothing of a second factor', async () => {
  await factorOf('so-tttt')
  const bodies = await Promise.all(
    ['so-tttt', 'so-noi-vu', 'khong-co-ai'].map(async (name) =>
      (await new Visitor().signIn(name, 'sai roi sai roi')).body.replaceAll(name, ''),
    ),
  )
  expect(new Set(bodies).size).toBe(1)
})
