import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline as pipe, type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure, invariant, Refusal } from '../refusal.ts'

/** A stored file: its address is the SHA-256 of its bytes, in hex. */
export interface StoredBlob {
  readonly sha256: string
  readonly sizeBytes: number
  /** The first bytes, by which the kind of the file is judged; never its name. */
  readonly head: Buffer
  /** The same bytes were not stored before. */
  readonly fresh: boolean
}

/** Checks a temporary file before it is stored. @throws Refusal if it must not be stored */
export type Admit = (aside: { readonly path: string } & Omit<StoredBlob, 'fresh'>) => Promise<void>

/** Where files live under their SHA-256: a folder by default, any S3 service behind the same interface. */
export interface BlobStore {
  /** @throws Refusal `file_too_large` past `limitBytes`, and what `admit` refuses; nothing is left behind then */
  put(source: Readable, limitBytes: number, admit?: Admit): Promise<StoredBlob>
  /** @throws Failure `blob_missing`; the stream ends with `blob_damaged` where the bytes are no longer those of the address */
  read(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
  /** Takes away what was put and then refused. Never for a file that a record knows of. */
  remove(sha256: string): Promise<void>
  /** Writes something small. @throws Failure with a sentence that says why files cannot be stored now */
  check(): Promise<void>
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

  async put(source: Readable, limitBytes: number, admit?: Admit): Promise<StoredBlob> {
    const aside = join(this.#folder, 'incoming', randomUUID())
    await mkdir(dirname(aside), { recursive: true })
    try {
      const measured = measure(limitBytes)
      await pipeline(source, measured.through, createWriteStream(aside, { mode: 0o640, flush: true }))
      const blob = measured.result()
      await admit?.({ path: aside, ...blob })
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
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      throw new Failure(isMissing ? 'blob_missing' : 'blob_not_readable', `reading the file ${sha256}`, error)
    })
    return checked(createReadStream('', { fd: file }), sha256)
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

  async check(): Promise<void> {
    const path = join(this.#folder, 'incoming', `check-${randomUUID()}`)
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, 'ok')
      await rm(path)
    } catch (error) {
      throw new Failure(
        'blob_store_unwritable',
        `Không ghi được vào thư mục tệp ${this.#folder}: hãy xem lại quyền và chỗ trống của đĩa.\nThe folder of files ${this.#folder} cannot be written to: look at its rights and the room on the disk.`,
        error,
      )
    }
  }

  #address(sha256: string): string {
    requireAddress(sha256)
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
}

/** The only conversion from a string to a path: user input is never accepted. */
export function requireAddress(sha256: string): void {
  invariant(addressPattern.test(sha256), 'a blob address is 64 hex digits')
}

/**
 * The same bytes; the stream fails at the end if they do not match the address, so that no reader treats them as
 * complete.
 */
export function checked(source: Readable, sha256: string): Readable {
  const hash = createHash('sha256')
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      done(hash.digest('hex') === sha256 ? null : new Failure('blob_damaged', `reading the file ${sha256}`))
    },
  })
  // // The reader gets the errors of both; this listener only prevents a crash.
  pipe(source, through, () => undefined)
  return through
}

/** Counts and hashes what goes through, and stops at the limit. */
export function measure(limitBytes: number): { through: Transform; result(): Omit<StoredBlob, 'fresh'> } {
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
