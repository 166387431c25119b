// `npm run bench` lists the benchmarks; `npm run bench -- NAME [OPTIONS]` runs one. Their figures are in docs/benchmarks*.md.
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { onPackagedNode, run } from './packaged-node.mjs'
import { root } from './root.mjs'

/** Name (`bench/NAME.ts`) and what it measures. */
const benchmarks = {
  run: 'the overview and the list of works, beside bare SQL',
  audit: 'the sealed record at two million entries',
  'audit-search': 'the search of the record, in the database that audit left',
  crowd: 'a crowd that acts at once, and that nothing is lost',
  pages: 'what a reader on a slow phone loads, and how soon the server is back',
  pades: 'signing PDFs, beside other libraries',
  'pades-verify': 'judging signatures, beside pkijs',
  'nd30/lint': 'checking the form of documents, beside a bare pass over their XML',
  'nd30/render': 'setting documents, beside pdfkit and LibreOffice',
  workdays: 'deadlines in working days, beside date-fns',
}

const [name, ...options] = process.argv.slice(2)
if (name !== undefined && Object.hasOwn(benchmarks, name)) {
  ensureInstalled({ dev: true })
  await onPackagedNode(fileURLToPath(import.meta.url), [name, ...options])
  process.chdir(root)
  // `pades-verify` asks for the garbage collector; to the others it is nothing.
  process.exitCode = await run('node', ['--expose-gc', '--import', 'tsx', `bench/${name}.ts`, ...options])
} else {
  if (name !== undefined) console.error(`there is no benchmark ${name}; known ones:`)
  for (const [each, measures] of Object.entries(benchmarks)) console.log(`${each.padEnd(14)}${measures}`)
  console.log('npm run bench -- NAME [OPTIONS]: options are documented at the top of bench/NAME.ts')
  process.exitCode = name === undefined ? 0 : 2
}
