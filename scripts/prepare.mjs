// `npm run build`: installs and builds all that production needs, and starts nothing. Afterwards an account that can write
// nothing here runs `bin/dotpha`. Runs on Node 20 up to the hand-over to the packaged Node.
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { onPackagedNode } from './packaged-node.mjs'

try {
  ensureInstalled({ dev: false })
  await onPackagedNode(fileURLToPath(import.meta.url), [])
  const { ensureBuilt } = await import('./fresh.mjs')
  await ensureBuilt()
} catch (error) {
  console.error(error.sentence ?? error)
  process.exitCode = 1
}
