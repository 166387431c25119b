import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { programmeApiWrites } from '../api/writes.ts'
import { appraisalCriteria } from '../appraisal/appraise-work.ts'
import {
  type ProgrammeServer,
  programmeServer,
  registrationInput,
  seedTestProgramme,
  type TestProgramme,
  targetInput,
} from '../testing/ground.ts'
import { openActsOf } from './work-actions.ts'

const database = useTestDatabase()
let programme: TestProgramme
let server: ProgrammeServer
let day = '2022-01-20'

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  server = await programmeServer(programme, programmeApiWrites)
})

async function moveTo(next: string): Promise<void> {
  day = next
  await server.moveTo(next)
}

const version = async (ref: string) =>
  (
    await database.db
      .selectFrom('work')
      .select('version')
      .where((eb) => eb.or([eb('code', '=', ref), eb(eb.cast<string>('id', 'text'), '=', ref)]))
      .executeTakeFirstOrThrow()
  ).version

/** Each act that a person is offered, with the codes of what stands against it; none: it is open. */
async function offered(name: TestPersonName, ref: string): Promise<Record<string, string[]>> {
  const actions = await programme.as(name, day, (c) => openActsOf(c, ref))
  return Object.fromEntries(actions.map((action) => [action.name, action.closed.map(({ code }) => code)]))
}

const register = async (more: Record<string, unknown> = {}) =>
  (await server.done('tu-ky', 'POST', '/works', registrationInput(programme, more))).ref

async function submitted(more: Record<string, unknown> = {}): Promise<string> {
  const draft = await register(more)
  return (await server.done('tu-ky', 'POST', `/works/${draft}/submission`, { version: 1 })).code
}

async function assigned(more: Record<string, unknown> = {}, number = '100-QĐ/TU'): Promise<string> {
  const ref = await submitted(more)
  await server.done('tuyen-giao', 'POST', `/works/${ref}/appraisal-opening`, { version: await version(ref) })
  await server.done('tuyen-giao', 'POST', `/works/${ref}/appraisals`, {
    version: await version(ref),
    scores: Object.fromEntries(appraisalCriteria.map((criterion) => [criterion, 2])),
    outcome: 'approve',
  })
  await server.done('thuong-vu', 'POST', '/decisions', {
    year: 2022,
    issuer: 'btv-tinh-uy',
    number,
    decidedOn: day,
    uploadId: await server.upload('thuong-vu'),
    items: [{ ref, action: 'approve_assign' }],
  })
  return ref
}

describe('what a post may do to a work', () => {
  test('is to edit, submit and withdraw its own draft; others see no draft at all', async () => {
    await moveTo('2022-01-20')
    const draft = await register({ title: 'Việc còn là bản nháp của chúng tôi' })
    expect(await offered('tu-ky', draft)).toEqual({ submit: [], edit: [], withdraw: [] })
    expect(await offered('tuyen-giao', draft)).toEqual({})
  })

  test('is closed with all that a draft lacks', async () => {
    const draft = await register({ title: 'Việc thiếu nhiều thứ', rationale: '', targets: [], steps: [] })
    const { submit } = await offered('tu-ky', draft)
    expect(submit).toEqual(expect.arrayContaining(['rationale_missing', 'target_missing', 'step_missing']))
    const refused = await server.api('tu-ky', 'POST', `/works/${draft}/submission`, { version: 1 })
    expect(refused.body.errors.map(({ code }) => code)).toEqual(submit)
  })

  test('passes to the appraiser outside the unit once it is submitted', async () => {
    const ref = await submitted({ title: 'Mở tuyến đường kết nối liên vùng' })
    expect(await offered('tu-ky', ref)).toEqual({ withdraw: [] })
    expect(await offered('tuyen-giao', ref)).toMatchObject({
      open_appraisal: [],
      appraise: ['action_not_open'],
    })
    expect(await offered('thuong-vu', ref)).toEqual({ decide: ['action_not_open'] })
    await server.done('tuyen-giao', 'POST', `/works/${ref}/appraisal-opening`, {
      version: await version(ref),
    })
    expect(await offered('tuyen-giao', ref)).toMatchObject({ appraise: [] })
    expect(await offered('thuong-vu', ref)).toEqual({ decide: [] })
    expect(await offered('tu-ky', ref)).toEqual({})
  })

  test('says what completion lacks, and opens when it is there', async () => {
    await moveTo('2022-02-20')
    const ref = await assigned({
      title: 'Số hoá sổ hộ khẩu của toàn huyện',
      targets: [targetInput({ measure: 'Sổ đã số hoá', unit: 'sổ', operator: 'gte', value: 5 })],
    })
    await moveTo('2022-04-02')
    expect(await offered('tu-ky', ref)).toEqual({
      start: [],
      report: [],
      offer_evidence: [],
      report_completion: ['action_not_open'],
      ask_adjustment: [],
    })
    const { targetId } = await database.db
      .selectFrom('target')
      .innerJoin('work', 'work.id', 'target.work_id')
      .select('target.id as targetId')
      .where('work.code', '=', ref)
      .executeTakeFirstOrThrow()
    await server.done('tu-ky', 'POST', `/works/${ref}/reports`, {
      version: await version(ref),
      period: 'q1',
      reportedOn: '2022-04-02',
      content: 'Đã số hoá xong.',
      values: [{ targetId, value: 5 }],
    })
    expect(await offered('tu-ky', ref)).toMatchObject({ report_completion: ['evidence_missing'] })
    expect(await offered('thuong-vu', ref)).toMatchObject({ suspend: [] })

    const evidence = await server.done('tu-ky', 'POST', `/works/${ref}/evidence`, {
      version: await version(ref),
      kind: 'document',
      title: 'Biên bản bàn giao',
      targetId,
      value: 5,
      effectiveOn: '2022-04-01',
      uploadId: await server.upload('tu-ky'),
    })
    expect(await offered('tu-ky', ref)).toMatchObject({ report_completion: [] })
    expect(await offered('tu-ky', ref)).not.toHaveProperty('judge_evidence')
    expect(await offered('thuong-vu', ref)).toMatchObject({ judge_evidence: [] })
    await server.done('thuong-vu', 'PUT', `/works/${ref}/evidence/${evidence.id}/judgement`, {
      outcome: 'accept',
    })
    expect(await offered('thuong-vu', ref)).not.toHaveProperty('judge_evidence')

    await server.done('tu-ky', 'POST', `/works/${ref}/completion`, {
      version: await version(ref),
      workDoneOn: '2022-04-01',
      content: 'Hoàn thành.',
    })
    expect(await offered('van-phong', ref)).toEqual({ check_completion: [] })
    expect(await offered('thuong-vu', ref)).toMatchObject({ decide_completion: [] })
    expect(await offered('tu-ky', ref)).toMatchObject({ report: ['action_not_open'] })
  })

  test('is nothing to those who only look', async () => {
    await moveTo('2022-03-01')
    const ref = await submitted({ title: 'Chỉ để xem mà không làm gì' })
    for (const name of ['kiem-tra', 'quan-tri'] as const) expect(await offered(name, ref)).toEqual({})
  })
})
