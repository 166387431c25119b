import { sql } from 'kysely'
import type { Database, DatabaseTransaction } from '../data/database.ts'
import { locks } from '../data/locks.ts'
import { batchColumns, entryColumns } from './columns.ts'
import { type BatchFields, type EntryFields, leafOf, merkleRoot, noRoot, rootOf } from './hash.ts'

export interface Batch extends BatchFields {
  readonly root: string
}

/** The maximum number of entries per batch: a fault with forged leaves can be narrowed down to this many entries. */
export const batchSize = 2000

/**
 * Seals up to one batch of pending entries: assigns contiguous numbers, stores their leaves, and chains the root of their
 * Merkle tree to the previous root. Only committed entries are seen, so a number never waits for an act.
 * @param database connected with the sealer's role
 * @returns the batch; null if nothing is pending, or if another sealer is working
 */
export function sealBatch(database: Database, now: Date, size = batchSize): Promise<Batch | null> {
  return database.transaction().execute(async (db) => {
    const lock = await sql<{
      mine: boolean
    }>`select pg_try_advisory_xact_lock(${locks.sealer}) as mine`.execute(db)
    if (lock.rows[0]?.mine !== true) return null
    const waiting = await waitingEntries(db, size)
    if (waiting.length === 0) return null
    // // A sealed entry that someone puts back into the queue must not stop the sealing.
    const entries = waiting.filter(({ known }) => !known)
    const batch = entries.length === 0 ? null : await nextBatch(db, entries, now)
    if (batch !== null) await keep(db, batch, entries)
    await sql`delete from audit_waiting where entry_id = any(${waiting.map(({ id }) => id)}::uuid[])`.execute(
      db,
    )
    return batch
  })
}

async function waitingEntries(
  db: DatabaseTransaction,
  size: number,
): Promise<readonly (EntryFields & { readonly known: boolean })[]> {
  const { rows } = await sql<EntryFields & { known: boolean }>`select ${entryColumns},
      exists (select from audit_leaf where audit_leaf.entry_id = audit_entry.id) as known
    from (select entry_id from audit_waiting order by entry_id limit ${size}) waiting
    join audit_entry on audit_entry.id = waiting.entry_id order by audit_entry.id`.execute(db)
  return rows
}

async function nextBatch(
  db: DatabaseTransaction,
  entries: readonly EntryFields[],
  now: Date,
): Promise<Batch> {
  const last = await lastBatch(db)
  const firstSeq = (last?.lastSeq ?? 0) + 1
  const fields: BatchFields = {
    number: (last?.number ?? 0) + 1,
    firstSeq,
    lastSeq: firstSeq + entries.length - 1,
    sealedAt: now.toISOString().replace('Z', '000Z'),
    previous: last?.root ?? noRoot,
    leavesRoot: merkleRoot(entries.map(leafOf)).toString('hex'),
  }
  return { ...fields, root: rootOf(fields) }
}

async function keep(db: DatabaseTransaction, batch: Batch, entries: readonly EntryFields[]): Promise<void> {
  const ids = entries.map(({ id }) => id)
  const leaves = entries.map(leafOf)
  await sql`insert into audit_leaf (seq, entry_id, leaf)
    select ${batch.firstSeq}::bigint + place - 1, id, leaf
    from unnest(${ids}::uuid[], ${leaves}::bytea[]) with ordinality as sealed (id, leaf, place)`.execute(db)
  await sql`insert into audit_batch (number, first_seq, last_seq, sealed_at, previous, leaves_root, root)
    values (${batch.number}, ${batch.firstSeq}, ${batch.lastSeq}, ${batch.sealedAt}::timestamptz,
      decode(${batch.previous}, 'hex'), decode(${batch.leavesRoot}, 'hex'), decode(${batch.root}, 'hex'))`.execute(
    db,
  )
}

/** The newest batch, or undefined if nothing is sealed. */
export async function lastBatch(db: Database | DatabaseTransaction): Promise<Batch | undefined> {
  const { rows } =
    await sql<Batch>`select ${batchColumns} from audit_batch order by number desc limit 1`.execute(db)
  return rows[0]
}

/** Batches after a number, in order, at most `limit`. */
export async function batchesAfter(
  db: Database | DatabaseTransaction,
  number: number,
  limit: number,
): Promise<readonly Batch[]> {
  const { rows } = await sql<Batch>`select ${batchColumns} from audit_batch where number > ${number}
    order by number limit ${limit}`.execute(db)
  return rows
}

/** The leaves of a batch, in order. */
export async function leavesOf(db: Database | DatabaseTransaction, batch: Batch): Promise<readonly Buffer[]> {
  const { rows } = await sql<{ leaf: Buffer }>`select leaf from audit_leaf
    where seq between ${batch.firstSeq} and ${batch.lastSeq} order by seq`.execute(db)
  return rows.map(({ leaf }) => leaf)
}
