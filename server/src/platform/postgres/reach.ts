import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder, readOrMakePassword } from './data-folder.ts'
import { startEmbeddedPostgres } from './embedded.ts'
import { isAlive } from './processes.ts'

/**
 * The database of a data folder for a passing command: the one that a server is running on it, else one started for as
 * long as the command takes.
 *
 * @throws EmbeddedPostgresError as `startEmbeddedPostgres`
 */
export async function reachPostgres(
  dataDir: string,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const running = runningPort(join(dataDir, 'cluster'))
  if (running === undefined) return startEmbeddedPostgres({ dataDir })
  const password = readOrMakePassword(openDataFolder(dataDir))
  return { url: `postgres://postgres:${password}@127.0.0.1:${running}/postgres`, stop: async () => undefined }
}

/** What PostgreSQL says of itself in `postmaster.pid`: line 1 is its process, line 4 its port. */
function runningPort(cluster: string): number | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) && Number.isInteger(port) && port > 0
      ? port
      : undefined
  } catch {
    return undefined
  }
}
