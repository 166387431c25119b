import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedTestAccounts } from '../../identity/testing/accounts.ts'
import {
  seedTestOrganisation,
  type TestOrganisation,
  type TestPersonName,
} from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { testServer, testSystem } from '../../platform/testing/server.ts'
import { messages as uiEn } from '../../ui/messages.en.ts'
import { messages as uiVi } from '../../ui/messages.vi.ts'
import { WordsProvider } from '../../ui/words.tsx'
import { filterApi } from '../api/filters.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { filterPages } from '../pages/saved-filters.tsx'
import { inventedList } from '../testing/filtered-lists.ts'
import { listFilters, savedFilters } from './saved-filters.ts'

const database = useTestDatabase()
const today = '2022-05-18'
const memos = inventedList('to-trinh', { isDefault: true })
const letters = inventedList('thu', { overseers: ['monitor'] })
const filters = savedFilters([memos, letters])
let organisation: TestOrganisation
let app: FastifyInstance

const as = <T>(name: TestPersonName, act: (c: Context) => Promise<T>) =>
  asActor(database, organisation.actorFor(name), today, act)

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  const system = testSystem(database, {
    catalogues: { vi: { ...uiVi, ...vi }, en: { ...uiEn, ...en } },
    frame: async (c, view) =>
      renderToString(h(WordsProvider, { words: { t: c.t, language: c.language } }, view.body)),
    identify: async () => ({
      actor: organisation.actorFor('van-phong'),
      language: null,
      theme: 'auto' as const,
    }),
  })
  app = await testServer(system, [...filterPages(filters), ...filterApi(filters)])
})
afterAll(() => app.close())

const save = (
  name: TestPersonName,
  input: { list: string | null; name: string; sharing?: 'own' | 'unit' | 'subtree' },
) => as(name, (c) => filters.save.run(c, { query: 'nhan=khan&trang=2', sharing: 'own', ...input }))

const namesOf = (name: TestPersonName, list: typeof memos) =>
  as(name, async (c) => (await listFilters(c, list)).map((one) => one.name))

test('a filter belongs to one list: the same name is free in another', async () => {
  await save('van-phong', { list: 'thu', name: 'Khẩn' })
  await expect(save('van-phong', { list: 'thu', name: 'KHẨN' })).rejects.toMatchObject({
    code: 'filter_name_taken',
  })
  await save('van-phong', { list: null, name: 'Khẩn' })
  await save('van-phong', { list: 'to-trinh', name: 'Chờ ký' })
  expect(await namesOf('van-phong', letters)).toEqual(['Khẩn'])
  expect(await namesOf('van-phong', memos)).toEqual(['Chờ ký', 'Khẩn'])
  const [letter] = await as('van-phong', (c) => listFilters(c, letters))
  expect(letter?.query).toBe('nhan=khan')
  const rename = (to: string) =>
    as('van-phong', (c) =>
      filters.change.run(c, {
        id: letter?.id ?? '',
        version: 1,
        name: to,
        query: 'nhan=thuong',
        sharing: 'own',
      }),
    )
  expect(await rename('Chờ ký')).toMatchObject({ list: 'thu', version: 2 })
  expect(await namesOf('van-phong', letters)).toEqual(['Chờ ký'])
})

test('each list says who oversees it, and what its own URLs are', async () => {
  const wide = (list: string) =>
    save('thuong-vu-tu-ky', { list, name: `Mọi đơn vị: ${list}`, sharing: 'subtree' })
  await expect(wide('to-trinh')).rejects.toMatchObject({ reasons: [{ code: 'sharing_not_yours' }] })
  await wide('thu')
  expect(await namesOf('an-minh', letters)).toEqual(['Mọi đơn vị: thu'])
  expect(await namesOf('an-minh', memos)).toEqual([])
  await expect(
    as('van-phong', (c) =>
      filters.save.run(c, { list: 'thu', name: 'Không nhãn', query: 'x=1', sharing: 'own' }),
    ),
  ).rejects.toMatchObject({ code: 'input_invalid' })
})

test('a filter of a list that no slice offers any more cannot be opened, and can be removed', async () => {
  const { id } = await save('van-phong', { list: 'thu', name: 'Của lát đã gỡ' })
  const without = savedFilters([memos])
  const change = { id, version: 1, name: 'Tên khác', query: 'nhan=a', sharing: 'own' as const }
  await expect(as('van-phong', (c) => without.change.run(c, change))).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(without.save.input.safeParse({ list: 'thu', name: 'a', query: 'a', sharing: 'own' }).success).toBe(
    false,
  )
  await as('van-phong', (c) => without.remove.run(c, { id }))
  expect(await namesOf('van-phong', letters)).not.toContain('Của lát đã gỡ')
})

test('pages and API name a list, and mean the default one where they do not', async () => {
  const page = await app.inject('/bo-loc/moi?nhan=khan&danh-sach=thu')
  expect(page.body).toContain('name="list" value="thu"')
  expect(page.body).toContain('nhãn khan')
  expect(page.body).toContain('name="query" value="nhan=khan"')
  const post = (url: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        authorization: 'Bearer van-phong',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ query: 'nhan=khan', sharing: 'own', ...fields }).toString(),
    })
  const saved = await post('/bo-loc/moi', { list: 'thu', name: 'Thư khẩn của trang' })
  expect([saved.statusCode, saved.headers.location]).toEqual([303, '/bo-loc?danh-sach=thu'])
  const wrong = await post('/bo-loc/moi', { list: 'thu', name: '' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('name="list" value="thu"')
  const plain = await post('/bo-loc/moi', { name: 'Tờ trình khẩn của trang' })
  expect([plain.statusCode, plain.headers.location]).toEqual([303, '/bo-loc'])

  expect((await app.inject('/bo-loc?danh-sach=thu')).body).toContain('href="/thu?nhan=khan"')
  expect((await app.inject('/bo-loc')).body).toContain('Tờ trình khẩn của trang')
  expect((await app.inject('/bo-loc')).body).not.toContain('Thư khẩn của trang')
  expect((await app.inject('/bo-loc?danh-sach=khong-co')).statusCode).toBe(404)

  const read = async (query: string) => (await app.inject(`/api/v1/saved-filters${query}`)).json()
  const named = (await read('?list=thu')) as { items: { id: string; list: string; name: string }[] }
  expect(named.items).toContainEqual(expect.objectContaining({ list: 'thu', name: 'Thư khẩn của trang' }))
  expect(JSON.stringify(await read(''))).not.toContain('Thư khẩn của trang')
  expect((await app.inject('/api/v1/saved-filters?list=khong-co')).statusCode).toBe(422)
  const id = named.items.find(({ name }) => name === 'Thư khẩn của trang')?.id ?? ''
  const removed = await app.inject({
    method: 'DELETE',
    url: `/api/v1/saved-filters/${id}`,
    headers: { authorization: 'Bearer van-phong' },
  })
  expect(removed.json()).toMatchObject({ id, list: 'thu' })
})
