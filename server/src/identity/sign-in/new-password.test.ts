import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { createAccount } from '../accounts/create-account.ts'
import { saveTotp } from '../factors/factors.ts'
import { codeAt, newTotpSecret } from '../factors/totp.ts'
import { setPassword } from '../passwords/set-password.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem, lastEntries } from '../testing/ground.ts'

const database = useTestDatabase()
const given = 'Do quan tri dat 7!'
const chosen = 'Chi minh toi biet 9!'
const today = '2022-05-18'
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
  app = await testServer(identitySystem(database, { clock }), identityRoutes({ demonstrationAccounts: [] }))
  await asAdministrator((c) => setPassword(c, { username: 'so-tttt', password: given }))
})
afterAll(() => app.close())

const asAdministrator = <Result>(act: (c: Context) => Promise<Result>) =>
  asActor(database, organisation.actorFor('quan-tri'), today, act)

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

  signIn(password: string, username = 'so-tttt') {
    return this.post('/dang-nhap', { username, password })
  }

  choose(next: string, again = next) {
    return this.post('/dang-nhap/mat-khau-moi', { next, again })
  }

  async who() {
    const answer = await this.get('/api/v1/me')
    return answer.statusCode === 200 ? (answer.json() as { username: string }).username : answer.json().code
  }
}

const signedInWith = async (password: string, username = 'so-tttt') => {
  const visitor = new Visitor()
  expect((await visitor.signIn(password, username)).statusCode).toBe(303)
  return visitor
}

describe('whose password somebody else has set', () => {
  test('can do nothing before they have chosen their own, by page or by API', async () => {
    const visitor = await signedInWith(given)
    expect(await visitor.who()).toBe('new_password_needed')
    const page = await visitor.get('/tai-khoan')
    expect(page.headers.location).toBe('/dang-nhap?tiep=%2Ftai-khoan')
    const step = '/dang-nhap/mat-khau-moi?tiep=%2Ftai-khoan'
    expect((await visitor.get('/dang-nhap?tiep=%2Ftai-khoan')).headers.location).toBe(step)
    for (const url of ['/dang-nhap/buoc-hai', '/dang-nhap/dat-buoc-hai'])
      expect((await visitor.get(`${url}?tiep=%2Ftai-khoan`)).headers.location).toBe(step)
    const secret = newTotpSecret()
    await visitor.post('/dang-nhap/dat-buoc-hai', { secret, code: codeAt(secret, clock.now()) })
    await visitor.post('/tai-khoan/giao-dien', { theme: 'dark' })
    expect(await visitor.who()).toBe('new_password_needed')
    expect(await database.db.selectFrom('totp_factor').select('account_id').execute()).toEqual([])
    expect((await visitor.get(step)).body).toContain('Đặt mật khẩu của riêng mình')
  })

  test('chooses one and goes on, under a fresh secret; it is asked once and is on record', async () => {
    const other = await signedInWith(given)
    const visitor = await signedInWith(given)
    const before = visitor.cookie
    const answer = await visitor.post('/dang-nhap/mat-khau-moi?tiep=%2Ftai-khoan', {
      next: chosen,
      again: chosen,
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/tai-khoan'])
    expect(await visitor.who()).toBe('so-tttt')
    expect(visitor.cookie).not.toBe(before)
    expect(await other.who()).toBe('sign_in_needed')
    const [entry] = await lastEntries(database, 1)
    const { accountId } = organisation.actorFor('so-tttt')
    expect(entry).toMatchObject({
      action: 'account.change-password',
      accountId,
      objectId: accountId,
      payload: { asked: true },
    })
    expect(await (await signedInWith(chosen)).who()).toBe('so-tttt')
    expect((await new Visitor().signIn(given)).statusCode).toBe(422)
  })

  test('must not keep the one that was set, nor take a weak one or mistype it', async () => {
    const visitor = await signedInWith(given)
    expect((await visitor.choose(given)).body).toContain('Mật khẩu mới trùng mật khẩu đang dùng')
    expect((await visitor.choose('ngan')).statusCode).toBe(422)
    expect((await visitor.choose(chosen, given)).body).toContain('chưa giống nhau')
    expect(await visitor.who()).toBe('new_password_needed')
  })

  test('must be chosen within ten minutes', async () => {
    const visitor = await signedInWith(given)
    clock.advance(11)
    expect(await visitor.who()).toBe('sign_in_needed')
    expect((await visitor.choose(chosen)).headers.location).toBe('/dang-nhap')
    expect(await (await signedInWith(given)).who()).toBe('new_password_needed')
  })

  test('shows their second factor first', async () => {
    const secret = newTotpSecret()
    const owner = organisation.actorFor('so-tttt')
    // The factor is older than the password that somebody else set.
    await database.db.deleteFrom('way_in').execute()
    await asActor(database, owner, today, (c) =>
      saveTotp(c, owner.accountId, { secret, code: codeAt(secret, c.now) }),
    )
    clock.advance(60)
    const visitor = await signedInWith(given)
    expect(await visitor.who()).toBe('second_step_needed')
    expect((await visitor.choose(chosen)).headers.location).toBe('/dang-nhap/buoc-hai')
    await visitor.post('/dang-nhap/buoc-hai', { code: codeAt(secret, clock.now()) })
    expect(await visitor.who()).toBe('new_password_needed')
    await visitor.choose(chosen)
    expect(await visitor.who()).toBe('so-tttt')
    await database.db.deleteFrom('totp_factor').execute()
    await database.db.deleteFrom('recovery_code').execute()
  })

  test('may leave, and the session is over', async () => {
    const visitor = await signedInWith(given)
    const kept = visitor.cookie
    await visitor.post('/dang-xuat', {})
    visitor.cookie = kept
    expect(await visitor.who()).toBe('sign_in_needed')
  })
})

test('a new account asks its owner the same; who was never set one from outside is not asked', async () => {
  const personId = organisation.person['chi-bo-cho']
  await asAdministrator((c) =>
    createAccount(c, { username: 'nguoi-moi', personId, password: given, makePassword: false }),
  )
  const newcomer = await signedInWith(given, 'nguoi-moi')
  expect(await newcomer.who()).toBe('new_password_needed')
  expect(await (await signedInWith(testPassword, 'thuong-vu')).who()).toBe('thuong-vu')
})
