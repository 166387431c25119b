import { mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database, DatabaseTransaction } from '../data/database.ts'
import { Failure } from '../refusal.ts'
import { linesOf } from './roots-file.ts'
import { type Batch, batchesAfter } from './seal.ts'
import { sealedRows, unsealedRows } from './sealed-rows.ts'

export interface Exported {
  readonly entries: number
  readonly batches: number
  readonly stamps: number
}

/**
 * Writes the whole audit log into an empty folder, from one snapshot, line by line: `entries.ndjson`, `roots.ndjson`,
 * `timestamps.ndjson`. `tools/verify-audit.mjs` verifies it on a machine without this program.
 * @throws Failure `export_folder_not_empty`
 */
export async function exportRecord(database: Database, folder: string): Promise<Exported> {
  await mkdir(folder, { recursive: true, mode: 0o750 })
  if ((await readdir(folder)).length > 0)
    throw new Failure(
      'export_folder_not_empty',
      `Thư mục ${folder} không rỗng: hãy chọn thư mục khác để không ghi đè lên bản xuất trước.\nThe folder ${folder} is not empty: choose another one, so that no earlier export is overwritten.`,
    )
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      await sql`set local statement_timeout = 0`.execute(db)
      return {
        entries: await writeLines(join(folder, 'entries.ndjson'), entryLines(db)),
        batches: await writeLines(join(folder, 'roots.ndjson'), rootLines(db)),
        stamps: await writeLines(join(folder, 'timestamps.ndjson'), stampLines(db)),
      }
    })
}

const everySeq = { firstSeq: 1, lastSeq: Number.MAX_SAFE_INTEGER }

async function* entryLines(db: DatabaseTransaction): AsyncGenerator<string> {
  for await (const { entryId, leaf, salt, decided, ...entry } of sealedRows(db, everySeq)) {
    const { seq, id, ...fields } = entry
    const place = { seq, id: entryId, leaf: leaf.toString('hex') }
    yield JSON.stringify(
      id === null
        ? { ...place, missing: true }
        : { ...place, ...fields, salt: salt?.toString('hex') ?? null },
    )
  }
  for await (const { salt, ...entry } of unsealedRows(db))
    yield JSON.stringify({ seq: null, ...entry, salt: salt?.toString('hex') ?? null })
}

async function* rootLines(db: DatabaseTransaction): AsyncGenerator<string> {
  for (let last: Batch | undefined; ; ) {
    const batches = await batchesAfter(db, last?.number ?? 0, 100)
    if (batches.length === 0) return
    yield* (await linesOf(db, batches)).trimEnd().split('\n')
    last = batches.at(-1)
  }
}

async function* stampLines(db: DatabaseTransaction): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ batch: number; at: Date; token: Buffer }>`select batch_number as batch,
      stamped_at as at, token from audit_timestamp where batch_number > ${after}
      order by batch_number limit 500`.execute(db)
    for (const { batch, at, token } of rows)
      yield JSON.stringify({ batch, at: at.toISOString(), token: token.toString('base64') })
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.batch
  }
}

const chunkBytes = 1024 * 1024

async function writeLines(path: string, lines: AsyncGenerator<string>): Promise<number> {
  const file = await open(path, 'wx', 0o640)
  let count = 0
  try {
    let chunk = ''
    for await (const line of lines) {
      chunk += `${line}\n`
      count += 1
      if (chunk.length < chunkBytes) continue
      await file.write(chunk)
      chunk = ''
    }
    await file.write(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
  return count
}
