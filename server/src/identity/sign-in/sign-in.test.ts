import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import type { Circumstances } from '../../platform/http/system.ts'
import { testNow, testSecretKeys, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock } from '../../platform/testing/server.ts'
import { attemptKey, forgiveName } from '../passwords/attempts.ts'
import { forgetAfterMs, freeFailures, freeFailuresAnywhere } from '../passwords/lockout.ts'
import { sha256 } from '../sessions/secrets.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { identitySystem, lastEntries } from '../testing/ground.ts'
import { signIn } from './sign-in.ts'

const database = useTestDatabase()
let organisation: TestOrganisation
let clock: TestClock

const visitor: Circumstances = {
  actor: null,
  language: 'vi',
  origin: { requestId: 'r-1', address: '192.0.2.7' },
}

const attempt = (username: string, password: string) =>
  signIn(identitySystem(database, { clock }), visitor, { username, password, userAgent: 'Firefox' })

const failuresOf = async (username: string) =>
  (
    await database.db
      .selectFrom('sign_in_failure')
      .select('failures')
      .where('username_sha256', '=', attemptKey(username, visitor.origin).here)
      .executeTakeFirst()
  )?.failures ?? 0

const times = <Result>(count: number, act: () => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, act))

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
})
beforeEach(async () => {
  clock = new TestClock()
  await database.db.deleteFrom('sign_in_failure').execute()
  await database.db.deleteFrom('session').execute()
})

describe('signing in', () => {
  test('opens a session whose secret is nowhere in the database', async () => {
    const session = await attempt('van-phong', testPassword)
    const row = await database.db.selectFrom('session').selectAll().executeTakeFirstOrThrow()
    expect(Buffer.from(session?.token ?? '', 'base64url')).toHaveLength(32)
    expect(row).toMatchObject({
      id: session?.sessionId,
      account_id: organisation.actorFor('van-phong').accountId,
      token_sha256: sha256(session?.token ?? ''),
      created_at: testNow,
      source_address: '192.0.2.7',
      user_agent: 'Firefox',
      ended_at: null,
    })
    expect(JSON.stringify(row)).not.toContain(session?.token)
  })

  test('takes the name as people type it', async () => {
    expect(await attempt(' Văn-Phòng ', testPassword)).toBeDefined()
  })

  test('gives a new secret each time and ends the session that the browser still had', async () => {
    const first = await attempt('van-phong', testPassword)
    const system = identitySystem(database, { clock })
    const second = await signIn(system, visitor, {
      username: 'van-phong',
      password: testPassword,
      userAgent: null,
      previousToken: first?.token,
    })
    expect(second?.token).not.toBe(first?.token)
    const rows = await database.db.selectFrom('session').select(['id', 'ended_at']).execute()
    expect(rows.find((row) => row.id === first?.sessionId)?.ended_at).toEqual(testNow)
    expect(rows.find((row) => row.id === second?.sessionId)?.ended_at).toBeNull()
  })

  test('is recorded for the account and the post that it opens', async () => {
    const session = await attempt('thuong-vu', testPassword)
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({
      action: 'session.sign-in',
      outcome: 'done',
      objectId: session?.sessionId,
      accountId: organisation.actorFor('thuong-vu').accountId,
      address: '192.0.2.7',
    })
  })

  test('refuses a closed account like an unknown one', async () => {
    const { accountId } = organisation.actorFor('so-noi-vu')
    await database.db
      .updateTable('account')
      .set({ disabled_at: testNow })
      .where('id', '=', accountId)
      .execute()
    expect(await attempt('so-noi-vu', testPassword)).toBeUndefined()
    expect(await failuresOf('so-noi-vu')).toBe(1)
  })

  test('forgets failures of days ago, of whatever name, when somebody comes in', async () => {
    await attempt('nobody-at-all', 'x')
    clock.advance(forgetAfterMs / 60_000 + 1)
    await attempt('van-phong', testPassword)
    expect(await failuresOf('nobody-at-all')).toBe(0)
  })
})

describe('turning away', () => {
  test.each([
    ['a wrong password', 'van-phong'],
    ['an unknown name', 'khong-co-ai'],
  ])('%s is counted the same way and locks after five', async (_name, username) => {
    for (let failure = 1; failure <= freeFailures; failure += 1) {
      expect(await attempt(username, 'sai mật khẩu')).toBeUndefined()
      expect(await failuresOf(username)).toBe(failure)
    }
    expect(await attempt(username, 'sai mật khẩu')).toBeUndefined()
    expect(await failuresOf(username)).toBe(freeFailures)
  })

  test('a locked name is refused with the right password too, and let in when the lock is over', async () => {
    for (let failure = 0; failure < freeFailures; failure += 1) await attempt('van-phong', 'sai')
    clock.advance(0.9)
    expect(await attempt('van-phong', testPassword)).toBeUndefined()
    clock.advance(0.2)
    expect(await attempt('van-phong', testPassword)).toBeDefined()
    expect(await failuresOf('van-phong')).toBe(0)
  })

  test('the lock grows: after one more failure it lasts five minutes', async () => {
    for (let failure = 0; failure < freeFailures; failure += 1) await attempt('van-phong', 'sai')
    clock.advance(1)
    await attempt('van-phong', 'sai')
    clock.advance(4.9)
    expect(await attempt('van-phong', testPassword)).toBeUndefined()
    clock.advance(0.2)
    expect(await attempt('van-phong', testPassword)).toBeDefined()
  })

  test('the lock of one name is not another’s', async () => {
    for (let failure = 0; failure < freeFailures; failure += 1) await attempt('van-phong', 'sai')
    expect(await attempt('thuong-vu', testPassword)).toBeDefined()
  })

  test('two wrong attempts at the same moment both count', async () => {
    await times(2, () => attempt('van-phong', 'sai'))
    expect(await failuresOf('van-phong')).toBe(2)
  })

  test('thirty guesses at the same moment are five, and the right one among the late ones is not let in', async () => {
    const systems = [identitySystem(database, { clock }), identitySystem(database, { clock })]
    const guesses = Array.from({ length: 30 }, (_, index) =>
      signIn(systems[index % 2] as (typeof systems)[number], visitor, {
        username: 'van-phong',
        password: index < 20 ? `sai ${index}` : testPassword,
        userAgent: null,
      }),
    )
    const let_in = (await Promise.all(guesses)).filter((session) => session !== undefined)
    expect(let_in).toHaveLength(0)
    expect(await failuresOf('van-phong')).toBe(freeFailures)
  })

  test('ten right passwords at the same moment lock nobody out', async () => {
    const sessions = await times(10, () => attempt('van-phong', testPassword))
    expect(sessions.every((session) => session !== undefined)).toBe(true)
    expect(await failuresOf('van-phong')).toBe(0)
  })
})

describe('an attacker who knows a name', () => {
  const from = (address: string, password: string) =>
    signIn(
      identitySystem(database, { clock }),
      { ...visitor, origin: { requestId: 'r', address } },
      { username: 'van-phong', password, userAgent: null },
    )

  test('cannot keep its password locked for others than those behind their own address', async () => {
    for (let failure = 0; failure < 20; failure += 1) await from('192.0.2.66', 'sai')
    expect(await from('192.0.2.66', testPassword)).toBeUndefined()
    expect(await from('192.0.2.7', testPassword)).toBeDefined()
    // The owner coming in elsewhere is no forgiveness for the one who guesses.
    expect(await from('192.0.2.66', testPassword)).toBeUndefined()
  })

  test('and has a network of addresses is one', async () => {
    for (let failure = 0; failure < freeFailures; failure += 1) await from(`2001:db8:0:1::${failure}`, 'sai')
    expect(await from('2001:db8:0:1::ffff', testPassword)).toBeUndefined()
    expect(await from('2001:db8:0:2::1', testPassword)).toBeDefined()
  })

  test('with very many addresses locks it everywhere, and a new password unlocks it', async () => {
    const anywhere = attemptKey('van-phong', visitor.origin).anywhere
    await from('192.0.2.66', 'sai')
    await database.db
      .updateTable('sign_in_failure')
      .set({ failures: freeFailuresAnywhere - 1 })
      .where('username_sha256', '=', anywhere)
      .execute()
    await from('192.0.2.67', 'sai')
    expect(await from('192.0.2.7', testPassword)).toBeUndefined()
    clock.advance(1.1)
    expect(await from('192.0.2.7', testPassword)).toBeDefined()
    await from('192.0.2.68', 'sai')
    expect(await from('192.0.2.7', testPassword)).toBeUndefined()
    await database.db.transaction().execute((db) => forgiveName({ db }, 'van-phong'))
    expect(await from('192.0.2.7', testPassword)).toBeDefined()
  })
})

describe('the record of failures', () => {
  test('names the account where there is one', async () => {
    await attempt('van-phong', 'sai')
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({
      action: 'session.sign-in',
      outcome: 'refused',
      objectKind: 'account',
      objectId: organisation.actorFor('van-phong').accountId,
      payload: { failures: 1, whileLocked: false },
    })
  })

  test('keeps of an unknown name nothing but a hash that nobody without the key can guess at: it may be a password', async () => {
    await attempt('Mật khẩu của tôi', 'gì đó')
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({ objectKind: null, objectId: null })
    expect(entry?.payload).toEqual({
      usernameHmac: testSecretKeys.keyedHash('typed-name', 'mat khau cua toi'),
      failures: 1,
      whileLocked: false,
    })
  })

  test('says when a name is locked, and what came while it was', async () => {
    for (let failure = 0; failure < freeFailures; failure += 1) await attempt('van-phong', 'sai')
    const [lock] = await lastEntries(database, 1)
    expect(lock).toMatchObject({
      action: 'account.lock',
      payload: { until: new Date(testNow.getTime() + 60_000).toISOString() },
    })
    await attempt('van-phong', 'sai')
    const [refused] = await lastEntries(database, 1)
    expect(refused).toMatchObject({ action: 'session.sign-in', payload: { whileLocked: true } })
  })

  test('never holds a password', async () => {
    await attempt('van-phong', 'một mật khẩu lộ ra')
    const payloads = await database.db.selectFrom('audit_payload').select('payload').execute()
    expect(JSON.stringify(payloads)).not.toContain('lộ ra')
  })
})
