import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../organisation/testing/organisation.ts'
import { findTyping } from '../platform/kept-typing.ts'
import { repositoryRoot } from '../platform/root.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { paths } from '../programme/paths.ts'
import {
  type ProgrammeServer,
  programmeServer,
  seedTestProgramme,
  type TestProgramme,
} from '../programme/testing/ground.ts'
import { Road, roadDays } from '../programme/testing/road.ts'
import { allRoutes } from './compose.tsx'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road
let server: ProgrammeServer

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
  server = await programmeServer(programme, allRoutes())
})
afterAll(() => server.app.close())

interface Kept {
  readonly revision: number
  readonly code: string
}

const keep = (
  form: string,
  text: string,
  more: { by?: TestPersonName; window?: string; revision?: number } = {},
) => {
  const { by = 'thuong-vu', window = 'cua-so-mot', revision = 0 } = more
  const fields = [['reason', text]]
  return server.api<Kept>(by, 'PUT', '/kept-typing', { form, baseVersion: 0, window, revision, fields })
}

/** A work that can be suspended, with the address of the form that does. */
async function suspendable() {
  const id = await road.bring('in_progress')
  const { code } = await road.work(id)
  await server.moveTo(roadDays.pause)
  return { id, form: paths.suspend(code ?? '') }
}
const pageOf = async (url: string, by: TestPersonName = 'thuong-vu') => (await server.page(by, url)).body

describe('what is typed into the form of an act', () => {
  test('is offered with its time when its writer comes back, and stands in the form once they ask', async () => {
    const { form } = await suspendable()
    expect(await pageOf(form)).toContain(`data-autosave-form-value="${form}"`)
    expect((await keep(form, 'Lý do gõ dở, rất dài')).body.revision).toBe(1)
    const offered = await pageOf(form)
    expect(offered).toMatch(/Còn phần gõ dở, tự lưu lúc \d/)
    expect(offered).not.toContain('Lý do gõ dở, rất dài')
    const shown = await pageOf(`${form}?go-do=xem`)
    expect(shown).toContain('Lý do gõ dở, rất dài')
    expect(shown).toContain('Đang hiện phần gõ dở')
    expect(shown).toContain('data-autosave-revision-value="1"')
    expect(await pageOf(form, 'thuong-vu')).not.toContain('rất dài')
  })

  test('is gone with the act, and stays where the act was refused', async () => {
    const { form } = await suspendable()
    await keep(form, 'Mưa lũ kéo dài')
    const version = /name="version" value="(\d+)"/.exec(await pageOf(form))?.[1] ?? ''
    const refused = await server.post('thuong-vu', form, { reason: 'Mưa lũ kéo dài', version })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('data-autosave-revision-value="1"')
    expect(await pageOf(form)).toContain('Còn phần gõ dở')
    const sent = await server.post('thuong-vu', form, {
      reason: 'Mưa lũ kéo dài',
      document: '12-CV/TU',
      version,
    })
    expect(sent.statusCode).toBe(303)
    const left = await programme.as('thuong-vu', roadDays.pause, (c) => findTyping(c, form))
    expect(left).toBeNull()
  })

  test('is not written over unseen while it is only offered', async () => {
    const { form } = await suspendable()
    await keep(form, 'Bản cũ')
    const other = { window: 'cua-so-hai' }
    expect(await keep(form, 'Bản mới', other)).toMatchObject({
      status: 409,
      body: { code: 'typing_elsewhere' },
    })
    expect(await pageOf(`${form}?go-do=xem`)).toContain('Bản cũ')
    expect((await keep(form, 'Bản mới', { ...other, revision: 1 })).body.revision).toBe(2)
    const thrown = await server.post('thuong-vu', '/dang-go/bo', { form, back: form })
    expect([thrown.statusCode, thrown.headers.location]).toEqual([303, form])
    expect(await pageOf(form)).not.toContain('Còn phần gõ dở')
  })

  test('is kept for nobody who is not shown the form, and of no other address', async () => {
    const { form } = await suspendable()
    expect((await keep(form, 'x', { by: 'chi-bo-cho' })).status).toBe(404)
    expect((await keep(form, 'x', { by: 'tu-ky' })).status).toBe(403)
    for (const astray of ['/tai-khoan/mat-khau', '/dang-nhap', '/cong-viec/../x', `${form}/x`, 'new:22'])
      expect([astray, (await keep(astray, 'x')).body.code]).toEqual([astray, 'input_invalid'])
  })

  test('is of a hundred forms at most: the oldest are forgotten', async () => {
    const { form } = await suspendable()
    const { accountId } = programme.organisation.actorFor('thuong-vu')
    await database.pool.query(
      `insert into kept_typing (account_id, form, base_version, window_key, revision, fields, saved_at)
       select $1, '/cong-viec/cu-' || n || '/tam-dung', 0, 'cua-so-cu', 1, '[]', '2022-01-01'::timestamptz + n * interval '1 minute'
       from generate_series(1, 100) n on conflict do nothing`,
      [accountId],
    )
    await keep(form, 'Mới nhất')
    const { rows } = await database.pool.query(
      'select form from kept_typing where account_id = $1 order by saved_at',
      [accountId],
    )
    expect(rows).toHaveLength(100)
    expect(rows.map((row) => row.form)).toContain(form)
    expect(rows.map((row) => row.form)).not.toContain('/cong-viec/cu-1/tam-dung')
  })
})

test('a form of the directory keeps its typing in the same way', async () => {
  const form = '/don-vi/song-ha/doi-ten'
  expect((await keep(form, 'x', { by: 'tu-ky' })).status).toBe(403)
  expect((await keep(form, 'x', { by: 'van-phong' })).body.revision).toBe(1)
  expect(await pageOf(form, 'van-phong')).toContain('Còn phần gõ dở')
})

/** Files with a long text whose typing is not kept by the form's address, each with its reason. */
const otherwise: Readonly<Record<string, string>> = {
  'programme/pages/appraisal/duplicates.tsx': 'As many forms as there are works alike, at one address.',
  'identity/pages/factors/remove-factors.tsx': 'One sentence, asked together with a proof of who asks.',
}

test('no form with a long text is forgotten', () => {
  const source = join(repositoryRoot, 'server/src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.includes('pages/') && file.endsWith('.tsx'),
  )
  const forgotten = files.filter((file) => {
    const text = readFileSync(join(source, file), 'utf8')
    return /<TextArea\b/.test(text) && /\bformRoute\(/.test(text) && !text.includes('keepsTyping: true')
  })
  expect(forgotten.sort()).toEqual(Object.keys(otherwise).sort())
})
