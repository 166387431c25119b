import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './packaged-node.mjs'
import { root } from './root.mjs'
import { Sentence, say } from './say.mjs'

/** Where the build leaves the fingerprint of the sources that it was made from. */
export const buildRecord = join(root, 'dist/build.json')

const others = ['package-lock.json', 'tsconfig.json', 'tsconfig.browser.json', 'scripts/build.mjs']

/** Builds the bundle and the assets when a source has changed since. A process of its own keeps esbuild out of the server's. */
export async function ensureBuilt() {
  if (isFresh()) return
  say('Dựng chương trình từ mã nguồn', 'Building from the sources')
  const code = await run(process.execPath, [join(root, 'scripts/build.mjs')])
  if (code === 0) return
  throw new Sentence(
    'Không dựng được chương trình: hãy xem lỗi ở trên.',
    'The program could not be built: see the error above.',
  )
}

/** One word for the state of every source: names, times and sizes, not contents, so that it costs some milliseconds. */
export function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [...others, ...sourcesBelow('server/src')]) {
    const { mtimeMs, size } = statSync(join(root, file))
    hash.update(`${file}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex')
}

function isFresh() {
  if (!existsSync(buildRecord)) return false
  return JSON.parse(readFileSync(buildRecord, 'utf8')).fingerprint === fingerprint()
}

function sourcesBelow(folder) {
  const names = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  return names.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcesBelow(path)
    return /\.(test|long)\.tsx?$/.test(entry.name) ? [] : [path]
  })
}
