import { statSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { docxOf, paragraph } from '../platform/file-judgement/testing-files.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { steps } from '../programme/testing/road.ts'
import { openProduct, type ProductGround } from './testing/product-ground.ts'

const database = useTestDatabase()
let ground: ProductGround
let work: { id: string; code: string; evidence: string }

/** What slipped in without a mark, and must be nowhere in the end. */
const spilled = 'phuong-an-lo-lot-0815'
const officer = 'kiem-tra+officer'
const stranger = 'kiem-tra+officer of another district'

beforeAll(async () => {
  ground = await openProduct(database)
  const { organisation } = ground.programme
  const over = (unit: 'tinh-uy' | 'song-ha') => [
    { role: 'secrecy-officer', unitId: organisation.unit[unit], system: null },
  ]
  ground.give(officer, over('tinh-uy'))
  ground.give(stranger, over('song-ha'))
  const id = await ground.road.bring('in_progress', {
    title: `Việc ${spilled}`,
    rationale: spilled,
    steps: [{ name: spilled, dueOn: '2022-04-30' }],
  })
  const uploadId = await ground.upload('tu-ky', {
    fileName: `${spilled}.docx`,
    content: docxOf(paragraph(spilled)),
  })
  const deed = await steps.offer(ground.road, id)
  await ground.road.do({
    ...deed,
    input: { ...(deed.input as object), title: spilled, note: spilled, uploadId },
  })
  const report = await steps.report(ground.road, id)
  await ground.road.do({
    ...report,
    input: { ...(report.input as object), content: spilled, difficulties: spilled, nextSteps: spilled },
  })
  const asked = await steps.ask(ground.road, id)
  await ground.road.do({ ...asked, input: { ...(asked.input as object), reason: spilled } })
  const { code } = await ground.road.work(id)
  for (const [as, url, json] of [
    ['tu-ky', 'comments', { text: spilled }],
    ['van-phong', 'reminders', { version: (await ground.road.work(id)).version, message: spilled }],
  ] as const) {
    const said = await ground.ask(as, { method: 'POST', url: `/api/v1/works/${code}/${url}`, json })
    expect(said.statusCode, said.body).toBe(201)
  }
  const typed = await ground.ask('tu-ky', {
    method: 'PUT',
    url: '/api/v1/kept-typing',
    json: {
      form: `/cong-viec/${code}/bao-cao`,
      baseVersion: 0,
      window: 'cua-so-mot',
      revision: 0,
      fields: [['content', spilled]],
    },
  })
  expect(typed.statusCode, typed.body).toBe(200)
  work = { id, code: String(code), evidence: await ground.road.evidence(id) }
})
afterAll(() => ground.app.close())

const post = (as: string, url: string, json: object) =>
  ground.ask(as, { method: 'POST', url: `/api/v1${url}`, json })
const isolate = (as: string, address: string) => post(as, '/spills', { address, officerToldOn: '2022-05-01' })
const filePath = () => `/cong-viec/${work.code}/minh-chung/${work.evidence}/tep`
const pagePath = () => `/cong-viec/${work.code}`
const filesOnDisk = () => ground.filesKept().filter((path) => statSync(path).size > 0)

test('only the officer of the body isolates, and others learn nothing', async () => {
  expect((await isolate('van-phong', pagePath())).statusCode).toBe(403)
  expect((await isolate(stranger, pagePath())).json().code).toBe('spill_not_found')
  expect((await isolate(officer, '/cong-viec/2022-khong-999')).json().code).toBe('spill_not_found')
  expect((await ground.ask('tu-ky', { url: pagePath() })).statusCode).toBe(200)
})

test('what is isolated is open to nobody from that moment, as a page, in a list, as a file', async () => {
  expect((await ground.ask('tu-ky', { url: filePath() })).statusCode).toBe(200)
  const file = await isolate(officer, `https://dot-pha.example${filePath()}`)
  expect(file.statusCode).toBe(201)
  expect((await ground.ask('tu-ky', { url: filePath() })).statusCode).toBe(404)
  const whole = await isolate(officer, pagePath())
  expect(whole.statusCode).toBe(201)
  for (const as of ['tu-ky', 'van-phong', 'thuong-vu', officer]) {
    expect((await ground.ask(as, { url: pagePath() })).statusCode).toBe(404)
    expect((await ground.ask(as, { url: '/cong-viec' })).body).not.toContain(spilled)
    expect((await ground.ask(as, { url: `/tim-kiem?q=${spilled}` })).body).not.toContain('minh-chung')
  }
  expect((await isolate(officer, pagePath())).json().code).toBe('spill_known')
})

test('the database itself erases nothing before the decision is on the record', async () => {
  const { rows } = await database.pool
    .query('select erase_spilled_work($1)', [work.id])
    .catch((error: Error) => ({ rows: [{ refused: error.message }] }))
  expect(String(rows[0]?.refused)).toContain('no decision')
})

test('erased by decision, it is nowhere: tables, versions, search, files, contents of the record', async () => {
  expect(await ground.everythingStored()).toContain(spilled)
  const { items } = (await ground.ask(officer, { url: '/api/v1/spills' })).json() as {
    items: { id: string }[]
  }
  expect(items).toHaveLength(2)
  for (const { id } of items) {
    const answer = await post(officer, `/spills/${id}/erasure`, {
      decision: 'Quyết định 01-QĐ/TU ngày 02/5/2022',
      decidedOn: '2022-05-02',
    })
    expect(answer.statusCode, answer.body).toBe(200)
  }
  const left = (await ground.everythingStored()).split('\n').filter((row) => row.includes(spilled))
  expect(left).toEqual([])
  expect(filesOnDisk()).toEqual([])
  const page = await ground.ask('tu-ky', { url: pagePath() })
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toContain(spilled)
})

test('a work that is soiled again after an erasure is isolated and erased again, as often as it happens', async () => {
  for (const round of [1, 2]) {
    const soiled = `${spilled}-lan-${round}`
    const said = await post('tu-ky', `/works/${work.code}/comments`, { text: soiled })
    expect(said.statusCode, said.body).toBe(201)
    const isolated = await isolate(officer, pagePath())
    expect(isolated.statusCode, isolated.body).toBe(201)
    expect((await ground.ask('tu-ky', { url: pagePath() })).statusCode).toBe(404)
    expect((await isolate(officer, pagePath())).json().code).toBe('spill_known')
    // The decision on an earlier spill does not speak for this one.
    await expect(database.pool.query('select erase_spilled_work($1)', [work.id])).rejects.toThrow(
      /no decision/,
    )
    const erased = await post(officer, `/spills/${isolated.json().spillId}/erasure`, {
      decision: `Quyết định 0${round + 1}-QĐ/TU ngày 03/5/2022`,
      decidedOn: '2022-05-03',
    })
    expect(erased.statusCode, erased.body).toBe(200)
    expect(await ground.everythingStored()).not.toContain(soiled)
    expect((await ground.ask('tu-ky', { url: pagePath() })).statusCode).toBe(200)
  }
})

test('of two officers who isolate the same at once, one does', async () => {
  const answers = await Promise.all([isolate(officer, pagePath()), isolate(officer, pagePath())])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
})

test('what stays says that something spilled, when, and by which paper it was erased', async () => {
  const shown = await ground.ask(officer, { url: '/bao-mat' })
  expect(shown.body).toContain('Quyết định 01-QĐ/TU')
  const entries = await database.db
    .selectFrom('audit_entry')
    .select('action')
    .where('action', 'in', ['spill.isolate', 'spill.erase'])
    .where('outcome', '=', 'done')
    .execute()
  expect(entries.map(({ action }) => action).sort()).toEqual([
    ...Array(4).fill('spill.erase'),
    ...Array(5).fill('spill.isolate'),
  ])
})

test('a long list of what was stopped is read page by page, each entry once', async () => {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into stopped_mark (id, stopped_at, unit_id, act, kind, request_id)
      select gen_random_uuid(), now() - n * interval '1 second', $1, 'comment.add', 'text', 'r' || n
      from generate_series(1, 120) n returning id`,
    [ground.programme.organisation.unit['tu-ky']],
  )
  const seen: string[] = []
  let cursor = ''
  for (let page = 0; page < 4 && (page === 0 || cursor !== ''); page += 1) {
    const answer = await ground.ask(officer, { url: `/api/v1/stopped-marks?cursor=${cursor}` })
    const { items, next } = answer.json() as { items: { id: string }[]; next: string | null }
    seen.push(...items.map(({ id }) => id))
    cursor = next ?? ''
  }
  expect(cursor).toBe('')
  expect(seen).toHaveLength(new Set(seen).size)
  expect(seen).toEqual(expect.arrayContaining(rows.map(({ id }) => id)))
  const page = await ground.ask(officer, { url: '/bao-mat' })
  expect(page.body).toMatch(/href="\/bao-mat\?chan-tu=[^"]+" rel="next"/)
})
