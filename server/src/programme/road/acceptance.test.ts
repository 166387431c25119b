import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { actorOf as demonstrationActor, loadForTests } from '../../demonstration/testing.ts'
import { organisationApi } from '../../organisation/api.ts'
import { endUnitActFor } from '../../organisation/directory-acts.ts'
import { importOrganisation } from '../../organisation/index.ts'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import type { Actor } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { type TestDatabase, testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { programmeApiReads } from '../api/reads.ts'
import { programmeApiWrites } from '../api/writes.ts'
import { insertRows } from '../import/import-rows.ts'
import { overviewPage } from '../pages/figures/overview.tsx'
import { workPage } from '../pages/work/work.tsx'
import {
  type Answered,
  type ProgrammeServer,
  programmeServer,
  registrationInput,
  seedTestProgramme,
  type TestProgramme,
  targetInput,
  testYear,
} from '../testing/ground.ts'
import { Road, roadDays, unlikeTitle } from '../testing/road.ts'

/**
 * The acceptance scenarios of the programme's specification (section 10), by name, through the public interface. Those of
 * later parts (the year's close, the head who moves, measured exceptions) are proved where those parts are.
 */

const routes = [
  ...programmeApiReads,
  ...programmeApiWrites,
  ...organisationApi({ endUnit: endUnitActFor([]) }),
  overviewPage,
  workPage,
]
const database = useTestDatabase()
let programme: TestProgramme
let server: ProgrammeServer
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  server = await programmeServer(programme, routes)
  road = new Road(programme)
})

interface ReadTarget {
  readonly id: string
  readonly goal: { readonly operator: string; readonly value: number | null }
  readonly unit: string | null
  readonly modality: string
  readonly claimed: number | boolean | null
  readonly confirmed: number | boolean | null
  readonly met: string
  readonly course: { readonly planned: unknown }
}

interface ReadWork extends Answered {
  readonly title: string
  readonly stateSince: string
  readonly assignerName: string | null
  readonly targets: readonly ReadTarget[]
  readonly continues: { readonly code: string; readonly year: number } | null
  readonly continuesUnlinked: boolean
  readonly continuedBy: readonly { readonly code: string }[]
}

const codesOf = ({ body }: { body: Answered }) => body.errors.map(({ code }) => code)

async function read(ref: string, asOf?: string, by: TestPersonName = 'van-phong'): Promise<ReadWork> {
  const path = `/works/${ref}${asOf === undefined ? '' : `?asOf=${asOf}`}`
  const answer = await server.api<ReadWork>(by, 'GET', path)
  expect(answer.status).toBe(200)
  return answer.body
}

/** An act on a work as a machine sends it, with the version that was just read. */
async function act(by: TestPersonName, ref: string, noun: string, fields: object) {
  const { version } = await road.work(ref)
  return server.api(by, 'POST', `/works/${ref}/${noun}`, { version, ...fields })
}

async function done(by: TestPersonName, ref: string, noun: string, fields: object): Promise<Answered> {
  const answer = await act(by, ref, noun, fields)
  if (answer.status >= 300) throw new Error(`${noun}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

const report = (ref: string, values: readonly object[], more: object = {}) => ({
  ref,
  fields: { period: 'q1', reportedOn: roadDays.report, content: 'Báo cáo quý I.', values, ...more },
})

/** Offers a piece for a target, and the office of the assigner accepts it. */
async function proved(ref: string, fields: object): Promise<void> {
  const uploadId = await server.upload('tu-ky')
  const piece = await done('tu-ky', ref, 'evidence', {
    kind: 'document',
    title: 'Báo cáo kèm số liệu',
    effectiveOn: roadDays.report,
    uploadId,
    ...fields,
  })
  await server.done('van-phong', 'PUT', `/works/${ref}/evidence/${piece.id}/judgement`, { outcome: 'accept' })
}

const completion = { workDoneOn: roadDays.report, content: 'Hoàn thành.' }

async function accepted(ref: string) {
  await done('van-phong', ref, 'completion-check', { comment: 'Đã đối chiếu.' })
  return act('thuong-vu', ref, 'completion-decision', { outcome: 'accept' })
}

describe('1. Print the paragraph', () => {
  const demonstration = useTestDatabase()
  const claimsOfTuKy = ['cnt-143', 'cnt-234']
  const actors = new Map<string, Actor>()
  let shown: ProgrammeServer

  beforeAll(async () => {
    await loadForTests(demonstration)
    actors.set('btv-tu-ky', await demonstrationActor(demonstration, 'btv-tu-ky'))
    const { measures } = programme
    const organisation = { actorFor: (name: string) => actors.get(name) }
    shown = await programmeServer({ database: demonstration, organisation, measures } as never, routes)
  })

  interface Summary {
    readonly claims: readonly {
      ref: string
      published: number
      register: number
      deviation: number
      verdict: string
    }[]
    readonly byContentGroup: readonly { unit: string; ord: number; name: string }[]
  }
  const reader = 'btv-tu-ky' as TestPersonName
  const summary = async () =>
    (await shown.api<Summary>(reader, 'GET', '/programmes/2022/summary?unit=tu-ky')).body
  const printed = async () => {
    const page = await shown.page(reader, '/chuong-trinh/2022?don-vi=tu-ky')
    expect(page.statusCode).toBe(200)
    return page.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  }

  test('prints 143, 234 and the two content groups in order', async () => {
    const { claims, byContentGroup } = await summary()
    const own = claims.filter(({ ref }) => claimsOfTuKy.includes(ref))
    expect(own.map(({ published, register, verdict }) => [published, register, verdict])).toEqual([
      [143, 143, 'agrees'],
      [234, 234, 'agrees'],
    ])
    const groups = byContentGroup.filter(({ unit }) => unit === 'tu-ky')
    expect(groups.map(({ ord }) => ord)).toEqual([1, 2])
    expect(groups[0]?.name).toContain('khắc phục')
    expect(groups[1]?.name).toContain('đột phá')
    const text = await printed()
    expect(text.indexOf(groups[0]?.name ?? '')).toBeGreaterThan(0)
    expect(text.indexOf(groups[1]?.name ?? '')).toBeGreaterThan(text.indexOf(groups[0]?.name ?? ''))
  })

  test('with 142 in the register prints both numbers and “lệch 1”', async () => {
    expect(await printed()).not.toContain('lệch 1 ')
    await takeOneOut(demonstration)
    const claim = (await summary()).claims.find(({ ref }) => ref === 'cnt-143')
    expect(claim).toMatchObject({ published: 143, register: 142, deviation: -1, verdict: 'differs' })
    expect(await printed()).toMatch(/143.{0,80}142.{0,80}lệch 1 /)
  })

  /** The register as if it had been filled with one work less: nobody but the database's owner can take one out. */
  async function takeOneOut({ ownerUrl }: TestDatabase): Promise<void> {
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    const one = await client.query(
      `select work.id from work join unit on unit.id = work.assigner_unit_id
       where unit.code = 'btv-tu-ky' and owner_kind = 'collective'
         and not exists (select from report where work_id = work.id)
         and not exists (select from evidence where work_id = work.id)
         and not exists (select from adjustment where work_id = work.id)
         and not exists (select from work other where other.continues_work_id = work.id) limit 1`,
    )
    const of = ['signal', 'state_span', 'version', 'content_group', 'supporting_unit'].map(
      (part) => `work_${part}`,
    )
    for (const table of [...of, 'decision_item', 'appraisal', 'target', 'step', 'demonstration_later'])
      await client.query(`delete from ${table} where work_id = $1`, [one.rows[0].id])
    const { rowCount } = await client.query('delete from work where id = $1', [one.rows[0].id])
    await client.end()
    expect(rowCount).toBe(1)
  }
})

describe('2. One decision, many works', () => {
  const heads = 178

  /** Departments with their directors, whose posts the province's standing committee manages, and an approved work of each. */
  async function approvedWorks(): Promise<readonly string[]> {
    const { unit } = programme.organisation
    const rows = Array.from({ length: heads }, (_, index) => {
      const code = `so-minh-hoa-${index + 1}`
      return { code, unit: newId(), person: newId(), post: newId(), holding: newId(), work: newId() }
    })
    await database.db.transaction().execute(async (db) => {
      await importOrganisation(
        { db, now: testNow, origin: { requestId: 'test', address: null }, actor: null },
        {
          units: rows.map((row) => ({
            id: row.unit,
            code: row.code,
            name: `Sở ${row.code}`,
            short_name: row.code,
            system: 'state',
            level: 'province',
            kind: 'department',
            valid_from: '2021-01-01',
            illustrative: true,
          })),
          parents: rows.map((row) => ({
            id: newId(),
            unit_id: row.unit,
            parent_id: unit['ubnd-tinh'],
            system: 'state',
            from_on: '2021-01-01',
          })),
          persons: rows.map((row) => ({ id: row.person, full_name: `Giám đốc ${row.code}` })),
          posts: rows.map((row) => ({
            id: row.post,
            unit_id: row.unit,
            title: 'Giám đốc',
            is_head: true,
            valid_from: '2021-01-01',
          })),
          management: rows.map((row) => ({
            id: newId(),
            post_id: row.post,
            unit_id: unit['btv-tinh-uy'],
            from_on: '2021-01-01',
          })),
          holdings: rows.map((row) => ({
            id: row.holding,
            post_id: row.post,
            person_id: row.person,
            from_on: '2021-01-01',
            document: 'Quyết định 02-QĐ/TU',
          })),
        },
      )
    })
    await approved(rows.map((row) => ({ ...row, unitId: row.unit })))
    return rows.map(({ code }) => `${testYear}-${code}-001`)
  }

  interface Owner {
    readonly code: string
    readonly unitId: string
    readonly post: string
    readonly holding: string
    readonly work: string
  }

  const approved = (owners: readonly Owner[]) =>
    database.db.transaction().execute(async (db) => {
      const { unit } = programme.organisation
      const common = { programme_id: programme.programmeId, state: 'approved', recorded_at: testNow }
      await insertRows(
        db,
        'work',
        owners.map((owner) => ({
          ...common,
          id: owner.work,
          code: `${testYear}-${owner.code}-001`,
          title: unlikeTitle(),
          owner_kind: 'individual',
          owner_unit_id: owner.unitId,
          custodian_unit_id: owner.unitId,
          owner_post_id: owner.post,
          owner_holding_id: owner.holding,
          managing_unit_id: unit['btv-tinh-uy'],
          managing_root_id: unit['tinh-uy'],
          tier: 'province',
          state_since: '2022-02-20',
          due_on: '2022-11-30',
          first_due_on: '2022-11-30',
        })),
      )
      await insertRows(
        db,
        'work_state_span',
        owners.map((owner) => ({
          ...common,
          id: newId(),
          work_id: owner.work,
          action: 'approve',
          from_on: '2022-02-20',
        })),
      )
    })

  const person = (name: TestPersonName, code: string, unitId: string): Owner => {
    const { post, holding } = programme.organisation
    return { code, unitId, post: post[name], holding: holding[name], work: newId() }
  }

  const decision = (number: string, works: readonly string[]) => ({
    year: testYear,
    issuer: 'btv-tinh-uy',
    number,
    decidedOn: '2022-03-10',
    works,
  })
  const assignedOf = async (refs: readonly string[]) => {
    const rows = await database.db.selectFrom('work').select('state').where('code', 'in', refs).execute()
    return rows.filter(({ state }) => state === 'assigned').length
  }

  test('assigns 178 works in one act, and refuses by name those whose registrant is no head of its own that day', async () => {
    await server.moveTo('2022-03-12')
    const works = await approvedWorks()
    const { unit, holding } = programme.organisation
    await approved([
      person('thuong-vu-tu-ky', 'pho-bi-thu', unit['btv-tu-ky']),
      person('tuyen-giao-tu-ky', 'truong-ban', unit['tuyen-giao-tu-ky']),
      person('bi-thu-song-ha', 'da-thoi', unit['song-ha']),
    ])
    // The secretary of Sông Hà left their post before the day of the decision.
    await database.db
      .updateTable('post_holding')
      .set({ to_on: '2022-03-01' })
      .where('id', '=', holding['bi-thu-song-ha'])
      .execute()

    const wrong = ['pho-bi-thu', 'truong-ban', 'da-thoi'].map((code) => `${testYear}-${code}-001`)
    const refused = await server.api(
      'thuong-vu',
      'POST',
      '/assignment-decisions',
      decision('200-QĐ/TU', [...works, ...wrong]),
    )
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ subject, code }) => [subject, code])).toEqual([
      [wrong[0], 'post_not_head'],
      [wrong[1], 'issuer_not_managing_post'],
      [wrong[2], 'post_not_held'],
    ])
    expect(refused.body.errors[1]?.detail).toContain('Đặng Văn Tuyên')
    expect(await assignedOf([...works, ...wrong])).toBe(0)

    // Nothing is left of the refused decision: its number is free for the right one.
    const kept = await server.done('thuong-vu', 'POST', '/assignment-decisions', decision('200-QĐ/TU', works))
    expect(kept.assigned).toBe(heads)
    expect(await assignedOf(works)).toBe(heads)
    expect(await assignedOf(wrong)).toBe(0)
    const { body } = await server.api<{ total: number }>(
      'van-phong',
      'GET',
      `/works?year=${testYear}&assigner=btv-tinh-uy&managing=btv-tinh-uy&ownerKind=individual&standing=assigned`,
    )
    expect(body.total).toBe(heads)
  })
})

describe('3. Range and recognition', () => {
  const zones = () =>
    targetInput({
      measure: 'Vùng sản xuất nông nghiệp hữu cơ được công nhận',
      operator: 'range',
      value: null,
      min: 1,
      max: 2,
      baseline: 6,
      recognitionRequired: true,
      recognitionBy: 'cấp có thẩm quyền',
    })
  const recognised = (quantity: number, recognisedOn = '2022-04-01') => ({
    kind: 'recognition',
    recognition: {
      authority: 'Sở Nông nghiệp (minh hoạ)',
      competence: 'Công nhận vùng sản xuất',
      number: '15/QĐ',
      recognisedOn,
      quantity,
    },
  })
  const built = async () => {
    await server.moveTo(roadDays.report)
    const ref = await road.bring('in_progress', { targets: [zones()] })
    const targetId = await road.target(ref)
    await done('tu-ky', ref, 'reports', report(ref, [{ targetId, value: 2 }]).fields)
    return { ref, targetId }
  }

  test('2 built and none recognised: completion cannot be reported', async () => {
    const { ref } = await built()
    const answer = await act('tu-ky', ref, 'completion', completion)
    expect([answer.status, codesOf(answer)]).toEqual([422, ['recognition_missing']])
    expect(answer.body.errors[0]?.detail).toContain('cấp có thẩm quyền')
    expect((await read(ref)).targets[0]).toMatchObject({ claimed: 2, confirmed: 0, met: 'not_met' })
  })

  test('1 recognised: it can be reported, and the least of 1–2 is met', async () => {
    const { ref, targetId } = await built()
    await proved(ref, { targetId, ...recognised(1) })
    expect((await read(ref)).targets[0]).toMatchObject({ claimed: 2, confirmed: 1, met: 'met' })
    await done('tu-ky', ref, 'completion', completion)
    expect((await accepted(ref)).status).toBe(201)
    expect((await read(ref)).state).toBe('completed')
  })

  test('3 recognised is exceeded', async () => {
    const { ref, targetId } = await built()
    await proved(ref, { targetId, ...recognised(1) })
    await proved(ref, { targetId, ...recognised(2) })
    expect((await read(ref)).targets[0]).toMatchObject({ confirmed: 3, met: 'exceeded' })
  })

  test('the 6 zones of an earlier year never count', async () => {
    const { ref, targetId } = await built()
    const answer = await act('tu-ky', ref, 'evidence', {
      title: 'Giấy công nhận 6 vùng đã có',
      effectiveOn: roadDays.report,
      uploadId: await server.upload('tu-ky'),
      targetId,
      ...recognised(6, '2021-12-31'),
    })
    expect([answer.status, codesOf(answer)]).toEqual([422, ['recognition_before_year']])
    expect((await read(ref)).targets[0]).toMatchObject({ confirmed: 0, met: 'not_met' })
  })
})

describe('5. No number', () => {
  const digitisation = () =>
    targetInput({ measure: 'Số hoá hồ sơ lưu trữ', unit: '', operator: 'done', value: null })

  test('is judged done or not done with a note, and never in percent, until a number is asked for and given', async () => {
    await server.moveTo(roadDays.report)
    const ref = await road.bring('in_progress', { targets: [digitisation()] })
    const targetId = await road.target(ref)
    const said = (value: object) => act('tu-ky', ref, 'reports', report(ref, [{ targetId, ...value }]).fields)
    expect(codesOf(await said({ value: 100 }))).toEqual(['target_takes_done'])
    expect(codesOf(await said({ done: true }))).toEqual(['target_note_missing'])
    expect((await said({ done: true, note: 'Đã số hoá kho lưu trữ.' })).status).toBe(201)
    await proved(ref, { targetId, done: true, note: 'Biên bản nghiệm thu.' })
    const [target] = (await read(ref)).targets
    expect(target).toMatchObject({
      claimed: true,
      confirmed: true,
      met: 'met',
      goal: { operator: 'done', value: null },
    })
    expect(target?.course.planned).toBeNull()
    const page = await server.page('van-phong', `/cong-viec/${(await road.work(ref)).code}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/100(,0)?\s?%/)

    // At adjustment a number is asked for, with its unit.
    const ask = (fields: object) =>
      act('tu-ky', ref, 'adjustment', { targetId, operator: 'gte', reason: 'Đã có số liệu nền.', ...fields })
    expect(codesOf(await ask({ unit: '%' }))).toEqual(['target_value_missing'])
    expect(codesOf(await ask({ value: 60 }))).toEqual(['target_unit_missing'])
    expect((await ask({ value: 60, unit: '%' })).status).toBe(201)
    expect((await read(ref)).targets[0]?.goal.operator).toBe('done')
    await server.moveTo('2022-04-10')
    await done('thuong-vu', ref, 'adjustment-decision', { outcome: 'accepted' })
    // "Done" says nothing of a number: what was accepted before proves no percentage.
    expect((await read(ref)).targets[0]).toMatchObject({
      goal: { operator: 'gte', value: 60 },
      unit: '%',
      met: 'undetermined',
    })
    expect((await read(ref, '2022-04-09')).targets[0]).toMatchObject({
      goal: { operator: 'done', value: null },
      met: 'met',
    })
  })
})

describe('6. Strength of promise', () => {
  /** A work whose first target is reached and whose second, level-4 services, stays at 60 of 80 %. */
  async function reportedShort(modality: 'committed' | 'aspirational') {
    await server.moveTo(roadDays.report)
    const ref = await road.bring('in_progress', {
      targets: [
        targetInput({ measure: 'Số thủ tục rà soát', unit: 'thủ tục', value: 10 }),
        targetInput({ measure: 'Dịch vụ công mức độ 4', unit: '%', value: 80, modality }),
      ],
    })
    const [first, second] = (await read(ref)).targets
    const values = [
      { targetId: first?.id, value: 10 },
      { targetId: second?.id, value: 60 },
    ]
    await done('tu-ky', ref, 'reports', report(ref, values).fields)
    for (const value of values) await proved(ref, value)
    await done('tu-ky', ref, 'completion', completion)
    return ref
  }

  test('“phấn đấu” is shown as an aspiration and does not keep the work from completion', async () => {
    const ref = await reportedShort('aspirational')
    expect((await read(ref)).targets[1]).toMatchObject({
      modality: 'aspirational',
      confirmed: 60,
      met: 'not_met',
    })
    expect((await accepted(ref)).status).toBe(201)
    expect((await read(ref)).state).toBe('completed')
    const page = await server.page('van-phong', `/cong-viec/${(await road.work(ref)).code}`)
    expect(page.body).toContain('Phấn đấu')
  })

  test('“đặt mục tiêu” does', async () => {
    const ref = await reportedShort('committed')
    const answer = await accepted(ref)
    expect([answer.status, codesOf(answer)]).toEqual([422, ['target_not_met']])
    expect(answer.body.errors[0]?.detail).toContain('Dịch vụ công mức độ 4')
    expect((await read(ref)).state).toBe('completion_reported')
  })
})

describe('8. Continuing work', () => {
  const register = async (more: object) => {
    await server.moveTo(roadDays.register)
    const input = registrationInput(programme, { title: `Tiếp tục ${unlikeTitle()}`, ...more })
    return server.api('tu-ky', 'POST', '/works', input)
  }

  test('is linked to the work of the year before, both ways', async () => {
    const [programmeId, workId] = [newId(), newId()]
    await database.db.transaction().execute(async (db) => {
      const { unit } = programme.organisation
      await insertRows(db, 'programme', [
        { id: programmeId, year: 2021, unit_id: unit['tinh-uy'], name: 'Việc đột phá năm 2021' },
      ])
      await insertRows(db, 'work', [
        {
          id: workId,
          programme_id: programmeId,
          code: '2021-tu-ky-001',
          title: 'Xác định vùng sản xuất hữu cơ',
          owner_kind: 'collective',
          owner_unit_id: unit['tu-ky'],
          custodian_unit_id: unit['tu-ky'],
          tier: 'direct',
          state: 'assigned',
          state_since: '2021-03-01',
          recorded_at: testNow,
        },
      ])
      await insertRows(db, 'work_state_span', [
        {
          id: newId(),
          work_id: workId,
          programme_id: programmeId,
          state: 'assigned',
          action: 'assign',
          from_on: '2021-03-01',
          recorded_at: testNow,
        },
      ])
    })
    const unknown = await register({ continuesCode: '2021-tu-ky-009' })
    expect(codesOf(unknown)).toEqual(['continued_work_unknown'])
    const { body } = await register({ continuesCode: '2021-tu-ky-001' })
    const { code } = await done('tu-ky', body.ref, 'submission', {})
    expect(await read(code)).toMatchObject({
      continues: { code: '2021-tu-ky-001', year: 2021 },
      continuesUnlinked: false,
    })
    expect((await read('2021-tu-ky-001')).continuedBy.map((link) => link.code)).toEqual([code])
  })

  test('is marked “tiếp tục, chưa có liên kết” where that work is not in the register', async () => {
    const { body } = await register({ continuesUnlinked: true })
    const { code } = await done('tu-ky', body.ref, 'submission', {})
    expect(await read(code)).toMatchObject({ continues: null, continuesUnlinked: true })
    expect((await server.page('van-phong', `/cong-viec/${code}`)).body).toContain(
      'tiếp tục, chưa có liên kết',
    )
  })
})

describe('9. As of', () => {
  const listed = async (by: TestPersonName, asOf: string, unit: string) => {
    const path = `/works?year=${testYear}&unit=${unit}&subordinates=true&asOf=${asOf}`
    const { status, body } = await server.api<{ items?: { code: string }[] }>(by, 'GET', path)
    return status === 200 ? (body.items ?? []).map(({ code }) => code) : status
  }

  test('one work at two dates shows the states and promises of those dates', async () => {
    const ref = await road.bring('adjustment_asked')
    await server.moveTo(roadDays.complete)
    await done('thuong-vu', ref, 'adjustment-decision', { outcome: 'accepted' })
    expect(await read(ref, '2022-02-28')).toMatchObject({
      state: 'appraising',
      assignerName: null,
      dueOn: '2022-12-15',
    })
    expect(await read(ref, '2022-05-18')).toMatchObject({
      state: 'in_progress',
      stateSince: roadDays.start,
      assignerName: 'Ban Thường vụ Tỉnh ủy',
      dueOn: '2022-12-15',
    })
    expect(await read(ref)).toMatchObject({ state: 'in_progress', dueOn: '2022-12-20' })
    const early = await server.api('van-phong', 'GET', `/works/${ref}?asOf=2022-01-09`)
    expect(early.status).toBe(404)
  })

  test('a unit that moved stands where it stood on the day; who may see is judged by where it stands today', async () => {
    await server.moveTo(roadDays.register)
    const { body } = await server.api(
      'chi-bo-cho',
      'POST',
      '/works',
      registrationInput(programme, { title: unlikeTitle() }),
    )
    await server.moveTo(roadDays.submit)
    const { version } = await road.work(body.ref)
    const { code } = await server.done('chi-bo-cho', 'POST', `/works/${body.ref}/submission`, { version })
    const day = '2022-05-18'

    await server.moveTo('2022-06-15')
    expect(await listed('bi-thu-song-ha', day, 'song-ha')).toContain(code)
    expect(await listed('tu-ky', day, 'tu-ky')).not.toContain(code)
    const moved = await server.api('van-phong', 'POST', '/units/chi-bo-cho/placements', {
      version: 1,
      system: 'party',
      parentId: programme.organisation.unit['tu-ky'],
      fromOn: '2022-07-01',
      document: 'Quyết định 77-QĐ/TU',
    })
    expect(moved.status).toBe(201)

    await server.moveTo('2022-08-01')
    // // As of May it belonged to Sông Hà for every viewer; today it belongs to Tứ Kỳ.
    expect(await listed('van-phong', day, 'song-ha')).toContain(code)
    expect(await listed('van-phong', day, 'tu-ky')).not.toContain(code)
    expect(await listed('van-phong', '2022-08-01', 'song-ha')).not.toContain(code)
    expect(await listed('van-phong', '2022-08-01', 'tu-ky')).toContain(code)
    // Sông Hà sees it no longer, not even as of May; Tứ Kỳ sees all of it.
    expect(await listed('bi-thu-song-ha', day, 'song-ha')).not.toContain(code)
    expect((await server.api('bi-thu-song-ha', 'GET', `/works/${code}?asOf=${day}`)).status).toBe(404)
    expect((await read(code, day, 'tu-ky')).state).toBe('submitted')
  })
})
