import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson, appoint, getPost } from '../../organisation/index.ts'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem, lastEntries, signInAs } from '../testing/ground.ts'

const database = useTestDatabase()
const clock = new TestClock()
let organisation: TestOrganisation
let app: FastifyInstance

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  app = await testServer(identitySystem(database, { clock }), identityRoutes({ demonstrationAccounts: [] }))
})
afterAll(() => app.close())

/** Somebody in a session, who uses pages and API. */
async function visitor(username: string, password = testPassword) {
  let { cookie } = await signInAs(identitySystem(database, { clock }), username, password)
  const send = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: Record<string, string> | object,
    isForm = false,
  ) => {
    const answer = await app.inject({
      method,
      url,
      headers: { cookie, ...(isForm ? fromOwnPage : { 'sec-fetch-site': 'same-origin' }) },
      ...(body === undefined
        ? {}
        : { payload: isForm ? new URLSearchParams(body as Record<string, string>).toString() : body }),
    })
    for (const one of answer.cookies) if (one.name.endsWith('phien')) cookie = `${one.name}=${one.value}`
    return answer
  }
  return {
    get: (path: string) => send('GET', path),
    api: async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
      const answer = await send(method, `/api/v1${path}`, body)
      return { status: answer.statusCode, body: answer.json() }
    },
    form: (path: string, body: Record<string, string>) => send('POST', path, body, true),
    rights: async () =>
      ((await send('GET', '/api/v1/me')).json().grants as { role: string }[]).map(({ role }) => role).sort(),
    cookie: () => cookie,
  }
}
type Visitor = Awaited<ReturnType<typeof visitor>>

/** Signs in with a password that somebody else had set, and chooses another. */
async function enterFirst(username: string, first: string, chosen: string): Promise<Visitor> {
  const one = await visitor(username, first)
  expect((await one.form('/dang-nhap/mat-khau-moi', { next: chosen, again: chosen })).statusCode).toBe(303)
  return one
}

/** What waits of somebody, as the second person sees it. */
async function waiting(second: Visitor, username: string): Promise<string | undefined> {
  const { body } = await second.api('GET', '/access-confirmations')
  return (body.items as { username: string; access: string }[]).find((one) => one.username === username)
    ?.access
}

const confirm = async (second: Visitor, username: string) =>
  second.api('POST', '/access-confirmations', { accesses: [await waiting(second, username)] })

const newAndOwn = 'ba con trâu đi cày'
const atHome = 'bốn mùa ở xứ Đông'

describe('the administrator alone', () => {
  test('who sets a decider’s password sees nothing with it, and its owner and the inspector are told', async () => {
    const administrator = await visitor('quan-tri')
    const set = await administrator.api('PUT', '/accounts/thuong-vu-song-ha/password', {})
    const puppet = await enterFirst('thuong-vu-song-ha', set.body.password, newAndOwn)
    expect(await puppet.rights()).toEqual([])
    expect((await puppet.get('/tai-khoan')).body).toContain('đã đặt mật khẩu khác')
    expect((await (await visitor('kiem-tra')).get('/tai-khoan')).body).toContain(
      'đã đặt mật khẩu khác cho tài khoản “thuong-vu-song-ha”',
    )
    expect(
      await administrator.api('POST', '/access-confirmations', {
        accesses: ['thuong-vu-song-ha 0123456789abcdef'],
      }),
    ).toMatchObject({ status: 403, body: { code: 'second_person_involved' } })
    // Nothing that would outlive the confirmation can be made meanwhile.
    for (const [path, body] of [['/api-tokens', { name: 'x', scopes: ['read'], days: 1 }]] as const)
      expect(await puppet.api('POST', path, body)).toMatchObject({
        status: 403,
        body: { code: 'account_unconfirmed' },
      })
  })

  test('who makes a person, appoints and grants, has an account that sees nothing', async () => {
    const administrator = await visitor('quan-tri')
    const on = plainDate('2026-11-24')
    const [personId, postId] = await asActor(database, organisation.actorFor('quan-tri'), on, async (c) => {
      const person = await addPerson(c, { fullName: 'Lê Văn Mới' })
      const post = organisation.post['tuyen-giao-tu-ky']
      const { version } = await getPost(c, post)
      await appoint(c, {
        postId: post,
        version,
        personId: person.personId,
        fromOn: on,
        capacity: 'acting',
        document: '1-QĐ/TU',
      })
      return [person.personId as string, post as string]
    })
    const made = await administrator.api('POST', '/accounts', {
      username: 'nguoi-moi',
      personId,
      makePassword: true,
    })
    await administrator.api('POST', '/role-grants', {
      postId,
      role: 'inspector',
      unitId: organisation.unit['tinh-uy'],
    })
    const puppet = await enterFirst('nguoi-moi', made.body.password, newAndOwn)
    expect(await puppet.rights()).toEqual([])
    // Nor does the right count for who held the post before, until somebody else has confirmed it.
    expect(await (await visitor('tuyen-giao-tu-ky')).rights()).not.toContain('inspector')
  })

  test('who appoints somebody with an account of their own has given them nothing, until another has confirmed it', async () => {
    const on = plainDate('2026-11-24')
    const { personId } = organisation.actorFor('van-thu-an-minh')
    const postId = organisation.post['tuyen-giao-tu-ky']
    const holdingId = await asActor(database, organisation.actorFor('quan-tri'), on, async (c) => {
      const { version } = await getPost(c, postId)
      const input = {
        postId,
        version,
        personId,
        fromOn: on,
        capacity: 'acting',
        document: '2-QĐ/HU',
      } as const
      return (await appoint(c, input)).holdingId
    })
    const appointed = await visitor('van-thu-an-minh')
    expect((await appointed.form('/tai-khoan/chuc-vu', { postId })).statusCode).toBe(303)
    expect(await appointed.rights()).toEqual([])
    expect(await confirm(await visitor('kiem-tra'), 'van-thu-an-minh')).toMatchObject({
      status: 201,
      body: { confirmed: [{ username: 'van-thu-an-minh', code: null }] },
    })
    expect(await appointed.rights()).toContain('appraiser')
    await database.db.deleteFrom('holding_confirmation').where('holding_id', '=', holdingId).execute()
    expect(await appointed.rights()).toEqual([])
  })
})

describe('the second person', () => {
  let administrator: Visitor
  let inspector: Visitor
  beforeEach(async () => {
    administrator = await visitor('quan-tri')
    inspector = await visitor('kiem-tra')
  })

  test('gives the owner a code, who chooses a password with it; earlier sessions end', async () => {
    const set = await administrator.api('PUT', '/accounts/bi-thu-song-ha/password', {})
    const puppet = await enterFirst('bi-thu-song-ha', set.body.password, newAndOwn)
    const { body } = await confirm(inspector, 'bi-thu-song-ha')
    const [{ code }] = body.confirmed
    // The puppet’s owner handed the password on, and the true owner comes with it.
    const owner = await visitor('bi-thu-song-ha', newAndOwn)
    expect(await owner.rights()).toEqual([])
    expect(
      (await owner.form('/tai-khoan/kich-hoat', { code: 'sai', next: atHome, again: atHome })).statusCode,
    ).toBe(422)
    const before = owner.cookie()
    const typed = { code, next: newAndOwn, again: newAndOwn }
    expect((await owner.form('/tai-khoan/kich-hoat', typed)).statusCode).toBe(422)
    expect((await owner.form('/tai-khoan/kich-hoat', { code, next: atHome, again: atHome })).statusCode).toBe(
      303,
    )
    expect(owner.cookie()).not.toBe(before)
    expect(await owner.rights()).not.toEqual([])
    expect((await puppet.get('/api/v1/me')).statusCode).toBe(401)
    expect((await app.inject({ url: '/api/v1/me', headers: { cookie: before } })).statusCode).toBe(401)
    await expect(visitor('bi-thu-song-ha', newAndOwn)).rejects.toThrow()
    const [entry] = await lastEntries(database, 1)
    expect(entry?.payload).toBeDefined()
    // It is used up.
    expect(
      (await owner.form('/tai-khoan/kich-hoat', { code, next: newAndOwn, again: newAndOwn })).statusCode,
    ).toBe(422)
  })

  test('is void once the account was opened again, and confirms only what was shown', async () => {
    const first = await administrator.api('PUT', '/accounts/chi-bo-cho/password', {})
    const seen = await waiting(inspector, 'chi-bo-cho')
    const { body } = await confirm(inspector, 'chi-bo-cho')
    const again = await administrator.api('PUT', '/accounts/chi-bo-cho/password', {})
    expect(first.body.password).not.toBe(again.body.password)
    expect(await inspector.api('POST', '/access-confirmations', { accesses: [seen] })).toMatchObject({
      status: 409,
      body: { code: 'confirmation_changed' },
    })
    const owner = await enterFirst('chi-bo-cho', again.body.password, newAndOwn)
    const typed = { code: body.confirmed[0].code, next: atHome, again: atHome }
    expect((await owner.form('/tai-khoan/kich-hoat', typed)).statusCode).toBe(422)
    expect(await owner.rights()).toEqual([])
  })

  test('comes too late after thirty days: the first password opens nothing any more', async () => {
    const set = await administrator.api('PUT', '/accounts/so-tttt/password', {})
    await database.db
      .updateTable('account')
      .set({ password_expires_at: clock.now() })
      .where('username', '=', 'so-tttt')
      .execute()
    await expect(visitor('so-tttt', set.body.password)).rejects.toThrow('not let in')
  })

  test('reaches nobody beyond their own scope', async () => {
    await administrator.api('PUT', '/accounts/thuong-vu-song-ha/password', {})
    const below = await visitor('tu-ky')
    expect(await waiting(below, 'thuong-vu-song-ha')).toBeUndefined()
  })
})
