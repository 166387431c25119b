// `npm run check`: all that is checked without running the product. Every step runs, also after one that failed.
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { onPackagedNode, run } from './packaged-node.mjs'
import { root } from './root.mjs'

// Biome colours every letter even into a file.
const plain = process.stdout.isTTY ? [] : ['--colors=off']

/** Name and command line of each step; a program is one of node_modules/.bin or `node`. */
const steps = [
  ['types of the server', 'tsc', '-p', '.'],
  ['types of the browser', 'tsc', '-p', 'tsconfig.browser.json'],
  ['format and lint', 'biome', 'ci', '--error-on-warnings', ...plain, '.'],
  ['import order', 'depcruise', '--config', '.dependency-cruiser.cjs', 'server/src', 'packages'],
  ['nothing unused', 'knip'],
  ['generated icons current', 'node', 'scripts/ui-generate.mjs', '--check'],
  ['generated typeface current', 'node', 'scripts/ui-fonts.mjs', '--check'],
  ['migrations as committed', 'node', '--import', 'tsx', 'scripts/migration-checksums.ts', '--check'],
  ['generated schema current', 'node', '--import', 'tsx', 'scripts/generate-schema.ts', '--check'],
]

ensureInstalled({ dev: true })
await onPackagedNode(fileURLToPath(import.meta.url), process.argv.slice(2))
process.chdir(root)

const failed = []
for (const [name, program, ...args] of steps) {
  console.log(`▸ ${name}`)
  if ((await run(program, args)) !== 0) failed.push(name)
}
console.log(failed.length === 0 ? `${steps.length} checks passed` : `failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
