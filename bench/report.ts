import { cpus, loadavg } from 'node:os'
import type { Cost } from './measure.ts'

export interface Results {
  readonly large: ReadonlyMap<string, Cost>
  readonly small: ReadonlyMap<string, Cost>
}

interface Run {
  readonly rounds: number
  readonly large: number
  readonly small: number
}

const ms = (value: number) => value.toFixed(1)
const times = (value: number) => `${value.toFixed(2)}×`

/** The page `docs/benchmarks.md`: what was measured, next to what it is measured against. */
export function markdown({ large, small }: Results, run: Run): string {
  const cost = (of: ReadonlyMap<string, Cost>, name: string): Cost => {
    const found = of.get(name)
    if (found === undefined) throw new Error(`not measured: ${name}`)
    return found
  }
  const row = (name: string, label: string, yardstick?: string) => {
    const own = cost(large, name)
    const again = large.get(`${name} again`)
    const ahead = large.get(`${name} ahead`)
    const anew = large.get(`${name} anew`)
    const bare = yardstick === undefined ? undefined : cost(large, yardstick)
    const ratio = bare === undefined ? '' : times(own.cpuMs / bare.cpuMs)
    const pair = (one: Cost | undefined) =>
      one === undefined ? ' | |' : ` ${ms(one.p50Ms)} | ${ms(one.p95Ms)} |`
    const repeated = `${pair(again)}${pair(ahead)}${pair(anew)}`
    return `| ${label} | ${ms(own.p50Ms)} | ${ms(own.p95Ms)} | ${ms(own.cpuMs)} | ${ratio} |${repeated}`
  }
  const grown = (name: string, label: string) => {
    const [from, to] = [cost(small, name), cost(large, name)]
    return `| ${label} | ${ms(from.cpuMs)} | ${ms(to.cpuMs)} | ${times(to.cpuMs / from.cpuMs)} |`
  }
  const reader = (question: string, label: string) => {
    const [office, cell] = [cost(large, `${question} office`), cost(large, `${question} cell`)]
    return `| ${label} | ${ms(office.cpuMs)} | ${ms(cell.cpuMs)} | ${times(cell.cpuMs / office.cpuMs)} |`
  }
  const head = (columns: readonly string[]) =>
    `| ${columns.join(' | ')} |\n|${columns.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`
  const verdict = (label: string, target: string, value: number, most: number, unit: string) =>
    `| ${label} | ${target} | ${value.toFixed(unit === '×' ? 2 : 1)}${unit === '×' ? '×' : ` ${unit}`} | ${value <= most ? 'met' : '**missed**'} |`
  const cpuRatio = (name: string, other: string, of = large) =>
    cost(large, name).cpuMs / cost(of, other).cpuMs
  const p95 = (name: string) => cost(large, name).p95Ms

  return `# Benchmarks

Measured by \`bench/run.ts\` on ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${run.rounds} rounds. Other work on the machine: ${(loadavg()[0] ?? 0).toFixed(1)}
processes wanted a core on average at the end, including this run's own two; this makes times longer, but not CPU.

- The province is generated: 14,000 units in two hierarchies, 60,000 post holders, ${run.large.toLocaleString('en')} works over five years (20,000
  in the queried year) with their spans, signals, targets and reports.
- Queries and their yardsticks alternate, so that other work on the machine affects both alike.
- *CPU* is the processor time of the database's backend and of this process together: it does not include the work of
  others, so ratios use it.
- *First after a change*: right after one work was changed, when only that work is queried again and the rest is cached
  (\`server/src/platform/counts/count-subjects.ts\`); *again*: with no write in between; *ahead*: a unit, a grant or a setting was
  changed and the server has recounted in the background, as it does within a second or two for results read in the last half
  hour (\`server/src/platform/counts/recount-ahead.ts\`; this run calls it outside the measured time); *from scratch*: the reader must
  count everything: the first time in a process or on a day, or before the server has recounted.
- The bare SQL is written by hand for one programme, without permissions and filters
  (\`bench/yardsticks.ts\`).

## Against the targets

${head(['', 'target', 'measured', ''])}
${verdict('overview, office, asked again', 'p95 ≤ 20 ms', p95('overview office again'), 20, 'ms')}
${verdict('overview, office, first after a change', 'p95 ≤ 20 ms', p95('overview office'), 20, 'ms')}
${verdict('overview, office, all counted ahead', 'p95 ≤ 20 ms', p95('overview office ahead'), 20, 'ms')}
${verdict('overview, office, all counted from scratch', 'p95 ≤ 20 ms', p95('overview office anew'), 20, 'ms')}
${verdict('overview, office, to the bare SQL', '≤ 3×', cpuRatio('overview office', 'overview bare'), 3, '×')}
${verdict('overview, office, all counted from scratch, to the bare SQL', '≤ 3×', cpuRatio('overview office anew', 'overview bare'), 3, '×')}
${verdict('list, office, asked again', 'p95 ≤ 20 ms', p95('list office again'), 20, 'ms')}
${verdict('list, office, first after a change', 'p95 ≤ 20 ms', p95('list office'), 20, 'ms')}
${verdict('list of late works, office, first after a change', 'p95 ≤ 20 ms', p95('list late office'), 20, 'ms')}
${verdict('list, office, all counted ahead', 'p95 ≤ 20 ms', p95('list office ahead'), 20, 'ms')}
${verdict('list, office, all counted from scratch', 'p95 ≤ 20 ms', p95('list office anew'), 20, 'ms')}
${verdict('list, office, to the bare SQL', '≤ 3×', cpuRatio('list office', 'list bare'), 3, '×')}
${verdict('list of late works, office, to the bare SQL', '≤ 3×', cpuRatio('list late office', 'list late bare'), 3, '×')}
${verdict('list, lowest tier to the office', '≤ 1.2×', cpuRatio('list cell', 'list office'), 1.2, '×')}
${verdict('overview, ten times the works, asked again', '≤ 1.5×', cpuRatio('overview office again', 'overview office again', small), 1.5, '×')}
${verdict('overview, ten times the works, first after a change', '≤ 1.5×', cpuRatio('overview office', 'overview office', small), 1.5, '×')}
${verdict('list, ten times the works, first after a change', '≤ 1.5×', cpuRatio('list office', 'list office', small), 1.5, '×')}

## Overview of the province at a day

Figures, breakdowns by state, tier, kind of owner, theme, content group and unit, and who owes what; the published totals apart.

${head(['', 'p50 ms', 'p95 ms', 'CPU ms', 'to the bare SQL', 'again, p50 ms', 'again, p95 ms', 'ahead, p50 ms', 'ahead, p95 ms', 'from scratch, p50 ms', 'from scratch, p95 ms'])}
${row('overview office', 'office, today', 'overview bare')}
${row('overview past office', 'office, as of a day in May', 'overview past bare')}
${row('overview district', 'district, today')}
${row('overview cell', 'cell, today')}
${row('claims office', 'published totals beside the register, office')}
${row('overview bare', 'bare SQL, today')}
${row('overview past bare', 'bare SQL, as of a day in May')}

## List of works, 50 a page, with the total

${head(['', 'p50 ms', 'p95 ms', 'CPU ms', 'to the bare SQL', 'again, p50 ms', 'again, p95 ms', 'ahead, p50 ms', 'ahead, p95 ms', 'from scratch, p50 ms', 'from scratch, p95 ms'])}
${row('list office', 'office, all works of the year', 'list bare')}
${row('list late office', 'office, late works', 'list late bare')}
${row('list past office', 'office, as of a day in May')}
${row('list district', 'district, all works of the year')}
${row('list cell', 'cell, all works of the year')}
${row('list bare', 'bare SQL, all works of the year')}
${row('list late bare', 'bare SQL, late works')}

## Lowest tier beside the widest reader

${head(['', 'office CPU ms', 'cell CPU ms', 'cell to office'])}
${reader('overview', 'overview')}
${reader('list', 'list')}
${reader('list late', 'list of late works')}

## Ten times as many works

${head(['', `${run.small.toLocaleString('en')} works`, `${run.large.toLocaleString('en')} works`, 'growth'])}
${grown('overview office', 'overview, office')}
${grown('list office', 'list, office')}
${grown('list late office', 'list of late works, office')}
${grown('overview office anew', 'overview counted from scratch, office')}
${grown('overview office again', 'overview asked again, office')}
${grown('list office again', 'list asked again, office')}
${grown('overview bare', 'bare SQL of the overview')}
${grown('list bare', 'bare SQL of the list')}
`
}
