// Runs on Node 20 up to the hand-over to the packaged Node.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onPackagedNode } from './packaged-node.mjs'
import { isRelease, root } from './root.mjs'
import { Sentence } from './say.mjs'

/**
 * Runs the command line of the server, after seeing to what it needs.
 *
 * @param {string} launcher the file to run again on the packaged Node
 * @param {readonly string[]} args
 */
export async function launch(launcher, args) {
  stopWithParent()
  const isDevelopment = args[0] === 'dev'
  if (isRelease && isDevelopment) throw noSources()
  if (!isRelease) {
    const { ensureInstalled } = await import('./install.mjs')
    ensureInstalled({ dev: isDevelopment })
  }
  await onPackagedNode(launcher, args)
  if (isDevelopment) {
    const { develop } = await import('./dev.mjs')
    return develop(args.slice(1))
  }
  if (!isRelease) {
    const { ensureBuilt } = await import('./fresh.mjs')
    await ensureBuilt()
  }
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(join(root, 'dist/server/cli.js')).href)
}

function noSources() {
  return new Sentence(
    'Bản phát hành không có mã nguồn: dotpha dev chỉ chạy trong bản sao của kho mã.',
    'A release has no sources: dotpha dev works in a clone of the repository only.',
  )
}

// npm that is killed outright cannot tell us; a server that nobody can reach by Ctrl-C would keep the port and
// // the data folder. Only under npm or our own launcher: a server started by hand in the background is not affected.
function stopWithParent() {
  const isOurs = process.env.npm_lifecycle_event !== undefined || process.env.DOTPHA_LAUNCHER !== undefined
  if (!isOurs) return
  const parent = process.ppid
  const look = () => void (process.ppid !== parent && process.kill(process.pid, 'SIGTERM'))
  setInterval(look, 500).unref()
}
