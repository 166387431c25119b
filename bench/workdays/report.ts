import { cpus, loadavg } from 'node:os'
import { type Cost, lengths, type MeasureOptions, type Results } from './measure.ts'

const names: Readonly<Record<string, string>> = {
  addWorkingDays: '`addWorkingDays`, text to text',
  addWorkingDaysToMany: '`addWorkingDaysToMany`, typed arrays',
  deadline: '`deadline`, the whole answer',
  'deadline, announced': '`deadline`, as if all years were announced',
  'date-fns, day by day': '`date-fns` 4.4.0: `addDays`, `isWeekend`, a set of holidays',
  'date-fns, addBusinessDays': '`date-fns` 4.4.0: `addBusinessDays`, then the holidays that it jumped over',
}

const target = 1_000_000
const whole = (value: number) => Math.round(value).toLocaleString('en-US')
const costOf = (costs: readonly Cost[], name: string) =>
  costs.find((one) => one.name === name)?.costUs ?? Number.NaN

function verdicts({ usual, byLength }: Results): string {
  const ours = ['deadline', 'addWorkingDays', 'addWorkingDaysToMany']
  const rates = ours.map((name) => {
    const rate = 1_000_000 / costOf(usual, name)
    return `| ${names[name]}, a second on one core | ≥ ${whole(target)} | ${whole(rate)} | ${rate >= target ? 'met' : '**missed**'} |`
  })
  const flat = ['deadline, announced', 'addWorkingDays', 'addWorkingDaysToMany'].map((name) => {
    const costs = byLength.map(({ costs: all }) => costOf(all, name))
    const ratio = (costs.at(-1) ?? Number.NaN) / (costs[0] ?? Number.NaN)
    return `| ${names[name]}: a limit of ${lengths.at(-1)} days to one of ${lengths[0]} | ≤ 1.5× | ${ratio.toFixed(2)}× | ${ratio <= 1.5 ? 'met' : '**missed**'} |`
  })
  return [...rates, ...flat].join('\n')
}

function usualTable(usual: readonly Cost[]): string {
  const ours = costOf(usual, 'deadline')
  return usual
    .map(
      ({ name, costUs }) =>
        `| ${names[name] ?? name} | ${costUs.toFixed(3)} | ${whole(1_000_000 / costUs)} | ${(costUs / ours).toFixed(1)}× |`,
    )
    .join('\n')
}

function lengthTable({ byLength, usual }: Results): string {
  return usual
    .map(({ name }) => {
      const costs = byLength.map(({ costs: all }) => costOf(all, name).toFixed(3))
      return `| ${names[name] ?? name} | ${costs.join(' | ')} |`
    })
    .join('\n')
}

/** The page `docs/benchmarks-workdays.md`. */
export function markdown(results: Results, { rounds, times }: MeasureOptions): string {
  return `# Benchmarks of working days

Measured by \`bench/workdays.ts\` on one of ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}, medians of ${rounds} rounds of up to ${whole(times)}
limits. Other work on the machine: ${(loadavg()[0] ?? 0).toFixed(1)} processes wanted a core on average at the end, this run's own among them.

- Limits begin on any day from January 2020 to June 2027. All contenders take turns in one process, and are first held against
  each other: each gives the same day for each of 300 limits.
- *CPU* is the processor time of the process, its garbage and compiling included, so that others' work lengthens it little.
- Ours reads a date as text and gives text. \`deadline\` gives the due day and instant, the first deadline, whether the result is
  provisional and why. The others get a \`Date\` made from the text and give a \`Date\`; they answer no other question.
- A calendar of sixteen years is built once, in ${results.buildMs.toFixed(1)} ms.

## Against the targets

| | target | measured | |
|---|---:|---:|---:|
${verdicts(results)}

## Limits of 1 to 30 working days

| | CPU µs | a second on one core | to \`deadline\` |
|---|---:|---:|---:|
${usualTable(results.usual)}

## By the length of the limit

CPU µs of one answer, by working days. Limits of 500 days and more reach into years that are not announced: \`deadline\` then
names every open period on the way, some ninety for 2,000 days, and that list is what grows.

| | ${lengths.join(' | ')} |
|---|${lengths.map(() => '---:|').join('')}
${lengthTable(results)}
`
}
