import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { organisationPaths as paths } from '../paths.ts'
import { DirectoryServer } from '../testing/directory.ts'
import type { TestPersonName } from '../testing/organisation.ts'
import { type Cells, cellsOf, setCell, workbookOf } from './testing-workbook.ts'

const database = useTestDatabase()
let server: DirectoryServer

beforeAll(async () => {
  server = await DirectoryServer.on(database)
})
afterAll(() => server.app.close())

const exported = async (name: TestPersonName, query = ''): Promise<Cells> =>
  cellsOf((await server.page(name, `${paths.exportDirectory()}${query}`)).rawPayload)

/** Hands a workbook in as a browser does. */
async function handIn(name: TestPersonName, bytes: Uint8Array) {
  const form = new FormData()
  form.set('effectiveOn', '18/05/2022')
  form.set('document', '07-QĐ/TU')
  form.set('workbook', new Blob([Uint8Array.from(bytes)]), 'danh-ba.xlsx')
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return server.app.inject({
    method: 'POST',
    url: paths.importDirectory(),
    headers: {
      authorization: `Bearer ${name}`,
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

test('a workbook is taken out, filled in, looked at and taken in, by page alone', async () => {
  const cells = await exported('van-phong')
  setCell(cells, 'Đơn vị', 'song-ha', 'Tên ngắn', 'HU Sông Hà')
  const handed = await handIn('van-phong', await workbookOf(cells))
  expect(handed.statusCode).toBe(303)
  const preview = String(handed.headers.location)
  const { body } = await server.page('van-phong', preview)
  expect(body).toContain('HU Sông Hà')
  expect(body).toContain('Nạp 1 thay đổi')
  const done = await server.fill('van-phong', preview, {})
  expect(done.statusCode).toBe(303)
  expect((await server.page('van-phong', preview)).body).toContain('Đã nạp xong 1 thay đổi')
  expect((await server.page('chi-bo-cho', paths.unit('song-ha'))).body).toContain('HU Sông Hà')
})

test('bad cells stand on the page with their address and what to do, and the button says why it is closed', async () => {
  const cells = await exported('van-phong')
  const cell = setCell(cells, 'Đơn vị', 'song-ha', 'Cấp', 'Cấp gì đó')
  const preview = String((await handIn('van-phong', await workbookOf(cells))).headers.location)
  const { body } = await server.page('van-phong', preview)
  expect(body).toContain(cell)
  expect(body).toContain('Cấp gì đó')
  expect(body).toContain('Xin ghi một trong: Trung ương, Cấp tỉnh')
  expect(body).toContain('Còn ô cần sửa.')
  const sent = await server.fill('van-phong', preview, {})
  expect(sent.statusCode).toBe(422)
  expect(sent.body).toContain('Còn 1 ô cần sửa')
})

test('a file that is no workbook comes back next to its field or above the form, with what was typed', async () => {
  const none = await handIn('van-phong', Buffer.from('%PDF-1.7\nno workbook'))
  expect(none.statusCode).toBe(422)
  expect(none.body).toContain('không phải tệp Excel')
  expect(none.body).toContain('07-QĐ/TU')
})

test('machines see the same report and carry the same import out', async () => {
  const cells = await exported('van-phong')
  setCell(cells, 'Đơn vị', 'ubnd-tinh', 'Địa bàn', 'Cả tỉnh')
  const preview = String((await handIn('van-phong', await workbookOf(cells))).headers.location)
  const id = preview.split('/').at(-1) ?? ''
  const { body } = await server.api('van-phong', `/directory-imports/${id}`)
  expect(body).toMatchObject({
    applied: false,
    badCellsTotal: 0,
    changes: [{ sheet: 'units', act: 'change', details: [{ heading: 'Địa bàn', after: 'Cả tỉnh' }] }],
  })
  const applied = await server.api('van-phong', `/directory-imports/${id}/application`, { version: 1 })
  expect(applied).toMatchObject({ status: 201, body: { changes: 1 } })
  const again = await server.api('van-phong', `/directory-imports/${id}/application`, { version: 2 })
  expect(again).toMatchObject({ status: 409, body: { code: 'import_already_applied' } })
})

describe('only those who keep a directory', () => {
  test('take it out, and each time is in the record', async () => {
    const refused = await server.page('chi-bo-cho', paths.exportDirectory())
    expect(refused.statusCode).toBe(403)
    await exported('tu-ky', '?duoi=tu-ky')
    const entry = await database.db
      .selectFrom('audit_entry')
      .select(['outcome', 'person_id'])
      .where('action', '=', 'directory.export')
      .where('outcome', '=', 'read')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry.person_id).toBe(server.organisation.person['tu-ky'])
  })

  test('see the form, and the way to it', async () => {
    expect((await server.page('chi-bo-cho', paths.importDirectory())).statusCode).toBe(403)
    expect((await server.page('chi-bo-cho', paths.units())).body).not.toContain(paths.importDirectory())
    expect((await server.page('van-phong', paths.units())).body).toContain(paths.importDirectory())
  })
})

test('a sheet is there as CSV too, where no text becomes a formula', async () => {
  const { body, headers } = await server.page('van-phong', `${paths.exportDirectoryCsv('don-vi')}`)
  expect(headers['content-type']).toContain('text/csv')
  const rows = parseCsv(body)
  expect(rows[0]?.[0]).toBe('Mã đơn vị')
  expect(rows.some((row) => row[0] === 'tu-ky' && row[13] === '01/01/2021')).toBe(true)
})
