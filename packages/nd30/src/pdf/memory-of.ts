import { readFileSync } from 'node:fs'

/** Of Linux on the processors that are met; with larger pages a process may hold more before it is ended. */
const pageBytes = 4096

/** What a process holds in memory, in bytes; null where the system does not tell. */
export function memoryOf(pid: number | undefined): number | null {
  if (pid === undefined) return null
  try {
    const [, resident] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return Number(resident) * pageBytes
  } catch {
    // No Linux, or the process has just ended: its end is heard elsewhere.
    return null
  }
}
