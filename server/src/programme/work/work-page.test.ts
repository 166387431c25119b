import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { countQueries } from '../../platform/testing/count-queries.ts'
import { asActor, testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { insertRows } from '../import/import-rows.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { getWorkPage } from './work-page.ts'

const database = useTestDatabase()
let programme: TestProgramme
const today = plainDate('2022-11-30')
const code = '2022-tu-ky-001'

/** The zones work of Tứ Kỳ, from its draft to its acceptance, with a moved date and a replaced piece of proof. */
beforeAll(async () => {
  programme = await seedTestProgramme(database)
  await seedZonesWork()
})

async function seedZonesWork(): Promise<void> {
  const { organisation, programmeId, themeIds, contentGroupIds } = programme
  const unit = organisation.unit
  const ids = {
    work: newId(),
    target: newId(),
    report: newId(),
    corrected: newId(),
    first: newId(),
    second: newId(),
  }
  const decision = newId()
  const common = { programme_id: programmeId, recorded_at: testNow }
  const passages = [
    ['draft', 'register', '2022-01-10', '2022-01-20'],
    ['submitted', 'submit', '2022-01-20', '2022-02-01'],
    ['appraising', 'open_appraisal', '2022-02-01', '2022-03-15'],
    ['approved', 'approve', '2022-03-15', '2022-03-15'],
    ['assigned', 'assign', '2022-03-15', '2022-04-03'],
    ['in_progress', 'start', '2022-04-03', '2022-11-05'],
    ['completion_reported', 'report_completion', '2022-11-05', '2022-11-20'],
    ['completed', 'accept_completion', '2022-11-20', null],
  ] as const
  await database.db.transaction().execute(async (db) => {
    await insertRows(db, 'guiding_document', [
      {
        id: '018f0000-0000-7000-8000-000000000001',
        ref: '05-ct',
        number: '05-CT/TW',
        kind: 'Chỉ thị',
        issuer_name: 'Bộ Chính trị',
        title: 'Học tập và làm theo',
      },
    ])
    await insertRows(db, 'guiding_document', [
      {
        id: '018f0000-0000-7000-8000-000000000002',
        ref: '01-kl',
        number: '01-KL/TW',
        kind: 'Kết luận',
        issuer_name: 'Bộ Chính trị',
        title: 'Tiếp tục thực hiện',
        continues_id: '018f0000-0000-7000-8000-000000000001',
      },
    ])
    await insertRows(db, 'programme_basis', [
      {
        programme_id: programmeId,
        document_id: '018f0000-0000-7000-8000-000000000002',
        ord: 1,
        role: 'basis',
      },
      {
        programme_id: programmeId,
        document_id: '018f0000-0000-7000-8000-000000000001',
        ord: 2,
        role: 'basis',
      },
    ])
    await insertRows(db, 'work', [
      {
        id: ids.work,
        code,
        ...common,
        owner_kind: 'collective',
        owner_unit_id: unit['tu-ky'],
        custodian_unit_id: unit['tu-ky'],
        assigner_unit_id: unit['btv-tinh-uy'],
        assigner_root_id: unit['tinh-uy'],
        tier: 'direct',
        theme_group_id: themeIds[1],
        title: 'Xây dựng vùng sản xuất hữu cơ',
        due_on: '2022-11-15',
        first_due_on: '2022-10-31',
        state: 'completed',
        state_since: '2022-11-20',
        assigned_on: '2022-03-15',
        work_done_on: '2022-11-01',
        accepted_on: '2022-11-20',
        submitted_version: 1,
      },
      {
        id: newId(),
        code: '2022-tu-ky-002',
        ...common,
        owner_kind: 'individual',
        owner_unit_id: unit['tu-ky'],
        custodian_unit_id: unit['tu-ky'],
        owner_post_id: organisation.post['bi-thu-tu-ky'],
        owner_holding_id: organisation.holding['bi-thu-tu-ky'],
        managing_root_id: unit['tinh-uy'],
        tier: 'province',
        title: 'Trực tiếp đối thoại',
        state: 'submitted',
        state_since: '2022-01-25',
        continues_work_id: null,
      },
    ])
    await insertRows(
      db,
      'work_state_span',
      passages.map(([state, action, from_on, to_on]) => ({
        id: newId(),
        work_id: ids.work,
        ...common,
        state,
        action,
        from_on,
        to_on,
        decision_id: action === 'assign' || action === 'approve' ? decision : null,
        body_id: unit['btv-tinh-uy'],
      })),
    )
    await insertRows(db, 'work_content_group', [{ work_id: ids.work, content_group_id: contentGroupIds[0] }])
    await insertRows(db, 'work_supporting_unit', [{ work_id: ids.work, unit_id: unit['ubnd-tu-ky'] }])
    await insertRows(db, 'target', [
      {
        id: ids.target,
        work_id: ids.work,
        ord: 1,
        measure: 'vùng được công nhận',
        unit: 'vùng',
        operator: 'range',
        min: 1,
        max: 2,
        modality: 'carry_out',
        recognition_required: true,
      },
    ])
    await insertRows(db, 'step', [
      {
        id: newId(),
        work_id: ids.work,
        ord: 1,
        name: 'Quy hoạch',
        due_on: '2022-05-31',
        done_on: '2022-06-10',
        done_recorded_on: '2022-06-10',
      },
    ])
    await insertRows(db, 'decision', [
      {
        id: decision,
        ...common,
        issuer_unit_id: unit['btv-tinh-uy'],
        number: '12-QĐ/TU',
        decided_on: '2022-03-15',
        year: 2022,
        format: 'party',
        title: 'Giao việc',
      },
    ])
    await insertRows(
      db,
      'decision_item',
      ['approve', 'assign'].map((action) => ({ decision_id: decision, work_id: ids.work, action, ord: 1 })),
    )
    await insertRows(db, 'report', [
      {
        id: ids.report,
        work_id: ids.work,
        ...common,
        period_key: 'h1',
        number: 1,
        current: false,
        effective_on: '2022-07-02',
        sent_on: '2022-07-02',
        content: 'Đã xây 2 vùng',
      },
      {
        id: ids.corrected,
        work_id: ids.work,
        ...common,
        period_key: 'h1',
        number: 2,
        current: true,
        effective_on: '2022-07-10',
        sent_on: '2022-07-10',
        content: 'Đã xây 1 vùng',
        reason: 'Đếm nhầm',
      },
    ])
    await insertRows(db, 'report_value', [
      { report_id: ids.report, target_id: ids.target, value: 2 },
      { report_id: ids.corrected, target_id: ids.target, value: 1 },
    ])
    const piece = { work_id: ids.work, target_id: ids.target, kind: 'recognition', offered_at: testNow }
    await insertRows(db, 'evidence', [
      {
        id: ids.first,
        ...piece,
        title: 'Quyết định công nhận cũ',
        effective_on: '2022-08-01',
        state: 'replaced',
        decided_on: '2022-08-10',
      },
      {
        id: ids.second,
        ...piece,
        title: 'Quyết định công nhận mới',
        effective_on: '2022-10-20',
        state: 'accepted',
        decided_on: '2022-10-25',
        replaces_id: ids.first,
      },
    ])
    await insertRows(
      db,
      'recognition',
      [ids.first, ids.second].map((evidence_id, index) => ({
        evidence_id,
        authority: 'Sở Nông nghiệp',
        competence: 'Công nhận vùng',
        number: `${index + 1}/QĐ`,
        recognised_on: index === 0 ? '2022-07-30' : '2022-10-19',
        quantity: 1,
      })),
    )
    await insertRows(db, 'adjustment', [
      {
        id: newId(),
        work_id: ids.work,
        kind: 'due_on',
        before: { dueOn: '2022-10-31' },
        after: { dueOn: '2022-11-15' },
        reason: 'Mưa lũ',
        asked_on: '2022-09-10',
        outcome: 'accepted',
        decided_on: '2022-09-20',
        recorded_at: testNow,
      },
    ])
    await insertRows(db, 'completion', [
      {
        id: newId(),
        work_id: ids.work,
        number: 1,
        reported_on: '2022-11-05',
        work_done_on: '2022-11-01',
        content: 'Xong',
        recorded_at: testNow,
        checked_on: '2022-11-10',
        outcome: 'accepted',
        decided_on: '2022-11-20',
      },
    ])
    await refreshSignals({ db }, [ids.work])
  })
}

const seen = (on: string, name: Parameters<TestProgramme['as']>[0] = 'van-phong') =>
  programme.as(name, today, (c) => getWorkPage(c, code, plainDate(on)))

test('at the end it shows the promise kept by the date as moved, with its proof', async () => {
  const work = await seen('2022-11-30')
  expect(work).toMatchObject({
    state: 'completed',
    stateSince: '2022-11-20',
    dueOn: '2022-11-15',
    firstDueOn: '2022-10-31',
    workDoneOn: '2022-11-01',
    acceptedOn: '2022-11-20',
    assignerName: 'Ban Thường vụ Tỉnh ủy',
    theme: { ord: 2 },
    contentGroups: [{ unitCode: 'tu-ky', ord: 1 }],
    supportingUnits: [{ code: 'ubnd-tu-ky' }],
    signals: [],
  })
  expect(work.targets.map(({ assessment }) => assessment)).toEqual([
    { claimed: '1', confirmed: '1', met: 'met', basis: 'recognised' },
  ])
  expect(work.evidence?.map(({ title, state }) => [title, state])).toEqual([
    ['Quyết định công nhận cũ', 'replaced'],
    ['Quyết định công nhận mới', 'accepted'],
  ])
  expect(work.reports.map(({ number, current, values }) => [number, current, values[0]?.reading])).toEqual([
    [2, true, '1'],
    [1, false, '2'],
  ])
  expect(work.history.map(({ state }) => state)).toEqual([
    'draft',
    'submitted',
    'appraising',
    'approved',
    'assigned',
    'in_progress',
    'completion_reported',
    'completed',
  ])
  expect(work.decisions.map(({ number, action }) => [number, action])).toEqual([
    ['12-QĐ/TU', 'approve'],
    ['12-QĐ/TU', 'assign'],
  ])
})

describe('as of an earlier day it shows what was so then, and nothing later', () => {
  test('on 15/8 the first piece of proof counted, and the date had not been moved', async () => {
    const work = await seen('2022-08-15')
    expect(work).toMatchObject({
      state: 'in_progress',
      dueOn: '2022-10-31',
      workDoneOn: null,
      acceptedOn: null,
    })
    expect(work.evidence?.map(({ title, state }) => [title, state])).toEqual([
      ['Quyết định công nhận cũ', 'accepted'],
    ])
    expect(work.adjustments).toEqual([])
    expect(work.completions).toEqual([])
    expect(work.targets[0]?.assessment.met).toBe('met')
  })

  test('on 5/8 the proof was offered and not judged', async () => {
    const work = await seen('2022-08-05')
    expect(work.evidence?.map(({ state, decidedOn }) => [state, decidedOn])).toEqual([['offered', null]])
    expect(work.targets[0]?.assessment).toMatchObject({
      confirmed: '0',
      met: 'not_met',
      basis: 'not_recognised',
    })
  })

  test('on 5/7 the first version of the report was the one that held', async () => {
    const work = await seen('2022-07-05')
    expect(work.reports.map(({ number, current }) => [number, current])).toEqual([[1, true]])
    expect(work.steps[0]?.doneOn).toBe('2022-06-10')
  })

  test('on 5/6 a step was missed, and the work at risk because of it', async () => {
    const work = await seen('2022-06-05')
    expect(work.steps[0]?.doneOn).toBeNull()
    expect(work.signals).toContain('at_risk')
    expect(work.causes).toContainEqual(expect.objectContaining({ signal: 'at_risk', dueOn: '2022-05-31' }))
  })

  test('before it was assigned nobody had assigned it', async () => {
    const work = await seen('2022-03-01')
    expect(work).toMatchObject({ state: 'appraising', assignedOn: null, assignerName: null, decisions: [] })
    expect(work.history.at(-1)).toMatchObject({ state: 'appraising', to: null })
  })

  test('before it was there it is not found', async () => {
    await expect(seen('2022-01-09')).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('the course shows the planned line, the claims and each step of what was confirmed', async () => {
  const [target] = (await seen('2022-11-30')).targets
  expect(target?.course.claimed).toEqual([{ on: '2022-07-10', reading: '1' }])
  expect(target?.course.confirmed.at(-1)).toEqual({ on: '2022-10-25', reading: '1' })
  expect(target?.course.confirmed.map(({ on }) => on)).toContain('2022-08-10')
  expect(target?.course.planned).toEqual([
    { on: '2022-03-15', value: '0' },
    { on: '2022-11-15', value: '1' },
  ])
})

test('its chain of guidance leads from the first paper to the programme, whatever their order in the list', async () => {
  const { guidance } = await seen('2022-11-30')
  expect(guidance.basis.map(({ number }) => number)).toEqual(['05-CT/TW', '01-KL/TW'])
})

test("the head's work stands next to the unit's", async () => {
  const { siblings } = await seen('2022-11-30')
  expect(siblings.rows.map((row) => row.code)).toEqual(['2022-tu-ky-002'])
})

test('the technical administrator sees the figures and never the proof', async () => {
  const work = await seen('2022-11-30', 'quan-tri')
  expect(work.evidence).toBeNull()
  expect(work.targets[0]?.assessment.met).toBe('met')
})

test('who may not see it is told that there is none', async () => {
  await expect(seen('2022-11-30', 'so-tttt')).rejects.toMatchObject({ code: 'not_found' })
})

test('the number of queries is the same however much was recorded', async () => {
  const count = async (on: PlainDate) => {
    const { queries } = await asActor(
      database,
      programme.organisation.actorFor('van-phong') as Actor,
      today,
      (c) => countQueries(c, (counting) => getWorkPage(counting, code, on)),
    )
    return queries
  }
  const [late, early] = [await count(plainDate('2022-11-29')), await count(plainDate('2022-02-15'))]
  expect(late).toBe(early)
  expect(late).toBeGreaterThan(10)
  // A day of the past asks besides for the version that held: for its words, theme, targets and steps.
  const now = await count(today)
  expect(late - now).toBeGreaterThanOrEqual(0)
  expect(late - now).toBeLessThanOrEqual(5)
})
