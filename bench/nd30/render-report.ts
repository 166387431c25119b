import { cpus, loadavg } from 'node:os'
import type { RenderCost, RenderOptions, RenderResults } from './render-run.ts'

export const sectionStart = '<!-- rendering -->'
export const sectionEnd = '<!-- /rendering -->'

const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)

/** The section on typesetting of `docs/benchmarks-nd30.md`. */
export function renderSection({ costs, office }: RenderResults, { rounds }: RenderOptions): string {
  const own = costs.get('ours') ?? []
  const rows = [...costs].flatMap(([contender, all]) =>
    all.map((cost, index) => row(contender, cost, own[index])),
  )
  return `${sectionStart}
## Typesetting

Measured by \`bench/nd30/render.ts\` on ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}, medians of ${rounds} rounds
(of one page twenty times as many, from 100 pages on a quarter), warm, one thread. Other work on the machine: ${(loadavg()[0] ?? 0).toFixed(1)} processes wanted a core on
average at the end, this run's own among them.

- The document of one page is the decision of \`samples/\`; the others are a báo cáo of chapters, articles, clauses, points and
  tables. Every paragraph of a round has words of its own, so that nothing is set from memory. *CPU* is processor time of the
  whole process: words, typesetting, fonts, PDF/A, places.
- *pdfkit* 0.20.2 writes the same words one below the other in the same type on the same paper, as PDF/A-2b, without the form:
  no columns, rules, tables, page numbers or places.

| set by | pages | CPU ms | wall ms | CPU ms a page | kB | CPU beside ours |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

${officeLines(office, own)}

Memory: \`packages/nd30/src/pdf/memory.long.ts\` sets 10,000 decisions one after the other in one thread. In November 2026 the
process had 233 MB after 2,000 of them, 236 MB after 8,000 and 268 MB after all.

| | wanted | measured | |
| --- | --- | --- | --- |
${verdicts(own).join('\n')}
${sectionEnd}
`
}

function row(
  contender: string,
  { pages, cpuMs, wallMs, bytes }: RenderCost,
  own: RenderCost | undefined,
): string {
  const beside = own === undefined ? '' : `${(cpuMs / own.cpuMs).toFixed(2)}×`
  const cells = [
    contender,
    pages,
    ms(cpuMs),
    ms(wallMs),
    (cpuMs / pages).toFixed(2),
    (bytes / 1000).toFixed(0),
    beside,
  ]
  return `| ${cells.join(' | ')} |`
}

function officeLines(office: RenderResults['office'], own: readonly RenderCost[]): string {
  if (office === null) return 'LibreOffice was not on the machine.'
  const lines = office.map(({ pages, wallMs }, index) => {
    const ours = own[index]?.wallMs ?? Number.NaN
    return `| ${pages} | ${ms(wallMs)} | ${(wallMs / ours).toFixed(0)}× |`
  })
  return `LibreOffice, from the DOCX of the same document to PDF/A-2, restarted for each file, as on a server without a pool:

| pages | wall ms | beside ours |
| ---: | ---: | ---: |
${lines.join('\n')}`
}

function verdicts(own: readonly RenderCost[]): readonly string[] {
  const line = (what: string, wanted: string, value: string, met: boolean) =>
    `| ${what} | ${wanted} | ${value} | ${met ? 'met' : '**missed**'} |`
  const hundred = own.find(({ pages }) => pages >= 90 && pages < 300)
  const one = own[0]
  return [
    ...(one
      ? [
          line(
            'CPU of a document of one page',
            '≤ 5 ms',
            `${ms(one.cpuMs / one.pages)} ms`,
            one.cpuMs / one.pages <= 5,
          ),
        ]
      : []),
    ...(hundred
      ? [
          line(
            'CPU of a page of a long document',
            '≤ 5 ms',
            `${ms(hundred.cpuMs / hundred.pages)} ms`,
            hundred.cpuMs / hundred.pages <= 5,
          ),
          line(
            `${hundred.pages} pages`,
            '≤ 500 ms for 100',
            `${ms(hundred.wallMs)} ms`,
            (hundred.wallMs / hundred.pages) * 100 <= 500,
          ),
        ]
      : []),
  ]
}
