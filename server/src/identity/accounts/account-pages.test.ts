import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { newId } from '../../platform/id.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { freeFailures } from '../passwords/lockout.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem, lastEntries, signInAs } from '../testing/ground.ts'
import { createTokenFor } from './trusted.ts'

const database = useTestDatabase()
const clock = new TestClock()
let organisation: TestOrganisation
let app: FastifyInstance

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  await database.db
    .insertInto('post_holding')
    .values({
      id: newId<'holding'>(),
      post_id: organisation.post['so-tttt'],
      person_id: organisation.person['van-phong'],
      from_on: '2022-01-01',
      capacity: 'in_charge',
    })
    .execute()
  app = await testServer(identitySystem(database, { clock }), identityRoutes({ demonstrationAccounts: [] }))
})
afterAll(() => app.close())
beforeEach(() => database.db.deleteFrom('sign_in_failure').execute())

const enter = async (username: string, password = testPassword) => {
  const session = await signInAs(identitySystem(database, { clock }), username, password)
  const send = (url: string, form: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: fromOwnPage,
      cookies: { phien: session.token },
      payload: new URLSearchParams(form).toString(),
    })
  const get = (url: string) => app.inject({ url, cookies: { phien: session.token } })
  const isOpen = async () => (await get('/api/v1/me')).statusCode === 200
  return { ...session, send, get, isOpen }
}

describe('one’s own account', () => {
  test('requires sign-in', async () => {
    for (const url of ['/tai-khoan', '/tai-khoan/mat-khau', '/tai-khoan/chuc-vu']) {
      const answer = await app.inject({ url })
      expect([url, answer.statusCode, answer.headers.location]).toEqual([
        url,
        303,
        `/dang-nhap?tiep=${encodeURIComponent(url)}`,
      ])
    }
  })

  test('shows the posts with their rights, the sessions and the tokens', async () => {
    await createTokenFor(
      database.db,
      { username: 'van-phong', scopes: ['read'], days: 3, name: 'Báo cáo tự động' },
      clock.now(),
    )
    const { get } = await enter('van-phong')
    const { body, statusCode } = await get('/tai-khoan')
    expect(statusCode).toBe(200)
    for (const words of [
      'Trần Thị Vân',
      'Giám đốc',
      'Sở Thông tin và Truyền thông',
      'Quản trị chương trình: Tỉnh ủy và cấp dưới',
      'Phiên này',
      '192.0.2.1',
      'Báo cáo tự động',
    ])
      expect(body).toContain(words)
  })
})

describe('choosing the post', () => {
  test('changes what one may do from the next request on, in this session alone', async () => {
    const [here, there] = [await enter('van-phong'), await enter('van-phong')]
    const postOf = async (session: typeof here) => (await session.get('/api/v1/me')).json().post.id
    const before = await postOf(there)
    const both = [organisation.post['so-tttt'], organisation.post['van-phong']]
    const wanted = both.find((post) => post !== before) ?? ''
    const answer = await here.send('/tai-khoan/chuc-vu', { postId: wanted, returnTo: '/cong-viec?trang=2' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/cong-viec?trang=2'])
    expect(await postOf(here)).toBe(wanted)
    expect(await postOf(there)).toBe(before)
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({ action: 'session.switch-post', objectId: here.id })
  })

  test('refuses a post that somebody else holds', async () => {
    const { send, get } = await enter('tu-ky')
    const answer = await send('/tai-khoan/chuc-vu', { postId: organisation.post['thuong-vu'] })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('không giữ chức vụ này')
    expect((await get('/api/v1/me')).json().post.id).toBe(organisation.post['tu-ky'])
  })

  test('leads to no other site', async () => {
    const { send } = await enter('tu-ky')
    const postId = organisation.post['tu-ky']
    const answer = await send('/tai-khoan/chuc-vu', { postId, returnTo: '//evil.example' })
    expect(answer.headers.location).toBe('/')
  })
})

describe('changing the password', () => {
  const next = 'một mật khẩu khác hẳn'
  const form = { current: testPassword, next, again: next }

  test('lets the old one in no more, ends the other sessions and goes on in this one under a fresh secret', async () => {
    const [here, there] = [await enter('kiem-tra'), await enter('kiem-tra')]
    const answer = await here.send('/tai-khoan/mat-khau', form)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/tai-khoan'])
    const fresh = answer.cookies.find(({ name }) => name === 'phien')?.value ?? ''
    // // Anyone who had the old secret is signed out by this.
    expect([await here.isOpen(), await there.isOpen()]).toEqual([false, false])
    const me = await app.inject({ url: '/api/v1/me', cookies: { phien: fresh } })
    expect([me.statusCode, me.json().username]).toEqual([200, 'kiem-tra'])
    await expect(enter('kiem-tra')).rejects.toThrow()
    expect(await (await enter('kiem-tra', next)).isOpen()).toBe(true)
  })

  test.each([
    ['a wrong current one', { ...form, current: 'không phải' }, 'Mật khẩu đang dùng chưa đúng'],
    ['a short one', { ...form, next: 'ngắn', again: 'ngắn' }, 'ít nhất 10 ký tự'],
    ['the same again', { ...form, next: testPassword, again: testPassword }, 'trùng mật khẩu đang dùng'],
    ['two that differ', { ...form, again: `${next}.` }, 'chưa giống nhau'],
    ['nothing', { current: '', next: '', again: '' }, 'Cần điền ô này'],
  ])('refuses %s and changes nothing', async (_name, typed, words) => {
    const { send } = await enter('tuyen-giao')
    const answer = await send('/tai-khoan/mat-khau', typed)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).not.toContain(next)
    expect(await (await enter('tuyen-giao')).isOpen()).toBe(true)
  })

  test('is no place to guess: five wrong ones lock the name at this address', async () => {
    const { send } = await enter('thuong-vu')
    for (let failure = 0; failure < freeFailures; failure += 1)
      await send('/tai-khoan/mat-khau', { ...form, current: 'sai' })
    expect((await send('/tai-khoan/mat-khau', form)).statusCode).toBe(422)
    // The owner still comes in from elsewhere: the lock is of name and address.
    expect(await (await enter('thuong-vu')).isOpen()).toBe(true)
    clock.advance(1)
    expect((await send('/tai-khoan/mat-khau', form)).statusCode).toBe(303)
  })

  test('is not for machines', async () => {
    const { token } = await createTokenFor(
      database.db,
      { username: 'an-minh', scopes: ['read', 'write', 'admin'], days: 1, name: 'x' },
      clock.now(),
    )
    const answer = await app.inject({
      method: 'POST',
      url: '/tai-khoan/mat-khau',
      headers: { authorization: `Bearer ${token}`, 'content-type': fromOwnPage['content-type'] },
      payload: new URLSearchParams(form).toString(),
    })
    expect(answer.statusCode).toBe(403)
    expect(await (await enter('an-minh')).isOpen()).toBe(true)
  })
})

describe('ending a session', () => {
  test('of one’s own ends it at once', async () => {
    const [here, there] = [await enter('tu-ky'), await enter('tu-ky')]
    const answer = await here.send('/tai-khoan/phien', { sessionId: there.id })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/tai-khoan'])
    expect([await here.isOpen(), await there.isOpen()]).toEqual([true, false])
  })

  test('of another person’s is not possible, nor told from one that is not', async () => {
    const [mine, other] = [await enter('tu-ky'), await enter('so-noi-vu')]
    const theirs = await mine.send('/tai-khoan/phien', { sessionId: other.id })
    const nobodys = await mine.send('/tai-khoan/phien', { sessionId: newId() })
    expect([theirs.statusCode, nobodys.statusCode]).toEqual([404, 404])
    expect(await other.isOpen()).toBe(true)
  })
})

test('one account has ten sessions at most: an eleventh ends the one that was silent longest', async () => {
  await database.db.deleteFrom('session').execute()
  const stranger = await enter('so-noi-vu')
  const sessions = []
  for (let at = 0; at < 10; at += 1) {
    sessions.push(await enter('tu-ky'))
    clock.advance(1)
  }
  // The first is in use; of the others the second was heard of longest ago.
  clock.advance(1)
  expect(await sessions[0]?.isOpen()).toBe(true)
  const last = await enter('tu-ky')
  const open = await Promise.all([...sessions, last].map((session) => session.isOpen()))
  expect(open).toEqual([true, false, ...Array.from({ length: 9 }, () => true)])
  expect(await stranger.isOpen()).toBe(true)
})

describe('ending all other sessions', () => {
  const others = '/tai-khoan/phien/khac'
  const api = (session: { token: string }, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/me/other-sessions/ending',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      cookies: { phien: session.token },
      payload: {},
    })

  test('keeps the one in use and those of other people, is recorded, and its button goes with them', async () => {
    await database.db.deleteFrom('session').execute()
    const [here, there, elsewhere, stranger] = [
      await enter('tu-ky'),
      await enter('tu-ky'),
      await enter('tu-ky'),
      await enter('so-noi-vu'),
    ]
    expect((await here.get('/tai-khoan')).body).toContain(`action="${others}"`)
    const answer = await here.send(others, {})
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/tai-khoan'])
    const open = [here, there, elsewhere, stranger].map((session) => session.isOpen())
    expect(await Promise.all(open)).toEqual([true, false, false, true])
    const [entry] = await lastEntries(database, 1)
    const { accountId } = organisation.actorFor('tu-ky')
    expect(entry).toMatchObject({
      action: 'session.end-others',
      objectId: accountId,
      payload: { endedSessions: 2 },
    })
    expect((await here.get('/tai-khoan')).body).not.toContain(others)
  })

  test('by the API needs a session, so that who stole a token cannot throw its owner out', async () => {
    const [here, there] = [await enter('tu-ky'), await enter('tu-ky')]
    const { token } = await createTokenFor(
      database.db,
      { username: 'tu-ky', name: 'thử', scopes: ['read', 'write', 'admin'], days: 1 },
      clock.now(),
    )
    const stolen = await api(here, { authorization: `Bearer ${token}` })
    expect([stolen.statusCode, stolen.json().code]).toEqual([403, 'session_needed'])
    expect(await there.isOpen()).toBe(true)
    const own = await api(here)
    expect([own.statusCode, own.json().endedSessions >= 1]).toEqual([200, true])
    expect([await here.isOpen(), await there.isOpen()]).toEqual([true, false])
  })
})

describe('language and appearance', () => {
  test('are kept for the account and for the browser', async () => {
    const { send, get } = await enter('so-noi-vu')
    const answer = await send('/ngon-ngu', { language: 'en', returnTo: '/tai-khoan' })
    expect(answer.headers.location).toBe('/tai-khoan')
    expect(answer.cookies).toMatchObject([{ name: 'language', value: 'en', path: '/' }])
    expect((await get('/tai-khoan')).body).toContain('Posts you hold')

    await send('/tai-khoan/giao-dien', { theme: 'dark' })
    const { body } = await get('/tai-khoan')
    expect(body).toMatch(/<input[^>]*value="dark"[^>]*checked/)
  })

  test('can be chosen before signing in, for the browser alone', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/ngon-ngu',
      headers: fromOwnPage,
      payload: 'language=en&returnTo=%2Fdang-nhap',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/dang-nhap'])
    expect(answer.cookies[0]).toMatchObject({ name: 'language', value: 'en' })
  })

  test('take nothing but what there is', async () => {
    const { send } = await enter('so-noi-vu')
    expect((await send('/ngon-ngu', { language: 'fr' })).statusCode).toBe(422)
    expect((await send('/tai-khoan/giao-dien', { theme: 'pink' })).statusCode).toBe(422)
  })

  test('are not changed by a machine', async () => {
    const { token } = await createTokenFor(
      database.db,
      { username: 'bi-thu-song-ha', scopes: ['write'], days: 1, name: 'x' },
      clock.now(),
    )
    await app.inject({
      method: 'POST',
      url: '/ngon-ngu',
      headers: { authorization: `Bearer ${token}`, 'content-type': fromOwnPage['content-type'] },
      payload: 'language=en',
    })
    const { language } = await database.db
      .selectFrom('account')
      .select('language')
      .where('username', '=', 'bi-thu-song-ha')
      .executeTakeFirstOrThrow()
    // They never chose: the browser says it.
    expect(language).toBeNull()
  })
})
