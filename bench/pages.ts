import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { markdown } from './pages/report.ts'
import { runPages } from './pages/run.ts'

/**
 * Measures what a reader on a slow phone loads and how soon the server is back: `tsx bench/pages.ts [--starts N]
 * [--lighthouse N] [--write]`. Lighthouse is fetched by npx, because it would make every installation 185 MB larger;
 * `--lighthouse 0` leaves it out. Without `--write` the page is printed.
 */
const { values } = parseArgs({
  options: {
    starts: { type: 'string', default: '3' },
    lighthouse: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
})
const results = await runPages({ starts: Number(values.starts), lighthouse: Number(values.lighthouse) })
const page = markdown(results)
if (values.write) await writeFile(join(repositoryRoot, 'docs', 'benchmarks-pages.md'), page)
else console.log(page)
