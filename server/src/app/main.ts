import { once } from 'node:events'
import { join } from 'node:path'
import { readConfig } from '../platform/config.ts'
import { startEmbeddedPostgres } from '../platform/postgres/embedded.ts'

/** Starts the database and keeps it until a signal comes. */
export async function main(): Promise<void> {
  const config = readConfig(process.env)
  const postgres = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') })
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await postgres.stop()
}
