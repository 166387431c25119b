import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { familyOf } from '../../server/src/platform/postgres/testing/owner-process.ts'

const ticksPerSecond = 100

/** How busy the machine was in a run, and with what. */
export interface Busy {
  readonly cores: number
  readonly processor: string
  /** Processes that wanted a core: at least, on average and at most. */
  readonly load: readonly [number, number, number]
  /** Shares of all cores: the server with its database, this program, everything else. */
  readonly server: number
  readonly crowd: number
  readonly others: number
  readonly peakMemoryMb: number
  readonly endMemoryMb: number
}

/** Looks at the machine every few seconds while a run goes on. Only Linux tells. */
export class Watch {
  readonly #pid: number
  readonly #loads: number[] = []
  readonly #began = { at: performance.now(), all: busyTicks(), server: 0, own: process.cpuUsage() }
  readonly #timer: NodeJS.Timeout

  constructor(pid: number) {
    this.#pid = pid
    this.#began.server = ticksOf(pid)
    this.#timer = setInterval(() => this.#loads.push(loadavg()[0] ?? 0), 5_000)
  }

  stop(): Busy {
    clearInterval(this.#timer)
    const cores = cpus().length
    const whole = ((performance.now() - this.#began.at) / 1000) * cores
    const server = (ticksOf(this.#pid) - this.#began.server) / ticksPerSecond / whole
    const { user, system } = process.cpuUsage(this.#began.own)
    const crowd = (user + system) / 1_000_000 / whole
    const all = (busyTicks() - this.#began.all) / ticksPerSecond / whole
    const loads = this.#loads.length === 0 ? [loadavg()[0] ?? 0] : this.#loads
    return {
      cores,
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      load: [Math.min(...loads), loads.reduce((sum, one) => sum + one, 0) / loads.length, Math.max(...loads)],
      server,
      crowd,
      others: Math.max(0, all - server - crowd),
      peakMemoryMb: memoryOf(this.#pid, 'VmHWM'),
      endMemoryMb: memoryOf(this.#pid, 'VmRSS'),
    }
  }
}

/** User and system time of a process and all below it, those that ended included. */
function ticksOf(pid: number): number {
  return familyOf(pid).reduce((sum, one) => sum + ticksOfOne(one), 0)
}

function ticksOfOne(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0)
  } catch {
    return 0
  }
}

function busyTicks(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line.split(/\s+/).slice(1).map(Number)
  return user + nice + system + irq + softirq
}

/** Memory of the server without its database: of the process below which nothing but PostgreSQL runs. */
function memoryOf(pid: number, name: string): number {
  const numbers = familyOf(pid)
    .map((one) => readFileSync(`/proc/${one}/status`, 'utf8'))
    .filter((status) => !/^Name:\s+postgres/m.test(status))
    .map((status) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return Math.max(...numbers)
}
