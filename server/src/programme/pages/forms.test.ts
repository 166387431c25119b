import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { newId } from '../../platform/id.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { programmeApiWrites } from '../api/writes.ts'
import { insertRows } from '../import/import-rows.ts'
import { paths } from '../paths.ts'
import {
  type ProgrammeServer,
  programmeServer,
  registrationInput,
  seedTestProgramme,
  type TestProgramme,
  testPdf,
} from '../testing/ground.ts'
import { lastEntry } from '../testing/record.ts'
import { Road, roadDays, unlikeTitle } from '../testing/road.ts'
import { evidenceFile } from './files.ts'
import { programmeForms } from './forms.ts'

const database = useTestDatabase()
let programme: TestProgramme
let server: ProgrammeServer
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  server = await programmeServer(programme, [...programmeForms, evidenceFile, ...programmeApiWrites])
  road = new Road(programme)
})

const codeOf = async (id: string) => (await road.work(id)).code ?? id

/** The registration as the fields of its form. */
function typed(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const input = registrationInput(programme, { title: unlikeTitle() }) as Record<string, unknown>
  const texts = Object.entries(input).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return {
    ...Object.fromEntries(texts),
    year: '2022',
    dueOn: '15/12/2022',
    'targets[0][measure]': 'Số vùng được công nhận',
    'targets[0][operator]': 'gte',
    'targets[0][value]': '1.234,5',
    'targets[0][unit]': 'ha',
    'targets[0][modality]': 'committed',
    'targets[0][exceptions]': 'đất công\nđất rừng',
    'steps[0][name]': 'Quy hoạch',
    'steps[0][dueOn]': '30/04/2022',
    ...more,
  }
}

describe('registering on a page', () => {
  test('keeps a draft and leads to where it is completed', async () => {
    await server.moveTo(roadDays.register)
    const answer = await server.post('tu-ky', '/cong-viec/dang-ky', typed({ save: 'draft' }))
    expect(answer.statusCode).toBe(303)
    const { location } = answer.headers
    const target = await database.db
      .selectFrom('target')
      .innerJoin('work', 'work.id', 'target.work_id')
      .select(['target.value', 'target.exceptions'])
      .where('work.id', '=', String(location).split('/')[2] ?? '')
      .executeTakeFirstOrThrow()
    expect(target).toEqual({ value: '1234.5', exceptions: ['đất công', 'đất rừng'] })
    const page = await server.page('tu-ky', String(location))
    expect(page.body).toContain('value="1.234,5"')
    expect(page.body).toContain('Đã đủ để trình')
  })

  test('shows what is missing as links to the fields', async () => {
    const id = await road.bring('draft', { targets: [{ measure: 'Số vùng', operator: 'gte' }], proof: '' })
    const page = await server.page('tu-ky', paths.edit(id))
    expect(page.body).toContain('href="#f-proof"')
    expect(page.body).toContain('href="#f-targets-0-value"')
    const submit = await server.page('tu-ky', paths.submit(id))
    expect(submit.body).toContain('Bước này chưa mở')
    expect(submit.body).not.toContain(`action="${paths.submit(id)}"`)
  })

  test('comes back with what was typed and each mistake next to its field', async () => {
    const answer = await server.post(
      'tu-ky',
      '/cong-viec/dang-ky',
      typed({ title: '', dueOn: '31/02/2022', rationale: 'Điểm nghẽn <b>lâu năm</b>' }),
    )
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#f-dueOn"')
    expect(answer.body).toContain('Ngày hoàn thành: Ngày không đúng')
    expect(answer.body).toContain('value="31/02/2022"')
    expect(answer.body).toContain('Điểm nghẽn &lt;b>lâu năm&lt;/b>')
  })

  test('adds and removes rows, and looks for units, without scripts', async () => {
    const more = await server.post('tu-ky', '/cong-viec/dang-ky', typed({ rowsAct: 'add:targets' }))
    expect(more.body).toContain('name="targets[1][measure]"')
    const fewer = await server.post('tu-ky', '/cong-viec/dang-ky', typed({ rowsAct: 'remove:steps:0' }))
    expect(fewer.body).not.toContain('value="Quy hoạch"')
    const found = await server.post(
      'tu-ky',
      '/cong-viec/dang-ky',
      typed({ rowsAct: 'find:units', unitSearch: 'noi vu' }),
    )
    expect(found.body).toContain(`value="${programme.organisation.unit['so-noi-vu']}"`)
  })

  test('over a newer version tells so and keeps the older number, so that nothing is laid over unseen', async () => {
    const id = await road.bring('draft')
    const fields = { ...typed(), version: '1' }
    const { year: _year, ownerKind: _kind, ...edited } = fields as Record<string, string>
    expect((await server.post('tu-ky', paths.edit(id), edited)).statusCode).toBe(303)
    const late = await server.post('tu-ky', paths.edit(id), { ...edited, title: 'Tên của người đến sau' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('Tên của người đến sau')
    expect(late.body).toContain('name="version" value="1"')
  })

  test('is done once, however often the same filling-in is sent', async () => {
    const fields = { ...typed(), idempotencyKey: newId() }
    const first = await server.post('tu-ky', '/cong-viec/dang-ky', fields)
    const again = await server.post('tu-ky', '/cong-viec/dang-ky', fields)
    expect(again.headers.location).toBe(first.headers.location)
  })
})

describe('appraising on a page', () => {
  test('leads from the queue through opening to an opinion', async () => {
    await server.moveTo(roadDays.appraise)
    const code = await codeOf(await road.bring('submitted'))
    const queue = await server.page('tuyen-giao', '/tham-dinh?phan=cho-mo')
    expect(queue.body).toContain(`action="${paths.openAppraisal(code)}"`)
    const version = /name="version" value="(\d+)"/.exec(
      queue.body.slice(queue.body.indexOf(paths.openAppraisal(code))),
    )?.[1]
    const opened = await server.post('tuyen-giao', paths.openAppraisal(code), { version: version ?? '' })
    expect(opened.headers.location).toBe(paths.appraise(code))
    const bare = await server.post('tuyen-giao', paths.appraise(code), { version: '3' })
    expect(bare.statusCode).toBe(422)
    const judging = await server.page('tuyen-giao', '/tham-dinh?phan=dang-tham-dinh')
    expect(judging.body).toContain(paths.appraise(code))
  })

  test('settles a pair of works that look alike, with a reason', async () => {
    const title = unlikeTitle()
    const first = await codeOf(await road.bring('submitted', { title }))
    const second = await codeOf(await road.bring('appraising', { title }))
    const page = await server.page('tuyen-giao', paths.dismissDuplicate(second))
    expect(page.body).toContain(`name="otherCode" value="${first}"`)
    const bare = await server.post('tuyen-giao', paths.dismissDuplicate(second), { otherCode: first })
    expect(bare.statusCode).toBe(422)
    const done = await server.post('tuyen-giao', paths.dismissDuplicate(second), {
      otherCode: first,
      reason: 'Khác địa bàn.',
    })
    expect(done.statusCode).toBe(303)
    const after = await server.page('tuyen-giao', paths.dismissDuplicate(second))
    expect(after.body).toContain('kết luận là hai việc khác nhau')
  })

  test('shows a pair without the form, and says why, once the programme is closed', async () => {
    const title = unlikeTitle()
    await road.bring('submitted', { title })
    const code = await codeOf(await road.bring('appraising', { title }))
    const setStatus = (status: 'open' | 'closed') =>
      database.db.updateTable('programme').set({ status }).where('id', '=', programme.programmeId).execute()
    await setStatus('closed')
    try {
      const page = await server.page('tuyen-giao', paths.dismissDuplicate(code))
      expect(page.statusCode).toBe(200)
      expect(page.body).not.toContain('name="otherCode"')
      expect(page.body).toContain('Chương trình năm 2022 đã khoá sổ')
    } finally {
      await setStatus('open')
    }
  })

  test('is not shown to those who may not', async () => {
    const code = await codeOf(await road.bring('appraising'))
    expect((await server.page('tu-ky', paths.appraise(code))).statusCode).toBe(403)
    expect((await server.page('chi-bo-cho', paths.appraise(code))).statusCode).toBe(404)
  })
})

describe('a decision on its page', () => {
  const paper = { year: '2022', issuer: 'btv-tinh-uy', decidedOn: '05/03/2022', format: 'party' }
  const post = (fields: readonly (readonly [string, string])[], path = '/quyet-dinh/moi') =>
    server.post('thuong-vu', path, [...Object.entries(paper), ...fields])

  test('ticks all that wait at once, without scripts, and records them in groups', async () => {
    await server.moveTo('2022-03-10')
    const [approved, appraised, odd] = [
      await codeOf(await road.bring('approved')),
      await codeOf(await road.bring('appraised')),
      await codeOf(await road.bring('appraised')),
    ]
    const page = await server.page('thuong-vu', '/quyet-dinh/moi?chon=tat-ca')
    for (const code of [approved, appraised, odd])
      expect(page.body).toMatch(new RegExp(`value="${code}"[^>]* checked`))
    const answer = await post([
      ['number', '201-QĐ/TU'],
      ['groups[approved][action]', 'assign'],
      ['groups[approved][works][]', approved],
      ['groups[approve][action]', 'approve_assign'],
      ['groups[approve][works][]', appraised],
      ['groups[approve][works][]', odd],
      ['others[0][ref]', odd],
      ['others[0][action]', 'return'],
      ['others[0][reason]', 'Nêu rõ sản phẩm.'],
      ['others[0][returnBy]', '20/03/2022'],
    ])
    expect(answer.statusCode).toBe(303)
    const states = await database.db
      .selectFrom('work')
      .select(['code', 'state'])
      .where('code', 'in', [approved, appraised, odd])
      .execute()
    expect(Object.fromEntries(states.map(({ code, state }) => [code, state]))).toEqual({
      [approved]: 'assigned',
      [appraised]: 'assigned',
      [odd]: 'returned',
    })
  })

  test('ticks all by a press that keeps what was typed, and unticks all as well', async () => {
    const [one, two] = [
      await codeOf(await road.bring('approved')),
      await codeOf(await road.bring('appraised')),
    ]
    const typed = [
      ['number', '203-QĐ/TU'],
      ['title', 'Một nửa câu'],
      ['groups[approved][action]', 'assign'],
    ] as const
    const ticked = await post([...typed, ['rowsAct', 'say:tickAll']])
    expect(ticked.body).toContain('value="203-QĐ/TU"')
    expect(ticked.body).toContain('value="Một nửa câu"')
    for (const code of [one, two]) expect(ticked.body).toMatch(new RegExp(`value="${code}"[^>]* checked`))
    const bare = await post([...typed, ['groups[approved][works][]', one], ['rowsAct', 'say:untickAll']])
    expect(bare.body).toContain('value="203-QĐ/TU"')
    expect(bare.body).not.toMatch(new RegExp(`value="${one}"[^>]* checked`))
    const { count } = await database.db
      .selectFrom('decision')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('number', '=', '203-QĐ/TU')
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(0)
  })

  test('names each work that is refused next to it, and keeps all that was typed', async () => {
    const [good, bad] = [
      await codeOf(await road.bring('approved')),
      await codeOf(await road.bring('submitted')),
    ]
    const address = `/quyet-dinh/moi?co-quan=btv-tinh-uy&nam=2022&viec=${good},${bad}`
    const first = await server.page('thuong-vu', address)
    expect(first.body).toContain(`ngoài thẩm quyền: ${bad}.`)
    const answer = await post(
      [
        ['number', '202-QĐ/TU'],
        ['groups[approved][action]', 'assign'],
        ['groups[approved][works][]', good],
        ['others[0][ref]', bad],
        ['others[0][action]', 'approve'],
      ],
      address,
    )
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`${bad}: Không thể`)
    expect(answer.body).toContain('value="202-QĐ/TU"')
    expect(answer.body).toMatch(new RegExp(`value="${good}"[^>]* checked`))
    expect(answer.body).toContain(`value="${bad}" selected`)
    expect(
      await database.db.selectFrom('work').select('state').where('code', '=', good).executeTakeFirst(),
    ).toEqual({ state: 'approved' })
  })

  test('takes two thousand works in one act', async () => {
    const codes = await fillApproved(2000)
    const answer = await post([
      ['number', '203-QĐ/TU'],
      ['groups[approved][action]', 'assign'],
      ...codes.map((code): [string, string] => ['groups[approved][works][]', code]),
    ])
    expect(answer.statusCode).toBe(303)
    const { count } = await database.db
      .selectFrom('work')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('code', 'in', codes)
      .where('state', '=', 'assigned')
      .executeTakeFirstOrThrow()
    expect(count).toBe(2000)
  })

  test('is not for those who decide for nobody', async () => {
    expect((await server.page('tu-ky', '/quyet-dinh/moi')).statusCode).toBe(403)
    expect((await server.page('tu-ky', '/cong-viec/bo-sung')).statusCode).toBe(403)
  })
})

/** Approved works of the district's committee, straight into the register: how they came there is no matter here. */
async function fillApproved(count: number): Promise<string[]> {
  const unit = programme.organisation.unit['tu-ky']
  const works = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    code: `2022-nhieu-${String(index + 1).padStart(4, '0')}`,
    programme_id: programme.programmeId,
    owner_kind: 'collective',
    owner_unit_id: unit,
    custodian_unit_id: unit,
    tier: 'direct',
    title: `Việc thứ ${index + 1}`,
    state: 'approved',
    state_since: '2022-03-01',
    due_on: '2022-12-01',
    first_due_on: '2022-12-01',
    recorded_at: new Date(),
  }))
  await database.db.transaction().execute(async (db) => {
    await insertRows(db, 'work', works)
    await insertRows(
      db,
      'work_state_span',
      works.map(({ id }) => ({
        id: newId(),
        work_id: id,
        programme_id: programme.programmeId,
        state: 'approved',
        action: 'approve',
        from_on: '2022-03-01',
        recorded_at: new Date(),
      })),
    )
  })
  return works.map(({ code }) => code)
}

describe('reporting and proving on pages', () => {
  test('a report says how each target stands; its correction keeps the earlier words in sight', async () => {
    await server.moveTo(roadDays.report)
    const id = await road.bring('in_progress')
    const code = await codeOf(id)
    const page = await server.page('tu-ky', paths.report(code))
    expect(page.body).toContain('Báo cáo quý I')
    const { version } = await road.work(id)
    const fields = {
      version: String(version),
      period: 'q1',
      reportedOn: '02/04/2022',
      content: 'Đã xong một vùng.',
      'values[0][targetId]': await road.target(id),
      'values[0][value]': '0,5',
      'values[0][note]': '',
    }
    expect((await server.post('tu-ky', paths.report(code), fields)).statusCode).toBe(303)
    const correcting = await server.page('tu-ky', paths.report(code, 'q1'))
    expect(correcting.body).toContain('Sửa báo cáo quý I')
    expect(correcting.body).toContain('value="0,5"')
    const bare = await server.post('tu-ky', paths.report(code, 'q1'), {
      ...fields,
      version: String(version + 1),
    })
    expect(bare.statusCode).toBe(422)
  })

  test('a file that came with a wrong form waits until the form is right', async () => {
    const id = await road.bring('in_progress')
    const code = await codeOf(id)
    const { version } = await road.work(id)
    const fields = {
      version: String(version),
      kind: 'document',
      title: '',
      targetId: await road.target(id),
      value: '1',
      effectiveOn: '01/04/2022',
    }
    const wrong = await server.postFiles('tu-ky', paths.offerEvidence(code), fields, { uploadId: testPdf() })
    expect(wrong.statusCode).toBe(422)
    const kept = /name="uploadIdKept\[\]" value="([0-9a-f-]{36})"/.exec(wrong.body)?.[1]
    expect(kept).toBeDefined()
    const mended = { ...fields, title: 'Biên bản nghiệm thu', 'uploadIdKept[]': kept ?? '' }
    const right = await server.postFiles('tu-ky', paths.offerEvidence(code), mended, {})
    expect(right.statusCode).toBe(303)
    const page = await server.page('tu-ky', String(right.headers.location))
    expect(page.body).toContain('Biên bản nghiệm thu')
    expect(page.body).toContain('van-ban.pdf')
  })

  test('a file is read by those who may read proof, and each reading is on the record', async () => {
    const id = await road.bring('in_progress')
    const code = await codeOf(id)
    const content = testPdf()
    const uploadId = await server.upload('tu-ky', content, 'Quyết định “15”.pdf')
    const offered = await server.done('tu-ky', 'POST', `/works/${code}/evidence`, {
      version: (await road.work(id)).version,
      kind: 'document',
      title: 'Quyết định 15',
      effectiveOn: roadDays.report,
      uploadId,
    })
    const file = await server.page('thuong-vu', paths.evidenceFile(code, offered.id))
    expect(file.statusCode).toBe(200)
    expect(file.rawPayload.equals(content)).toBe(true)
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.headers['x-content-type-options']).toBe('nosniff')
    expect(file.headers['cache-control']).toBe('private, no-store')
    expect(await lastEntry(database, 'evidence.read')).toMatchObject({
      outcome: 'read',
      object_id: offered.id,
      person_id: programme.organisation.person['thuong-vu'],
    })
    // The technical administrator reads the register, never its proof.
    expect((await server.page('quan-tri', paths.evidenceFile(code, offered.id))).statusCode).toBe(403)
    expect((await server.page('quan-tri', paths.judgeEvidence(code, offered.id))).statusCode).toBe(403)
  })

  test('evidence is judged where it is read', async () => {
    await server.moveTo(roadDays.pause)
    const id = await road.bring('evidence_offered')
    const [code, evidenceId] = [await codeOf(id), await road.evidence(id)]
    const own = await server.page('tu-ky', paths.judgeEvidence(code, evidenceId))
    expect(own.body).not.toContain('name="outcome"')
    const bare = await server.post('thuong-vu', paths.judgeEvidence(code, evidenceId), { outcome: 'refuse' })
    expect(bare.statusCode).toBe(422)
    expect(bare.body).toContain('href="#f-reason"')
    const done = await server.post('thuong-vu', paths.judgeEvidence(code, evidenceId), { outcome: 'accept' })
    expect(done.statusCode).toBe(303)
  })
})

describe('the settings of a year', () => {
  test('are read and changed by its administrator alone', async () => {
    await server.moveTo('2022-01-05')
    expect((await server.page('thuong-vu', paths.settings(2022))).statusCode).toBe(403)
    const page = await server.page('van-phong', paths.saveWindows(2022))
    const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? ''
    const fields = {
      version,
      'windows[0][tier]': 'province',
      'windows[0][opensOn]': '',
      'windows[0][closesOn]': '',
      'windows[1][tier]': 'direct',
      'windows[1][opensOn]': '02/01/2022',
      'windows[1][closesOn]': '01/01/2022',
    }
    const wrong = await server.post('van-phong', paths.saveWindows(2022), fields)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Ngày đóng đăng ký trước ngày mở')
    const right = await server.post('van-phong', paths.saveWindows(2022), {
      ...fields,
      'windows[1][closesOn]': '31/03/2022',
    })
    expect(right.headers.location).toBe(paths.settings(2022))
    const shown = await server.page('van-phong', paths.settings(2022))
    expect(shown.body).toContain('02/01/2022')
  })
})

describe('in both languages', () => {
  const pages: readonly (readonly [TestPersonName, string | ((code: string) => string), string])[] = [
    ['tu-ky', '/cong-viec/dang-ky', 'draft'],
    ['tu-ky', paths.edit, 'returned'],
    ['tu-ky', paths.submit, 'draft'],
    ['tu-ky', paths.withdraw, 'submitted'],
    ['tuyen-giao', '/tham-dinh', 'submitted'],
    ['tuyen-giao', paths.openAppraisal, 'submitted'],
    ['tuyen-giao', paths.appraise, 'appraised'],
    ['tuyen-giao', paths.dismissDuplicate, 'appraising'],
    ['thuong-vu', '/quyet-dinh/moi?chon=tat-ca', 'appraised'],
    ['thuong-vu', '/cong-viec/bo-sung', 'draft'],
    ['tu-ky', paths.start, 'assigned'],
    ['tu-ky', (code) => paths.report(code), 'in_progress'],
    ['tu-ky', (code) => paths.report(code, 'q1'), 'reported'],
    ['tu-ky', (code) => paths.offerEvidence(code), 'in_progress'],
    ['thuong-vu', paths.suspend, 'in_progress'],
    ['thuong-vu', paths.resume, 'suspended'],
    ['van-phong', '/chuong-trinh/2022/cai-dat', 'draft'],
    ['van-phong', '/chuong-trinh/mo', 'draft'],
    ['van-phong', '/chuong-trinh/2022/cai-dat/thoi-gian', 'draft'],
    ['van-phong', '/chuong-trinh/2022/cai-dat/nhom/1', 'draft'],
    ['van-phong', '/chuong-trinh/2022/cai-dat/noi-dung', 'draft'],
    ['van-phong', '/chuong-trinh/2022/cai-dat/noi-dung/tu-ky/1', 'draft'],
  ]

  test.each(pages)('%s reads %s whole', async (name, path, place) => {
    await server.moveTo(roadDays.report)
    const address = typeof path === 'string' ? path : path(await codeOf(await road.bring(place as 'draft')))
    for (const language of ['vi', 'en'] as const) {
      const page = await server.page(name, address, language)
      expect(page.statusCode).toBe(200)
      // A key that the catalogue lacks is shown as itself.
      expect(
        page.body.match(/(?:programme|ui|refusal|error|state|tier|period|part)\.[a-z_]+[a-z_.]*/g),
      ).toBeNull()
    }
  })
})
