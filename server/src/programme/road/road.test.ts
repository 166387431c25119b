import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { programmeApiWrites } from '../api/writes.ts'
import {
  type ProgrammeServer,
  programmeServer,
  registrationInput,
  seedTestProgramme,
  type TestProgramme,
  targetInput,
} from '../testing/ground.ts'

const database = useTestDatabase()
let programme: TestProgramme
let server: ProgrammeServer

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  server = await programmeServer(programme, programmeApiWrites)
})

async function work(ref: string) {
  return database.db.selectFrom('work').selectAll().where('code', '=', ref).executeTakeFirstOrThrow()
}

const version = async (ref: string) =>
  (await database.db.selectFrom('work').select('version').where('code', '=', ref).executeTakeFirstOrThrow())
    .version

describe('the whole road through the API', () => {
  test('leads from a draft to an accepted completion', async () => {
    await server.moveTo('2022-01-20')
    const target = targetInput({
      operator: 'range',
      value: null,
      min: 1,
      max: 2,
      recognitionRequired: true,
      recognitionBy: 'cấp có thẩm quyền',
    })
    const draft = await server.done(
      'tu-ky',
      'POST',
      '/works',
      registrationInput(programme, { targets: [target] }),
    )
    const submitted = await server.done('tu-ky', 'POST', `/works/${draft.ref}/submission`, { version: 1 })
    const ref = submitted.code
    expect(ref).toBe('2022-tu-ky-001')

    await server.moveTo('2022-02-10')
    await server.done('tuyen-giao', 'POST', `/works/${ref}/appraisal-opening`, {
      version: await version(ref),
    })
    const scores = Object.fromEntries(
      [
        'fits_theme',
        'breakthrough',
        'specific',
        'finishable',
        'within_power',
        'resources',
        'not_duplicate',
        'proof_defined',
        'no_secret',
      ].map((name) => [name, 2]),
    )
    await server.done('tuyen-giao', 'POST', `/works/${ref}/appraisals`, {
      version: await version(ref),
      scores,
      outcome: 'approve',
    })

    await server.moveTo('2022-03-05')
    const decision = await server.done('thuong-vu', 'POST', '/decisions', {
      year: 2022,
      issuer: 'btv-tinh-uy',
      number: '100-QĐ/TU',
      decidedOn: '2022-03-04',
      uploadId: await server.upload('thuong-vu'),
      items: [{ ref, action: 'approve_assign' }],
    })
    expect(decision.assigned).toBe(1)

    await server.moveTo('2022-04-02')
    const row = await work(ref)
    const [kept] = await database.db.selectFrom('target').select('id').where('work_id', '=', row.id).execute()
    const targetId = kept?.id
    await server.done('tu-ky', 'POST', `/works/${ref}/reports`, {
      version: await version(ref),
      period: 'q1',
      reportedOn: '2022-04-02',
      content: 'Đã xây xong hai vùng.',
      values: [{ targetId, value: 2 }],
    })
    expect(await work(ref)).toMatchObject({ state: 'in_progress', state_since: '2022-04-02' })

    await server.moveTo('2022-06-01')
    const early = await server.api('tu-ky', 'POST', `/works/${ref}/completion`, {
      version: await version(ref),
      workDoneOn: '2022-05-30',
      content: 'Hoàn thành.',
    })
    expect(early.body.errors).toMatchObject([{ code: 'recognition_missing' }])

    const evidence = await server.done('tu-ky', 'POST', `/works/${ref}/evidence`, {
      version: await version(ref),
      kind: 'recognition',
      title: 'Quyết định công nhận vùng 1',
      targetId,
      effectiveOn: '2022-05-20',
      uploadId: await server.upload('tu-ky'),
      recognition: {
        authority: 'Sở Nông nghiệp (minh hoạ)',
        competence: 'Công nhận vùng sản xuất',
        number: '15/QĐ',
        recognisedOn: '2022-05-20',
        quantity: 1,
      },
    })
    await server.done('thuong-vu', 'PUT', `/works/${ref}/evidence/${evidence.id}/judgement`, {
      outcome: 'accept',
    })
    await server.done('tu-ky', 'POST', `/works/${ref}/completion`, {
      version: await version(ref),
      workDoneOn: '2022-05-30',
      content: 'Hoàn thành.',
    })
    const unchecked = await server.api('thuong-vu', 'POST', `/works/${ref}/completion-decision`, {
      version: await version(ref),
      outcome: 'accept',
    })
    expect(unchecked.body.errors).toMatchObject([{ code: 'completion_not_checked' }])
    await server.done('van-phong', 'POST', `/works/${ref}/completion-check`, {
      version: await version(ref),
      comment: 'Đã đối chiếu văn bản công nhận.',
    })
    await server.done('thuong-vu', 'POST', `/works/${ref}/completion-decision`, {
      version: await version(ref),
      outcome: 'accept',
      document: 'Thông báo 20-TB/TU ngày 01/06/2022',
    })
    expect(await work(ref)).toMatchObject({
      state: 'completed',
      work_done_on: '2022-05-30',
      accepted_on: '2022-06-01',
    })
  })
})
