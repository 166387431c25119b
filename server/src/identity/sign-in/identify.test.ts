import type { FastifyRequest } from 'fastify'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { readConfig } from '../../platform/config/config.ts'
import type { Actor } from '../../platform/context.ts'
import type { Identified } from '../../platform/http/system.ts'
import { newId } from '../../platform/id.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock } from '../../platform/testing/server.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { disableAccount } from '../accounts/disable-account.ts'
import { importAccounts } from '../accounts/import-accounts.ts'
import { createTokenFor } from '../accounts/trusted.ts'
import { absoluteMs, idleMs } from '../sessions/sessions.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { identitySystem, signInAs } from '../testing/ground.ts'

const database = useTestDatabase()
let organisation: TestOrganisation
let clock: TestClock

/** A request as far as it is looked at here. */
const request = (cookies: Record<string, string>, headers: Record<string, string> = {}): FastifyRequest =>
  ({ cookies, headers }) as unknown as FastifyRequest

const identify = (cookies: Record<string, string>, headers: Record<string, string> = {}) =>
  identitySystem(database, { clock }).identify(request(cookies, headers))

const actorOf = async (token: string): Promise<Actor | null> => (await identify({ phien: token })).actor

const bearer = (token: string): Promise<Identified> => identify({}, { authorization: `Bearer ${token}` })

const enter = async (username: string) =>
  (await signInAs(identitySystem(database, { clock }), username, testPassword)).token

const setToday = (day: string | null) =>
  database.db.updateTable('installation').set({ today_override: day }).execute()

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  await database.db
    .insertInto('installation')
    // What the second step asks of those who decide has tests of its own.
    .values({ name_vi: 'Tỉnh ủy', name_en: 'Committee', second_factor_required: false })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
})
beforeEach(async () => {
  clock = new TestClock()
  await setToday(null)
})

describe('the actor', () => {
  test('is the person in their post, with its rights', async () => {
    const token = await enter('van-phong')
    const actor = await actorOf(token)
    const expected = organisation.actorFor('van-phong')
    const sorted = (grants: Actor['grants'] | undefined) =>
      (grants ?? []).map((grant) => `${grant.role} ${grant.unitId} ${grant.system}`).sort()
    expect(actor).toEqual({ ...expected, grants: actor?.grants, sessionId: expect.any(String) })
    expect(sorted(actor?.grants)).toEqual(sorted(expected.grants))
  })

  test('of a standing committee stands for its committee', async () => {
    const actor = await actorOf(await enter('thuong-vu'))
    expect(actor).toMatchObject({
      unitId: organisation.unit['btv-tinh-uy'],
      rootId: organisation.unit['tinh-uy'],
    })
  })

  test('is nobody without a cookie, with a made-up one, or with the hash out of the database', async () => {
    await enter('van-phong')
    const { token_sha256 } = await database.db
      .selectFrom('session')
      .select('token_sha256')
      .executeTakeFirstOrThrow()
    for (const token of ['', 'x', token_sha256]) expect(await actorOf(token)).toBeNull()
    expect((await identify({})).actor).toBeNull()
  })

  test('has no rights where they hold no post, and is still themselves', async () => {
    const token = await enter('chi-bo-cho')
    await endHoldingOf('chi-bo-cho', '2026-11-24')
    expect(await actorOf(token)).toMatchObject({
      username: 'chi-bo-cho',
      personName: 'Tạ Văn Chợ',
      holdingId: null,
      postId: null,
      unitId: null,
      rootId: null,
      grants: [],
    })
  })
})

async function endHoldingOf(name: 'chi-bo-cho' | 'so-tttt' | 'an-minh', day: string) {
  await database.db
    .updateTable('post_holding')
    .set({ to_on: day })
    .where('id', '=', organisation.holding[name])
    .execute()
}

async function holdAlso(name: 'van-thu-an-minh' | 'so-noi-vu', postOf: 'bi-thu-song-ha', from: string) {
  const id = newId<'holding'>()
  await database.db
    .insertInto('post_holding')
    .values({
      id,
      post_id: organisation.post[postOf],
      person_id: organisation.person[name],
      from_on: from,
    })
    .execute()
  return id
}

describe('posts and rights are those of today', () => {
  test('a head who is transferred loses access with the next request, not the next sign-in', async () => {
    const token = await enter('so-tttt')
    expect((await actorOf(token))?.grants).not.toEqual([])
    await endHoldingOf('so-tttt', '2026-11-25')
    expect((await actorOf(token))?.grants).not.toEqual([])
    clock.advance(30)
    await endHoldingOf('so-tttt', '2026-11-24')
    expect((await actorOf(token))?.grants).toEqual([])
  })

  test('the installation’s day decides, and sessions live by the real clock', async () => {
    const token = await enter('an-minh')
    await endHoldingOf('an-minh', '2022-06-01')
    expect((await actorOf(token))?.postId).toBeNull()
    await setToday('2022-05-18')
    expect((await actorOf(token))?.postId).toBe(organisation.post['an-minh'])
    await setToday('2022-06-01')
    expect((await actorOf(token))?.postId).toBeNull()
    clock.advance(idleMs / 60_000)
    await setToday('2022-05-18')
    expect(await actorOf(token)).toBeNull()
  })

  test('a right counts from its first day up to the day before its last', async () => {
    const token = await enter('chu-tich-an-minh')
    const right = {
      postId: organisation.post['chu-tich-an-minh'],
      role: 'inspector' as const,
      unitId: organisation.unit['ubnd-an-minh'],
      system: 'state',
      fromOn: plainDate('2022-05-18'),
      toOn: plainDate('2022-05-20'),
    }
    await database.db
      .transaction()
      .execute((db) =>
        importAccounts(
          { db, now: clock.now(), origin: { requestId: 't', address: null }, actor: null },
          { accounts: [], grants: [right] },
        ),
      )
    const has = async (day: string) => {
      await setToday(day)
      return (await actorOf(token))?.grants.some((grant) => grant.role === 'inspector')
    }
    expect(await has('2022-05-17')).toBe(false)
    expect(await has('2022-05-18')).toBe(true)
    expect(await has('2022-05-19')).toBe(true)
    expect(await has('2022-05-20')).toBe(false)
  })

  test('a head post comes first; the one that was chosen stays while it is held', async () => {
    const token = await enter('van-thu-an-minh')
    const clerk = organisation.post['van-thu-an-minh']
    expect((await actorOf(token))?.postId).toBe(clerk)
    const holding = await holdAlso('van-thu-an-minh', 'bi-thu-song-ha', '2023-01-01')
    expect((await actorOf(token))?.postId).toBe(organisation.post['bi-thu-song-ha'])

    const sessionId = (await actorOf(token))?.sessionId ?? ''
    const choose = (id: string) =>
      database.db.updateTable('session').set({ holding_id: id }).where('id', '=', sessionId).execute()
    await choose(organisation.holding['van-thu-an-minh'])
    expect((await actorOf(token))?.postId).toBe(clerk)
    await choose(holding)
    await database.db
      .updateTable('post_holding')
      .set({ to_on: '2026-11-24' })
      .where('id', '=', holding)
      .execute()
    expect((await actorOf(token))?.postId).toBe(clerk)
  })

  test('a post of a unit that is no more gives nothing', async () => {
    const token = await enter('chi-bo-thon-dong')
    const end = (day: string | null) =>
      database.db
        .updateTable('unit')
        .set({ valid_to: day })
        .where('id', '=', organisation.unit['chi-bo-thon-dong'])
        .execute()
    await end('2026-11-24')
    expect((await actorOf(token))?.grants).toEqual([])
    await end(null)
    expect((await actorOf(token))?.grants).not.toEqual([])
  })
})

describe('a session', () => {
  test('ends after an hour of silence', async () => {
    const token = await enter('van-phong')
    clock.advance(idleMs / 60_000 - 1)
    expect(await actorOf(token)).not.toBeNull()
    clock.advance(idleMs / 60_000 - 1)
    expect(await actorOf(token)).not.toBeNull()
    clock.advance(idleMs / 60_000)
    expect(await actorOf(token)).toBeNull()
  })

  test('ends after twelve hours, however busy', async () => {
    const token = await enter('van-phong')
    for (let minutes = 0; minutes < absoluteMs / 60_000 - 30; minutes += 30) {
      clock.advance(30)
      expect(await actorOf(token)).not.toBeNull()
    }
    clock.advance(30)
    expect(await actorOf(token)).toBeNull()
  })

  test('is written down as alive at most once a minute', async () => {
    const token = await enter('van-phong')
    const id = (await actorOf(token))?.sessionId ?? ''
    const seenAt = async () =>
      (
        await database.db
          .selectFrom('session')
          .select('last_seen_at')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).last_seen_at
    const first = await seenAt()
    clock.advance(0.9)
    await actorOf(token)
    expect(await seenAt()).toEqual(first)
    clock.advance(0.1)
    await actorOf(token)
    expect(await seenAt()).toEqual(clock.now())
  })

  test('ends with its account', async () => {
    const token = await enter('chu-tich-an-minh')
    await asActor(database, organisation.actorFor('quan-tri'), '2026-11-24', (c) =>
      disableAccount(c, { username: 'chu-tich-an-minh', reason: 'nghỉ hưu' }),
    )
    expect(await actorOf(token)).toBeNull()
  })

  test('is in a cookie that no other host can plant where people come by https', async () => {
    const config = readConfig({ PUBLIC_URL: 'https://dotpha.example.vn' })
    const system = identitySystem(database, { clock, config })
    const { cookie, token } = await signInAs(system, 'van-phong', testPassword)
    expect(cookie).toBe(`__Host-phien=${token}`)
    expect((await system.identify(request({ '__Host-phien': token }))).actor).not.toBeNull()
    expect((await system.identify(request({ phien: token }))).actor).toBeNull()
  })
})

describe('a token', () => {
  const make = (username: string, days = 1) =>
    createTokenFor(database.db, { username, scopes: ['read'], days, name: 'thử' }, clock.now())

  test('opens its account within its scopes, in no session', async () => {
    const { token } = await make('van-phong')
    expect(token).toMatch(/^dp_[\w-]{43}$/)
    const { actor } = await bearer(token)
    expect(actor).toMatchObject({ username: 'van-phong', scopes: ['read'] })
    expect(actor).not.toHaveProperty('sessionId')
  })

  test('opens nothing when its time is over, when it is revoked, or when its account is closed', async () => {
    const { token, tokenId } = await make('van-phong')
    clock.advance(24 * 60 - 1)
    expect((await bearer(token)).actor).not.toBeNull()
    clock.advance(1)
    expect((await bearer(token)).actor).toBeNull()

    clock = new TestClock()
    await database.db
      .updateTable('api_token')
      .set({ revoked_at: clock.now() })
      .where('id', '=', tokenId)
      .execute()
    expect((await bearer(token)).actor).toBeNull()

    const other = await make('kiem-tra')
    await database.db
      .updateTable('account')
      .set({ disabled_at: clock.now() })
      .where('username', '=', 'kiem-tra')
      .execute()
    expect((await bearer(other.token)).actor).toBeNull()
  })

  test('made in one post does not go on in another when that post is gone', async () => {
    const { token, tokenId } = await make('so-noi-vu')
    const holding = organisation.holding['so-noi-vu']
    await database.db
      .updateTable('api_token')
      .set({ holding_id: holding })
      .where('id', '=', tokenId)
      .execute()
    await holdAlso('so-noi-vu', 'bi-thu-song-ha', '2023-01-01')
    expect((await bearer(token)).actor?.holdingId).toBe(holding)
    await database.db
      .updateTable('post_holding')
      .set({ to_on: '2026-11-24' })
      .where('id', '=', holding)
      .execute()
    await expect(bearer(token)).rejects.toMatchObject({ code: 'token_post_gone', status: 403 })
  })

  test('a password that a proxy asked for does not stand in the way of the cookie', async () => {
    const token = await enter('van-phong')
    const { actor } = await identify({ phien: token }, { authorization: 'Basic dmFuLXBob25nOng=' })
    expect(actor?.username).toBe('van-phong')
  })

  test.each(['Bearer dp_x', 'Bearer', 'Bearer  ', 'bearer dp_x', 'Bearer dp_x y'])(
    'a request with %j is judged without its cookie',
    async (authorization) => {
      const token = await enter('van-phong')
      expect((await identify({ phien: token }, { authorization })).actor).toBeNull()
    },
  )

  test('a session’s secret is no token, and a token no session', async () => {
    const session = await enter('van-phong')
    const { token } = await make('van-phong')
    expect((await bearer(session)).actor).toBeNull()
    expect(await actorOf(token)).toBeNull()
  })
})

describe('what the reader sees', () => {
  test('is what they chose in this browser, else what their account says', async () => {
    const token = await enter('van-phong')
    await database.db
      .updateTable('account')
      .set({ language: 'en', theme: 'dark' })
      .where('username', '=', 'van-phong')
      .execute()
    expect(await identify({ phien: token })).toMatchObject({ language: 'en', theme: 'dark' })
    expect(await identify({ phien: token, language: 'vi', theme: 'light' })).toMatchObject({
      language: 'vi',
      theme: 'light',
    })
    expect(await identify({ phien: token, language: 'xx', theme: '"><script>' })).toMatchObject({
      language: 'en',
      theme: 'dark',
    })
  })

  test('is what the browser asks for, where they never chose', async () => {
    const token = await enter('thuong-vu')
    expect((await identify({ phien: token }, { 'accept-language': 'en-GB,vi;q=0.5' })).language).toBeNull()
  })

  test('is for a machine what it asks for in each request', async () => {
    const { token } = await createTokenFor(
      database.db,
      { username: 'thuong-vu', scopes: ['read'], days: 1, name: 'thử' },
      clock.now(),
    )
    const authorization = `Bearer ${token}`
    expect((await identify({}, { authorization })).language).toBeNull()
    expect((await identify({}, { authorization, 'accept-language': 'en' })).language).toBeNull()
  })
})
