import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import type { DatabaseTransaction } from '../data/database.ts'
import { newId } from '../id.ts'
import { useTestDatabase } from '../testing/database.ts'
import { cachedRows, type Dependence } from './cached-rows.ts'

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

/** A query whose result shows when it was run: the database clock advances. */
const question = (db: DatabaseTransaction, name = 'Tỉnh ủy', dependence: Dependence = { kind: 'work' }) =>
  cachedRows(
    { db },
    sql<{
      names: number
      at: Date
    }>`select count(*) as names, clock_timestamp() as at from unit where name = ${name}`.compile(db),
    dependence,
  )

const rename = (name: string) =>
  database.db.updateTable('unit').set({ name }).where('id', '=', unitId).execute()

test('a query is answered from the cache while nothing changes', async () => {
  const first = await reading(question)
  expect(await reading(question)).toBe(first)
})

test('after a change it runs again', async () => {
  const before = await reading(question)
  await rename('Đảng ủy')
  const after = await reading(question)
  expect([before[0]?.names, after[0]?.names]).toEqual([1, 0])
  await rename('Tỉnh ủy')
  expect((await reading(question))[0]?.names).toBe(1)
})

test('other parameters are a different query', async () => {
  const [one, other] = await reading(async (db) => [await question(db), await question(db, 'Huyện ủy')])
  expect([one?.[0]?.names, other?.[0]?.names]).toEqual([1, 0])
})

test('a result that depends on few things runs again when one of them changes, or something without a kind', async () => {
  const [mine, other] = [newId(), newId()]
  const mark = (id: string) =>
    sql`insert into change_mark (kind, subject_id) values ('work', ${id}::uuid)`.execute(database.db)
  const ofMine = (db: DatabaseTransaction) => question(db, 'Tỉnh ủy', { kind: 'work', ids: [mine] })
  const first = await reading(ofMine)
  await reading(async (early) => {
    expect(await ofMine(early)).toBe(first)
    await mark(other)
    expect(await reading(ofMine)).toBe(first)
    // // A reader that sees less than the cached result saw gets it too: nothing it depends on changed in between.
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

test('a snapshot from before a change keeps its result, and no one who sees the change gets it', async () => {
  await reading(async (early) => {
    const before = await question(early)
    await rename('Đảng ủy')
    expect((await reading(question))[0]?.names).toBe(0)
    expect((await question(early))[0]?.names).toBe(before[0]?.names)
  })
  await rename('Tỉnh ủy')
})

test('a rolled back change has no effect', async () => {
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

test('a transaction that can write always runs the query', async () => {
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

test('two concurrent writers insert their marks without waiting for each other', async () => {
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

test('a change of one kind keeps the cached results of another kind', async () => {
  const mark = (kind: string) =>
    sql`insert into change_mark (kind, subject_id) values (${kind}, ${newId()}::uuid)`.execute(database.db)
  const works = (db: DatabaseTransaction) => question(db)
  const documents = (db: DatabaseTransaction) => question(db, 'Tỉnh ủy', { kind: 'document' })
  const [ofWorks, ofDocuments] = [await reading(works), await reading(documents)]
  await mark('document')
  expect(await reading(works)).toBe(ofWorks)
  expect(await reading(documents)).not.toBe(ofDocuments)
  await sql`insert into change_mark (kind) values ('document')`.execute(database.db)
  expect(await reading(works)).toBe(ofWorks)
})

test('a statement marks each thing it changes, and beyond a limit the whole kind with one mark', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(
    "create table marked_part (thing_id uuid, n int); select mark_changes_of('marked_part', 'marked', 'thing_id')",
  )
  const marks = async (statement: string) => {
    await owner.query("delete from change_mark where kind = 'marked'")
    await owner.query(statement)
    const { rows } = await owner.query<{ subject_id: string | null }>(
      "select subject_id from change_mark where kind = 'marked'",
    )
    return rows.map(({ subject_id }) => subject_id)
  }
  const id = newId()
  expect(await marks(`insert into marked_part select '${id}', n from generate_series(1, 5) n`)).toEqual([id])
  expect(await marks('update marked_part set n = n + 1')).toEqual([id])
  expect(await marks('delete from marked_part')).toEqual([id])
  const many = 'insert into marked_part select gen_random_uuid(), n from generate_series(1, 1001) n'
  expect(await marks(many)).toEqual([null])
  await owner.end()
})
