import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { measureWorkdays } from './workdays/measure.ts'
import { markdown } from './workdays/report.ts'

/**
 * Measures deadlines in working days against loops in the manner of date-fns: `node bench/workdays.ts [--rounds N]
 * [--times N] [--write]`. Without `--write` the page is printed.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    times: { type: 'string', default: '300000' },
    write: { type: 'boolean', default: false },
  },
})
const options = { rounds: Number(values.rounds), times: Number(values.times) }
const page = markdown(measureWorkdays(options), options)
if (values.write) await writeFile(join(repositoryRoot, 'docs', 'benchmarks-workdays.md'), page)
else console.log(page)
