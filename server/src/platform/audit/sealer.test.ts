import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { CompiledQuery } from 'kysely'
import pino from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { locks } from '../data/locks.ts'
import { testNow, useTestDatabase } from '../testing/database.ts'
import { audit } from './audit.ts'
import { appendRoots } from './roots-file.ts'
import { batchesAfter, sealBatch } from './seal.ts'
import { Sealer } from './sealer.ts'
import { TestRecord } from './testing.ts'
import { verifyRecord } from './verify.ts'

const database = useTestDatabase()
const record = new TestRecord(database)

beforeEach(() => record.begin())

const lines = () =>
  readFileSync(record.rootsPath, 'utf8')
    .split('\n')
    .filter((line) => line !== '')

test('concurrent sealers give every entry one number, without a gap', async () => {
  await record.write(12, 30)
  const { sealer } = record
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let round = 0; round < 6; round += 1) await sealBatch(sealer, testNow, 3)
    }),
  )
  await record.seal(3)
  const { rows } = await database.pool.query<{ seq: number }>('select seq from audit_leaf order by seq')
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  expect(await record.verify('with roots')).toMatchObject({ ok: true, sealed: 30, unsealed: 0 })
})

test('while one seals, another has nothing to do and does not wait', async () => {
  await record.tamper('begin')
  await record.tamper(`select pg_advisory_xact_lock(${locks.sealer})`)
  expect(await sealBatch(record.sealer, testNow)).toBeNull()
  await record.tamper('commit')
  expect(await sealBatch(record.sealer, testNow)).toMatchObject({ firstSeq: 11, lastSeq: 11 })
})

test('an act that is still open is sealed after its end, and blocks no others', async () => {
  const entered = Promise.withResolvers<void>()
  const open = Promise.withResolvers<void>()
  const act = database.db.transaction().execute(async (db) => {
    const c = { db, now: testNow, actor: null, origin: { requestId: 'slow', address: null } }
    await audit(c, 'thing.slow', null)
    entered.resolve()
    await open.promise
  })
  await entered.promise
  await record.write(12, 12)
  await record.seal()
  expect(await record.verify('without roots')).toMatchObject({ ok: true, sealed: 12, unsealed: 0 })
  open.resolve()
  await act
  await record.seal()
  expect(await record.verify('without roots')).toMatchObject({ ok: true, sealed: 13, unsealed: 0 })
})

test('an entry that was put back into the queue is not sealed twice', async () => {
  await database.pool.query('insert into audit_waiting select entry_id from audit_leaf where seq = 2')
  await record.seal()
  expect(await record.verify('with roots')).toMatchObject({ ok: true, sealed: 11, unsealed: 0 })
})

test.each([
  'update audit_entry set action = action',
  'insert into audit_entry select * from audit_entry',
  'select * from audit_payload',
  'delete from audit_leaf',
  'update audit_batch set root = root',
  'select * from account',
])('the sealer can do nothing but seal: %s', async (statement) => {
  await expect(record.sealer.executeQuery(CompiledQuery.raw(statement))).rejects.toThrow('permission denied')
})

test('the file of roots is append-only, and the partial line of a power cut is written again', async () => {
  const before = readFileSync(record.rootsPath, 'utf8')
  await record.seal()
  expect(await appendRoots(record.sealer, record.rootsPath)).toBe(1)
  expect(await appendRoots(record.sealer, record.rootsPath)).toBe(0)
  expect(readFileSync(record.rootsPath, 'utf8').startsWith(before)).toBe(true)
  truncateSync(record.rootsPath, before.length + 40)
  expect(await appendRoots(record.sealer, record.rootsPath)).toBe(1)
  expect(await record.verify('with roots')).toMatchObject({ ok: true, confirmed: 4 })
})

test('a new file, on a new machine, begins with the first root', async () => {
  writeFileSync(record.rootsPath, '')
  await appendRoots(record.sealer, record.rootsPath)
  expect(lines().map((line) => (JSON.parse(line) as { number: number }).number)).toEqual([1, 2, 3])
})

test('a difference from the external roots is never overwritten', async () => {
  const before = lines()
  await record.tamper("update audit_batch set root = sha256('') where number = 3")
  await expect(appendRoots(record.sealer, record.rootsPath)).rejects.toMatchObject({ code: 'roots_differ' })
  expect(lines()).toEqual(before)
})

test('a forged external line is distinguished from a forged log', async () => {
  const forged = lines().map((line, index) =>
    index === 1 ? line.replace('"lastSeq":8', '"lastSeq":7') : line,
  )
  writeFileSync(record.rootsPath, `${forged.join('\n')}\n`)
  await expect(record.verify('with roots')).rejects.toMatchObject({ code: 'roots_forged' })
  await expect(record.judgeApart('with roots')).rejects.toThrow('roots_forged')
})

test('two servers can write into one folder', async () => {
  appendFileSync(record.rootsPath, `${lines().at(-1)}\n`)
  const verdict = await record.verify('with roots')
  expect(verdict).toMatchObject({ ok: true, confirmed: 3 })
  expect(await record.judgeApart('with roots')).toEqual(verdict)
})

test('a stopped sealer has sealed everything', async () => {
  const sealer = new Sealer({
    database: record.sealer,
    clock: { now: () => testNow },
    log: pino({ level: 'silent' }),
    rootsPath: record.rootsPath,
    clockLagMs: 3_600_000,
    authority: null,
  })
  sealer.start()
  await sealer.round()
  await record.write(12, 20)
  await sealer.stop()
  expect(await record.verify('with roots')).toMatchObject({ ok: true, sealed: 20, unsealed: 0, confirmed: 5 })
  expect((await batchesAfter(database.db, 0, 10)).map(({ lastSeq }) => lastSeq)).toEqual([4, 8, 10, 11, 20])
})

test('a shortened file of roots is not completed by the server that wrote it, and the verification reports it', async () => {
  const said: string[] = []
  const sealer = new Sealer({
    database: record.sealer,
    clock: { now: () => testNow },
    log: pino({}, { write: (line: string) => void said.push(line) }),
    rootsPath: record.rootsPath,
    clockLagMs: 3_600_000,
    authority: null,
  })
  await sealer.round()
  await sealer.round()
  const [first, ...rest] = lines()
  expect(rest).toHaveLength(3)
  writeFileSync(record.rootsPath, `${first}\n`)
  await sealer.round()
  expect(lines()).toEqual([first])
  expect(said.join('')).toContain('roots_shortened')

  const own = { rootsPath: record.rootsPath, completeUntil: new Date(testNow.getTime() + 60_000) }
  expect(await verifyRecord(database.db, own)).toMatchObject({
    ok: false,
    confirmed: 1,
    faults: [{ code: 'roots_shortened', seq: 5, batch: 2 }],
  })
  // // A missing file is the shortest; a copy elsewhere is allowed to be older.
  expect(await verifyRecord(database.db, { completeUntil: own.completeUntil })).toMatchObject({
    faults: [{ code: 'roots_shortened', seq: 1, batch: 1 }],
  })
  expect(await record.verify('with roots')).toMatchObject({ ok: true, confirmed: 1 })
  // // The newest batch may not be in the file yet.
  expect(await verifyRecord(database.db, { ...own, completeUntil: testNow })).toMatchObject({ ok: true })
})
