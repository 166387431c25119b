import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type Migration, migrationsFolder } from './migration-files.ts'

// Until the 2nd of December 2026 migrations were edited after they had been committed, so that a database which recorded
// number 4 may be one of six. What was added to each since then is in this folder, written so that it changes nothing
// where it is there already.
const editionsFolder = join(migrationsFolder, 'earlier-editions')

// Some were committed as a comment alone, to keep a number: where this is missing, the whole migration is.
const proofs: Readonly<Record<number, string>> = {
  5: `to_regprocedure('mark_works()')`,
  6: `to_regclass('audit_waiting')`,
  7: `to_regclass('passkey')`,
  8: `to_regclass('outside_identity')`,
  9: `to_regclass('unit_name')`,
  10: `to_regclass('stopped_mark')`,
  11: `to_regclass('bulk_act')`,
  12: `to_regclass('work_comment')`,
}

/**
 * Brings a migration that was applied before checksums were kept to the edition that this program has, whichever edition
 * it was, in the transaction that the caller has opened. Those before it must have been brought there already.
 */
export async function bringToThisEdition(client: pg.Client, migration: Migration): Promise<void> {
  const proof = proofs[migration.number]
  if (proof !== undefined && !(await holds(client, proof))) {
    await client.query(migration.sql)
    return
  }
  const since = await readSince(migration.number)
  if (since !== undefined) await client.query(since)
}

async function holds(client: pg.Client, proof: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select ${proof} is not null as there`)
  return rows[0]?.there === true
}

async function readSince(number: number): Promise<string | undefined> {
  const path = join(editionsFolder, `${String(number).padStart(4, '0')}.sql`)
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
