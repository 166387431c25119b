import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/testing/database.ts'
import { organisationPaths as paths } from './paths.ts'
import { DirectoryServer, linksIn, rowsIn } from './testing/directory.ts'
import type { TestOrganisation } from './testing/organisation.ts'

const database = useTestDatabase()
let server: DirectoryServer
let organisation: TestOrganisation

beforeAll(async () => {
  server = await DirectoryServer.on(database)
  organisation = server.organisation
})
afterAll(() => server.app.close())

describe('the list of units', () => {
  test('finds by a part of the name, accents aside, those with the right accents first', async () => {
    const loose = rowsIn((await server.page('an-minh', paths.units({ text: 'huyen uy tu' }))).body)
    expect(loose).toContain(paths.unit('tu-ky'))
    expect(loose).not.toContain(paths.unit('song-ha'))
    const exact = rowsIn((await server.page('an-minh', paths.units({ text: 'Huyện ủy' }))).body)
    expect(exact.length).toBeGreaterThan(1)
  })

  test('says how many there are, lists each of them once, the highest level first', async () => {
    const { body } = await server.page('an-minh', paths.units())
    const total = Object.keys(organisation.unit).length
    expect(body).toContain(`Tất cả ${total}`)
    expect(new Set(rowsIn(body)).size).toBe(total)
    const level = (code: 'tinh-uy' | 'tu-ky' | 'xa-an-minh') => rowsIn(body).indexOf(paths.unit(code))
    expect(level('tinh-uy')).toBeLessThan(level('tu-ky'))
    expect(level('tu-ky')).toBeLessThan(level('xa-an-minh'))
  })

  test('keeps to a system, a level and a parent', async () => {
    const rows = async (asked: Parameters<typeof paths.units>[0]) =>
      rowsIn((await server.page('an-minh', paths.units(asked))).body)
    expect(await rows({ system: 'state', level: 'grassroots' })).toEqual([paths.unit('ubnd-an-minh')])
    expect(await rows({ parent: 'xa-an-minh', system: 'party' })).toEqual([paths.unit('chi-bo-thon-dong')])
    expect(await rows({ system: 'enterprise' })).toEqual([])
  })

  test('is of another day where it is asked for, and empty before there was anything', async () => {
    const { body } = await server.page('an-minh', '/don-vi?ngay=2019-01-01')
    expect(body).toContain('Không có đơn vị nào như vậy')
    expect((await server.page('an-minh', '/don-vi?ngay=30/02/2022')).statusCode).toBe(422)
  })

  test('speaks English', async () => {
    const { body } = await server.page('an-minh', paths.units(), 'en')
    expect(body).toContain('Units')
    expect(body).not.toContain('organisation.')
  })
})

describe('a unit', () => {
  test('shows where it stands, who holds its posts and which body manages them', async () => {
    const { body } = await server.page('chi-bo-cho', paths.unit('tu-ky'))
    expect(linksIn(body, /tinh-uy/)).toContain(paths.unit('tinh-uy'))
    expect(body).toContain('Vũ Văn Thư')
    expect(body).toContain('cấp trưởng')
    expect(linksIn(body, /btv-tinh-uy/)).toContain(paths.unit('btv-tinh-uy'))
    expect(linksIn(body, /btv-tu-ky/)).toContain(paths.unit('btv-tu-ky'))
  })

  test('says so on a day on which it is not there', async () => {
    const { body } = await server.page('chi-bo-cho', paths.unit('tu-ky', { on: '2020-01-01' as never }))
    expect(body).toContain('danh bạ chưa có thông tin về đơn vị')
    // No paper says when it came to be: its first day in the directory is not called that of its founding.
    expect(body).toContain('ngày thành lập chưa được ghi')
    expect(body).not.toContain('Thành lập: ')
  })

  test('offers changes to those alone who may make them', async () => {
    const seen = await server.page('chi-bo-cho', paths.unit('tu-ky'))
    expect(seen.body).not.toContain(paths.openPost('tu-ky'))
    const kept = await server.page('tu-ky', paths.unit('tu-ky'))
    expect(kept.body).toContain(paths.openPost('tu-ky'))
    const beside = await server.page('tu-ky', paths.unit('song-ha'))
    expect(beside.body).not.toContain(paths.openPost('song-ha'))
  })

  test('that nobody knows is not found', async () => {
    expect((await server.page('tu-ky', paths.unit('khong-co'))).statusCode).toBe(404)
    expect((await server.page('tu-ky', paths.person('khong-co'))).statusCode).toBe(404)
    expect((await server.api('tu-ky', '/units/khong-co')).status).toBe(404)
  })
})

test('a person is found without accents and shows what they hold', async () => {
  const list = await server.page('an-minh', paths.persons({ text: 'vu van thu' }))
  // Others are found by their posts, such as a clerk ('văn thư'), and come after.
  expect(linksIn(list.body, /^\/nguoi\/.{36}/)[0]).toBe(paths.person(organisation.person['bi-thu-tu-ky']))
  const one = await server.page('an-minh', paths.person(organisation.person['bi-thu-tu-ky']))
  expect(one.body).toContain('Bí thư Huyện ủy')
  expect(one.body).toContain('Quyết định 01-QĐ/TU')
  expect((await server.page('an-minh', paths.persons({ text: 'khong ai' }))).body).toContain(
    'Không có ai tên như vậy',
  )
})

test('a unit is founded by its page as a browser sends it, and what is missing is listed by name', async () => {
  const form = paths.foundUnit('tu-ky')
  const { body } = await server.page('van-phong', form)
  const sent = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  const hidden = { idempotencyKey: sent('idempotencyKey'), parentId: sent('parentId') }
  expect(hidden.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/)
  const wrong = await server.post('van-phong', form, hidden)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Tên đầy đủ: Cần điền ô này.')
  expect(wrong.body).not.toContain('idempotencyKey”')
  const founded = await server.post('van-phong', form, {
    ...hidden,
    name: 'Ban Chỉ đạo lâm thời (minh hoạ)',
    shortName: 'Ban Chỉ đạo',
    code: 'ban-chi-dao-lam-thoi',
    kind: 'other',
    level: 'district',
    system: 'party',
    ladder: 'party',
    validFrom: '18/05/2022',
    foundingDocument: '10-QĐ/HU',
    paperKind: '',
    paperIssuer: '',
    paperIssuedOn: '',
    place: '',
  })
  expect([founded.statusCode, founded.headers.location]).toEqual([303, '/don-vi/ban-chi-dao-lam-thoi'])
})
