import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { systemCode } from '../errors.ts'

/** What the owner of a data folder said when it was up, or why it was not. */
export type OwnerWords = { readonly url: string } | { readonly code: string; readonly message: string }

/** An owner of a data folder in a process of its own, which a test may kill. */
export interface OwnerProcess {
  readonly pid: number
  readonly words: OwnerWords
  /** SIGKILL to each of `pids`, then waits until the owner is gone. */
  kill(...pids: readonly number[]): Promise<void>
  /** Lets the owner stop its server in order, where it still lives. */
  end(): Promise<void>
}

/** Starts an owner and waits for its words. */
export async function startOwnerProcess(dataDir: string): Promise<OwnerProcess> {
  const script = join(import.meta.dirname, 'own-data-folder.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const words = await firstLine(child)
  const { pid } = child
  if (pid === undefined) throw new Error('the owner process did not start')
  const gone = once(child, 'exit')
  return {
    pid,
    words: JSON.parse(words) as OwnerWords,
    kill: async (...pids) => {
      for (const victim of pids) killIfThere(victim)
      if (pids.includes(pid)) await gone
    },
    end: async () => {
      child.stdin.end()
      await gone
    },
  }
}

/** The process id of the server on a data folder. */
export function postmasterOf(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8'), 10)
}

/** A process and everything below it, children first. */
export function familyOf(pid: number): readonly number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
  return [...children.flatMap((child) => familyOf(Number(child))), pid]
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/** SIGKILL; of a family some go while others are still being killed. */
export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the owner process has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('the owner process said nothing')
}
