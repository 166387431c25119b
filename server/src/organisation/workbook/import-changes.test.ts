import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { organisationPaths as paths } from '../paths.ts'
import { DirectoryServer } from '../testing/directory.ts'
import { sheets } from './layout.ts'
import type { Change } from './planning.ts'
import { effectiveOn, prepare } from './testing-workbook.ts'

const database = useTestDatabase()
const many = 2_317
let server: DirectoryServer
let importId: string

beforeAll(async () => {
  server = await DirectoryServer.on(database)
  const heads = sheets.persons.columns.slice(0, 2).map(({ header }) => header)
  const persons = Array.from({ length: many }, (_, at) => [`cb-${at + 1}`, `Người ${at + 1}`])
  const bytes = await writeXlsx({ sheets: [{ name: sheets.persons.name, rows: [heads, ...persons] }] })
  const actor = server.organisation.actorFor('van-phong')
  const prepared = await asActor(database, actor, effectiveOn, (c) => prepare(c, bytes))
  importId = prepared.importId
})
afterAll(() => server.app.close())

const everyone = Array.from({ length: many }, (_, at) => `Người ${at + 1}`)

/** All changes of the import, read in pages of one size. */
async function readAll(limit: number): Promise<readonly Change[]> {
  const all: Change[] = []
  for (let cursor = ''; ; ) {
    const { body } = await server.api(
      'van-phong',
      `/directory-imports/${importId}/changes?limit=${limit}${cursor}`,
    )
    expect(body.total).toBe(many)
    expect(body.items.length).toBeLessThanOrEqual(limit)
    all.push(...body.items)
    if (body.next === null) return all
    cursor = `&cursor=${body.next}`
  }
}

test.each([200, 199, 33])('a machine reads every change once, %i at a time', async (limit) => {
  const all = await readAll(limit)
  expect(all.map(({ subject }) => subject)).toEqual(everyone)
  expect(all.map(({ row }) => row)).toEqual(everyone.map((_, at) => at + 2))
})

test('a person reads every change once, page by page', async () => {
  const seen: string[] = []
  for (let at = 1, isLast = false; !isLast; at += 1) {
    const { body } = await server.page('van-phong', paths.preparedImport(importId, at))
    seen.push(...[...body.matchAll(/>(Người \d+)<\/td>/g)].map((found) => found[1] ?? ''))
    isLast = !body.includes(`trang=${at + 1}`)
  }
  expect(seen).toEqual(everyone)
})

test('a page that is not there is the nearest that is', async () => {
  for (const [asked, first] of [
    ['trang=99', 'Người 2201'],
    ['trang=-3', 'Người 1'],
    ['trang=x', 'Người 1'],
  ] as const) {
    const { body } = await server.page('van-phong', `${paths.preparedImport(importId)}?${asked}`)
    expect(/>(Người \d+)<\/td>/.exec(body)?.[1]).toBe(first)
  }
})

test('nobody else reads them, and a false place is refused', async () => {
  const path = `/directory-imports/${importId}/changes`
  expect((await server.api('quan-tri', path)).status).toBe(404)
  expect((await server.api('chi-bo-cho', path)).status).toBe(403)
  expect((await server.api('van-phong', `${path}?cursor=abc`)).status).toBe(400)
})
