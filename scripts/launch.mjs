// Runs on Node 20 up to the hand-over to the packaged Node.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { onPackagedNode } from './packaged-node.mjs'
import { root } from './root.mjs'

/**
 * Runs the command line of the server, after seeing to what it needs.
 *
 * @param {string} launcher the file to run again on the packaged Node
 * @param {readonly string[]} args
 */
export async function launch(launcher, args) {
  stopWithParent()
  const isDevelopment = args[0] === 'dev'
  ensureInstalled({ dev: isDevelopment })
  await onPackagedNode(launcher, args)
  if (isDevelopment) {
    const { develop } = await import('./dev.mjs')
    return develop(args.slice(1))
  }
  const { ensureBuilt } = await import('./fresh.mjs')
  await ensureBuilt()
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(join(root, 'dist/server/cli.js')).href)
}

// npm that is killed outright cannot tell us; a server that nobody can reach by Ctrl-C would keep the port and
// the data folder. Only under npm or our own launcher: whoever starts us by hand in the background stays free.
function stopWithParent() {
  const isOurs = process.env.npm_lifecycle_event !== undefined || process.env.DOTPHA_LAUNCHER !== undefined
  if (!isOurs) return
  const parent = process.ppid
  const look = () => void (process.ppid !== parent && process.kill(process.pid, 'SIGTERM'))
  setInterval(look, 500).unref()
}
