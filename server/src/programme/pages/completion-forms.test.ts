import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
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
import { unlikeTitle } from '../testing/road.ts'
import { completionForms } from './completion-forms.ts'

const database = useTestDatabase()
let programme: TestProgramme
let server: ProgrammeServer
let works = 0

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  server = await programmeServer(programme, [...programmeApiWrites, ...completionForms])
})

const workOf = (ref: string) =>
  database.db.selectFrom('work').selectAll().where('code', '=', ref).executeTakeFirstOrThrow()
const version = async (ref: string) => (await workOf(ref)).version
const targetOf = async (ref: string) => {
  const { id } = await workOf(ref)
  return database.db.selectFrom('target').selectAll().where('work_id', '=', id).executeTakeFirstOrThrow()
}

/** A work of Tứ Kỳ, assigned by the province on 04/03/2022 and reported on for the first quarter. */
async function workUnderWay(
  claimed: number,
  target: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  works += 1
  await server.moveTo('2022-01-20')
  const draft = await server.done(
    'tu-ky',
    'POST',
    '/works',
    registrationInput(programme, { title: unlikeTitle(), targets: [targetInput(target)] }),
  )
  const { code: ref } = await server.done('tu-ky', 'POST', `/works/${draft.ref}/submission`, { version: 1 })
  await server.moveTo('2022-02-10')
  await server.done('tuyen-giao', 'POST', `/works/${ref}/appraisal-opening`, { version: await version(ref) })
  await server.done('tuyen-giao', 'POST', `/works/${ref}/appraisals`, {
    version: await version(ref),
    scores: Object.fromEntries(appraisalCriteria.map((name) => [name, 2])),
    outcome: 'approve',
  })
  await server.moveTo('2022-03-05')
  await server.done('thuong-vu', 'POST', '/decisions', {
    year: 2022,
    issuer: 'btv-tinh-uy',
    number: `${works}-QĐ/TU`,
    decidedOn: '2022-03-04',
    uploadId: await server.upload('thuong-vu'),
    items: [{ ref, action: 'approve_assign' }],
  })
  await server.moveTo('2022-04-02')
  await server.done('tu-ky', 'POST', `/works/${ref}/reports`, {
    version: await version(ref),
    period: 'q1',
    reportedOn: '2022-04-02',
    content: 'Đã làm.',
    values: [{ targetId: (await targetOf(ref)).id, value: claimed }],
  })
  await server.moveTo('2022-06-01')
  return ref
}

async function prove(ref: string, value: number): Promise<void> {
  const piece = await server.done('tu-ky', 'POST', `/works/${ref}/evidence`, {
    version: await version(ref),
    kind: 'minutes',
    title: 'Biên bản nghiệm thu (minh hoạ)',
    targetId: (await targetOf(ref)).id,
    value,
    effectiveOn: '2022-05-20',
    uploadId: await server.upload('tu-ky'),
  })
  await server.done('thuong-vu', 'PUT', `/works/${ref}/evidence/${piece.id}/judgement`, { outcome: 'accept' })
}

const send = async (
  who: TestPersonName,
  ref: string,
  act: string,
  fields: Readonly<Record<string, string>>,
) => server.post(who, `/cong-viec/${ref}/${act}`, { version: String(await version(ref)), ...fields })
const show = (who: TestPersonName, ref: string, act: string) => server.page(who, `/cong-viec/${ref}/${act}`)

const done = { workDoneOn: '30/05/2022', content: 'Đã xây xong hai vùng.' }

async function reported(proved: number): Promise<string> {
  const ref = await workUnderWay(proved)
  await prove(ref, proved)
  expect((await send('tu-ky', ref, 'hoan-thanh', done)).statusCode).toBe(303)
  return ref
}

describe('reporting completion', () => {
  test('shows what a target still needs with a link to fix it, and disables the form', async () => {
    const ref = await workUnderWay(2, { recognitionRequired: true, recognitionBy: 'Sở Nông nghiệp' })
    const page = await show('tu-ky', ref, 'hoan-thanh')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('phải được công nhận (Sở Nông nghiệp) nhưng chưa có công nhận nào')
    expect(page.body).toContain(`/cong-viec/${ref}/minh-chung?chi-tieu=${(await targetOf(ref)).id}`)
    expect(page.body).toContain('1 chỉ tiêu còn thiếu, nêu ở trên.')
    expect(page.body).toContain('aria-disabled="true"')
  })

  test('refuses with its reasons and keeps what was typed', async () => {
    const ref = await workUnderWay(2)
    const answer = await send('tu-ky', ref, 'hoan-thanh', { ...done, workDoneOn: '30/06/2022' })
    expect(answer.statusCode).toBe(422)
    // How dates in refusals are spoken is the application's; here they stand as they are.
    expect(answer.body).toContain('Ngày làm xong 2022-06-30 chưa tới')
    expect(answer.body).toContain('chưa có minh chứng')
    expect(answer.body).toContain('Đã xây xong hai vùng.')
    expect(answer.body).toContain('value="30/06/2022"')
  })

  test('says of a target with all its papers that it is not met yet, and lets it be reported', async () => {
    const ref = await workUnderWay(1)
    await prove(ref, 1)
    const page = await show('tu-ky', ref, 'hoan-thanh')
    expect(page.body).toContain('theo số đã xác nhận thì chưa đạt')
    expect(page.body).not.toContain('aria-disabled="true"')
    const answer = await send('tu-ky', ref, 'hoan-thanh', done)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/cong-viec/${ref}`])
    expect((await workOf(ref)).state).toBe('completion_reported')
    expect((await show('tu-ky', ref, 'hoan-thanh')).body).toContain('Bước này chưa mở')
  })

  test('belongs to the registrant alone', async () => {
    const ref = await workUnderWay(1)
    expect((await show('thuong-vu', ref, 'hoan-thanh')).statusCode).toBe(403)
    expect((await show('so-tttt', ref, 'hoan-thanh')).statusCode).toBe(404)
  })
})

describe('checking and accepting', () => {
  let ref = ''
  beforeEach(async () => {
    ref = await reported(2)
  })

  test('shows everything on one screen and what stands against accepting', async () => {
    const page = await show('thuong-vu', ref, 'nghiem-thu')
    expect(page.statusCode).toBe(200)
    for (const words of [
      'Đã xây xong hai vùng.',
      'Xong đúng hạn',
      'Biên bản nghiệm thu (minh hoạ)',
      `/cong-viec/${ref}/minh-chung/`,
      'Quy hoạch vùng',
      'Số vùng được công nhận',
      'Chưa có kiểm tra của người theo dõi',
    ])
      expect(page.body).toContain(words)
    const early = await send('thuong-vu', ref, 'nghiem-thu', {
      outcome: 'accept',
      reason: '',
      document: 'TB 1',
    })
    expect(early.statusCode).toBe(422)
    expect(early.body).toContain('value="TB 1"')
    expect((await workOf(ref)).state).toBe('completion_reported')
  })

  test('needs a comment, is written once, and then the result can be accepted', async () => {
    expect((await send('van-phong', ref, 'kiem-tra', { comment: ' ' })).statusCode).toBe(422)
    const checked = await send('van-phong', ref, 'kiem-tra', { comment: 'Đã đối chiếu.' })
    expect(checked.statusCode).toBe(303)
    const again = await send('van-phong', ref, 'kiem-tra', { comment: 'Khác.' })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('đã có người kiểm tra')

    const page = await show('thuong-vu', ref, 'nghiem-thu')
    expect(page.body).toContain('Không còn điều gì cản trở')
    expect(page.body).toContain('Đã đối chiếu.')
    const accepted = await send('thuong-vu', ref, 'nghiem-thu', {
      outcome: 'accept',
      reason: '',
      document: '',
    })
    expect(accepted.statusCode).toBe(303)
    expect(await workOf(ref)).toMatchObject({ state: 'completed', work_done_on: '2022-05-30' })
    expect((await show('thuong-vu', ref, 'nghiem-thu')).body).toContain('Bước này chưa mở')
  })

  test('refuses only with a reason, and the work goes on', async () => {
    const bare = await send('thuong-vu', ref, 'nghiem-thu', { outcome: 'refuse', reason: '', document: '' })
    expect(bare.statusCode).toBe(422)
    const refused = await send('thuong-vu', ref, 'nghiem-thu', {
      outcome: 'refuse',
      reason: 'Thiếu một vùng.',
      document: '',
    })
    expect(refused.statusCode).toBe(303)
    expect(await workOf(ref)).toMatchObject({ state: 'in_progress', accepted_on: null })
  })

  test('is not open to the unit that did the work', async () => {
    expect((await show('tu-ky', ref, 'kiem-tra')).statusCode).toBe(403)
    expect((await show('tu-ky', ref, 'nghiem-thu')).statusCode).toBe(403)
  })
})

describe('accepting what falls short', () => {
  test('names the missing check and the target that is not met at once', async () => {
    const ref = await reported(1)
    const answer = await send('thuong-vu', ref, 'nghiem-thu', { outcome: 'accept', reason: '', document: '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Chưa có kiểm tra của người theo dõi')
    expect(answer.body).toContain('mới được xác nhận 1, chưa đạt')
  })
})

describe('adjusting', () => {
  const empty = { newDueOn: '', targetId: '', operator: '', value: '', min: '', max: '', unit: '' }

  test('keeps the first date in sight when another is asked for and granted', async () => {
    const ref = await workUnderWay(1)
    const page = await show('tu-ky', ref, 'dieu-chinh')
    expect(page.body).toContain('Đến hết 30/09/2022, lý do thông thường là đủ')
    expect(page.body).toContain('hứa lần đầu: 15/12/2022')

    const nothing = await send('tu-ky', ref, 'dieu-chinh', { ...empty, reason: 'Mưa lũ kéo dài.' })
    expect(nothing.statusCode).toBe(422)
    expect(nothing.body).toContain('Đề nghị chưa thay đổi gì')
    expect(nothing.body).toContain('Mưa lũ kéo dài.')

    const wish = { ...empty, newDueOn: '28/12/2022', reason: 'Mưa lũ kéo dài.' }
    expect((await send('tu-ky', ref, 'dieu-chinh', wish)).statusCode).toBe(303)
    expect((await show('tu-ky', ref, 'dieu-chinh')).body).toContain('đang chờ')

    const asked = await show('thuong-vu', ref, 'dieu-chinh/quyet')
    for (const words of ['15/12/2022', '28/12/2022', 'Mưa lũ kéo dài.', 'Hứa lần đầu'])
      expect(asked.body).toContain(words)
    const bare = await send('thuong-vu', ref, 'dieu-chinh/quyet', {
      outcome: 'refused',
      reason: '',
      document: '',
    })
    expect(bare.statusCode).toBe(422)
    const granted = await send('thuong-vu', ref, 'dieu-chinh/quyet', {
      outcome: 'accepted',
      reason: '',
      document: 'TB 5',
    })
    expect(granted.statusCode).toBe(303)
    expect(await workOf(ref)).toMatchObject({ due_on: '2022-12-28', first_due_on: '2022-12-15' })
    expect((await show('thuong-vu', ref, 'dieu-chinh/quyet')).body).toContain('Bước này chưa mở')
  })

  test('changes a target and keeps only the numbers that its operator takes', async () => {
    const ref = await workUnderWay(1)
    const { id } = await targetOf(ref)
    const same = await send('tu-ky', ref, 'dieu-chinh', {
      ...empty,
      targetId: id,
      operator: 'gte',
      value: '2',
      reason: 'Thử.',
    })
    expect(same.body).toContain('Đề nghị chưa thay đổi gì')
    const lacking = await send('tu-ky', ref, 'dieu-chinh', {
      ...empty,
      targetId: id,
      operator: 'range',
      min: '1',
      reason: 'Thử.',
    })
    expect(lacking.statusCode).toBe(422)
    const wish = { ...empty, targetId: id, operator: 'range', value: '9', min: '1', max: '2', reason: 'Thử.' }
    expect((await send('tu-ky', ref, 'dieu-chinh', wish)).statusCode).toBe(303)
    const asked = await show('thuong-vu', ref, 'dieu-chinh/quyet')
    expect(asked.body).toContain('ít nhất 2 vùng')
    expect(asked.body).toContain('1–2 vùng')
    await send('thuong-vu', ref, 'dieu-chinh/quyet', { outcome: 'accepted', reason: '', document: '' })
    expect(await targetOf(ref)).toMatchObject({ operator: 'range', value: null, min: '1', max: '2' })
    expect(await workOf(ref)).toMatchObject({ due_on: '2022-12-15' })
  })

  test('asks for force majeure after the nine months have closed', async () => {
    const ref = await workUnderWay(1)
    await server.moveTo('2022-10-05')
    expect((await show('tu-ky', ref, 'dieu-chinh')).body).toContain('Sau 30/09/2022, chỉ điều chỉnh')
    const wish = { ...empty, newDueOn: '28/12/2022', reason: 'Bão.' }
    const ordinary = await send('tu-ky', ref, 'dieu-chinh', wish)
    expect(ordinary.statusCode).toBe(422)
    expect(ordinary.body).toContain('bất khả kháng')
    expect((await send('tu-ky', ref, 'dieu-chinh', { ...wish, forceMajeure: 'on' })).statusCode).toBe(303)
    expect((await show('thuong-vu', ref, 'dieu-chinh/quyet')).body).toContain('Lý do bất khả kháng')
  })
})
