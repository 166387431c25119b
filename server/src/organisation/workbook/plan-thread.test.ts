import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { organisationPaths as paths } from '../paths.ts'
import { DirectoryServer } from '../testing/directory.ts'
import { sheets } from './layout.ts'
import { inPlanThread, type PlanThread, type ThreadBounds } from './plan-thread.ts'

const database = useTestDatabase()
let server: DirectoryServer
let large: Uint8Array

beforeAll(async () => {
  server = await DirectoryServer.on(database)
  const heads = sheets.persons.columns.slice(0, 2).map(({ header }) => header)
  const persons = Array.from({ length: 30_000 }, (_, at) => [`cb-${at}`, `Cán bộ thứ ${at} (minh hoạ)`])
  large = await writeXlsx({ sheets: [{ name: sheets.persons.name, rows: [heads, ...persons] }] })
})
afterAll(() => server.app.close())

const ample: ThreadBounds = { memoryMb: 512, stepMs: 45_000, waitMs: 10_000 }
const read = (bounds: Partial<ThreadBounds> = {}) =>
  inPlanThread((thread) => thread.read(large), { ...ample, ...bounds })
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )

test('others are answered while a large workbook is read', async () => {
  let isRead = false
  let answered = 0
  const reading = read().finally(() => {
    isRead = true
  })
  while (!isRead) {
    expect((await server.page('van-phong', paths.units())).statusCode).toBe(200)
    if (!isRead) answered += 1
  }
  expect(answered).toBeGreaterThan(1)
  expect((await reading).persons.codes).toHaveLength(30_000)
})

describe('what takes more than it may is refused', () => {
  test('where it wants more memory', async () => {
    expect(await codeOf(read({ memoryMb: 16 }))).toBe('file_too_complex')
  })

  test('where it wants more time', async () => {
    expect(await codeOf(read({ stepMs: 1 }))).toBe('file_too_complex')
  })

  test('and the next workbook is read all the same', async () => {
    expect(await codeOf(read())).toBe('done')
  })
})

test('two are read at once; the third waits its turn, but not for long', async () => {
  const ends: (() => void)[] = []
  const hold = () =>
    inPlanThread((_: PlanThread) => new Promise<void>((resolve) => ends.push(resolve)), ample)
  const held = [hold(), hold()]
  await expect.poll(() => ends.length).toBe(2)
  expect(await codeOf(read({ waitMs: 5 }))).toBe('workbook_busy')
  const patient = codeOf(read())
  for (const end of ends) end()
  expect(await patient).toBe('done')
  await Promise.all(held)
})
