// `npm run check`: all that is checked without running the product. Every step runs, also after one that failed.
// `npm run typecheck` and `npm run lint` run the steps of that name alone.
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { onPackagedNode, run } from './packaged-node.mjs'
import { root } from './root.mjs'

// Biome colours every letter even into a file.
const plain = process.stdout.isTTY ? [] : ['--colors=off']

/** Group, name and command line of each step; a program is one of node_modules/.bin or `node`. */
const steps = [
  ['typecheck', 'types of the server', 'tsc', '-p', '.'],
  ['typecheck', 'types of the browser', 'tsc', '-p', 'tsconfig.browser.json'],
  ['lint', 'format and lint', 'biome', 'ci', '--error-on-warnings', ...plain, '.'],
  ['lint', 'import order', 'depcruise', '--config', '.dependency-cruiser.cjs', 'server/src', 'packages'],
  ['lint', 'nothing unused', 'knip'],
  ['generated', 'generated icons current', 'node', 'scripts/ui-generate.mjs', '--check'],
  ['generated', 'generated typeface current', 'node', 'scripts/ui-fonts.mjs', '--check'],
  [
    'generated',
    'migrations as committed',
    ...['node', '--import', 'tsx', 'scripts/migration-checksums.ts', '--check'],
  ],
  [
    'generated',
    'generated schema current',
    ...['node', '--import', 'tsx', 'scripts/generate-schema.ts', '--check'],
  ],
  ['generated', 'notice current', 'node', '--import', 'tsx', 'scripts/notice.ts', '--check'],
]

const groups = process.argv.slice(2)
const unknown = groups.find((group) => !steps.some(([its]) => its === group))
if (unknown !== undefined) {
  const known = [...new Set(steps.map(([group]) => group))].join(', ')
  console.error(`no checks are called ${unknown}; there are: ${known}`)
  process.exit(2)
}

ensureInstalled({ dev: true })
await onPackagedNode(fileURLToPath(import.meta.url), groups)
process.chdir(root)

const chosen = steps.filter(([group]) => groups.length === 0 || groups.includes(group))
const failed = []
for (const [, name, program, ...args] of chosen) {
  console.log(`▸ ${name}`)
  if ((await run(program, args)) !== 0) failed.push(name)
}
console.log(failed.length === 0 ? `${chosen.length} checks passed` : `failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
