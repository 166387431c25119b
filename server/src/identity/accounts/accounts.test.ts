import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson } from '../../organisation/index.ts'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { freeFailures } from '../passwords/lockout.ts'
import { identityRoutes } from '../routes.ts'
import type { TokenScope } from '../sessions/api-tokens.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { identitySystem, lastEntries, signInAs } from '../testing/ground.ts'
import { createTokenFor, createUserFor, grantRoleFor, setPasswordFor } from './trusted.ts'

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

const enter = (username: string, password = testPassword) =>
  signInAs(identitySystem(database, { clock }), username, password)

const newPerson = () =>
  asActor(database, organisation.actorFor('quan-tri'), '2026-11-24', async (c) => {
    const { personId } = await addPerson(c, { fullName: 'Lê Văn Mới' })
    return personId as string
  })

/** The API as a machine of somebody sees it. */
const machineOf = async (username: string, scopes: readonly TokenScope[] = ['read', 'write', 'admin']) => {
  const { token } = await createTokenFor(database.db, { username, scopes, days: 1, name: 'x' }, clock.now())
  return async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, key?: string) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    return { status: answer.statusCode, body: answer.json(), text: answer.body }
  }
}

describe('making an account', () => {
  test('lets its person in', async () => {
    const call = await machineOf('quan-tri')
    const body = { username: 'nguoi-moi', personId: await newPerson(), password: 'bốn mùa ở xứ Đông' }
    expect(await call('POST', '/accounts', body)).toMatchObject({
      status: 201,
      body: { username: 'nguoi-moi' },
    })
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({ action: 'account.create', payload: { username: 'nguoi-moi' } })
    expect(JSON.stringify(entry)).not.toContain('xứ Đông')
    expect((await enter('nguoi-moi', 'bốn mùa ở xứ Đông')).token).toBeDefined()
  })

  test('without a password lets nobody in', async () => {
    const call = await machineOf('quan-tri')
    await call('POST', '/accounts', { username: 'chua-co', personId: await newPerson() })
    for (const password of ['!', '', testPassword]) await expect(enter('chua-co', password)).rejects.toThrow()
  })

  test.each([
    ['a taken name', { username: 'van-phong' }, 409, 'username_taken'],
    ['a name with capitals', { username: 'Van-Phong-2' }, 422, 'input_invalid'],
    ['a name with a path in it', { username: '../quan-tri' }, 422, 'input_invalid'],
    ['a short password', { password: 'ngắn' }, 422, 'error.password_short'],
    ['a person that is not there', { personId: '019aa0c0-0000-7000-8000-000000000000' }, 404, 'not_found'],
    ['a field of its own', { role: 'system-admin' }, 422, 'input_invalid'],
  ])('is refused for %s', async (_name, change, status, code) => {
    const call = await machineOf('quan-tri')
    const personId = await newPerson()
    const body = { username: 'nguoi-khac', personId, password: 'bốn mùa ở xứ Đông', ...change }
    expect(await call('POST', '/accounts', body)).toMatchObject({ status, body: { code } })
  })

  test('under one key is done once, and the password is not kept for it in any form', async () => {
    const call = await machineOf('quan-tri')
    const body = { username: 'mot-lan', personId: await newPerson(), password: 'bốn mùa ở xứ Đông' }
    const answers = await Promise.all([
      call('POST', '/accounts', body, 'khoa-mot-lan'),
      call('POST', '/accounts', body, 'khoa-mot-lan'),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('done_before')
    const row = await database.db
      .selectFrom('idempotency_key')
      .selectAll()
      .where('key', '=', 'khoa-mot-lan')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ input_sha256: 'secret', result: null })
  })
})

describe('setting another’s password', () => {
  test('ends all sessions, unlocks the name and forgets the old one', async () => {
    const call = await machineOf('quan-tri')
    await enter('so-noi-vu')
    for (let failure = 0; failure < freeFailures; failure += 1)
      await expect(enter('so-noi-vu', 'sai')).rejects.toThrow()
    const password = 'mười hai con giáp'
    expect((await call('PUT', '/accounts/so-noi-vu/password', { password })).status).toBe(200)
    const open = await database.db
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', organisation.actorFor('so-noi-vu').accountId)
      .where('ended_at', 'is', null)
      .execute()
    expect(open).toEqual([])
    await enter('so-noi-vu', password)
    await expect(enter('so-noi-vu')).rejects.toThrow()
  })
})

describe('ending the sessions of an account', () => {
  const notices = async (username: 'chi-bo-cho') =>
    database.db
      .selectFrom('account_notice')
      .select(['kind', 'params'])
      .where('account_id', '=', organisation.actorFor(username).accountId)
      .where('kind', '=', 'sessions_ended')
      .execute()

  test('ends all of them and nothing else, tells their owner, and is on the record', async () => {
    const call = await machineOf('quan-tri')
    const theirs = await machineOf('chi-bo-cho')
    const sessions = [await enter('chi-bo-cho'), await enter('chi-bo-cho')]
    const stranger = await enter('tu-ky')
    const open = async ({ cookie }: { cookie: string }) =>
      (await app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode === 200
    expect(await call('POST', '/accounts/chi-bo-cho/sessions/ending', { reason: 'mất máy' })).toMatchObject({
      status: 200,
      body: { username: 'chi-bo-cho', endedSessions: 2 },
    })
    expect(await Promise.all([...sessions, stranger].map(open))).toEqual([false, false, true])
    expect((await theirs('GET', '/me')).status).toBe(200)
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({
      action: 'account.end-sessions',
      payload: { reason: 'mất máy', endedSessions: 2 },
    })
    expect(await notices('chi-bo-cho')).toHaveLength(1)
    await enter('chi-bo-cho')
  })

  test('needs a reason, and is nothing that one does to oneself here', async () => {
    const call = await machineOf('quan-tri')
    expect((await call('POST', '/accounts/chi-bo-cho/sessions/ending', {})).status).toBe(422)
    expect(await call('POST', '/accounts/quan-tri/sessions/ending', { reason: 'x' })).toMatchObject({
      status: 403,
      body: { code: 'own_sessions' },
    })
  })
})

describe('closing an account', () => {
  test('ends its sessions and tokens at once; opening it again lets it in as before', async () => {
    const call = await machineOf('quan-tri')
    const theirs = await machineOf('chi-bo-cho')
    const session = await enter('chi-bo-cho')
    const me = () => app.inject({ url: '/api/v1/me', headers: { cookie: session.cookie } })
    expect([(await me()).statusCode, (await theirs('GET', '/me')).status]).toEqual([200, 200])

    const close = () => call('PUT', '/accounts/chi-bo-cho/disablement', { reason: 'chuyển công tác' })
    expect((await close()).status).toBe(200)
    expect([(await me()).statusCode, (await theirs('GET', '/me')).status]).toEqual([401, 401])
    expect(await close()).toMatchObject({ status: 409, body: { code: 'account_disabled' } })
    await expect(enter('chi-bo-cho')).rejects.toThrow()

    expect((await call('DELETE', '/accounts/chi-bo-cho/disablement')).status).toBe(200)
    await enter('chi-bo-cho')
    expect((await me()).statusCode).toBe(401)
  })

  test('is nothing that one does to oneself', async () => {
    const call = await machineOf('quan-tri')
    expect(await call('PUT', '/accounts/quan-tri/disablement', { reason: 'x' })).toMatchObject({
      status: 403,
      body: { code: 'own_account' },
    })
  })
})

describe('scopes', () => {
  test.each([
    ['POST', '/accounts'],
    ['PUT', '/accounts/van-phong/password'],
    ['PUT', '/accounts/van-phong/disablement'],
    ['DELETE', '/accounts/van-phong/disablement'],
    ['POST', '/role-grants'],
    ['POST', '/role-grants/019aa0c0-0000-7000-8000-000000000000/revocation'],
  ] as const)(
    'a token that may read and write, but not administer, gets nothing from %s %s',
    async (method, path) => {
      const call = await machineOf('quan-tri', ['read', 'write'])
      expect(await call(method, path, method === 'DELETE' ? undefined : {})).toMatchObject({
        status: 403,
        body: { code: 'scope_missing' },
      })
    },
  )

  test('no token makes a token, and one that writes reads too', async () => {
    const call = await machineOf('quan-tri')
    expect(await call('POST', '/api-tokens', { name: 'y', scopes: ['read'], days: 1 })).toMatchObject({
      status: 403,
      body: { code: 'session_needed' },
    })
    const writer = await machineOf('quan-tri', ['write'])
    expect((await writer('GET', '/me')).status).toBe(200)
  })
})

describe('a token of one’s own', () => {
  const fromPage = async (username: string) => {
    const { cookie } = await enter(username)
    return (path: string, payload: object) =>
      app.inject({
        method: 'POST',
        url: `/api/v1${path}`,
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        payload,
      })
  }

  test('is shown once, works in the post it was made in, and ends when it is revoked', async () => {
    const send = await fromPage('thuong-vu')
    const made = await send('/api-tokens', { name: 'Bảng tin', scopes: ['read', 'read'], days: 30 })
    expect(made.statusCode).toBe(201)
    const { token, tokenId } = made.json<{ token: string; tokenId: string }>()
    const row = await database.db
      .selectFrom('api_token')
      .selectAll()
      .where('id', '=', tokenId)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ scopes: ['read'], holding_id: organisation.holding['thuong-vu'] })
    expect(JSON.stringify(row)).not.toContain(token)
    const use = () => app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })
    expect((await use()).json()).toMatchObject({ username: 'thuong-vu', scopes: ['read'] })

    const stranger = await fromPage('tu-ky')
    expect((await stranger(`/api-tokens/${tokenId}/revocation`, {})).statusCode).toBe(404)
    expect((await send(`/api-tokens/${tokenId}/revocation`, {})).statusCode).toBe(200)
    expect((await use()).statusCode).toBe(401)
    expect((await send(`/api-tokens/${tokenId}/revocation`, {})).statusCode).toBe(409)
  })

  test.each([
    ['no scope', { scopes: [] }],
    ['a scope that there is not', { scopes: ['root'] }],
    ['a time without end', { days: 400 }],
    ['no name', { name: '' }],
  ])('with %s is refused', async (_name, change) => {
    const send = await fromPage('thuong-vu')
    const answer = await send('/api-tokens', { name: 'x', scopes: ['read'], days: 1, ...change })
    expect(answer.statusCode).toBe(422)
  })

  test('can be revoked by the administrator of its owner', async () => {
    const send = await fromPage('tu-ky')
    const { tokenId } = (await send('/api-tokens', { name: 'x', scopes: ['read'], days: 1 })).json()
    const call = await machineOf('quan-tri')
    expect((await call('POST', `/api-tokens/${tokenId}/revocation`, {})).status).toBe(200)
  })
})

describe('the list of accounts', () => {
  test('comes page by page, by name, with the posts of today', async () => {
    const call = await machineOf('quan-tri')
    const names: string[] = []
    let cursor = ''
    do {
      const { body } = await call('GET', `/accounts?limit=5${cursor && `&cursor=${cursor}`}`)
      names.push(...body.items.map((row: { username: string }) => row.username))
      cursor = body.next ?? ''
    } while (cursor !== '')
    expect(names).toEqual([...names].sort())
    expect(names).toEqual(expect.arrayContaining(Object.keys(organisation.person)))
    expect(new Set(names).size).toBe(names.length)
  })

  test('finds by name without accents, and takes wildcards as written', async () => {
    const call = await machineOf('quan-tri')
    const found = async (q: string) =>
      (await call('GET', `/accounts?q=${encodeURIComponent(q)}`)).body.items.map(
        (row: { username: string }) => row.username,
      )
    expect(await found('tran thi van')).toEqual(['van-phong'])
    expect(await found('Trần Thị Vân')).toEqual(['van-phong'])
    expect(await found('%')).toEqual([])
    expect(await found('_')).toEqual([])
  })

  test('is not available to users who administer nothing', async () => {
    const call = await machineOf('van-phong')
    expect((await call('GET', '/accounts')).status).toBe(403)
  })
})

describe('the operator of the server', () => {
  test('makes an account, gives it a post’s right, and sets its password, all on record', async () => {
    const personId = await newPerson()
    const made = await createUserFor(database.db, { username: 'dau-tien', personId }, clock.now())
    expect((await enter('dau-tien', made.password)).token).toBeDefined()
    const { grantId } = await grantRoleFor(
      database.db,
      {
        postId: organisation.post['van-thu-an-minh'],
        role: 'system-admin',
        unitId: organisation.unit['tinh-uy'],
        system: null,
        fromOn: plainDate('2022-01-01'),
      },
      clock.now(),
    )
    const renewed = await setPasswordFor(database.db, { username: 'dau-tien' }, clock.now())
    expect((await enter('dau-tien', renewed.password)).token).toBeDefined()
    await expect(enter('dau-tien', made.password)).rejects.toThrow()

    const entries = (await lastEntries(database, 20)).filter((entry) => entry.accountId === null)
    expect(entries.map((entry) => entry.action)).toEqual(
      expect.arrayContaining(['account.create', 'role.grant', 'account.set-password']),
    )
    expect(entries.find((entry) => entry.action === 'role.grant')?.objectId).toBe(grantId)
    expect(JSON.stringify(entries)).not.toContain(renewed.password)
  })

  test('gets no token for a name that nobody has', async () => {
    const wish = { username: 'khong-ai', scopes: ['read'] as const, days: 1, name: 'x' }
    await expect(createTokenFor(database.db, wish, clock.now())).rejects.toMatchObject({ code: 'not_found' })
  })
})
