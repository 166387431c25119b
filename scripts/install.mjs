// Runs on Node 20 and before any package is there: Node's own modules alone.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { Sentence, say } from './say.mjs'

const lockFile = join(root, 'package-lock.json')
const marker = join(root, 'node_modules/.dotpha-installed')

/**
 * Installs what the lock file says, unless it is already installed.
 *
 * A marker in node_modules contains the lock file that it was installed from. Without a marker (someone ran npm by hand)
 * npm's own record of what it installed is compared, so that a good folder is not reinstalled.
 *
 * @param {{ dev: boolean }} needs whether the development packages are needed too
 */
export function ensureInstalled({ dev }) {
  const lock = readFileSync(lockFile, 'utf8')
  if (readIfThere(marker) === lock && (!dev || existsSync(join(root, 'node_modules/vitest')))) return
  if (!isInstalled(JSON.parse(lock), dev)) install(dev)
  try {
    writeFileSync(marker, lock)
  } catch {
    // A read-only folder that holds the right packages is as good; it is only compared again next time.
  }
}

function isInstalled(lock, dev) {
  const record = readIfThere(join(root, 'node_modules/.package-lock.json'))
  if (record === undefined) return false
  const installed = JSON.parse(record).packages
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (found !== undefined) return found.version === wanted.version
    // Optional ones are missing where they are for other platforms.
    return wanted.optional === true || ((wanted.dev === true || wanted.devOptional === true) && !dev)
  })
}

function install(dev) {
  say('Cài các gói theo package-lock.json (npm ci)', 'Installing the packages of package-lock.json (npm ci)')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(dev ? ['--include=dev'] : [])]
  const npm = process.env.npm_execpath
  // // Under npm its own program is known; it may not be in the caller's PATH.
  const [program, rest] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args]
  const { status, error } = spawnSync(program, rest, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) return
  if (error)
    throw new Sentence(
      `Không chạy được npm (${error.code}): hãy cài npm, thường đi cùng Node, rồi chạy lại.`,
      `npm cannot be run (${error.code}): install npm, which usually comes with Node, and try again.`,
    )
  throw new Sentence(
    `Không cài được các gói (npm ci kết thúc với mã ${status}): hãy xem lỗi ở trên, kiểm tra kết nối mạng rồi chạy lại.`,
    `The packages could not be installed (npm ci ended with ${status}): see the error above, check the network and try again.`,
  )
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
