import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../../server/src/platform/root.ts'
import { lintSection, sectionEnd, sectionStart } from './lint-report.ts'
import { runLint } from './lint-run.ts'

/**
 * Measures reading and checking by the number of pages, beside a bare pass over the same XML: `node bench/nd30/lint.ts
 * [--rounds N] [--warm MS] [--write]`. Without `--write` the section is printed.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    warm: { type: 'string', default: '5000' },
    write: { type: 'boolean', default: false },
  },
})
const options = {
  pages: [10, 50, 100, 200, 500],
  rounds: Number(values.rounds),
  warmMs: Number(values.warm),
}
const section = lintSection(await runLint(options), options)
if (values.write) await writeSection(section)
else console.log(section)

/** Into its place on the page that the figures of typesetting stand on too. */
async function writeSection(text: string): Promise<void> {
  const path = join(repositoryRoot, 'docs', 'benchmarks-nd30.md')
  const page = existsSync(path) ? await readFile(path, 'utf8') : '# Benchmarks of official documents\n\n'
  const [start, end] = [page.indexOf(sectionStart), page.indexOf(sectionEnd)]
  const rest =
    start >= 0 && end > start
      ? [page.slice(0, start), page.slice(end + sectionEnd.length + 1)]
      : [`${page.trimEnd()}\n\n`, '']
  await writeFile(path, rest.join(text))
}
