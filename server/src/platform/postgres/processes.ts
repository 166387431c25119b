import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { systemCode } from './errors.ts'

/** Whether a process of this id exists, even one that we may not signal. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

/**
 * A word that, with the pid, names one process for ever: pids are given out again, after a restart of the
 * machine or in a new container even the same ones, so the boot and the namespace are part of it.
 *
 * @returns undefined where no such process lives
 */
export function startOfProcess(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
    const started = Date.parse(stdout)
    return Number.isNaN(started) ? undefined : started.toString(36)
  }
  const ticks = statFields(pid)?.[19]
  if (ticks === undefined) return undefined
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').replaceAll('-', '').slice(0, 12)
  const namespace = /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? ''
  return `${Number(ticks).toString(36)}x${boot}x${namespace}`
}

/** The folder that a process works in, or undefined where that cannot be known. */
export function workingFolder(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn'], { encoding: 'utf8' })
    return /^n(.*)$/m.exec(stdout ?? '')?.[1]
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)?.[0] === 'Z'
}

// The second field, the program's name, may hold blanks and brackets: count from its last bracket.
function statFields(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
