import { chownSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedPostgresError, systemCode } from './errors.ts'
import { isAlive, workingFolder } from './processes.ts'

const fastShutdownMs = 60_000

/**
 * Makes way for a new server on a cluster whose former owner was killed. Call it only with the data folder
 * claimed: whatever server still runs on it then has lost its owner.
 *
 * Such an orphan is stopped cleanly and a new one started, rather than taken over: that costs under a
 * second, and afterwards port, settings and log are those of this start.
 *
 * @throws EmbeddedPostgresError `data_dir_in_use` where the orphan belongs to somebody else or does not end
 */
export async function endOrphan(cluster: string, onLog: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = readPid(file)
  if (pid === undefined) return
  if (isAlive(pid) && workingFolder(pid) === realpathSync(cluster)) {
    onLog(`stopping the PostgreSQL server ${pid}, whose owner was killed`)
    await stopOrphan(pid, cluster)
  }
  // A server that ended in order took its file along.
  if (readPid(file) === pid) disownPid(file)
}

async function stopOrphan(pid: number, cluster: string): Promise<void> {
  for (const [signal, timeMs] of [
    ['SIGINT', fastShutdownMs],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!send(pid, signal)) break
    if (await endsWithin(pid, timeMs)) return
  }
  throw new EmbeddedPostgresError('data_dir_in_use', {
    vi: `Một máy chủ PostgreSQL (tiến trình ${pid}) vẫn chạy trên ${cluster} và không dừng được: hãy dừng tiến trình đó rồi khởi động lại.`,
    en: `A PostgreSQL server (process ${pid}) still runs on ${cluster} and could not be stopped: stop that process, then start again.`,
  })
}

// The id may have been given to some other program since, or belong to a dead server that its new parent has
// not buried (in a container often nobody does); PostgreSQL would believe either to be a running server. The
// file must stay, because it also names the shared memory that children of the dead one may hold. PostgreSQL
// takes no notice of its own parent's id, which is ours.
function disownPid(file: string): void {
  const { uid, gid, mode } = statSync(file)
  const rest = readFileSync(file, 'utf8').split('\n').slice(1)
  const replacement = `${file}.new`
  writeFileSync(replacement, [process.pid, ...rest].join('\n'), { mode })
  if (process.getuid?.() === 0) chownSync(replacement, uid, gid)
  renameSync(replacement, file)
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    return systemCode(error) === 'ESRCH'
  }
}

async function endsWithin(pid: number, timeMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + timeMs
  while (isAlive(pid)) {
    if (Date.now() > giveUpAt) return false
    await delay(25)
  }
  return true
}
