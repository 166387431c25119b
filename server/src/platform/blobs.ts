import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from './config.ts'
import { Failure, invariant, Refusal } from './refusal.ts'

/** A file that was taken in: its address is the SHA-256 of its bytes, in hex. */
export interface StoredBlob {
  readonly sha256: string
  readonly sizeBytes: number
  /** The first bytes, by which the kind of the file is judged; never its name. */
  readonly head: Buffer
  /** Nobody had put the same bytes before. */
  readonly fresh: boolean
}

/** Where files live under their SHA-256: a folder by default, any S3 service behind the same interface. */
export interface BlobStore {
  /** @throws Refusal `file_too_large` past `limitBytes`; nothing is left behind then */
  put(source: Readable, limitBytes: number): Promise<StoredBlob>
  read(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
  /** Takes away what was put and then refused. Never for a file that a record knows of. */
  remove(sha256: string): Promise<void>
}

/** The store that the settings name. */
export function openBlobStore(config: Pick<Config, 'dataDir'>): BlobStore {
  return new FolderBlobStore(join(config.dataDir, 'blobs'))
}

const addressPattern = /^[0-9a-f]{64}$/
// What the judge of file types looks at (file-type reads at most this much of a stream's head).
const headBytes = 8192

/** Files in a folder, two levels deep. A file is written aside, synced, and moved to its address in one step. */
export class FolderBlobStore implements BlobStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async put(source: Readable, limitBytes: number): Promise<StoredBlob> {
    const aside = join(this.#folder, 'incoming', randomUUID())
    await mkdir(dirname(aside), { recursive: true })
    try {
      const measured = measure(limitBytes)
      await pipeline(source, measured.through, createWriteStream(aside, { mode: 0o640, flush: true }))
      const blob = measured.result()
      const address = this.#address(blob.sha256)
      const fresh = !(await this.has(blob.sha256))
      await mkdir(dirname(address), { recursive: true })
      await rename(aside, address)
      await syncFolder(dirname(address))
      return { ...blob, fresh }
    } catch (error) {
      await rm(aside, { force: true })
      if (error instanceof Refusal) throw error
      throw new Failure('blob_not_stored', 'storing an uploaded file', error)
    }
  }

  async read(sha256: string): Promise<Readable> {
    const file = await open(this.#address(sha256), 'r').catch((error: unknown) => {
      throw new Failure('blob_missing', `reading the file ${sha256}`, error)
    })
    return createReadStream('', { fd: file })
  }

  async has(sha256: string): Promise<boolean> {
    return stat(this.#address(sha256)).then(
      () => true,
      () => false,
    )
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#address(sha256), { force: true })
  }

  #address(sha256: string): string {
    // The only way from a word to a path: nothing that a user typed gets through.
    invariant(addressPattern.test(sha256), 'a blob address is 64 hex digits')
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
}

function measure(limitBytes: number): { through: Transform; result(): Omit<StoredBlob, 'fresh'> } {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let sizeBytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (sizeBytes < headBytes) head.push(chunk.subarray(0, headBytes - sizeBytes))
      sizeBytes += chunk.length
      if (sizeBytes > limitBytes) {
        done(
          new Refusal('file_too_large', { limitMb: Math.floor(limitBytes / 1024 / 1024) }, { status: 413 }),
        )
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { through, result: () => ({ sha256: hash.digest('hex'), sizeBytes, head: Buffer.concat(head) }) }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
