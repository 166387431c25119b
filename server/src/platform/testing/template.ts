import pg from 'pg'
import { inject } from 'vitest'
import { locks } from '../data/locks.ts'
import { templateDatabase, urlOf } from './urls.ts'

/**
 * A database from which others of this run are copied in some 100 ms; `fill` runs once per run, for the first caller.
 * @returns its name, for `create database … template …`
 */
export async function ensureTemplate(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  await onTestServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [locks.template])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return
    const building = `${name}_building`
    await client.query(`drop database if exists ${building} with (force)`)
    await client.query(`create database ${building} template ${templateDatabase}`)
    await fill(urlOf(inject('postgresUrl'), building))
    await client.query(`alter database ${building} rename to ${name}`)
  })
  return name
}

/** Copies a template into a new database, which is the caller's own to change and to drop. */
export async function copyTemplate(template: string, name: string): Promise<void> {
  await onTestServer((client) => client.query(`create database ${name} template ${template}`))
}

/** Drops a database of the run, even if clients are still connected to it. */
export async function dropDatabase(name: string): Promise<void> {
  await onTestServer((client) => client.query(`drop database if exists ${name} with (force)`))
}

async function onTestServer(act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await act(client)
  } finally {
    // The end of the connection gives the lock back.
    await client.end()
  }
}
