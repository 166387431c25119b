import { readdirSync, readFileSync } from 'node:fs'

/** The processes that one has started and that still run; Linux alone. */
export function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => {
      const status = statusOf(pid)
      // A process that has ended and is not fetched yet is none any more.
      return new RegExp(`^PPid:\\s+${parent}$`, 'mu').test(status) && !/^State:\s+Z/mu.test(status)
        ? [Number(pid)]
        : []
    })
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
