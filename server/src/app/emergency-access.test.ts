import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identifier } from '../identity/index.ts'
import { seedTestAccounts, testPassword } from '../identity/testing/accounts.ts'
import { signInAs } from '../identity/testing/ground.ts'
import type { Context, PublicContext } from '../platform/context.ts'
import { newId } from '../platform/id.ts'
import { testNow, useTestDatabase } from '../platform/testing/database.ts'
import { TestClock, testServer, testSystem } from '../platform/testing/server.ts'
import { insertRows } from '../programme/import/import-rows.ts'
import { seedTestProgramme, type TestProgramme } from '../programme/testing/ground.ts'
import { catalogues, words } from './catalogues.ts'
import { allRoutes, navigation } from './compose.tsx'

const database = useTestDatabase()
const clock = new TestClock()
const system = () => {
  const bare = { ...testSystem(database, { clock, frame: menuOf }), catalogues, words }
  return { ...bare, identify: identifier(bare) }
}

/** Instead of the frame: the sections that the menu shows, each with how much waits behind it. */
async function menuOf(c: PublicContext): Promise<string> {
  const shown: string[] = []
  if (c.actor !== null)
    for (const entry of navigation)
      if (await entry.visible(c as Context))
        shown.push(`${entry.group} ${entry.section} ${(await entry.count?.(c as Context)) ?? ''}`)
  return shown.join('\n')
}

let programme: TestProgramme
let server: FastifyInstance
const workId = newId<'work'>()
const otherId = newId<'work'>()

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  const { organisation, programmeId } = programme
  if ((await database.db.selectFrom('account').select('id').limit(1).execute()).length === 0)
    await seedTestAccounts(database, organisation)
  await database.db.updateTable('installation').set({ second_factor_required: false }).execute()
  // The asker acts for the whole province by a right that a district's works are not under.
  const work = (id: string, code: string, unit: 'xa-an-minh' | 'chi-bo-cho') => ({
    id,
    programme_id: programmeId,
    code,
    title: `Việc của ${unit}`,
    owner_kind: 'collective',
    owner_unit_id: organisation.unit[unit],
    custodian_unit_id: organisation.unit[unit],
    tier: 'grassroots',
    state: 'submitted',
    state_since: '2022-03-01',
    recorded_at: testNow,
  })
  await database.db
    .transaction()
    .execute((db) =>
      insertRows(db, 'work', [
        work(workId, '2022-xa-an-minh-901', 'xa-an-minh'),
        work(otherId, '2022-chi-bo-cho-902', 'chi-bo-cho'),
      ]),
    )
  const span = {
    id: newId(),
    work_id: workId,
    programme_id: programmeId,
    state: 'submitted',
    action: 'submit',
    from_on: '2022-03-01',
    account_id: organisation.actorFor('an-minh').accountId,
    recorded_at: testNow,
  }
  await database.db.transaction().execute((db) => insertRows(db, 'work_state_span', [span]))
  server = await testServer(system(), allRoutes())
})
afterAll(() => server.close())

async function enter(username: string) {
  const { token } = await signInAs(system(), username, testPassword)
  const cookies = { phien: token }
  const headers = { 'sec-fetch-site': 'same-origin' }
  return {
    get: (url: string) => server.inject({ url, cookies }),
    post: (url: string, payload: object = {}) =>
      server.inject({ method: 'POST', url: `/api/v1${url}`, headers, cookies, payload }),
    press: (url: string, form: Record<string, string> = {}) =>
      server.inject({
        method: 'POST',
        url,
        cookies,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form).toString(),
      }),
  }
}

const reads = async () =>
  (
    await database.db
      .selectFrom('audit_entry')
      .select('object_id')
      .where('action', '=', 'emergency.read')
      .execute()
  ).length

test('one asks, another approves, one work is read for some minutes, and its owner is told', async () => {
  // They watch over another district, and so this work is closed to them.
  const asker = await enter('bi-thu-song-ha')
  const ask = { object: '2022-xa-an-minh-901', reason: 'Kiểm tra sự cố dữ liệu', minutes: 10 }
  expect((await asker.get('/api/v1/works/2022-xa-an-minh-901')).statusCode).toBe(404)
  const { accessId } = (await asker.post('/emergency-accesses', ask)).json()
  expect((await asker.press(`/xem-khan/${accessId}/vao`)).statusCode).not.toBe(500)
  expect((await asker.get('/api/v1/works/2022-xa-an-minh-901')).statusCode).toBe(404)

  // Nobody decides who asked, who has another role, or who decides elsewhere.
  for (const name of ['bi-thu-song-ha', 'quan-tri', 'kiem-tra', 'thuong-vu-song-ha'])
    expect([
      name,
      (await (await enter(name)).post(`/emergency-accesses/${accessId}/decision`, { outcome: 'approve' }))
        .statusCode,
    ]).toEqual([name, 403])
  const decider = await enter('thuong-vu-tu-ky')
  const decide = () => decider.post(`/emergency-accesses/${accessId}/decision`, { outcome: 'approve' })
  expect((await decide()).statusCode).toBe(200)
  expect((await decide()).statusCode).toBe(409)

  expect((await asker.press(`/xem-khan/${accessId}/vao`)).statusCode).toBe(303)
  const before = await reads()
  expect((await asker.get('/api/v1/works/2022-xa-an-minh-901')).statusCode).toBe(200)
  expect((await asker.get('/cong-viec/2022-xa-an-minh-901')).statusCode).toBe(200)
  // Neither another work, though it was their to read before, nor any act.
  expect((await asker.get('/api/v1/works/2022-chi-bo-cho-902')).statusCode).toBe(404)
  expect((await asker.post('/emergency-accesses', ask)).json()).toMatchObject({
    code: 'emergency_reads_only',
  })
  expect(await reads()).toBeGreaterThanOrEqual(before + 2)
  // Nor through the forms that are open to everybody: their own password stays, and so does what their account prefers.
  const hashOf = async () =>
    (
      await database.db
        .selectFrom('account')
        .select(['password_hash', 'theme', 'language'])
        .where('username', '=', 'kiem-tra')
        .execute()
    )[0]
  const kept = await hashOf()
  for (const [path, form] of [
    ['/tai-khoan/mat-khau', { current: testPassword, next: 'bốn mùa ở xứ Đông', again: 'bốn mùa ở xứ Đông' }],
    ['/tai-khoan/giao-dien', { theme: 'dark' }],
    ['/tai-khoan/kich-hoat', { code: 'x' }],
  ] as const)
    expect([path, (await asker.press(path, form)).statusCode]).toEqual([path, 403])
  expect((await asker.press('/ngon-ngu', { language: 'en' })).statusCode).toBe(303)
  expect(await hashOf()).toEqual(kept)

  const owner = programme.organisation.actorFor('an-minh').accountId
  const told = await database.db
    .selectFrom('account_notice')
    .selectAll()
    .where('account_id', '=', owner)
    .execute()
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({
    kind: 'emergency_read',
    params: { object: '2022-xa-an-minh-901', reader: 'Hồ Văn Hà', approver: 'Bùi Thị Thường', minutes: 10 },
  })

  clock.advance(10)
  expect((await asker.get('/api/v1/works/2022-xa-an-minh-901')).statusCode).toBe(404)
  expect((await asker.get('/api/v1/works/2022-chi-bo-cho-902')).statusCode).toBe(200)
})

test('one person with two accounts and two posts is still one person', async () => {
  const { organisation } = programme
  await database.db
    .insertInto('post_holding')
    .values({
      id: newId(),
      post_id: organisation.post['thuong-vu-tu-ky'],
      person_id: organisation.person['bi-thu-song-ha'],
      from_on: '2022-01-01',
      capacity: 'acting',
    })
    .execute()
  const { password_hash } = await database.db
    .selectFrom('account')
    .select('password_hash')
    .where('username', '=', 'bi-thu-song-ha')
    .executeTakeFirstOrThrow()
  await database.db
    .insertInto('account')
    .values({
      id: newId(),
      username: 'tai-khoan-hai',
      person_id: organisation.person['bi-thu-song-ha'],
      password_hash,
      created_at: testNow,
    })
    .execute()
  const first = await enter('bi-thu-song-ha')
  const asked = await first.post('/emergency-accesses', {
    object: '2022-xa-an-minh-901',
    reason: 'Thử',
    minutes: 5,
  })
  const { accessId } = asked.json()
  const second = await enter('tai-khoan-hai')
  const { token } = await signInAs(system(), 'tai-khoan-hai', testPassword)
  await server.inject({
    method: 'POST',
    url: '/tai-khoan/chuc-vu',
    cookies: { phien: token },
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: `postId=${organisation.post['thuong-vu-tu-ky']}`,
  })
  const decided = await server.inject({
    method: 'POST',
    url: `/api/v1/emergency-accesses/${accessId}/decision`,
    cookies: { phien: token },
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { outcome: 'approve' },
  })
  expect(decided.json()).toMatchObject({ code: 'emergency_two_persons' })
  expect((await second.get('/xem-khan')).statusCode).toBe(200)
  // And whatever the program forgot, the database does not.
  await expect(
    database.db
      .updateTable('emergency_access')
      .set({
        decided_by: organisation.actorFor('thuong-vu').accountId,
        decided_person_id: organisation.person['bi-thu-song-ha'],
        decided_at: testNow,
      })
      .where('id', '=', accessId)
      .execute(),
  ).rejects.toMatchObject({ constraint: 'emergency_two_persons' })
})

test('it stands in the menu of those who ask, and of a decider while there is something to decide or to close', async () => {
  const place = 'security.group identity.emergencies'
  const menu = async (who: Awaited<ReturnType<typeof enter>>) => (await who.get('/don-vi')).body.split('\n')
  const decider = await enter('thuong-vu-song-ha')
  const registrant = await enter('an-minh')
  // Decides elsewhere, and may ask, for they watch.
  const elsewhere = await enter('thuong-vu-tu-ky')
  const asker = await enter('bi-thu-song-ha')
  await database.db
    .updateTable('emergency_access')
    .set({ ended_at: testNow })
    .where('ended_at', 'is', null)
    .execute()

  for (const one of [asker, elsewhere]) expect(await menu(one)).toContain(`${place} 0`)
  for (const one of [decider, registrant]) expect((await menu(one)).join()).not.toContain(place)
  const { accessId } = (
    await asker.post('/emergency-accesses', { object: '2022-chi-bo-cho-902', reason: 'Thử', minutes: 5 })
  ).json()
  expect(await menu(decider)).toContain(`${place} 1`)
  expect(await menu(elsewhere)).toContain(`${place} 0`)
  expect((await menu(registrant)).join()).not.toContain(place)

  await decider.post(`/emergency-accesses/${accessId}/decision`, { outcome: 'approve' })
  expect(await menu(decider)).toContain(`${place} 0`)
  expect((await decider.post(`/emergency-accesses/${accessId}/ending`)).statusCode).toBe(200)
  expect((await menu(decider)).join()).not.toContain(place)
})
