import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { listMigrations, migrate } from './migrate.ts'
import { urlOf } from './testing/urls.ts'

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
