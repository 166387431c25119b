import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  seedTestOrganisation,
  type TestOrganisation,
  type TestPersonName,
} from '../../organisation/testing/organisation.ts'
import { newId } from '../../platform/id.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { grantRole, saveGrant } from '../roles/grant-role.ts'
import { countGrants, listGrants } from '../roles/list-grants.ts'
import { apartFrom, roles } from '../roles/roles.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem, lastEntries, signInAs } from '../testing/ground.ts'
import { countAccounts, listAccounts } from './list-accounts.ts'

const database = useTestDatabase()
const clock = new TestClock()
const system = () => identitySystem(database, { clock })
let organisation: TestOrganisation
let app: FastifyInstance
let admin: Awaited<ReturnType<typeof enter>>

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  app = await testServer(system(), identityRoutes({ demonstrationAccounts: [] }))
  admin = await enter('quan-tri')
})
afterAll(() => app.close())

async function enter(username: string, password = testPassword) {
  const { token } = await signInAs(system(), username, password)
  const cookies = { phien: token }
  return {
    get: (url: string) => app.inject({ url, cookies }),
    post: (url: string, form: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url,
        headers: fromOwnPage,
        cookies,
        payload: new URLSearchParams(form).toString(),
      }),
  }
}

const asAdmin = <Result>(act: Parameters<typeof asActor<Result>>[3]) =>
  asActor(database, organisation.actorFor('quan-tri'), '2022-05-18', act)

/** The password that a page shows once. */
const shownIn = (body: string) => /value="([a-z2-9]{4}(?:-[a-z2-9]{4}){3})"/.exec(body)?.[1] ?? ''

describe('the list of accounts', () => {
  test('shows whose each is, in which post, whether it is open and when it was last used', async () => {
    const { statusCode, body } = await admin.get('/quan-tri/tai-khoan?tu-khoa=quan')
    expect(statusCode).toBe(200)
    for (const words of ['Nguyễn Văn Quản', 'Quản trị hệ thống', 'Đang mở', '24/11/2026'])
      expect(body).toContain(words)
    expect((await admin.get('/quan-tri/tai-khoan?tu-khoa=thuong-vu')).body).toContain('Chưa lần nào')
    expect((await admin.get('/quan-tri/tai-khoan?tu-khoa=khong-co-ai')).body).toContain(
      'Không có tài khoản nào như vậy',
    )
  })

  test('pages through every account exactly once, and counts them', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const at: string | null = cursor
      const page: Awaited<ReturnType<typeof listAccounts>> = await asAdmin((c) =>
        listAccounts(c, { limit: 7, cursor: at }),
      )
      seen.push(...page.items.map(({ username }) => username))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(Object.keys(organisation.person).sort())
    expect(await asAdmin((c) => countAccounts(c, {}))).toBe(seen.length)
  })

  test('is for technical administrators alone', async () => {
    for (const name of ['van-phong', 'thuong-vu', 'tu-ky'] as const) {
      const other = await enter(name)
      for (const url of ['/quan-tri/tai-khoan', '/quan-tri/quyen', '/quan-tri/tai-khoan/an-minh'])
        expect([url, (await other.get(url)).statusCode]).toEqual([url, 403])
    }
  })
})

describe('an account’s page', () => {
  test('shows the rights of each post with their reach and period, and nothing of what they open', async () => {
    const { body } = await admin.get('/quan-tri/tai-khoan/thuong-vu-tu-ky')
    for (const words of [
      'Bùi Thị Thường',
      'Phó Bí thư Thường trực',
      'Ghi quyết định của tập thể',
      '01/01/2021',
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('$argon2')
  })

  test('of nobody is not there', async () => {
    expect((await admin.get('/quan-tri/tai-khoan/khong-co')).statusCode).toBe(404)
  })

  test('of the administrator themselves offers none of what another has to do', async () => {
    const { body } = await admin.get('/quan-tri/tai-khoan/quan-tri')
    expect(body).toContain('việc của một quản trị khác')
    expect(body).not.toContain('href="/quan-tri/tai-khoan/quan-tri/mat-khau"')
    const answer = await admin.post('/quan-tri/tai-khoan/quan-tri/mat-khau', {})
    expect(answer.statusCode).toBe(403)
  })
})

describe('making and opening accounts', () => {
  test('a new account’s password is shown once, opens it, and stands nowhere else', async () => {
    const personId = newId<'person'>()
    await database.db.insertInto('person').values({ id: personId, full_name: 'Trương Thị Mới' }).execute()
    const form = { personId, username: 'truong-thi-moi', idempotencyKey: 'khoa-tao-1' }
    const made = await admin.post('/quan-tri/tai-khoan-moi', form)
    expect([made.statusCode, made.headers['cache-control']]).toEqual([200, 'private, no-store'])
    const password = shownIn(made.body)
    expect(password).not.toBe('')
    await enter('truong-thi-moi', password)
    const [entry] = (await lastEntries(database, 5)).filter(({ action }) => action === 'account.create')
    expect(entry?.payload).toEqual({ username: 'truong-thi-moi', personId })
    const kept = await database.db.selectFrom('idempotency_key').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(password)
    const again = await admin.post('/quan-tri/tai-khoan-moi', form)
    expect([again.statusCode, shownIn(again.body)]).toEqual([409, ''])
  })

  test.each([
    ['no person', { username: 'mot-ten' }, 'Hãy chọn'],
    ['a name with accents', { username: 'Nguyễn A' }, 'Chỉ gồm chữ thường không dấu'],
    ['a name that is taken', { username: 'an-minh' }, 'đã có'],
  ])('says what is wrong with %s', async (_name, form, words) => {
    const personId = form.username === 'mot-ten' ? '' : organisation.person['an-minh']
    const answer = await admin.post('/quan-tri/tai-khoan-moi', { personId, ...form })
    expect([409, 422]).toContain(answer.statusCode)
    if (words !== 'Hãy chọn') expect(answer.body).toContain(words)
    expect(answer.body).toContain('field-error')
  })

  test('a new password ends what was open, is shown once and lets in', async () => {
    const owner = await enter('chi-bo-cho')
    const answer = await admin.post('/quan-tri/tai-khoan/chi-bo-cho/mat-khau', {})
    const password = shownIn(answer.body)
    expect((await owner.get('/api/v1/me')).statusCode).toBe(401)
    await expect(enter('chi-bo-cho')).rejects.toThrow()
    await enter('chi-bo-cho', password)
  })

  test('closing needs its reason, shuts out at once, and can be undone', async () => {
    const owner = await enter('so-tttt')
    const url = '/quan-tri/tai-khoan/so-tttt'
    expect((await admin.post(`${url}/dong`, { reason: '' })).statusCode).toBe(422)
    const closed = await admin.post(`${url}/dong`, { reason: 'Chuyển công tác' })
    expect([closed.statusCode, closed.headers.location]).toEqual([303, url])
    expect((await owner.get('/api/v1/me')).statusCode).toBe(401)
    expect((await admin.get('/quan-tri/tai-khoan?trang-thai=da-dong')).body).toContain('so-tttt')
    expect((await admin.get('/quan-tri/tai-khoan?trang-thai=dang-mo')).body).not.toContain('>so-tttt<')
    await admin.post(`${url}/mo`, {})
    await enter('so-tttt')
  })
})

describe('giving and taking rights', () => {
  const right = (name: TestPersonName, more: Record<string, string> = {}) => ({
    postId: organisation.post[name],
    role: 'monitor',
    unitId: organisation.unit['tu-ky'],
    system: '',
    fromOn: '01/06/2027',
    toOn: '01/07/2027',
    ...more,
  })

  test('by its form, for a period, seen in the list and taken back', async () => {
    const answer = await admin.post(`/quan-tri/quyen-moi`, right('tuyen-giao-tu-ky'))
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/quan-tri/quyen'])
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({ action: 'role.grant', outcome: 'done' })
    const list = await admin.get('/quan-tri/quyen?tu-khoa=tuyen+giao&vai=monitor&ca-da-het=co')
    expect(list.body).toContain('từ 01/06/2027 đến trước 01/07/2027')
    const revoked = await admin.post(`/quan-tri/quyen/${entry?.objectId}/thu-hoi`, {})
    expect(revoked.statusCode).toBe(303)
  })

  test.each([
    ['an end before its beginning', { toOn: '01/05/2027' }, 'Ngày thôi quyền phải sau'],
    ['a day that is none', { fromOn: '31/02/2027' }, 'field-error'],
    ['no unit', { unitId: '' }, 'field-error'],
    ['a role that there is not', { role: 'god' }, 'field-error'],
  ])('refuses %s next to its field', async (_name, wrong, words) => {
    const answer = await admin.post('/quan-tri/quyen-moi', right('tuyen-giao-tu-ky', wrong))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
  })

  test('nobody gives themselves one, in the post they act in or another that they hold', async () => {
    const own = await admin.post('/quan-tri/quyen-moi', right('quan-tri', { role: 'registrant' }))
    expect(own.statusCode).toBe(403)
    const id = newId<'holding'>()
    await database.db
      .insertInto('post_holding')
      .values({
        id,
        post_id: organisation.post['so-noi-vu'],
        person_id: organisation.person['quan-tri'],
        from_on: '2022-01-01',
        capacity: 'acting',
      })
      .execute()
    expect((await admin.post('/quan-tri/quyen-moi', right('so-noi-vu'))).statusCode).toBe(403)
    await database.db.deleteFrom('post_holding').where('id', '=', id).execute()
    expect((await admin.post('/quan-tri/quyen-moi', right('so-noi-vu'))).statusCode).toBe(303)
  })

  test('one post cannot both administer the system and oversee works, whichever came first', async () => {
    for (const role of roles) {
      for (const other of apartFrom(role)) {
        const give = (one: typeof role) =>
          asActor(database, organisation.actorFor('quan-tri'), '2030-01-01', async (c) => {
            const grant = { ...right('an-minh'), system: null, fromOn: c.today, toOn: null, role: one }
            return saveGrant(c, grant)
          })
        const first = await give(other)
        await expect(give(role)).rejects.toMatchObject({ code: 'grant_apart' })
        await database.db.deleteFrom('role_grant').where('id', '=', first).execute()
      }
    }
    expect(apartFrom('system-admin')).toEqual([
      'appraiser',
      'decider',
      'monitor',
      'inspector',
      'evaluator',
      'evaluation-decider',
    ])
  })

  test('two rights that must be apart and come at the same moment: one of them is given', async () => {
    const give = (role: 'system-admin' | 'decider') =>
      asAdmin((c) =>
        grantRole(c, { ...right('chi-bo-thon-dong'), system: null, fromOn: c.today, toOn: null, role }),
      )
    const outcomes = await Promise.allSettled([give('system-admin'), give('decider')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('the list pages through every right exactly once, narrowed or not', async () => {
    for (const role of [null, 'registrant'] as const) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const at: string | null = cursor
        const page: Awaited<ReturnType<typeof listGrants>> = await asAdmin((c) =>
          listGrants(c, { role, limit: 5, cursor: at }),
        )
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== null)
      expect(new Set(seen).size).toBe(seen.length)
      expect(await asAdmin((c) => countGrants(c, { role }))).toBe(seen.length)
    }
  })
})
