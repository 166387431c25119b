import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './packaged-node.mjs'
import { root } from './root.mjs'
import { Sentence, say } from './say.mjs'

/** Where the build leaves the fingerprint of the sources that it was made from, and which files it wrote. */
export const buildRecord = join(root, 'dist/build.json')

/** Of the packages the bundle holds one command (`scripts/build.mjs`). */
const folders = ['server/src', 'packages/pades/src']
const others = ['package-lock.json', 'tsconfig.json', 'tsconfig.browser.json', 'scripts/build.mjs']

/** Builds the bundle and the assets when a source has changed since. A process of its own keeps esbuild out of the server's. */
export async function ensureBuilt() {
  if (isFresh()) return
  requireWritable()
  say('Dựng chương trình từ mã nguồn', 'Building from the sources')
  const code = await run(process.execPath, [join(root, 'scripts/build.mjs')])
  if (code === 0) return
  throw new Sentence(
    'Không dựng được chương trình: hãy xem lỗi ở trên.',
    'The program could not be built: see the error above.',
  )
}

/**
 * One word for the contents of every source. Times say nothing: a copy, a checkout or an unpacked archive has new ones.
 * Reading about a thousand files takes some 50 ms.
 */
export function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [...others, ...folders.flatMap(sourcesBelow)]) {
    const contents = readFileSync(join(root, file))
    hash.update(`${file}\0${contents.length}\n`).update(contents)
  }
  return hash.digest('hex')
}

// The account that runs a server should not be able to change its program.
function requireWritable() {
  const folder = existsSync(join(root, 'dist')) ? join(root, 'dist') : root
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new Sentence(
      `Chương trình chưa được dựng từ mã nguồn hiện có, và tài khoản này không ghi được vào ${folder}: hãy chạy npm run build bằng tài khoản sở hữu thư mục đó.`,
      `The program has not been built from these sources, and this account cannot write to ${folder}: run npm run build as the owner of that folder.`,
    )
  }
}

function isFresh() {
  if (!existsSync(buildRecord)) return false
  const { fingerprint: built, files } = JSON.parse(readFileSync(buildRecord, 'utf8'))
  return built === fingerprint() && (files?.every((file) => existsSync(join(root, file))) ?? false)
}

function sourcesBelow(folder) {
  if (!existsSync(join(root, folder))) return []
  const names = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  return names.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcesBelow(path)
    return /\.(test|long)\.tsx?$/.test(entry.name) ? [] : [path]
  })
}
