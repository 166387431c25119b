import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { typingPaths } from '../../platform/http/form-typing.ts'
import { typingRoutes } from '../../platform/http/typing-routes.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { programmeApiWrites } from '../api/writes.ts'
import { programmeForms } from '../pages/forms.ts'
import { paths } from '../paths.ts'
import {
  type ProgrammeServer,
  programmeServer,
  registrationInput,
  seedTestProgramme,
  type TestProgramme,
} from '../testing/ground.ts'
import { Road, roadDays } from '../testing/road.ts'
import { draftForm, registrationTyping } from './kept-typing.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road
let server: ProgrammeServer

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
  const routes = [...programmeForms, ...programmeApiWrites]
  server = await programmeServer(programme, [...routes, ...typingRoutes(routes, [registrationTyping])])
  await server.moveTo(roadDays.submit)
})
afterAll(() => server.app.close())

interface Kept {
  readonly revision: number
  readonly savedAt: string
  readonly isOutdated: boolean
  readonly code: string
  readonly errors: readonly { readonly code: string; readonly params?: { readonly revision: number } }[]
}

const keep = (
  form: string,
  fields: readonly (readonly [string, string])[],
  more: { by?: TestPersonName; window?: string; revision?: number; baseVersion?: number } = {},
) => {
  const { by = 'tu-ky', window = 'cua-so-mot', revision = 0, baseVersion = 0 } = more
  return server.api<Kept>(by, 'PUT', '/kept-typing', { form, baseVersion, window, revision, fields })
}

const draft = async () => {
  const id = await road.bring('draft')
  const { version } = await road.work(id)
  return { id, form: draftForm(id), baseVersion: version }
}

const editPage = async (id: string, by: TestPersonName = 'tu-ky', query = '') =>
  (await server.page(by, `${paths.edit(id)}${query}`)).body

describe('typing that is kept while it is typed', () => {
  test('comes back when the form is opened again, row by row, and is no part of the draft yet', async () => {
    const { id, form, baseVersion } = await draft()
    const typed = [
      ['title', 'Đang gõ dở một tên'],
      ['targets[0][measure]', 'Số km đường'],
      ['targets[0][value]', '12,5'],
      ['steps[0][name]', 'Bước một'],
      ['steps[1][name]', 'Bước hai'],
      ['idempotencyKey', 'khoa-cua-bieu-mau'],
      ['version', '99'],
    ] as const
    const answer = await keep(form, typed, { baseVersion })
    expect(answer).toMatchObject({ status: 200, body: { revision: 1, isOutdated: false } })
    const page = await editPage(id)
    for (const value of ['Đang gõ dở một tên', 'Số km đường', '12,5', 'Bước hai'])
      expect(page).toContain(value)
    expect(page).toContain('Đã mở lại phần đang gõ dở')
    expect(page).toContain('data-autosave-revision-value="1"')
    expect(page).toContain(`name="version" value="${baseVersion}"`)
    expect((await road.work(id)).title).not.toContain('Đang gõ dở')
  })

  test('is its writer’s alone, and of forms that they may write', async () => {
    const { id, form, baseVersion } = await draft()
    await keep(form, [['title', 'Của riêng một người']], { baseVersion })
    expect(await editPage(id, 'bi-thu-tu-ky')).not.toContain('Của riêng một người')
    expect((await keep(form, [], { by: 'so-tttt', baseVersion })).status).toBe(404)
    expect((await keep('new:2022', [], { by: 'kiem-tra' })).status).toBe(403)
    for (const odd of ['new:22', 'draft:../x', '/cong-viec/dang-ky'])
      expect((await keep(odd, [])).body.code).toBe('input_invalid')
  })

  test('of another window is not written over unseen: it is told, and goes on only when asked', async () => {
    const { id, form, baseVersion } = await draft()
    const one = { baseVersion, window: 'cua-so-mot' }
    const other = { baseVersion, window: 'cua-so-hai' }
    expect((await keep(form, [['title', 'Bản của cửa sổ một']], one)).body.revision).toBe(1)
    // The same window goes on, also where an answer was lost on the way.
    expect((await keep(form, [['title', 'Bản của cửa sổ một, gõ tiếp']], one)).body.revision).toBe(2)
    const refused = await keep(form, [['title', 'Bản của cửa sổ hai']], other)
    expect(refused).toMatchObject({ status: 409, body: { code: 'typing_elsewhere' } })
    expect(refused.body.errors[0]?.params?.revision).toBe(2)
    expect(await editPage(id)).toContain('Bản của cửa sổ một, gõ tiếp')
    const taken = await keep(form, [['title', 'Bản của cửa sổ hai']], { ...other, revision: 2 })
    expect(taken.body.revision).toBe(3)
    expect((await keep(form, [['title', 'x']], { ...one, revision: 2 })).status).toBe(409)
  })

  test('that began from an older draft is kept and told, and never laid over the newer one by itself', async () => {
    const { id, form, baseVersion } = await draft()
    await keep(form, [['title', 'Gõ trên bản cũ']], { baseVersion })
    const {
      year: _year,
      ownerKind: _kind,
      ...rest
    } = registrationInput(programme, { title: 'Bản mới do người khác lưu' })
    await server.done('bi-thu-tu-ky', 'PUT', `/works/${id}`, { ...rest, version: baseVersion })
    const later = await keep(form, [['title', 'Gõ trên bản cũ, tiếp']], { baseVersion })
    expect(later.body).toMatchObject({ isOutdated: true })
    const page = await editPage(id)
    expect(page).toContain('Bản mới do người khác lưu')
    expect(page).not.toContain('Gõ trên bản cũ, tiếp')
    expect(page).toContain('Còn phần gõ dở')
    const asked = await editPage(id, 'tu-ky', '?go-do=xem')
    expect(asked).toContain('Gõ trên bản cũ, tiếp')
    // Saving it says that the draft is a newer one.
    const saved = await server.post('tu-ky', paths.edit(id), {
      title: 'Gõ trên bản cũ, tiếp',
      version: String(baseVersion),
    })
    expect(saved.statusCode).toBe(409)
    expect(saved.body).toContain('Gõ trên bản cũ, tiếp')
  })

  test('is gone once the form is sent or the typing thrown away', async () => {
    const { id, form, baseVersion } = await draft()
    await keep(form, [['title', 'Sắp được lưu']], { baseVersion })
    const saved = await server.post('tu-ky', paths.edit(id), {
      title: 'Sắp được lưu',
      version: String(baseVersion),
    })
    expect(saved.statusCode).toBe(303)
    expect(await editPage(id)).not.toContain('phần đang gõ dở')

    const again = { baseVersion: baseVersion + 1 }
    await keep(form, [['title', 'Rồi bỏ']], again)
    const thrown = await server.post('tu-ky', typingPaths.forget, { form, back: paths.edit(id) })
    expect([thrown.statusCode, thrown.headers.location]).toEqual([303, paths.edit(id)])
    expect(await editPage(id)).not.toContain('Rồi bỏ')
    const astray = await server.post('tu-ky', typingPaths.forget, { form, back: 'https://example.org/' })
    expect(astray.headers.location).toBe('/')
  })

  test('of a new registration comes back on its form and goes with it', async () => {
    await keep('new:2022', [
      ['title', 'Việc mới đang gõ'],
      ['ownerKind', 'collective'],
    ])
    expect((await server.page('tu-ky', paths.register())).body).toContain('Việc mới đang gõ')
    const saved = await server.post('tu-ky', paths.register(), {
      year: '2022',
      ownerKind: 'collective',
      title: 'Việc mới đang gõ',
    })
    expect(saved.statusCode).toBe(303)
    expect((await server.page('tu-ky', paths.register())).body).not.toContain('Việc mới đang gõ')
  })

  test('has bounds', async () => {
    const { form, baseVersion } = await draft()
    const much = Array.from({ length: 30 }, (_, at) => [`risks${at}`, 'x'.repeat(19_000)] as const)
    expect((await keep(form, much, { baseVersion })).status).toBe(413)
    const names = Array.from({ length: 2600 }, (_, at) => [`a${at}`, ''] as const)
    expect((await keep(form, names, { baseVersion })).body.code).toBe('input_invalid')
    expect((await keep(form, [['__proto__[x]', '1']], { baseVersion })).status).toBe(400)
  })
})
