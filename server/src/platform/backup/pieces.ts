import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Piece } from './manifest.ts'

// // A backup contains the secrets of the installation.
const ownerOnly = 0o600

/** Writes one part, synced to disk, and returns its size and hash. */
export async function writePiece(
  folder: string,
  path: string,
  source: Readable,
  through: readonly NodeJS.ReadWriteStream[] = [],
): Promise<Piece> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const counted = countBytes()
  const sink = createWriteStream(target, { flags: 'wx', mode: ownerOnly, flush: true })
  await pipeline([source, ...through, counted.through, sink])
  return { path, ...counted.result() }
}

/** Whether a part exists, complete and unchanged. */
export async function isWhole(folder: string, piece: Pick<Piece, 'path' | 'sha256'>): Promise<boolean> {
  try {
    return (await hashOf(createReadStream(join(folder, piece.path)))) === piece.sha256
  } catch {
    return false
  }
}

/** SHA-256 of a stream in hex. */
export async function hashOf(source: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of source) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** The lines of a file, one after the other. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  // // An error of the file ends the iteration; without its own listener it would end the process.
  const source = createReadStream(path)
  yield* createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })
}

/** Makes new names in a folder durable, as `flush` does for the contents of files. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function countBytes(): { through: Transform; result(): { sizeBytes: number; sha256: string } } {
  const hash: Hash = createHash('sha256')
  let sizeBytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { through, result: () => ({ sizeBytes, sha256: hash.digest('hex') }) }
}
