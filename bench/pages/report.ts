import { middle } from './lighthouse.ts'
import type { Results } from './run.ts'
import type { Received } from './wire.ts'

const kinds = ['pages', 'style', 'scripts', 'fonts', 'icons', 'other'] as const

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const ms = (time: number) => `${time.toFixed(0)} ms`
const sum = (received: Received) => [...received.values()].reduce((all, one) => all + one, 0)
const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const mark = (isMet: boolean) => (isMet ? 'met' : '**missed**')

/** The page `docs/benchmarks-pages.md`. */
export function markdown(results: Results): string {
  const { options, machine, firstVisit, pages, starts, judged } = results
  const bySize = pages.toSorted((a, b) => b.br - a.br)
  return `# Pages on a slow phone, and a second start

Measured by \`bench/pages.ts\` on ${machine.cores} cores of ${machine.processor}, with the demonstration, on a server that was started as anybody
starts it. ${machine.wanted.toFixed(1)} processes wanted a core in the last five minutes; bytes do not depend on it, times and Lighthouse's
*performance* do.

## Against the targets

|  | target | measured |  |
|---|---:|---:|---:|
${targets(results).join('\n')}

## The first visit

A browser that knows nothing asks for the overview, is asked to sign in, and lands there. Everything that came over the wire is
counted, heads of answers included; a kB is 1,000 bytes.

|  | sign-in page | then the overview | together |
|---|---:|---:|---:|
${kinds
  .map((kind) => [kind, firstVisit.signIn.get(kind) ?? 0, firstVisit.overview.get(kind) ?? 0] as const)
  .filter(([, before, after]) => before + after > 0)
  .map(([kind, before, after]) => row(kind, kb(before), kb(after), kb(before + after)))
  .join('\n')}
${row('together', kb(sum(firstVisit.signIn)), kb(sum(firstVisit.overview)), kb(sum(firstVisit.signIn) + sum(firstVisit.overview)))}

Scripts that came: ${firstVisit.scripts.length === 0 ? 'none' : firstVisit.scripts.map((path) => `\`${plainName(path)}\``).join(', ')}. Those that only some pages need come when a control that needs them is shown or used.

## Each later page

The HTML alone, as it is sent: style, script, fonts and icons are kept by the browser for good.

|  | br | gzip | uncompressed |
|---|---:|---:|---:|
${bySize.map(({ name, br, gzip, whole }) => row(name, kb(br), kb(gzip), kb(whole))).join('\n')}

## Starts

From the command until \`/readyz\` says that it can work; then the overview, to somebody who was signed in before. The first start
makes the database and the demonstration.

|  | ready | first page after it |
|---|---:|---:|
${row('first start', ms(results.firstStartMs), '')}
${starts.map(({ readyMs, firstPageMs }, index) => row(`start ${index + 2}`, ms(readyMs), ms(firstPageMs))).join('\n')}

## Lighthouse

${
  judged.size === 0
    ? 'Not asked in this run.'
    : `Lighthouse 12.8.2, its slow phone on a slow 4G line (simulated), ${options.lighthouse === 1 ? 'one run' : `the middle of ${options.lighthouse} runs`}. It is fetched by npx for the run: as a
dependency it would add 185 MB to every installation.

|  | performance | accessibility | best practices | first paint | largest paint | blocked | finds fault with |
|---|---:|---:|---:|---:|---:|---:|---|
${[...judged]
  .map(([name, one]) =>
    row(
      name,
      one.performance,
      one.accessibility,
      one.bestPractices,
      ms(one.firstPaintMs),
      ms(one.largestPaintMs),
      ms(one.blockedMs),
      one.faults.join(', '),
    ),
  )
  .join('\n')}`
}
`
}

function targets({ firstVisit, pages, starts, judged }: Results): readonly string[] {
  const first = sum(firstVisit.signIn) + sum(firstVisit.overview)
  const large = pages.filter(({ br }) => br > 10_000)
  const most = Math.max(...pages.map(({ br }) => br))
  const ready = middle(starts.map(({ readyMs }) => readyMs))
  const lines = [
    row('first visit, with fonts', '≤ 130 kB', kb(first), mark(first <= 130_000)),
    row(
      `later page, the largest of ${pages.length}`,
      '≤ 10 kB',
      kb(most),
      large.length === 0
        ? 'met'
        : `**missed** by ${large.length}: ${large.map(({ name }) => name).join(', ')}`,
    ),
  ]
  if (starts.length > 0)
    lines.push(
      row('ready at a second start', '≤ 3 s', `${(ready / 1000).toFixed(2)} s`, mark(ready <= 3_000)),
    )
  for (const [name, one] of judged) {
    lines.push(
      row(`${name}: performance`, '≥ 95', one.performance, mark(one.performance >= 95)),
      row(`${name}: accessibility`, 100, one.accessibility, mark(one.accessibility >= 100)),
    )
  }
  return lines
}

/** The name of a built file without what changes with its content. */
const plainName = (path: string) => path.replace(/^.*\//, '').replace(/-[A-Z0-9]{8}(?=\.)/, '')
