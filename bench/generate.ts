import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { importOrganisation } from '../server/src/organisation/index.ts'
import { openDatabase, openPool } from '../server/src/platform/data/database.ts'
import { migrate } from '../server/src/platform/data/migrate.ts'
import { makeOrganisation } from './organisation.ts'

/** The day at which the generated register stands. */
export const benchToday = '2022-11-30'

/** A province with its organisation and no work yet, in the empty database at `url`. */
export async function generateOrganisation(url: string): Promise<void> {
  await migrate(url)
  const pool = openPool({ url })
  const database = openDatabase(pool)
  const origin = { requestId: 'bench', address: null }
  await database
    .transaction()
    .execute((db) =>
      importOrganisation({ db, now: new Date(), origin, actor: null }, makeOrganisation().data),
    )
  await database.destroy()
}

/** Fills the register with so many works over five years. */
export async function generateWorks(url: string, works: number): Promise<void> {
  const script = await readFile(join(import.meta.dirname, 'works.sql'), 'utf8')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into press_source (id, title, author, published_on, citation_vi, citation_en) values ('src', 'Đo tải', '–', '2022-05-18', 'Đo tải', 'Load')`,
    )
    await client.query(
      script.replaceAll(':works', String(works)).replaceAll(':today', `date '${benchToday}'`),
    )
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
