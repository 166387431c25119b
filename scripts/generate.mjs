// `npm run generate`: writes what is written by programs, the icons, the typeface, the
// checksums of new migrations, the types of the tables and NOTICE.
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { onPackagedNode, run } from './packaged-node.mjs'
import { root } from './root.mjs'

ensureInstalled({ dev: true })
await onPackagedNode(fileURLToPath(import.meta.url), process.argv.slice(2))
process.chdir(root)

const programs = [
  ['scripts/ui-generate.mjs'],
  ['scripts/ui-fonts.mjs'],
  ['--import', 'tsx', 'scripts/migration-checksums.ts'],
  ['--import', 'tsx', 'scripts/generate-schema.ts'],
  ['--import', 'tsx', 'scripts/notice.ts'],
]
for (const args of programs) {
  process.exitCode = await run('node', args)
  if (process.exitCode !== 0) break
}
