import { join } from 'node:path'
import { type Config, readConfig } from '../platform/config/config.ts'
import { type Database, openDatabase, openPool } from '../platform/data/database.ts'
import { applicationRole, migrate } from '../platform/data/migrate.ts'
import { reachPostgres } from '../platform/postgres/reach.ts'

/** The database of the settings, as its owner; nothing in it is changed. */
export async function reachStore(config: Config): Promise<{ readonly url: string; stop(): Promise<void> }> {
  return config.databaseUrl === undefined
    ? reachPostgres(join(config.dataDir, 'postgres'))
    : { url: config.databaseUrl, stop: async () => undefined }
}

/** Runs an operator's command: on the database of a running server, otherwise on one started for this command. */
export async function withDatabase<Result>(act: (database: Database) => Promise<Result>): Promise<Result> {
  const store = await reachStore(readConfig(process.env))
  await migrate(store.url)
  const database = openDatabase(openPool({ url: store.url, role: applicationRole, maxConnections: 2 }))
  try {
    return await act(database)
  } finally {
    await database.destroy()
    await store.stop()
  }
}
