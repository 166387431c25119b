// `npm run generate`: writes what is written by programs, the icons and the types of the tables.
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { onPackagedNode, run } from './packaged-node.mjs'
import { root } from './root.mjs'

ensureInstalled({ dev: true })
await onPackagedNode(fileURLToPath(import.meta.url), process.argv.slice(2))
process.chdir(root)

for (const args of [['scripts/ui-generate.mjs'], ['--import', 'tsx', 'scripts/generate-schema.ts']]) {
  process.exitCode = await run('node', args)
  if (process.exitCode !== 0) break
}
