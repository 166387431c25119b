import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { buildSchemaAt, migrate } from './migrate.ts'
import { checksumOf, listMigrations, readCommittedChecksums } from './migration-files.ts'
import { urlOf } from '../testing/urls.ts'

async function withDatabase(
  act: (url: string, query: (sql: string) => Promise<pg.QueryResult>) => Promise<void>,
): Promise<void> {
  const name = `migrate_${Math.random().toString(36).slice(2)}`
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = urlOf(inject('postgresUrl'), name)
  try {
    await act(url, async (sql) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        return await client.query(sql)
      } finally {
        await client.end()
      }
    })
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
}

test('two servers that start at once migrate once, and a third finds nothing to do', async () => {
  await withDatabase(async (url) => {
    const all = (await listMigrations()).map(({ number }) => number)
    const [first, second] = await Promise.all([migrate(url), migrate(url)])
    expect([...first, ...second].sort((a, b) => a - b)).toEqual(all)
    expect(await migrate(url)).toEqual([])
  })
})

test('a database of a newer program is refused and left as it is', async () => {
  await withDatabase(async (url, query) => {
    await migrate(url)
    await query("insert into schema_migration (number, name) values (9999, 'of tomorrow')")
    await expect(migrate(url)).rejects.toMatchObject({ code: 'schema_newer' })
    const { rows } = await query('select max(number) as last from schema_migration')
    expect(rows[0]).toEqual({ last: 9999 })
  })
})

test('existing duplicate decision numbers from before the rule are kept, and no further one is accepted', async () => {
  // Only the decisions: what they point to does not matter to their numbers.
  const decision = (number: string, second: number) =>
    `insert into decision
      (id, programme_id, issuer_unit_id, number, decided_on, year, format, title, recorded_at)
      values (gen_random_uuid(), gen_random_uuid(), '00000000-0000-4000-8000-000000000001', '${number}', '2022-03-01', 2022,
        'party', '', '2022-03-01 08:00:0${second}Z')`
  await withDatabase(async (url, query) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('begin')
    await buildSchemaAt(client, 18)
    await client.query('commit')
    await client.end()
    await query(`alter table decision drop constraint decision_programme_id_fkey,
      drop constraint decision_issuer_unit_id_fkey`)
    await query(decision('950-QĐ/TU', 1))
    await query(decision('0950 - qđ/tu', 2))
    await migrate(url)
    const { rows } = await query('select number, number_repeated from decision order by recorded_at')
    expect(rows).toEqual([
      { number: '950-QĐ/TU', number_repeated: false },
      { number: '0950 - qđ/tu', number_repeated: true },
    ])
    await expect(query(decision('950-Qđ/TU', 3))).rejects.toThrow('decision_number')
  })
})

test('comments and notices of works stay theirs when they can be about things of any slice', async () => {
  const work = '00000000-0000-4000-8000-000000000001'
  await withDatabase(async (url, query) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('begin')
    await buildSchemaAt(client, 26)
    await client.query('commit')
    // What they point to does not matter here.
    await client.query('set session_replication_role = replica')
    await client.query(`insert into work_comment (id, work_id, text, account_id, person_id, said_on, recorded_at)
      values (gen_random_uuid(), '${work}', 'Đã gửi.', gen_random_uuid(), gen_random_uuid(), '2022-03-01', now())`)
    await client.query(`insert into notice (id, event_id, person_id, kind, work_id, created_at)
      values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'reminded', '${work}', now()),
        (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'reminded', null, now())`)
    await client.query(`insert into outbox (id, event, payload, published_at, dispatched_at)
      values ('00000000-0000-4000-8000-00000000000a', 'comment.added', '{"workId":"${work}","commentId":"c"}', now(), now()),
        ('00000000-0000-4000-8000-00000000000b', 'comment.added', '{"workId":"${work}","commentId":"d"}', now(), now())`)
    await client.query(`insert into event_delivery (event_id, subscriber)
      values ('00000000-0000-4000-8000-00000000000a', 'programme.tell_commented')`)
    await client.end()
    await migrate(url)
    const subject = { subject_kind: 'work', subject_id: work }
    expect((await query('select subject_kind, subject_id, text from comment')).rows).toEqual([
      { ...subject, text: 'Đã gửi.' },
    ])
    expect((await query('select subject_kind, subject_id from notice')).rows).toEqual([subject])
    const told = await query('select payload, dispatched_at is null as waits from outbox order by id')
    const payload = { subjectKind: 'work', subjectId: work }
    expect(told.rows).toEqual([
      { payload: { ...payload, commentId: 'c' }, waits: false },
      { payload: { ...payload, commentId: 'd' }, waits: true },
    ])
  })
})

test('each migration still says what it said when it was committed', async () => {
  const now = (await listMigrations()).map(({ name, checksum }) => [name, checksum])
  expect(Object.fromEntries(now)).toEqual(Object.fromEntries(await readCommittedChecksums()))
})

test('line ends and blanks before them do not change a checksum, a letter does', () => {
  const sql = 'create table a (\n  b text\n);\n'
  expect(checksumOf('\uFEFFcreate table a (  \r\n  b text\r\n);')).toBe(checksumOf(sql))
  expect(checksumOf(sql.replace('text', 'Text'))).not.toBe(checksumOf(sql))
})

test('each database keeps the checksums of what it was made by', async () => {
  await withDatabase(async (url, query) => {
    await migrate(url)
    const { rows } = await query('select name, checksum from schema_migration order by number')
    expect(rows).toEqual((await listMigrations()).map(({ name, checksum }) => ({ name, checksum })))
  })
})

test.each([
  ['with another text', `update schema_migration set checksum = repeat('0', 64) where number = 3`],
  ['under another name', `update schema_migration set name = '0003_other.sql' where number = 3`],
  [
    'under another name, from before checksums were kept',
    `update schema_migration set name = '0003_other.sql', checksum = null where number = 3`,
  ],
])('a database created by a migration %s is refused with an explanation and not changed', async (_, change) => {
  await withDatabase(async (url, query) => {
    await migrate(url)
    await query(change)
    await query('delete from schema_migration where number > 13')
    const before = await query('select * from schema_migration order by number')
    await expect(migrate(url)).rejects.toMatchObject({
      code: 'migration_changed',
      message: expect.stringMatching(
        /Cơ sở dữ liệu này .*0003_identity\.sql[\s\S]*\nThis database .*0003_identity\.sql/,
      ),
    })
    expect((await query('select * from schema_migration order by number')).rows).toEqual(before.rows)
  })
})

test('to a table that a migration names as insert-only, the application may only add', async () => {
  await withDatabase(async (url, query) => {
    await migrate(url)
    const { rows } = await query(`select table_name as name,
        has_table_privilege('dotpha_app', table_name, 'insert') as adds,
        has_table_privilege('dotpha_app', table_name, 'update, delete, truncate') as changes
      from insert_only order by 1`)
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['audit_entry', 'decision', 'work_version']),
    )
    expect(rows.filter(({ adds, changes }) => !adds || changes)).toEqual([])
    const { rows: own } = await query(
      "select has_table_privilege('dotpha_app', 'insert_only', 'insert, update, delete') as writes",
    )
    expect(own).toEqual([{ writes: false }])
  })
})
