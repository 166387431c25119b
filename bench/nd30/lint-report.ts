import { cpus, loadavg } from 'node:os'
import type { LintCost, LintOptions, LintResults } from './lint-run.ts'

export const sectionStart = '<!-- checking -->'
export const sectionEnd = '<!-- /checking -->'

const names: Readonly<Record<LintCost['writer'], string>> = {
  ours: 'this library',
  'as Word': 'as Word leaves it',
}
const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)

function row({ pages, writer, bytes, elements, runs, first, whole, read, check, bare }: LintCost): string {
  const cells = [
    names[writer],
    pages,
    (bytes / 1000).toFixed(0),
    elements,
    runs,
    ms(first.wallMs),
    `**${ms(whole.wallMs)}**`,
    ms(whole.cpuMs),
    ms(read.cpuMs),
    ms(check.cpuMs),
    ms(bare.cpuMs),
    (whole.cpuMs / pages).toFixed(2),
    `${(whole.cpuMs / bare.cpuMs).toFixed(1)}×`,
  ]
  return `| ${cells.join(' | ')} |`
}

function verdicts({ costs, office }: LintResults): string {
  const line = (what: string, target: string, value: string, met: boolean) =>
    `| ${what} | ${target} | ${value} | ${met ? 'met' : '**missed**'} |`
  const rows = (Object.keys(names) as LintCost['writer'][]).flatMap((writer) => {
    const own = costs.filter((cost) => cost.writer === writer)
    const hundred = own.find(({ pages }) => pages === 100)
    const [least, most] = [own.find(({ pages }) => pages === 10) ?? own[0], own.at(-1)]
    if (!hundred || !least || !most) return []
    const flat = most.whole.cpuMs / most.pages / (least.whole.cpuMs / least.pages)
    return [
      line(
        `100 pages, ${names[writer]}`,
        '≤ 300 ms',
        `${ms(hundred.whole.cpuMs)} ms`,
        hundred.whole.cpuMs <= 300,
      ),
      line(
        `a page of ${most.pages} to one of ${least.pages}, ${names[writer]}`,
        '≤ 1.5×',
        `${flat.toFixed(2)}×`,
        flat <= 1.5,
      ),
    ]
  })
  const hundred = costs.find(({ pages, writer }) => pages === 100 && writer === 'ours')
  if (office !== null && hundred !== undefined) {
    const loading = office.hundredMs - office.oneMs
    rows.push(
      `| LibreOffice loads the same 100 pages and writes their words | | ${ms(loading)} ms beyond its start (${ms(office.oneMs)} ms for one page), ${(loading / hundred.whole.wallMs).toFixed(1)}× | |`,
    )
  }
  return rows.join('\n')
}

/** The section on checking of `docs/benchmarks-nd30.md`. */
export function lintSection(results: LintResults, { rounds, warmMs }: LintOptions): string {
  return `${sectionStart}
## Checking

Measured by \`bench/nd30/lint.ts\` on ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}, medians of ${rounds} rounds. Other work on the
machine: ${(loadavg()[0] ?? 0).toFixed(1)} processes wanted a core on average at the end, this run's own among them.

- The file is a báo cáo of chapters, articles, clauses, points and tables: as this library writes it, and with its runs cut
  at every fourth word, with ids of revisions and marks of spelling, as Word leaves them behind.
- *Read and check* is a file's bytes to its findings, in one process for each file; *first* is its first time there, before
  anything was compiled, *warm* after ${warmMs / 1000} s of it. *CPU* is processor time, collecting garbage included, so
  that others' work lengthens it little; the targets are held against it.
- *Bare pass* inflates the same parts and lets the XML parser go through them, keeping nothing.

| | target | measured | |
|---|---:|---:|---:|
${verdicts(results)}

| written by | pages | kB | elements | runs | first, ms | warm, ms | CPU ms | of it reading | of it checking | bare pass, CPU ms | CPU ms a page | to the bare pass |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
${results.costs.map(row).join('\n')}
${sectionEnd}
`
}
