import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { readConfig } from '../../platform/config/config.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts } from '../testing/accounts.ts'
import { identitySystem, lastEntries } from '../testing/ground.ts'
import { type Falsehood, startTestProvider, type TestProvider, testClient } from '../testing/provider.ts'
import { linkOutside, outsideLinksOf, unlinkOutside } from './outside-links.ts'
import { outsideMinutes } from './outside-sign-in.ts'

const database = useTestDatabase()
const clock = new TestClock()
const home = 'https://dotpha.tinh.test'
const back = `${home}/dang-nhap/ben-ngoai/tra-ve`
let organisation: TestOrganisation
let provider: TestProvider
let app: FastifyInstance

const settings = (more: Record<string, string> = {}) =>
  readConfig({
    PUBLIC_URL: home,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: testClient.id,
    OIDC_CLIENT_SECRET: testClient.secret,
    OIDC_LABEL: 'Danh tính tỉnh',
    ...more,
  })

function serve(config = settings()): Promise<FastifyInstance> {
  const system = identitySystem(database, { clock, config })
  return testServer(system, identityRoutes({ demonstrationAccounts: [], outside: config.oidc }))
}

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  provider = await startTestProvider(back, `${home}/dang-nhap`)
  app = await serve()
  await asActor(database, organisation.actorFor('quan-tri'), '2022-05-18', (c) =>
    linkOutside(c, { username: 'tu-ky', issuer: provider.issuer, subject: 'nguoi-tu-ky' }),
  )
})
afterAll(async () => {
  await app.close()
  await provider.stop()
})
beforeEach(() => {
  provider.person = { sub: 'nguoi-tu-ky' }
  provider.falsehood = null
})

interface Started {
  readonly to: string
  readonly cookies: Record<string, string>
}

/** Begins at our sign-in page's link, as a browser does. */
async function start(server = app, next = ''): Promise<Started> {
  const answer = await server.inject({ url: `/dang-nhap/ben-ngoai${next}` })
  const kept = answer.cookies.find(({ name }) => name === '__Host-ben_ngoai')
  expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true })
  return { to: String(answer.headers.location), cookies: { '__Host-ben_ngoai': kept?.value ?? '' } }
}

const arrive = (address: string, cookies: Record<string, string>, server = app) =>
  server.inject({ url: address.replace(home, ''), cookies })

async function wholeWay(server = app, next = '') {
  const { to, cookies } = await start(server, next)
  return arrive(await provider.follow(to), cookies, server)
}

const sessionIn = (answer: Awaited<ReturnType<typeof arrive>>) =>
  answer.cookies.find(({ name, value }) => name.endsWith('phien') && value !== '')

describe('signing in at the outside provider', () => {
  test('opens the account that an administrator linked, and goes where one wanted to', async () => {
    const answer = await wholeWay(app, '?tiep=%2Fcong-viec%3Ftrang%3D2')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/cong-viec?trang=2'])
    const session = sessionIn(answer)
    const me = await app.inject({
      url: '/api/v1/me',
      cookies: { [session?.name ?? '']: session?.value ?? '' },
    })
    expect(me.json()).toMatchObject({ username: 'tu-ky' })
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({ action: 'session.sign-in', outcome: 'done' })
    expect(entry?.payload).toMatchObject({ outside: provider.issuer })
  })

  test('asks with PKCE, state and nonce, and for the one registered address', async () => {
    const { to } = await start()
    const asked = new URL(to).searchParams
    expect(asked.get('redirect_uri')).toBe(back)
    expect([asked.get('response_type'), asked.get('code_challenge_method')]).toEqual(['code', 'S256'])
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect([name, asked.get(name)?.length]).toEqual([name, 43])
  })

  test.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/dang-nhap?x=1'])(
    'leads afterwards to no other site: %s',
    async (next) => {
      const answer = await wholeWay(app, `?tiep=${encodeURIComponent(next)}`)
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    },
  )

  test('counts as a second factor only where the provider says that it took one', async () => {
    for (const [amr, factor] of [
      [['pwd'], null],
      [['pwd', 'otp', 'mfa'], 'provider'],
    ] as const) {
      provider.falsehood = { claims: (claims) => ({ ...claims, amr: [...amr] }) }
      expect((await wholeWay()).statusCode).toBe(303)
      const row = await database.db
        .selectFrom('session')
        .select('second_factor')
        .orderBy('id', 'desc')
        .executeTakeFirst()
      expect(row?.second_factor ?? null).toBe(factor)
    }
  })
})

describe('is turned away', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const falsehoods: readonly (readonly [string, Falsehood])[] = [
    ['a token of another issuer', { claims: (said) => ({ ...said, iss: 'https://evil.example' }) }],
    ['a token for another client', { claims: (said) => ({ ...said, aud: 'phan-mem-khac' }) }],
    ['an expired token', { claims: (said) => ({ ...said, iat: now() - 900, exp: now() - 600 }) }],
    ['a token with another nonce', { claims: (said) => ({ ...said, nonce: 'cua-lan-khac' }) }],
    ['a token without a nonce', { claims: ({ nonce: _, ...said }) => said }],
    ['a token that another key signed', { key: 'another' }],
  ]
  test.each(falsehoods)('%s', async (_name, falsehood) => {
    provider.falsehood = falsehood
    const answer = await wholeWay()
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('không xác nhận lần đăng nhập này')
    expect(sessionIn(answer)).toBeUndefined()
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({
      action: 'session.sign-in',
      outcome: 'refused',
      payload: { why: 'refused' },
    })
  })

  test('an answer that comes a second time', async () => {
    const { to, cookies } = await start()
    const address = await provider.follow(to)
    expect((await arrive(address, cookies)).statusCode).toBe(303)
    const again = await arrive(address, cookies)
    expect([again.statusCode, sessionIn(again)]).toEqual([400, undefined])
  })

  test('a code that was used, under a state of one’s own', async () => {
    const first = await start()
    const used = new URL(await provider.follow(first.to))
    expect((await arrive(used.href, first.cookies)).statusCode).toBe(303)
    const second = await start()
    const mixed = new URL(await provider.follow(second.to))
    mixed.searchParams.set('code', used.searchParams.get('code') ?? '')
    const answer = await arrive(mixed.href, second.cookies)
    expect([answer.statusCode, sessionIn(answer)]).toEqual([403, undefined])
  })

  test('an answer that another browser began', async () => {
    const attacker = await start()
    const victim = await start()
    const address = await provider.follow(attacker.to)
    for (const cookies of [victim.cookies, {}]) {
      const answer = await arrive(address, cookies)
      expect([answer.statusCode, sessionIn(answer)]).toEqual([400, undefined])
    }
  })

  test('an answer that took too long', async () => {
    const { to, cookies } = await start()
    const address = await provider.follow(to)
    clock.advance(outsideMinutes)
    expect((await arrive(address, cookies)).statusCode).toBe(400)
  })

  test('somebody whom nobody linked, with the code that their administrator needs', async () => {
    provider.person = {
      sub: 'nguoi-la',
      claims: { preferred_username: 'tu-ky', email: 'tu-ky', email_verified: true },
    }
    const answer = await wholeWay()
    expect([answer.statusCode, sessionIn(answer)]).toEqual([403, undefined])
    expect(answer.body).toContain('nguoi-la')
    expect(answer.body).toContain('chưa tài khoản nào ở đây được nối')
  })

  test('whose account is closed, or whose link was taken away', async () => {
    const close = (at: Date | null) =>
      database.db.updateTable('account').set({ disabled_at: at }).where('username', '=', 'tu-ky').execute()
    await close(clock.now())
    expect((await wholeWay()).statusCode).toBe(403)
    await close(null)
    expect((await wholeWay()).statusCode).toBe(303)
    await asActor(database, organisation.actorFor('quan-tri'), '2022-05-18', async (c) => {
      const [link] = await outsideLinksOf(c, organisation.actorFor('tu-ky').accountId)
      await unlinkOutside(c, { linkId: link?.id ?? '' })
    })
    expect((await wholeWay()).statusCode).toBe(403)
  })
})

describe('a claim that names the account', () => {
  const claims = (name: string, more = {}) => ({ preferred_username: name, ...more })

  test('links it once, where the installation trusts the provider to name it, and never two people', async () => {
    const server = await serve(settings({ OIDC_ACCOUNT_CLAIM: 'preferred_username' }))
    provider.falsehood = { claims: (said) => ({ ...said, preferred_username: 'an-minh' }) }
    provider.person = { sub: 'nguoi-an-minh', claims: claims('an-minh') }
    expect((await wholeWay(server)).statusCode).toBe(303)
    provider.person = { sub: 'ke-trung-ten', claims: claims('an-minh') }
    expect((await wholeWay(server)).statusCode).toBe(403)
    await server.close()
  })

  test('that is an address counts only where it was verified', async () => {
    const server = await serve(settings({ OIDC_ACCOUNT_CLAIM: 'email' }))
    provider.person = { sub: 'nguoi-kiem-tra' }
    for (const [email_verified, status] of [
      [false, 403],
      [true, 303],
    ] as const) {
      provider.falsehood = { claims: (said) => ({ ...said, email: 'kiem-tra', email_verified }) }
      expect([email_verified, (await wholeWay(server)).statusCode]).toEqual([email_verified, status])
    }
    await server.close()
  })
})

describe('the pages', () => {
  test('show the button only where a provider is set', async () => {
    expect((await app.inject('/dang-nhap')).body).toContain('Đăng nhập qua Danh tính tỉnh')
    const without = await serve(readConfig({ PUBLIC_URL: home }))
    expect((await without.inject('/dang-nhap')).body).not.toContain('ben-ngoai')
    expect((await without.inject('/dang-nhap/ben-ngoai')).statusCode).toBe(404)
    await without.close()
  })

  test('say that the provider does not answer, and leave the password', async () => {
    const server = await serve(settings({ OIDC_ISSUER: 'http://127.0.0.1:9' }))
    const answer = await server.inject('/dang-nhap/ben-ngoai')
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('đang không trả lời')
    expect(answer.body).toContain('href="/dang-nhap"')
    await server.close()
  })

  test('lead on to the provider’s own sign-out', async () => {
    const answer = await app.inject('/dang-xuat/ben-ngoai')
    const to = new URL(String(answer.headers.location))
    expect(to.origin).toBe(provider.issuer)
    expect(to.searchParams.get('post_logout_redirect_uri')).toBe(`${home}/dang-nhap`)
  })
})
