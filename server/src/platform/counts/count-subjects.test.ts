import fc from 'fast-check'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database, DatabaseTransaction } from '../data/database.ts'
import type { DB } from '../data/schema.gen.ts'
import { newId } from '../id.ts'
import { useTestDatabase } from '../testing/database.ts'
import { ChangeLog, seesAll } from './change-log.ts'
import { countSubjects, recountAhead } from './count-subjects.ts'
import type { Lines } from './subject-count.ts'

const database = useTestDatabase()

// // Any table works whose rows a mark can identify; this one has only an id and a state.
const table = sql.table('counted_thing')

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('create table counted_thing (id uuid primary key, state text not null)')
  await owner.query('grant all on counted_thing to public')
  await owner.end()
})

beforeEach(async () => {
  await sql`delete from ${table}`.execute(database.db)
  await turnOver()
})

const reading = <T>(act: (db: DatabaseTransaction) => Promise<T>, on: Database = database.db) =>
  on.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(act)

const asked: number[] = []

async function counted(db: DatabaseTransaction): Promise<Record<string, string[]>> {
  const count = await countSubjects(
    { db },
    {
      kind: 'thing',
      query(only) {
        if (only !== null) asked.push(only.length)
        return sql<Lines>`select string_agg(id || ' ' || state, e'\n') as lines from ${table}
          ${only === null ? sql`` : sql`where id = any(${[...only]}::uuid[])`}`.compile(db)
      },
      keyOf: (word) => word,
      sum: () => new Total(),
    },
  )
  const { groups, sum, size } = count
  expect(sum.total).toBe(size)
  const ids = count.idsOf(groups)
  expect(groups.map((group) => group.size)).toEqual(ids.map((ofGroup) => ofGroup.size))
  return Object.fromEntries(groups.map(({ key }, index) => [key, [...(ids[index] ?? [])].sort()]))
}

class Total {
  total = 0

  add(_state: string, count: number): void {
    this.total += count
  }
}

const truth = async () => {
  const { rows } = await sql<{
    state: string
    ids: string[]
  }>`select state, array_agg(id::text order by id) as ids from ${table} group by state`.execute(database.db)
  return Object.fromEntries(rows.map(({ state, ids }) => [state, ids]))
}

/** A change that belongs to no single thing. */
const turnOver = () => sql`insert into change_mark default values`.execute(database.db)

/** A handle on the same database, and how many full counts ran through it. */
function counter(): { readonly db: Database; times(): number } {
  const wholes: string[] = []
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: database.pool }),
    log({ query }) {
      if (query.sql.includes('string_agg') && !query.sql.includes('any(')) wholes.push(query.sql)
    },
  })
  return { db, times: () => wholes.length }
}

/** What the triggers do for the tables of a slice. */
const mark = (db: DatabaseTransaction, id: string) =>
  sql`insert into change_mark (kind, subject_id) values ('thing', ${id}::uuid) on conflict do nothing`.execute(
    db,
  )

const put = (id: string, state: string | null) => async (db: DatabaseTransaction) => {
  if (state === null) await sql`delete from ${table} where id = ${id}::uuid`.execute(db)
  else
    await sql`insert into ${table} values (${id}::uuid, ${state}) on conflict (id) do update set state = excluded.state`.execute(
      db,
    )
  await mark(db, id)
}

const write = (act: (db: DatabaseTransaction) => Promise<unknown>) =>
  database.db.transaction().execute(async (db) => void (await act(db)))

test('whatever is written, a cached count equals the count', async () => {
  const ids = Array.from({ length: 6 }, () => newId())
  const step = fc.record({
    id: fc.constantFrom(...ids),
    state: fc.constantFrom('draft', 'assigned', 'completed', null),
    fate: fc.constantFrom('commit', 'commit', 'roll back'),
    after: fc.constantFrom('nothing', 'nothing', 'turn over', 'count ahead'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { id, state, fate, after } of steps) {
        await write(async (db) => {
          await put(id, state)(db)
          if (fate === 'roll back') throw new Error('never mind')
        }).catch(() => undefined)
        if (after !== 'nothing') await turnOver()
        if (after === 'count ahead') await recountAhead(database.db)
        if (fate === 'commit') expect(await reading(counted)).toEqual(await truth())
      }
      expect(await reading(counted)).toEqual(await truth())
    }),
    { numRuns: 25 },
  )
})

test('after a change only the changed things are queried', async () => {
  const [one, other] = [newId(), newId()]
  await write(put(one, 'draft'))
  await write(put(other, 'draft'))
  await reading(counted)
  asked.length = 0
  await write(put(other, 'assigned'))
  expect(await reading(counted)).toEqual({ draft: [one], assigned: [other] })
  await reading(counted)
  expect(asked).toEqual([1])
})

test('a change that belongs to no single thing causes a full count', async () => {
  const id = newId()
  await write(put(id, 'draft'))
  await reading(counted)
  // // Written without a mark, so that only counting from scratch finds it.
  await sql`update ${table} set state = 'closed'`.execute(database.db)
  expect(await reading(counted)).toEqual({ draft: [id] })
  await turnOver()
  expect(await reading(counted)).toEqual({ closed: [id] })
})

test('an invalidated count is recounted in the background, and its next reader runs no query', async () => {
  const id = newId()
  await write(put(id, 'draft'))
  await reading(counted)
  const { db, times } = counter()
  await recountAhead(db)
  expect(times()).toBe(0)
  // // Written without a mark, so that only counting from scratch finds it.
  await sql`update ${table} set state = 'closed'`.execute(database.db)
  await turnOver()
  await recountAhead(db)
  await recountAhead(db)
  expect(await reading(counted, db)).toEqual({ closed: [id] })
  expect(times()).toBe(1)
})

test('while a count is in progress, other readers wait for it and do not count too', async () => {
  const id = newId()
  await write(put(id, 'draft'))
  // // The first reading of a log must be over: before it, readers cannot know that they share one.
  await reading(counted)
  await turnOver()
  const { db, times } = counter()
  const readers = Array.from({ length: 4 }, () => reading(counted, db))
  expect(await Promise.all(readers)).toEqual(readers.map(() => ({ draft: [id] })))
  expect(times()).toBe(1)
})

test('readers with an older and a newer snapshot each get their own correct result, in any order', async () => {
  const id = newId()
  await write(put(id, 'draft'))
  await reading(counted)
  await reading(async (early) => {
    await sql`select 1 from ${table}`.execute(early)
    await write(put(id, 'assigned'))
    await reading(async (middle) => {
      await sql`select 1 from ${table}`.execute(middle)
      await write(put(id, 'completed'))
      expect(await reading(counted)).toEqual({ completed: [id] })
      expect(await counted(middle)).toEqual({ assigned: [id] })
      expect(await counted(early)).toEqual({ draft: [id] })
    })
    expect(await reading(counted)).toEqual({ completed: [id] })
  })
})

test('the change of a writer that commits late is seen after it has committed, and not before', async () => {
  const [slow, quick] = [newId(), newId()]
  await write(put(slow, 'draft'))
  await database.db.transaction().execute(async (late) => {
    await put(slow, 'assigned')(late)
    await write(put(quick, 'draft'))
    expect(await reading(counted)).toEqual({ draft: [slow, quick].sort() })
  })
  expect(await reading(counted)).toEqual({ draft: [quick], assigned: [slow] })
})

test('many readers at once agree with their own snapshots while writers write', async () => {
  const ids = Array.from({ length: 8 }, () => newId())
  for (const id of ids) await write(put(id, 'draft'))
  const reader = () =>
    reading(async (db) => {
      const kept = await counted(db)
      const { rows } = await sql<{
        state: string
        ids: string[]
      }>`select state, array_agg(id::text order by id) as ids from ${table} group by state`.execute(db)
      expect(kept).toEqual(Object.fromEntries(rows.map(({ state, ids }) => [state, ids])))
    })
  for (let round = 0; round < 10; round += 1) {
    const id = ids[round % ids.length] ?? ''
    const others = round % 3 === 0 ? [turnOver().then(() => recountAhead(database.db))] : []
    await Promise.all([reader(), write(put(id, `state ${round}`)), reader(), ...others, reader()])
  }
})

test('a transaction that can write counts for itself', async () => {
  const id = newId()
  await write(put(id, 'draft'))
  await reading(counted)
  await database.db.transaction().execute(async (db) => {
    await put(id, 'assigned')(db)
    expect(await counted(db)).toEqual({ assigned: [id] })
  })
})

test.each([
  ['10:20:12,15', '10:20:12,15', true],
  ['16:20:', '10:20:12,15', true],
  ['10:25:12,22', '10:20:12,15', true],
  ['10:20:12,15', '16:20:', false],
  ['10:15:', '10:20:12', false],
  ['10:25:11', '10:20:12', false],
])('%s sees all that %s sees: %s', (later, earlier, sees) => {
  expect(seesAll(later, earlier)).toBe(sees)
})

test('a log that was not read for half a day is reset, and so is one with too many new marks at once', () => {
  const log = new ChangeLog({ snapshot: '10:10:', at: 0 })
  const asked = { position: log.end, snapshot: log.snapshot }
  const position = log.learn(asked, { snapshot: '11:11:', at: 13 * 3600, marks: [['10', 'a']] })
  expect(position).toBe(log.end)
  expect(log.changed(0, log.end)).toBeNull()
  const many = Array.from({ length: 5001 }, (_, index): [string, string] => [String(index + 11), 'b'])
  const next = log.learn(
    { position: log.end, snapshot: log.snapshot },
    { snapshot: '9000:9000:', at: 13 * 3600, marks: many },
  )
  expect(next).toBe(log.end)
  expect(log.changed(Number(position), log.end)).toBeNull()
})

test('a log forgets its oldest marks and keeps the newest', () => {
  const log = new ChangeLog({ snapshot: '10:10:', at: 0 })
  const positions = [0]
  for (let round = 1; round <= 9; round += 1) {
    const marks = Array.from({ length: 4000 }, (_, index): [string, string] => [
      String(round * 10_000 + index),
      `${round}.${index}`,
    ])
    const xmax = (round + 1) * 10_000
    const asked = { position: log.end, snapshot: log.snapshot }
    positions.push(Number(log.learn(asked, { snapshot: `${xmax}:${xmax}:`, at: round, marks })))
  }
  expect(positions.at(-1)).toBe(36_000)
  expect(log.changed(0, log.end)).toBeNull()
  expect(log.changed(positions[7] ?? 0, log.end)?.size).toBe(8000)
  expect(log.changed(positions[8] ?? 0, log.end)?.has('9.3999')).toBe(true)
})
