import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { compareVersionsPage } from '../pages/work/compare-versions.tsx'
import { editWork } from '../registration/save-draft.ts'
import { submitWork } from '../registration/submit-work.ts'
import {
  type ProgrammeServer,
  programmeServer,
  registrationInput,
  seedTestProgramme,
  type TestProgramme,
  targetInput,
} from '../testing/ground.ts'
import { Road } from '../testing/road.ts'
import { compareVersions } from './compare-versions.ts'

const database = useTestDatabase()
const on = '2022-03-10'
let programme: TestProgramme
let road: Road
let server: ProgrammeServer

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
  server = await programmeServer(programme, [compareVersionsPage])
  await server.moveTo(on)
})
afterAll(() => server.app.close())

/** A work that was returned and is being corrected: more targets, another due date, changed words in one text. */
async function beingMended() {
  const id = await road.bring('returned', { contentGroupIds: [programme.contentGroupIds[0]] })
  const { title } = await road.work(id)
  const {
    year: _year,
    ownerKind: _kind,
    ...rest
  } = registrationInput(programme, {
    title,
    product: 'Hai vùng sản xuất có văn bản công nhận.',
    dueOn: '2022-11-30',
    themeGroupId: programme.themeIds[2],
    contentGroupIds: [programme.contentGroupIds[0]],
    targets: [
      targetInput({ recognitionRequired: true, recognitionBy: 'Sở Nông nghiệp (minh hoạ)', value: 2 }),
      targetInput({ measure: 'Số hộ <b>tham gia</b>', unit: 'hộ', value: 50 }),
    ],
  })
  await road.do({ by: 'tu-ky', on, endpoint: editWork, input: { ...(await road.on(id)), ...rest } })
  return id
}

const compared = (id: string, asked = {}, by: 'tu-ky' | 'van-phong' = 'tu-ky') =>
  programme.as(by, on, (c) =>
    compareVersions({ ...c, t: (key, params) => `${key} ${Object.values(params ?? {})}` }, id, asked),
  )

describe('two versions of a work', () => {
  test('show part by part what changed, and the words within it', async () => {
    const id = await beingMended()
    await road.do({ by: 'tu-ky', on, endpoint: submitWork, input: await road.on(id) })
    const found = await compared(id, {}, 'van-phong')
    expect(found).toMatchObject({ before: { number: 1 }, after: { number: 2, reason: 'resubmitted' } })
    const changed = found?.parts.filter((part) => part.changed) ?? []
    expect(changed.map(({ name, number }) => [name, number])).toEqual([
      ['due_on', null],
      ['theme', null],
      ['product', null],
      ['target', 1],
      ['target', 2],
    ])
    expect(changed[0]?.stretches.map(({ kind }) => kind)).toEqual(['removed', 'added'])
    const product = changed.find(({ name }) => name === 'product')
    expect(product?.stretches.map(({ text, kind }) => [text.trim(), kind])).toEqual([
      ['Vùng', 'removed'],
      ['Hai vùng', 'added'],
      ['sản xuất có văn bản công nhận.', 'same'],
    ])
    expect(changed.at(-1)?.stretches.every(({ kind }) => kind === 'added')).toBe(true)
    // The other way round what was put in is what is taken out.
    const back = await compared(id, { from: '2', to: '1' })
    expect(
      back?.parts.find(({ name, number }) => name === 'target' && number === 2)?.stretches[0]?.kind,
    ).toBe('removed')
  })

  test('only the author can compare an unsubmitted draft', async () => {
    const id = await beingMended()
    expect(await compared(id)).toMatchObject({ before: { number: 1 }, after: { number: null } })
    expect(await compared(id, {}, 'van-phong')).toBeNull()
    await expect(compared(id, { to: 'dang-sua' }, 'van-phong')).rejects.toMatchObject({ code: 'not_found' })
    await expect(compared(id, { from: '7' })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a version alone has nothing to be compared with, and strangers see none', async () => {
    const id = await road.bring('submitted')
    expect(await compared(id)).toBeNull()
    await expect(programme.as('so-tttt', on, (c) => compareVersions(c, id, {}))).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('stand side by side on a page, marked for the eye, the ear and on paper', async () => {
    const id = await beingMended()
    const { code } = await road.work(id)
    const page = await server.page('tu-ky', `/cong-viec/${code}/so-sanh`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toMatch(/<del><span class="hidden-visually">\[bỏ đi: ?<\/span>/)
    expect(page.body).toMatch(/<ins><span class="hidden-visually">\[thêm vào: ?<\/span>/)
    expect(page.body).toContain('Bản đang sửa, chưa trình')
    expect(page.body).not.toContain('<b>tham gia</b>')
    expect(page.body).toContain('&lt;b')
    const english = await server.page('tu-ky', `/cong-viec/${code}/so-sanh`, 'en')
    expect(english.body).toContain('Compare versions')
    expect(english.body.match(/(?:programme|ui|modality)\.[a-z_]+[a-z_.]*/g)).toBeNull()
  })
})
