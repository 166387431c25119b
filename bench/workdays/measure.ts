import { type WorkingCalendar, workingCalendar } from '@dot-pha/workdays'
import { type Contender, contendersFor } from './contenders.ts'
import { type Limits, makeLimits } from './limits.ts'

export interface MeasureOptions {
  readonly rounds: number
  /** Limits that one turn of ours answers; the others answer as many as take them about as long. */
  readonly times: number
}

/** Processor time of one answer in microseconds: the median of the rounds. */
export interface Cost {
  readonly name: string
  readonly costUs: number
}

export interface Results {
  /** By the length of all limits in working days. */
  readonly byLength: readonly { readonly days: number; readonly costs: readonly Cost[] }[]
  /** Limits of 1 to 30 working days, as procedures have them. */
  readonly usual: readonly Cost[]
  readonly buildMs: number
}

export const lengths = [5, 20, 100, 500, 2000] as const

export function measureWorkdays(options: MeasureOptions): Results {
  const calendar = workingCalendar()
  const contenders = contendersFor(calendar)
  const usual = costsOf(contenders, calendar, { ...options, shortest: 1, longest: 30 })
  const byLength = lengths.map((days) => ({
    days,
    costs: costsOf(contenders, calendar, { ...options, shortest: days, longest: days }),
  }))
  return { usual, byLength, buildMs: median(Array.from({ length: 15 }, buildMs)) }
}

interface Bounds extends MeasureOptions {
  readonly shortest: number
  readonly longest: number
}

/** The contenders take turns, so that whatever else the machine does falls on all of them alike. */
function costsOf(
  contenders: readonly Contender[],
  calendar: WorkingCalendar,
  bounds: Bounds,
): readonly Cost[] {
  const turns = contenders.map((contender) => {
    const few = makeLimits(calendar, { ...bounds, times: 300 })
    checkAnswers(contender, few)
    // Warm first; the second time tells how many answers take as long as a turn of ours.
    for (let at = 0; at < 20; at++) contender.answer(few)
    const one = cpuUs(() => contender.answer(few)) / 300
    const times = Math.max(300, Math.min(bounds.times, Math.round(300_000 / Math.max(one, 0.001))))
    return { contender, limits: makeLimits(calendar, { ...bounds, times }), costs: [] as number[] }
  })
  for (let round = 0; round < bounds.rounds; round++)
    for (const { contender, limits, costs } of turns)
      costs.push(cpuUs(() => contender.answer(limits)) / limits.starts.length)
  return turns.map(({ contender: { name }, costs }) => ({ name, costUs: median(costs) }))
}

/** All have to give the same days, or the comparison is worth nothing. */
function checkAnswers({ name, answer, dateOf }: Contender, limits: Limits): void {
  const answers = answer(limits)
  for (const [at, end] of limits.ends.entries()) {
    const found = dateOf(answers[at])
    if (found !== end)
      throw new Error(`${name}: ${limits.starts[at]} + ${limits.counts[at]}: ${found}, not ${end}`)
  }
}

/** Processor time of the whole process: its garbage and its compiling are part of the price. */
function cpuUs(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function buildMs(): number {
  return cpuUs(() => workingCalendar()) / 1000
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
