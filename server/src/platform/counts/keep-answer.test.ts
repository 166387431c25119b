import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { DatabaseTransaction } from '../data/database.ts'
import { newId } from '../id.ts'
import { useTestDatabase } from '../testing/database.ts'
import { keepAnswer } from './keep-answer.ts'

const database = useTestDatabase()
const unitId = newId()

beforeAll(async () => {
  await database.db
    .insertInto('unit')
    .values({
      id: unitId,
      code: 'tinh-uy',
      name: 'Tỉnh ủy',
      short_name: 'Tỉnh ủy',
      system: 'party',
      level: 'province',
      kind: 'committee',
      valid_from: '2021-01-01',
    })
    .execute()
})

const reading = <T>(act: (db: DatabaseTransaction) => Promise<T>) =>
  database.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(act)

/** A query whose answer shows whether it was asked anew: the clock of the database goes on. */
const question = (db: DatabaseTransaction, name = 'Tỉnh ủy', works?: readonly string[]) =>
  keepAnswer(
    { db },
    sql<{
      names: number
      at: Date
    }>`select count(*) as names, clock_timestamp() as at from unit where name = ${name}`.compile(db),
    works,
  )

const rename = (name: string) =>
  database.db.updateTable('unit').set({ name }).where('id', '=', unitId).execute()

test('a question is answered again without being asked, while nothing changes', async () => {
  const first = await reading(question)
  expect(await reading(question)).toBe(first)
})

test('after a change it is asked anew', async () => {
  const before = await reading(question)
  await rename('Đảng ủy')
  const after = await reading(question)
  expect([before[0]?.names, after[0]?.names]).toEqual([1, 0])
  await rename('Tỉnh ủy')
  expect((await reading(question))[0]?.names).toBe(1)
})

test('other parameters are another question', async () => {
  const [one, other] = await reading(async (db) => [await question(db), await question(db, 'Huyện ủy')])
  expect([one?.[0]?.names, other?.[0]?.names]).toEqual([1, 0])
})

test('what hangs on few works is asked again when one of them changes, or something that is of no work', async () => {
  const [mine, other] = [newId(), newId()]
  const mark = (workId: string) =>
    sql`insert into change_mark (work_id) values (${workId}::uuid)`.execute(database.db)
  const ofMine = (db: DatabaseTransaction) => question(db, 'Tỉnh ủy', [mine])
  const first = await reading(ofMine)
  await reading(async (early) => {
    expect(await ofMine(early)).toBe(first)
    await mark(other)
    expect(await reading(ofMine)).toBe(first)
    // Whoever sees less than the answer has seen gets it too: between the two nothing of his changed.
    expect(await ofMine(early)).toBe(first)
  })
  await mark(mine)
  const second = await reading(ofMine)
  expect(second).not.toBe(first)
  await mark(other)
  expect(await reading(ofMine)).toBe(second)
  await rename('Đảng ủy')
  expect((await reading(ofMine))[0]?.names).toBe(0)
  await rename('Tỉnh ủy')
})

test('a snapshot from before a change keeps its answer, and gives it to nobody who sees the change', async () => {
  await reading(async (early) => {
    const before = await question(early)
    await rename('Đảng ủy')
    expect((await reading(question))[0]?.names).toBe(0)
    expect((await question(early))[0]?.names).toBe(before[0]?.names)
  })
  await rename('Tỉnh ủy')
})

test('what is rolled back was never there', async () => {
  const before = await reading(question)
  await database.db
    .transaction()
    .execute(async (db) => {
      await db.updateTable('unit').set({ name: 'Đảng ủy' }).execute()
      expect((await question(db))[0]?.names).toBe(0)
      throw new Error('never mind')
    })
    .catch(() => undefined)
  expect(await reading(question)).toBe(before)
})

test('a transaction that may write always asks', async () => {
  await database.db.transaction().execute(async (db) => {
    const first = await question(db)
    expect(await question(db)).not.toBe(first)
    await db.updateTable('unit').set({ name: 'Đảng ủy' }).execute()
    expect((await question(db))[0]?.names).toBe(0)
    await db.updateTable('unit').set({ name: 'Tỉnh ủy' }).execute()
  })
})

test('a transaction leaves one mark, however many statements it has', async () => {
  const marks = async () =>
    (await sql<{ n: number }>`select count(*) as n from change_mark`.execute(database.db)).rows[0]?.n ?? 0
  const before = await marks()
  await database.db.transaction().execute(async (db) => {
    for (const name of ['A', 'B', 'Tỉnh ủy']) await db.updateTable('unit').set({ name }).execute()
  })
  expect(await marks()).toBe(before + 1)
})

test('two writers at once leave their marks without waiting for each other', async () => {
  await database.db.transaction().execute(async (one) => {
    await one.updateTable('unit').set({ short_name: 'TU' }).execute()
    await database.db.transaction().execute(async (other) => {
      await sql`set local lock_timeout = '2s'`.execute(other)
      await other
        .insertInto('unit')
        .values({
          id: newId(),
          code: 'so-ke-ben',
          name: 'Sở kế bên',
          short_name: 'SKB',
          system: 'state',
          level: 'province',
          kind: 'department',
          valid_from: '2021-01-01',
        })
        .execute()
    })
  })
  expect((await reading((db) => question(db, 'Sở kế bên')))[0]?.names).toBe(1)
})
