import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { markdown } from './crowd/report.ts'
import { runCrowd } from './crowd/run.ts'

/**
 * Lets a crowd act at once and proves that nothing was lost: `tsx bench/crowd.ts [--users N] [--seconds N] [--think MS]
 * [--write]`. Without `--write` the page is printed.
 */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '600' },
    think: { type: 'string', default: '1000' },
    write: { type: 'boolean', default: false },
  },
})
const results = await runCrowd({
  users: Number(values.users),
  seconds: Number(values.seconds),
  thinkMs: Number(values.think),
})
const page = markdown(results)
if (values.write) await writeFile(join(repositoryRoot, 'docs', 'benchmarks-crowd.md'), page)
else console.log(page)
const isWhole =
  results.verdict.ok && results.comparisons.every(({ lost, unrecorded }) => lost === 0 && unrecorded === 0)
process.exitCode = isWhole ? 0 : 1
