import { readFileSync } from 'node:fs'

/** What a question costs: time as its asker feels it, and the work of the processor, which others' work does not lengthen. */
export interface Cost {
  readonly p50Ms: number
  readonly p95Ms: number
  readonly cpuMs: number
}

export interface Question {
  readonly name: string
  /** What happens before the question, outside the time that is measured. */
  before?(): Promise<unknown>
  ask(): Promise<unknown>
}

/** Processor time of another process of this machine so far, of its first thread: a backend of PostgreSQL has no other. */
function cpuOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

function cpuOfThis(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Asks the questions in turn, again and again, so that whatever else the machine does falls on all of them alike.
 * @param backend process number of the database connection that they use
 */
export async function measure(
  questions: readonly Question[],
  backend: number,
  rounds: number,
): Promise<ReadonlyMap<string, Cost>> {
  const times = new Map(questions.map(({ name }): [string, number[]] => [name, []]))
  const cpu = new Map<string, number>()
  for (const { before, ask } of questions) {
    for (let warm = 0; warm < 3; warm += 1) {
      await before?.()
      await ask()
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, before: prepare, ask } of questions) {
      await prepare?.()
      const cpuBefore = cpuOf(backend) + cpuOfThis()
      const before = performance.now()
      await ask()
      times.get(name)?.push(performance.now() - before)
      cpu.set(name, (cpu.get(name) ?? 0) + cpuOf(backend) + cpuOfThis() - cpuBefore)
    }
  }
  return new Map(
    questions.map(({ name }) => {
      const sorted = (times.get(name) ?? []).sort((a, b) => a - b)
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
      return [name, { p50Ms: at(0.5), p95Ms: at(0.95), cpuMs: (cpu.get(name) ?? 0) / rounds }]
    }),
  )
}
