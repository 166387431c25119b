import { readConfig } from '../platform/config/config.ts'
import { locks } from '../platform/data/locks.ts'
import { migrate } from '../platform/data/migrate.ts'
import { listMigrations } from '../platform/data/migration-files.ts'
import { oneServerAtATime } from '../platform/data/one-server-at-a-time.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'
import { reachStore } from './command.ts'
import type { Call } from './command-line/command.ts'

/** `dotpha migrate [--json]` brings the schema to the one of this program, as a start does, and ends. */
export async function migrateCommand({ switches }: Call): Promise<void> {
  const store = await reachStore(readConfig(process.env))
  try {
    const applied = await oneServerAtATime(store.url, locks.start, async () => {
      const numbers = await migrate(store.url)
      await prepareJobs(store.url)
      return numbers
    })
    const schema = (await listMigrations()).length
    if (switches.has('json')) console.log(JSON.stringify({ schema, applied }))
    else
      console.log(
        `Cơ sở dữ liệu ở phiên bản ${schema}; vừa nâng ${applied.length} bước.\nThe database is at version ${schema}; ${applied.length} migrations were applied.`,
      )
  } finally {
    await store.stop()
  }
}
