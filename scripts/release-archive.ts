import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { fillRelease, type ReleaseFacts, releaseFacts } from './release-tree.ts'

/** The hashes of all files of a release, as `sha256sum -c` reads them. */
const hashesName = 'SHA256SUMS'

/**
 * Makes `dotpha-VERSION-PLATFORM.tar.gz` in a folder, with its own hash next to it, and gives its path. The same commit makes
 * the same bytes: order, times, owners and modes are not those of this machine.
 */
export async function makeRelease(into: string): Promise<string> {
  const facts = releaseFacts()
  const name = `dotpha-${facts.version}-${facts.platform}`
  mkdirSync(into, { recursive: true })
  const stage = mkdtempSync(join(into, 'unfinished-'))
  try {
    const tree = join(stage, name)
    mkdirSync(tree)
    fillRelease(tree, facts)
    await writeHashes(tree)
    const archive = join(into, `${name}.tar.gz`)
    await pack(tree, archive, facts)
    writeFileSync(`${archive}.sha256`, `${await hashOf(archive)}  ${basename(archive)}\n`)
    return archive
  } finally {
    rmSync(stage, { recursive: true })
  }
}

/** Links are left out: what they lead to is in the list by its own name. */
async function writeHashes(tree: string): Promise<void> {
  const entries = readdirSync(tree, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const names = entries.map(({ parentPath, name }) => relative(tree, join(parentPath, name)))
  const lines: string[] = []
  for (const name of names.sort()) lines.push(`${await hashOf(join(tree, name))}  ${name}\n`)
  writeFileSync(join(tree, hashesName), lines.join(''))
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** @throws Error with what tar said; it has to be GNU's, which can leave out whose files they are and from when */
async function pack(tree: string, archive: string, { time }: Pick<ReleaseFacts, 'time'>): Promise<void> {
  const stripped = ['--sort=name', `--mtime=@${time}`, '--owner=0', '--group=0', '--numeric-owner']
  const flags = [...stripped, '--mode=u+rwX,go+rX,go-w', '--format=gnu']
  const tar = spawn('tar', ['-C', join(tree, '..'), ...flags, '-cf', '-', basename(tree)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  const ended = new Promise<void>((resolve, reject) => {
    tar.on('error', reject)
    tar.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))))
  })
  await Promise.all([pipeline(tar.stdout, createGzip({ level: 9 }), createWriteStream(archive)), ended])
  if (statSync(archive).size === 0) throw new Error('tar wrote nothing')
}
