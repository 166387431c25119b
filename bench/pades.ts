import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { markdown } from './pades/report.ts'
import { runPades } from './pades/run.ts'

/**
 * Measures signing against what its arithmetic alone costs, and against other libraries: `node bench/pades.ts
 * [--rounds N] [--turn MS] [--warm MS] [--write]`. Without `--write` the page is printed.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    turn: { type: 'string', default: '300' },
    warm: { type: 'string', default: '7000' },
    write: { type: 'boolean', default: false },
  },
})
const options = { rounds: Number(values.rounds), turnMs: Number(values.turn), warmMs: Number(values.warm) }
const page = markdown(await runPades(options), options)
if (values.write) await writeFile(join(repositoryRoot, 'docs', 'benchmarks-pades.md'), page)
else console.log(page)
