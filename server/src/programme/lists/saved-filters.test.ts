import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filterApi } from '../../office/api/filters.ts'
import { listFilters, savedFilters } from '../../office/index.ts'
import { filterPages } from '../../office/pages/saved-filters.tsx'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { programmePages } from '../pages/index.ts'
import { filteredWorks } from '../pages/lists/filtered-works.ts'
import {
  type ProgrammeServer,
  programmeServer,
  seedTestProgramme,
  type TestProgramme,
} from '../testing/ground.ts'
import { Road } from '../testing/road.ts'

const filters = savedFilters([filteredWorks])
const database = useTestDatabase()
const today = '2022-05-18'
let programme: TestProgramme
let road: Road
let server: ProgrammeServer

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
  server = await programmeServer(programme, [
    ...programmePages,
    ...filterApi(filters),
    ...filterPages(filters),
  ])
  await server.moveTo(today)
})
afterAll(() => server.app.close())

const late = 'nam=2022&tin-hieu=qua-han&don-vi=tu-ky'

let names = 0
const save = async (
  by: TestPersonName,
  sharing: 'own' | 'unit' | 'subtree',
  query = late,
): Promise<{ id: string; name: string }> => {
  names += 1
  const name = `Việc chậm ${names}`
  return road.do({ by, on: today, endpoint: filters.save, input: { name, query, sharing } })
}
const seenBy = (by: TestPersonName, on = today) =>
  programme.as(by, on, async (c) => (await listFilters(c, filteredWorks)).map(({ id }) => id))

describe('a saved filter', () => {
  test('is its maker’s alone until they share it', async () => {
    const { id } = await save('van-phong', 'own')
    expect(await seenBy('van-phong')).toContain(id)
    for (const other of ['thuong-vu', 'tu-ky', 'quan-tri'] as const)
      expect(await seenBy(other)).not.toContain(id)
  })

  test('is shared with those of the same body, or with all below it as well', async () => {
    const unit = await save('thuong-vu-tu-ky', 'unit')
    const subtree = await save('thuong-vu-tu-ky', 'subtree')
    expect(await seenBy('tu-ky')).toEqual(expect.arrayContaining([unit.id, subtree.id]))
    expect(await seenBy('an-minh')).toContain(subtree.id)
    expect(await seenBy('an-minh')).not.toContain(unit.id)
    for (const beside of ['so-tttt', 'chi-bo-cho', 'thuong-vu'] as const)
      expect(await seenBy(beside)).not.toContain(subtree.id)
  })

  test('can be shared widely only by a user who oversees these units', async () => {
    await expect(save('so-tttt', 'subtree')).rejects.toMatchObject({
      reasons: [{ code: 'sharing_not_yours', field: 'sharing' }],
    })
  })

  test('opens nothing to a reader: the same address lists what they may see', async () => {
    const work = await road.bring('submitted')
    const { title } = await road.work(work)
    const { id } = await save('thuong-vu-tu-ky', 'subtree', 'nam=2022&don-vi=tu-ky')
    const { query } = await programme.as('an-minh', today, async (c) => {
      const found = (await listFilters(c, filteredWorks)).find((one) => one.id === id)
      if (found === undefined) throw new Error('not shared')
      return found
    })
    expect((await server.page('thuong-vu-tu-ky', `/cong-viec?${query}`)).body).toContain(title)
    const reader = await server.page('an-minh', `/cong-viec?${query}`)
    expect(reader.statusCode).toBe(200)
    expect(reader.body).not.toContain(title)
  })

  test('keeps the conditions and the order of the list, and follows the day', async () => {
    const { id } = await save(
      'van-phong',
      'own',
      `/cong-viec?${late}&ngay=${today}&sap-xep=-ten&la=x&tiep-theo=abc`,
    )
    const kept = await programme.as('van-phong', '2022-06-30', async (c) =>
      (await listFilters(c, filteredWorks)).find((one) => one.id === id),
    )
    expect(Object.fromEntries(new URLSearchParams(kept?.query))).toEqual({
      nam: '2022',
      'tin-hieu': 'qua-han',
      'don-vi': 'tu-ky',
      'sap-xep': '-ten',
    })
    const past = await save('van-phong', 'own', `nam=2022&ngay=2022-03-31`)
    const { query } = (await programme.as('van-phong', today, async (c) =>
      (await listFilters(c, filteredWorks)).find((one) => one.id === past.id),
    )) ?? { query: '' }
    expect(query).toContain('ngay=2022-03-31')
    await expect(save('van-phong', 'own', 'nam=hai-nghin')).rejects.toMatchObject({ code: 'input_invalid' })
  })

  test('is changed and removed by its maker alone, and a second window is told', async () => {
    const { id, name } = await save('thuong-vu-tu-ky', 'unit')
    const change = (by: TestPersonName, version: number, to = 'Tên mới') =>
      road.do({
        by,
        on: today,
        endpoint: filters.change,
        input: { id, version, name: to, query: late, sharing: 'own' },
      })
    await expect(change('tu-ky', 1)).rejects.toMatchObject({ code: 'not_found' })
    await change('thuong-vu-tu-ky', 1)
    await expect(change('thuong-vu-tu-ky', 1)).rejects.toMatchObject({ code: 'version_conflict' })
    expect(await seenBy('tu-ky')).not.toContain(id)
    const remove = (by: TestPersonName) => road.do({ by, on: today, endpoint: filters.remove, input: { id } })
    await expect(remove('tu-ky')).rejects.toMatchObject({ code: 'not_found' })
    await remove('thuong-vu-tu-ky')
    expect(await seenBy('thuong-vu-tu-ky')).not.toContain(id)
    // The name is free again.
    await road.do({
      by: 'thuong-vu-tu-ky',
      on: today,
      endpoint: filters.save,
      input: { name, query: late, sharing: 'own' },
    })
    await expect(
      road.do({
        by: 'thuong-vu-tu-ky',
        on: today,
        endpoint: filters.save,
        input: { name: name.toUpperCase(), query: late, sharing: 'own' },
      }),
    ).rejects.toMatchObject({ code: 'filter_name_taken' })
  })

  test('is kept, opened, changed and removed on pages, and read by machines', async () => {
    const list = await server.page('tu-ky', `/cong-viec?${late}`)
    expect(list.body).toContain('href="/bo-loc/moi?')
    const form = await server.page('tu-ky', `/bo-loc/moi?${late}`)
    expect(form.body).toContain('Chậm hạn')
    const saved = await server.post('tu-ky', `/bo-loc/moi?${late}`, {
      name: 'Chậm ở Tứ Kỳ',
      query: late,
      sharing: 'own',
    })
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/bo-loc'])
    const page = await server.page('tu-ky', '/bo-loc')
    expect(page.body).toContain('Chậm ở Tứ Kỳ')
    const { body } = await server.api<{ items: readonly { id: string; name: string }[] }>(
      'tu-ky',
      'GET',
      '/saved-filters',
    )
    const id = body.items.find(({ name }) => name === 'Chậm ở Tứ Kỳ')?.id ?? ''
    expect((await server.page('tu-ky', '/cong-viec')).body).toContain('Chậm ở Tứ Kỳ')
    expect((await server.page('thuong-vu-tu-ky', `/bo-loc/${id}/sua`)).statusCode).toBe(404)
    const bad = await server.post('tu-ky', `/bo-loc/${id}/sua`, {
      name: '',
      query: late,
      sharing: 'own',
      version: '1',
    })
    expect(bad.statusCode).toBe(422)
    expect((await server.post('tu-ky', `/bo-loc/${id}/xoa`, {})).statusCode).toBe(303)
    expect((await server.page('tu-ky', '/bo-loc')).body).not.toContain('Chậm ở Tứ Kỳ')
  })
})
