import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Database } from '../data/database.ts'
import type { BlobStore } from '../files/blobs.ts'
import { holdersOfUploads } from '../files/waiting-uploads.ts'
import { Failure } from '../refusal.ts'

/** A file that does not match the database. */
export interface FileFault {
  readonly sha256: string
  readonly problem: 'missing' | 'changed' | 'unreadable'
  /** The rows that refer to it: table and id. */
  readonly uses: readonly string[]
}

export interface FilesVerdict {
  readonly checked: number
  readonly bytes: number
  readonly faults: readonly FileFault[]
  /** The number of further faults: only a limited number are listed. */
  readonly more: number
}

const pageSize = 500
const mostNamed = 10_000

/** Reads every stored file and compares it with its SHA-256, one by one and never completely in memory. */
export async function verifyFiles(database: Database, blobs: BlobStore): Promise<FilesVerdict> {
  const faults: FileFault[] = []
  let [checked, bytes, more] = [0, 0, 0]
  for (let after = ''; ; ) {
    const { rows } = await sql<{ sha256: string }>`select sha256 from blob where sha256 > ${after}
      order by sha256 limit ${pageSize}`.execute(database)
    for (const { sha256 } of rows) {
      const found = await readWhole(blobs, sha256)
      if (typeof found === 'number') bytes += found
      // // Files discarded since the list was read are skipped.
      else if (!(await isKnown(database, sha256))) continue
      else if (faults.length >= mostNamed) more += 1
      else faults.push({ sha256, problem: found, uses: await usesOf(database, sha256) })
      checked += 1
    }
    const last = rows.at(-1)
    if (last === undefined) return { checked, bytes, faults, more }
    after = last.sha256
  }
}

/** Its size in bytes, or what is wrong with it. The store itself compares the bytes with the address. */
async function readWhole(blobs: BlobStore, sha256: string): Promise<number | FileFault['problem']> {
  let bytes = 0
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done()
    },
  })
  try {
    await pipeline(await blobs.read(sha256), count)
    return bytes
  } catch (error) {
    const code = error instanceof Failure ? error.code : ''
    if (code === 'blob_missing') return 'missing'
    if (code === 'blob_damaged') return 'changed'
    // // An unavailable store says nothing about its files.
    if (code.startsWith('blob_store_')) throw error
    return 'unreadable'
  }
}

async function isKnown(database: Database, sha256: string): Promise<boolean> {
  const { rows } = await sql`select from blob where sha256 = ${sha256}`.execute(database)
  return rows.length > 0
}

async function usesOf(database: Database, sha256: string): Promise<readonly string[]> {
  const uses: string[] = []
  for (const { table, column } of await holdersOfUploads(database)) {
    const { rows } = await sql<{ id: string | null }>`select to_jsonb(holder) ->> 'id' as id
      from ${sql.table(table)} holder join upload on upload.id = ${sql.ref(`holder.${column}`)}
      where upload.sha256 = ${sha256} limit 100`.execute(database)
    uses.push(...rows.map(({ id }) => (id === null ? table : `${table} ${id}`)))
  }
  return uses.sort()
}
