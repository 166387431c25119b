import { parseArgs } from 'node:util'
import { lintSection, sectionEnd, sectionStart } from './lint-report.ts'
import { runLint } from './lint-run.ts'
import { writeSection } from './section.ts'

/**
 * Measures reading and checking by the number of pages, next to a bare pass over the same XML: `node bench/nd30/lint.ts
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
if (values.write) await writeSection(section, sectionStart, sectionEnd)
else console.log(section)
