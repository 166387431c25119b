import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, appoint, openPost } from '../../organisation/index.ts'
import {
  seedTestOrganisation,
  type TestOrganisation,
  type TestUnitName,
} from '../../organisation/testing/organisation.ts'
import { newId } from '../../platform/id.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem, lastEntries, signInAs } from '../testing/ground.ts'
import { accountsAtOnce, createAccounts } from './create-accounts.ts'
import { listPersonsWithoutAccount } from './persons-without-account.ts'
import { createTokenFor } from './trusted.ts'

const database = useTestDatabase()
const clock = new TestClock()
const system = () => identitySystem(database, { clock })
const today = '2026-11-24'
const url = '/quan-tri/tai-khoan-hang-loat'
const publicUrl = 'https://dotpha.example.vn'
let organisation: TestOrganisation
let app: FastifyInstance

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  app = await testServer(system(), identityRoutes({ demonstrationAccounts: [], publicUrl }))
})
afterAll(() => app.close())

const asAdmin = <Result>(act: Parameters<typeof asActor<Result>>[3]) =>
  asActor(database, organisation.actorFor('quan-tri'), today, act)

/** Somebody new who holds a post in a unit. */
const holder = (fullName: string, unit: TestUnitName) =>
  asAdmin(async (c) => {
    const { personId } = await addPerson(c, { fullName })
    const unitId = organisation.unit[unit]
    const validFrom = plainDate('2026-01-01')
    const paper = { document: '1-QĐ' }
    const post = { unitId, title: 'Chuyên viên', isHead: false, validFrom, managingUnitId: null, ...paper }
    const { postId } = await openPost(c, post)
    await appoint(c, { postId, version: 1, personId, fromOn: validFrom, capacity: 'full', ...paper })
    return personId as string
  })

/** Presses a button of a page with some rows ticked. */
const press = (path: string, cookie: string, fields: ReadonlyArray<readonly [string, string]>) =>
  app.inject({
    method: 'POST',
    url: path,
    headers: { ...fromOwnPage, cookie },
    payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })

/** What stands in the boxes of letters, by letter: user name and password or code. */
const lettersIn = (body: string) =>
  body
    .split('paper-letter"')
    .slice(1)
    .map((letter) => [...letter.matchAll(/<dd>([^<]+)<\/dd>/g)].map((found) => found[1] ?? ''))

const noticesOf = (personName: 'kiem-tra') =>
  database.db
    .selectFrom('account_notice')
    .select(['kind', 'params'])
    .where('account_id', '=', organisation.actorFor(personName).accountId)
    .execute()

const tokenOf = async (username: string) => {
  const asked = { username, scopes: ['read', 'write', 'admin'] as const, days: 1, name: 'x' }
  const { token } = await createTokenFor(database.db, { ...asked, scopes: [...asked.scopes] }, clock.now())
  return { authorization: `Bearer ${token}` }
}

describe('from a list of people to people who work', () => {
  let people: readonly string[]
  let letters: readonly (readonly string[])[]
  beforeAll(async () => {
    people = [
      await holder('Lê Thị Bình', 'tu-ky'),
      await holder('Lê Thị Bình', 'tu-ky'),
      await holder('Đặng Đức Ỷ', 'so-noi-vu'),
    ]
  })

  test('the administrator ticks those who hold a post and have no account, and gets a letter for each, once', async () => {
    const { cookie } = await signInAs(system(), 'quan-tri', testPassword)
    const form = await app.inject({ url: `${url}?don-vi=tu-ky`, headers: { cookie } })
    expect(form.body).toContain(people[0])
    expect(form.body).not.toContain(people[2])
    const whole = await app.inject({ url, headers: { cookie } })
    const key = /name="idempotencyKey" value="([^"]+)"/.exec(whole.body)?.[1] ?? ''
    const fields = [['idempotencyKey', key] as const, ...people.map((id) => ['personIds[]', id] as const)]
    const answer = await press(url, cookie, fields)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toContain('no-store')
    letters = lettersIn(answer.body)
    // By unit, as they are handed out: Huyện ủy before Sở.
    expect(letters.map(([address, username]) => [address, username])).toEqual([
      [publicUrl, 'binhlt'],
      [publicUrl, 'binhlt2'],
      [publicUrl, 'ydd'],
    ])
    for (const [, , password] of letters) expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    expect(new Set(letters.map(([, , password]) => password)).size).toBe(3)
    expect((await press(url, cookie, fields)).statusCode).toBe(409)
  })

  test('nothing of a password is kept but its hash, and each account has its entry in the record', async () => {
    const accounts = await database.db
      .selectFrom('account')
      .selectAll()
      .where('person_id', 'in', [...people])
      .execute()
    expect(accounts).toHaveLength(3)
    const in30Days = new Date(clock.now().getTime() + 30 * 86_400_000)
    for (const one of accounts)
      expect(one).toMatchObject({ must_change_password: true, password_expires_at: in30Days })
    const entries = (await lastEntries(database, 4)).filter(({ action }) => action === 'account.create')
    expect(entries.map(({ payload }) => payload.username).sort()).toEqual(['binhlt', 'binhlt2', 'ydd'])
    const kept = await database.pool.query(`select (select json_agg(p.payload) from audit_payload p)::text
      || (select json_agg(n.params) from account_notice n)::text
      || (select json_agg(k) from idempotency_key k)::text || (select json_agg(a) from account a)::text as text`)
    for (const [, username = '', password = ''] of letters) {
      expect(kept.rows[0].text).toContain(username)
      expect(kept.rows[0].text).not.toContain(password)
    }
  })

  test('the inspector is told of all of them once, and each owner of their own', async () => {
    const seen = await noticesOf('kiem-tra')
    expect(seen.filter(({ kind }) => kind.startsWith('seen_account'))).toEqual([
      { kind: 'seen_accounts_opened', params: expect.objectContaining({ count: 3 }) },
    ])
    const { rows } = await database.pool.query(
      `select count(*)::int from account_notice where kind = 'account_opened'
        and account_id in (select id from account where person_id = any($1))`,
      [people],
    )
    expect(rows).toEqual([{ count: 3 }])
  })

  test('a second person confirms all of them at once, and gets a letter with a code for each', async () => {
    const [, username = '', first = ''] = letters[0] ?? []
    const owner = await signInAs(system(), username, first)
    const chosen = 'bốn mùa ở xứ Đông'
    const begun = await press('/dang-nhap/mat-khau-moi', owner.cookie, [
      ['next', chosen],
      ['again', chosen],
    ])
    const cookie = begun.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    expect((await app.inject({ url: '/api/v1/me', headers: { cookie } })).json().grants).toEqual([])

    const second = await signInAs(system(), 'kiem-tra', testPassword)
    const list = await app.inject({ url: '/quan-tri/xac-nhan', headers: { cookie: second.cookie } })
    const waiting = [...list.body.matchAll(/value="((?:binhlt2?|ydd) [0-9a-f]{16})"/g)].map((m) => m[1] ?? '')
    expect(waiting).toHaveLength(3)
    const fields = waiting.map((access) => ['accesses[]', access] as const)
    const answer = await press('/quan-tri/xac-nhan', second.cookie, fields)
    expect(answer.headers['cache-control']).toContain('no-store')
    const codes = lettersIn(answer.body)
    expect(codes.map(([, name]) => name)).toEqual(['binhlt', 'binhlt2', 'ydd'])
    const told = await noticesOf('kiem-tra')
    expect(told.filter(({ kind }) => kind.startsWith('seen_access'))).toEqual([])

    const mine = 'một câu khác hẳn'
    const activated = await press('/tai-khoan/kich-hoat', cookie, [
      ['code', codes[0]?.[2] ?? ''],
      ['next', mine],
      ['again', mine],
    ])
    expect(activated.statusCode).toBe(303)
  })

  test('a list that is sent again makes nothing twice, and names who has an account', async () => {
    const newcomer = await holder('Trần Văn Cường', 'tu-ky')
    const headers = await tokenOf('quan-tri')
    const list = await app.inject({ url: '/api/v1/persons-without-account?unit=tu-ky', headers })
    expect(list.json().items).toContainEqual(
      expect.objectContaining({ personId: newcomer, fullName: 'Trần Văn Cường', postTitle: 'Chuyên viên' }),
    )
    const send = () =>
      app.inject({
        method: 'POST',
        url: '/api/v1/account-batches',
        headers,
        payload: { personIds: [...people, newcomer] },
      })
    const made = await send()
    expect(made.statusCode).toBe(201)
    expect(made.json().accounts).toMatchObject([
      { username: 'cuongtv', password: expect.stringMatching(/^[a-z2-9-]{19}$/) },
    ])
    expect(made.json().skipped.map((one: { username: string }) => one.username)).toEqual([
      'binhlt',
      'binhlt2',
      'ydd',
    ])
    const again = (await send()).json()
    expect([again.accounts, again.skipped.length]).toEqual([[], 4])
    const left = await app.inject({ url: '/api/v1/persons-without-account', headers })
    expect(JSON.stringify(left.json())).not.toContain(newcomer)
  })
})

test('who has a code already makes room on the page for those who wait', async () => {
  const ids = [await holder('Cao Văn An', 'tu-ky'), await holder('Cao Văn Bảo', 'tu-ky')]
  await asAdmin((c) => createAccounts(c, { personIds: ids }))
  const { cookie } = await signInAs(system(), 'kiem-tra', testPassword)
  const read = async () =>
    (await app.inject({ url: '/api/v1/access-confirmations?limit=200', headers: { cookie } })).json()
      .items as { username: string; access: string }[]
  const [first, next] = await read()
  expect([first?.username, next?.username]).toEqual(['ancv', 'baocv'])
  await app.inject({
    method: 'POST',
    url: '/api/v1/access-confirmations',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    payload: { accesses: [first?.access] },
  })
  const names = (await read()).map(({ username }) => username)
  expect(names.indexOf('baocv')).toBe(0)
  expect(names.indexOf('ancv')).toBeGreaterThan(0)
  const cursor = (url: string) =>
    app.inject({ url: `/api/v1/access-confirmations?${url}`, headers: { cookie } })
  const paged: string[] = []
  for (let after = ''; ; ) {
    const { items, next: more } = (await cursor(`limit=1${after}`)).json()
    paged.push(...items.map((one: { username: string }) => one.username))
    if (more === null) break
    after = `&cursor=${more}`
  }
  expect(paged).toEqual(names)
})

test('two who press at once make one account', async () => {
  const personId = await holder('Phạm Thị Dung', 'tu-ky')
  const both = await Promise.all(
    [1, 2].map(() => asAdmin((c) => createAccounts(c, { personIds: [personId] }))),
  )
  expect(both.map(({ accounts }) => accounts.length).sort()).toEqual([0, 1])
  expect(both.map(({ skipped }) => skipped.length).sort()).toEqual([0, 1])
})

describe('refused as a whole, with nothing made', () => {
  const attempt = async (personIds: readonly string[]) => {
    const headers = await tokenOf('quan-tri')
    const payload = { personIds }
    return app.inject({ method: 'POST', url: '/api/v1/account-batches', headers, payload })
  }
  test('a list that is empty, or longer than one press makes', async () => {
    expect(JSON.stringify((await attempt([])).json())).toContain('Chưa chọn dòng nào')
    const tooMany = Array.from({ length: accountsAtOnce + 1 }, () => newId())
    const answer = await attempt(tooMany)
    expect(answer.statusCode).toBe(422)
    expect(JSON.stringify(answer.json())).toContain(`nhiều nhất ${accountsAtOnce}.`)
  })
  test('somebody without a post, who is named', async () => {
    const [mine, { personId }] = [
      await holder('Bùi Văn Khoa', 'tu-ky'),
      await asAdmin((c) => addPerson(c, { fullName: 'Ngô Thị Không Chức' })),
    ]
    const answer = await attempt([mine, personId])
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'person_without_post' })
    expect(JSON.stringify(answer.json())).toContain('Ngô Thị Không Chức')
    expect((await attempt([mine, newId()])).statusCode).toBe(404)
    const made = database.db.selectFrom('account').select('id').where('person_id', 'in', [mine, personId])
    expect(await made.execute()).toEqual([])
  })
})

test('who administers a part sees and makes accounts for nobody who also holds a post elsewhere', async () => {
  const [mine, elsewhere] = [await holder('Vũ Văn Em', 'song-ha'), await holder('Hồ Văn Giang', 'tu-ky')]
  const grants = [{ role: 'system-admin', unitId: organisation.unit['song-ha'], system: null }]
  const actor = organisation.actorFor('van-phong', grants)
  await asActor(database, actor, today, async (c) => {
    const { items, total } = await listPersonsWithoutAccount(c, { unitId: null })
    expect([items.map(({ personId }) => personId), total]).toEqual([[mine], 1])
  })
  const both = asActor(database, actor, today, (c) => createAccounts(c, { personIds: [mine, elsewhere] }))
  await expect(both).rejects.toMatchObject({ status: 403 })
})
