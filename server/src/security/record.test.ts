import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTokenFor } from '../identity/index.ts'
import { messages as identityActs } from '../identity/messages-record.vi.ts'
import { recordedAccounts } from '../identity/recorded-kinds.ts'
import { seedTestAccounts, testPassword } from '../identity/testing/accounts.ts'
import { fromOwnPage, identitySystem, lastEntries, signInAs } from '../identity/testing/ground.ts'
import { messages as organisationActs } from '../organisation/messages-record.vi.ts'
import { recordedUnits } from '../organisation/recorded-kinds.ts'
import {
  seedTestOrganisation,
  type TestOrganisation,
  type TestPersonName,
  type TestUnitName,
} from '../organisation/testing/organisation.ts'
import { type AuditOutcome, audit } from '../platform/audit/audit.ts'
import { TestRecord } from '../platform/audit/testing.ts'
import type { Actor, Context } from '../platform/context.ts'
import { newId } from '../platform/id.ts'
import { asActor, testNow, useTestDatabase } from '../platform/testing/database.ts'
import { TestClock, testServer } from '../platform/testing/server.ts'
import type { RecordFilter } from './filter.ts'
import { type EntryPage, getEntry, listEntries } from './list-entries.ts'
import { securityRoutes } from './routes.ts'
import { recordedWords } from './words.ts'

const database = useTestDatabase()
const record = new TestRecord(database)
const clock = new TestClock()
const recorded = recordedWords(
  [recordedUnits, recordedAccounts],
  Object.keys({ ...identityActs, ...organisationActs }),
)
let organisation: TestOrganisation
let app: FastifyInstance

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  app = await testServer(identitySystem(database, { clock }), securityRoutes(recorded))
})
afterAll(() => app.close())

const all: RecordFilter = { actor: null, action: null, object: null, from: null, to: null, outcome: null }

const as = <Result>(actor: Actor, act: (c: Context) => Promise<Result>) =>
  asActor(database, actor, '2026-11-24', act)

/** An act of somebody, at a moment; returns the id of its entry. */
const done = (
  name: TestPersonName,
  action: string,
  more: { at?: string; outcome?: AuditOutcome; object?: { kind: string; id: string }; payload?: object } = {},
) =>
  as(organisation.actorFor(name), (c) =>
    audit(
      { ...c, now: more.at === undefined ? testNow : new Date(more.at) },
      action,
      more.object ?? null,
      { ...more.payload },
      more.outcome ?? 'done',
    ),
  )

const holding = (name: TestPersonName, role: string, unit: TestUnitName): Actor => ({
  ...organisation.actorFor(name),
  grants: [{ role, unitId: organisation.unit[unit], system: null }],
})

const found = (actor: Actor, filter: Partial<RecordFilter> = {}) =>
  as(
    actor,
    async (c) => (await listEntries(c, recorded, { filter: { ...all, ...filter }, limit: 1000 })).items,
  )
const idsOf = async (actor: Actor, filter: Partial<RecordFilter> = {}) =>
  (await found(actor, filter)).map(({ id }) => id)

describe('who reads what', () => {
  test('an inspector reads what the bodies in their scope did, and nothing next to', async () => {
    const [inside, outside] = [await done('tu-ky', 'work.report'), await done('chi-bo-cho', 'work.report')]
    const district = await idsOf(holding('kiem-tra', 'inspector', 'tu-ky'))
    expect(district).toContain(inside)
    expect(district).not.toContain(outside)
    const province = await idsOf(organisation.actorFor('kiem-tra'))
    expect(province).toEqual(expect.arrayContaining([inside, outside]))
  })

  test('the technical administrator reads technical acts, never what the programme says', async () => {
    const technical = await done('tu-ky', 'session.sign-in')
    const content = await done('tu-ky', 'work.report', { payload: { text: 'nội dung' } })
    const administrator = organisation.actorFor('quan-tri')
    const ids = await idsOf(administrator)
    expect(ids).toContain(technical)
    expect(ids).not.toContain(content)
    await expect(as(administrator, (c) => getEntry(c, recorded, content))).rejects.toMatchObject({
      code: 'not_found',
    })
    const districts = await idsOf(holding('quan-tri', 'system-admin', 'song-ha'))
    expect(districts).not.toContain(technical)
  })

  test('what was done for no body is for those who have nothing above them', async () => {
    const id = await database.db
      .transaction()
      .execute((db) =>
        audit(
          { db, now: testNow, actor: null, origin: { requestId: 'r', address: null } },
          'session.sign-in',
          null,
          {},
          'refused',
        ),
      )
    expect(await idsOf(organisation.actorFor('quan-tri'))).toContain(id)
    expect(await idsOf(organisation.actorFor('kiem-tra'))).toContain(id)
    expect(await idsOf(holding('quan-tri', 'system-admin', 'tu-ky'))).not.toContain(id)
    expect(await idsOf(holding('kiem-tra', 'inspector', 'tu-ky'))).not.toContain(id)
  })

  test.each(['van-phong', 'thuong-vu', 'tu-ky', 'tuyen-giao', 'an-minh'] as const)(
    '%s reads none of it',
    async (name) => {
      await expect(found(organisation.actorFor(name))).rejects.toMatchObject({
        code: 'forbidden',
        status: 403,
      })
    },
  )
})

describe('a search', () => {
  const inspector = () => organisation.actorFor('kiem-tra')

  test('by person finds everyone with that name, ignoring accents', async () => {
    const id = await done('tu-ky', 'thing.by-person')
    for (const actor of ['Đỗ Thị Kỳ', 'do thi ky', 'tu-ky'])
      expect(await idsOf(inspector(), { actor })).toContain(id)
    expect(await idsOf(inspector(), { actor: 'Ngô Thị Minh' })).not.toContain(id)
    expect(await idsOf(inspector(), { actor: '%' })).toEqual([])
  })

  test('says for whom somebody acted who stood in', async () => {
    const lender = organisation.actorFor('thuong-vu-tu-ky')
    const { accountId, personId, personName } = organisation.actorFor('an-minh')
    const standIn = { ...lender, accountId, personId, personName }
    await as(standIn, (c) => audit(c, 'standing.act', { kind: 'unit', id: organisation.unit['tu-ky'] }))
    const { items } = await as(organisation.actorFor('kiem-tra'), (c) =>
      listEntries(c, recorded, { filter: { ...all, action: 'standing.act' }, limit: 10 }),
    )
    expect(items.map((row) => row.personName)).toEqual(['Ngô Thị Minh security.in_stead Bùi Thị Thường'])
  })

  test('by act, or by all acts of a kind', async () => {
    const [one, other] = [await done('tu-ky', 'sort.one'), await done('tu-ky', 'sort.other')]
    expect(await idsOf(inspector(), { action: 'sort.one' })).toEqual([one])
    expect(await idsOf(inspector(), { action: 'sort.' })).toEqual([other, one])
  })

  test('by thing, named by its code, its user name or its id', async () => {
    const unit = { kind: 'unit', id: organisation.unit['xa-an-minh'] as string }
    const id = await done('van-phong', 'unit.rename', { object: unit })
    for (const object of ['xa-an-minh', unit.id]) expect(await idsOf(inspector(), { object })).toEqual([id])
    expect(await idsOf(inspector(), { object: 'khong-co' })).toEqual([])
    const [row] = await found(inspector(), { object: unit.id })
    expect(row?.object).toEqual({ name: 'Đảng ủy xã An Minh (minh hoạ)', href: '/don-vi/xa-an-minh' })
  })

  test('by days counts days in Vietnam, both ends included', async () => {
    const day = { action: 'day.act', from: '2026-11-10', to: '2026-11-11' } as never
    const at = (instant: string) => done('tu-ky', 'day.act', { at: instant })
    await at('2026-11-09T16:59:59.999Z')
    const first = await at('2026-11-09T17:00:00Z')
    const last = await at('2026-11-11T16:59:59.999Z')
    await at('2026-11-11T17:00:00Z')
    expect(await idsOf(inspector(), day)).toEqual([last, first])
  })

  test('by outcome finds what was refused', async () => {
    await done('tu-ky', 'tried.act')
    const refused = await done('tu-ky', 'tried.act', { outcome: 'refused' })
    expect(await idsOf(inspector(), { action: 'tried.act', outcome: 'refused' })).toEqual([refused])
  })

  test('gives every entry once over its pages, the newest first', async () => {
    for (let number = 0; number < 11; number += 1)
      await done('tu-ky', 'paged.act', { at: `2026-11-1${number % 3}T03:00:00Z` })
    const whole = await idsOf(inspector(), { action: 'paged.act' })
    expect(whole).toHaveLength(11)
    const pages: string[] = []
    let cursor: string | null = null
    do {
      const asked: string | null = cursor
      const list: EntryPage = await as(inspector(), (c) =>
        listEntries(c, recorded, { filter: { ...all, action: 'paged.act' }, cursor: asked, limit: 3 }),
      )
      pages.push(...list.items.map(({ id }) => id))
      cursor = list.next
    } while (cursor !== null)
    expect(pages).toEqual(whole)
  })

  test('is itself an entry, on the page and through the API alike', async () => {
    const session = await signInAs(identitySystem(database, { clock }), 'kiem-tra', testPassword)
    const page = await app.inject({
      url: '/nhat-ky?nguoi=tu-ky&ket-qua=tu-choi',
      headers: { cookie: session.cookie },
    })
    expect(page.statusCode).toBe(200)
    const conditions = { actor: 'tu-ky', outcome: 'refused' }
    expect((await lastEntries(database, 1))[0]).toMatchObject({
      action: 'audit.search',
      outcome: 'read',
      payload: conditions,
    })
    const { token } = await createTokenFor(
      database.db,
      { username: 'kiem-tra', scopes: ['read'], days: 1, name: 'x' },
      clock.now(),
    )
    const headers = { authorization: `Bearer ${token}` }
    const api = await app.inject({
      url: '/api/v1/audit-entries?actor=tu-ky&outcome=refused&limit=2',
      headers,
    })
    expect(api.json()).toMatchObject({ items: [{ outcome: 'refused', person: 'Đỗ Thị Kỳ' }] })
    expect((await lastEntries(database, 1))[0]).toMatchObject({ action: 'audit.search', payload: conditions })
    const [first] = (api.json() as { items: { id: string }[] }).items
    await app.inject({ url: `/api/v1/audit-entries/${first?.id}`, headers })
    expect((await lastEntries(database, 1))[0]).toMatchObject({ action: 'audit.read', objectId: first?.id })
  })

  test('that is refused is an entry as well, on the page and through the API alike', async () => {
    const { cookie } = await signInAs(identitySystem(database, { clock }), 'tu-ky', testPassword)
    expect((await app.inject({ url: '/nhat-ky?nguoi=x', headers: { cookie } })).statusCode).toBe(403)
    expect((await lastEntries(database, 1))[0]).toMatchObject({
      action: 'page.read',
      outcome: 'refused',
      accountId: organisation.actorFor('tu-ky').accountId,
      payload: { path: '/nhat-ky?nguoi=x', code: 'forbidden' },
    })
    const { token } = await createTokenFor(
      database.db,
      { username: 'tu-ky', scopes: ['read'], days: 1, name: 'x' },
      clock.now(),
    )
    const headers = { authorization: `Bearer ${token}` }
    expect((await app.inject({ url: '/api/v1/audit-entries', headers })).statusCode).toBe(403)
    expect((await lastEntries(database, 1))[0]).toMatchObject({ action: 'audit.search', outcome: 'refused' })
    const before = await lastEntries(database, 1)
    expect((await app.inject({ url: '/nhat-ky' })).statusCode).not.toBe(200)
    expect(await lastEntries(database, 1)).toEqual(before)
  })

  test('as a spreadsheet holds the same entries, and its download is an entry', async () => {
    await done('tu-ky', 'sheet.act', { object: { kind: 'unit', id: organisation.unit['tu-ky'] } })
    const { cookie } = await signInAs(identitySystem(database, { clock }), 'kiem-tra', testPassword)
    const csv = await app.inject({ url: '/nhat-ky.csv?hanh-vi=sheet.act', headers: { cookie } })
    const lines = csv.body.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('Đỗ Thị Kỳ,Huyện ủy Tứ Kỳ,sheet.act')
    expect((await lastEntries(database, 1))[0]).toMatchObject({
      action: 'audit.export',
      payload: { format: 'csv' },
    })
    const xlsx = await app.inject({ url: '/nhat-ky.xlsx?hanh-vi=sheet.act', headers: { cookie } })
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('erasing a content', () => {
  // The searches above put acts on other days, which a verification takes for entries that are dated back.
  beforeAll(() => record.empty())

  const decision = {
    number: '12-QĐ/TU',
    decidedOn: '2026-11-20',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    reason: 'lộ thông tin',
  }

  const machineOf = async (username: TestPersonName) => {
    const scopes = ['read', 'write', 'admin'] as const
    const { token } = await createTokenFor(database.db, { username, scopes, days: 1, name: 'x' }, clock.now())
    return async (entryId: string, more: object = {}) => {
      const answer = await app.inject({
        method: 'POST',
        url: `/api/v1/audit-entries/${entryId}/erasure`,
        headers: { authorization: `Bearer ${token}` },
        payload: { ...decision, ...more },
      })
      return { status: answer.statusCode, body: answer.json() as Record<string, string> }
    }
  }
  const payloadOf = async (id: string) =>
    (await database.pool.query('select payload from audit_payload where entry_id = $1', [id])).rows

  test('needs a decision, which stays on the record, and the seal of both holds', async () => {
    const id = await done('tu-ky', 'work.report', { payload: { text: 'điều không được viết' } })
    await record.seal()
    const erase = await machineOf('quan-tri')
    const answer = await erase(id)
    expect(answer.status).toBe(201)
    expect(await payloadOf(id)).toEqual([])
    await record.seal()
    const verdict = await record.verify('without roots')
    expect(verdict).toMatchObject({ ok: true, erased: 1, unsealed: 0 })
    expect(await record.judgeApart('without roots')).toEqual(verdict)
    const entry = await as(organisation.actorFor('kiem-tra'), (c) => getEntry(c, recorded, id))
    expect(entry).toMatchObject({ payload: null, erasedBy: answer.body.decidedBy })
    const decided = await as(organisation.actorFor('kiem-tra'), (c) =>
      getEntry(c, recorded, answer.body.decidedBy ?? ''),
    )
    expect(decided).toMatchObject({ action: 'audit.erase', objectId: id, payload: decision })

    expect(await erase(id)).toMatchObject({ status: 409, body: { code: 'content_erased' } })
    expect(await erase(answer.body.decidedBy ?? '')).toMatchObject({
      status: 409,
      body: { code: 'decision_stays' },
    })
  })

  test('is refused to those who read, beyond the scope, with a decision of tomorrow, and of nothing', async () => {
    const id = await done('tu-ky', 'work.report')
    expect(await (await machineOf('kiem-tra'))(id)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
    const erase = await machineOf('quan-tri')
    expect(await erase(id, { decidedOn: '2099-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'erasure_in_future' },
    })
    expect(await erase(id, { reason: '' })).toMatchObject({ status: 422, body: { code: 'input_invalid' } })
    expect(await erase(newId())).toMatchObject({ status: 404 })
    expect(await payloadOf(id)).toHaveLength(1)
    const refused = (await lastEntries(database, 4)).filter(({ action }) => action === 'audit.erase')
    expect(refused.map(({ outcome }) => outcome)).toContain('refused')
  })

  test('a refused try to erase is no decision: the database still refuses, and a removal is found', async () => {
    const id = await done('tu-ky', 'work.report')
    await done('quan-tri', 'audit.erase', { outcome: 'refused', object: { kind: 'audit-entry', id } })
    await expect(database.pool.query('select erase_audit_payload($1)', [id])).rejects.toThrow(
      'no decision to erase',
    )
    await record.seal()
    await record.tamper('delete from audit_payload where entry_id = $1', [id])
    const verdict = await record.verify('without roots')
    expect(verdict).toMatchObject({ ok: false, faults: [{ code: 'content_removed', entryId: id }] })
    expect(await record.judgeApart('without roots')).toEqual(verdict)
  })

  test('from the page asks for authentication again', async () => {
    const id = await done('tu-ky', 'work.report')
    const { cookie } = await signInAs(identitySystem(database, { clock }), 'quan-tri', testPassword)
    clock.advance(30)
    const answer = await app.inject({
      method: 'POST',
      url: '/nhat-ky/xoa-noi-dung',
      headers: { ...fromOwnPage, cookie },
      payload: new URLSearchParams({ ...decision, entryId: id, idempotencyKey: newId() }).toString(),
    })
    expect(answer.statusCode).not.toBe(303)
    expect(await payloadOf(id)).toHaveLength(1)
  })
})
