import { chownSync, readdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedPostgresError, systemCode } from './errors.ts'
import { startOfProcess } from './processes.ts'

/** The claim of this process on a data folder. */
export interface OwnerLock {
  release(): void
}

const pattern = /^owner-(\d+)-([0-9a-z]+)\.lock$/
// Who stops one server and starts the next at once finds the first still shutting down.
const patienceMs = 2000

/** Whether a file of a data folder is a claim, of whatever process. */
export function isOwnerFile(name: string): boolean {
  return pattern.test(name)
}

/**
 * Claims `dataDir` for this process until it releases the claim or dies.
 *
 * Each process writes a file of its own, named after its pid and the moment it started, and then looks for
 * those of others. A file whose process is gone can be removed by anyone at any time, because no other
 * process will ever have that name: unlike with one shared lock file, taking over a dead owner's claim
 * cannot race. Two that arrive together both see each other, step back and try again at a random moment.
 *
 * @throws EmbeddedPostgresError `data_dir_in_use`
 */
export async function claimDataDir(dataDir: string): Promise<OwnerLock> {
  const name = `owner-${process.pid}-${startOfProcess(process.pid) ?? 'unknown'}.lock`
  const file = join(dataDir, name)
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    let rival = livingOwner(dataDir, '')
    if (rival === undefined) {
      writeFileSync(file, '', { flag: 'wx', mode: 0o644 })
      giveToOwnerOf(dataDir, file)
      rival = livingOwner(dataDir, name)
      if (rival === undefined) return { release: () => removeIfThere(file) }
      removeIfThere(file)
    }
    if (rival === process.pid || Date.now() > giveUpAt) refuse(dataDir, rival)
    await delay(30 + Math.random() * 70)
  }
}

function livingOwner(dataDir: string, except: string): number | undefined {
  for (const name of readdirSync(dataDir)) {
    const [, pid, start] = pattern.exec(name) ?? []
    if (pid === undefined || name === except) continue
    if (startOfProcess(Number(pid)) === start) return Number(pid)
    removeIfThere(join(dataDir, name))
  }
  return undefined
}

function refuse(dataDir: string, pid: number): never {
  throw new EmbeddedPostgresError('data_dir_in_use', {
    vi: `Thư mục dữ liệu ${dataDir} đang được một máy chủ khác dùng (tiến trình ${pid}): hãy dừng máy chủ đó trước, hoặc đặt DATA_DIR sang thư mục khác.`,
    en: `The data folder ${dataDir} is in use by another server (process ${pid}): stop that one first, or set DATA_DIR to another folder.`,
  })
}

// A start by root must not leave a claim that the folder's owner cannot clear away.
function giveToOwnerOf(dataDir: string, file: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(dataDir)
  chownSync(file, uid, gid)
}

function removeIfThere(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}
