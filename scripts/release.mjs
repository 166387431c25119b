// `npm run release [-- FOLDER]`: makes the archive that is installed where nothing can be built. Runs on Node 20 up to the
// hand-over to the packaged Node.
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { onPackagedNode } from './packaged-node.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'

const args = process.argv.slice(2)

try {
  ensureInstalled({ dev: true })
  await onPackagedNode(fileURLToPath(import.meta.url), args)
  const { ensureBuilt } = await import('./fresh.mjs')
  await ensureBuilt()
  const { makeRelease } = await import('./release-archive.ts')
  say('Đóng gói bản phát hành (vài phút)', 'Packing the release (some minutes)')
  console.log(await makeRelease(resolve(args[0] ?? join(root, 'dist/release'))))
} catch (error) {
  console.error(error.sentence ?? error)
  process.exitCode = 1
}
