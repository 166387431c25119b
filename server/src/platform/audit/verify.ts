import type { X509Certificate } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, DatabaseTransaction } from '../database.ts'
import { leafOf, MerkleTree, noRoot, payloadCommitment, rootOf } from './hash.ts'
import { type ExportedRoot, readRoots, splitMarks } from './roots-file.ts'
import { type Batch, batchesAfter } from './seal.ts'
import { type PresentRow, sealedRows } from './sealed-rows.ts'
import { verifyStamps } from './stamps.ts'
import { type Fault, type FaultCode, partingOf, type Verdict } from './verdict.ts'

// So long an act may take before its entry, dated by the act's beginning, looks as if it had been put in afterwards.
const latestMs = 86_400_000

export interface VerifyOptions {
  /** The file of roots that was kept outside the database. */
  readonly rootsPath?: string | undefined
  /** The certificates that stamps must lead to; without any, a stamp's own is taken at its word. */
  readonly trusted?: readonly X509Certificate[]
}

/**
 * Recomputes the whole record in one snapshot, page by page, and names the first thing that is wrong. With the file of
 * roots it finds also what an owner of the database rewrote from one end to the other.
 */
export function verifyRecord(database: Database, options: VerifyOptions = {}): Promise<Verdict> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      await sql`set local statement_timeout = 0`.execute(db)
      return new Walk(db, options).run()
    })
}

class Walk {
  readonly #db: DatabaseTransaction
  readonly #outside: AsyncGenerator<ExportedRoot> | null
  readonly #trusted: readonly X509Certificate[]
  #known: ExportedRoot | undefined
  #last: Batch | undefined
  #sealed = 0
  #batches = 0
  #erased = 0
  #confirmed = 0
  #latest = ''

  constructor(db: DatabaseTransaction, { rootsPath, trusted = [] }: VerifyOptions) {
    this.#db = db
    this.#outside = rootsPath === undefined ? null : readRoots(rootsPath)
    this.#trusted = trusted
  }

  async run(): Promise<Verdict> {
    const fault = (await this.#checkBatches()) ?? (await this.#checkEnd())
    if (fault !== null) return this.#verdict(fault, null, null)
    const stamps = await verifyStamps(this.#db, this.#trusted)
    const unsealed = await this.#countWaiting()
    return this.#verdict(stamps.fault, unsealed, stamps.last)
  }

  #verdict(fault: Fault | null, unsealed: number | null, stamped: Verdict['stamped']): Verdict {
    return {
      ok: fault === null,
      fault,
      sealed: this.#sealed,
      batches: this.#batches,
      unsealed,
      erased: this.#erased,
      confirmed: this.#outside === null ? null : this.#confirmed,
      stamped,
      root: this.#last?.root ?? null,
    }
  }

  async #checkBatches(): Promise<Fault | null> {
    for (;;) {
      const batches = await batchesAfter(this.#db, this.#last?.number ?? 0, 200)
      if (batches.length === 0) return null
      for (const batch of batches) {
        const fault = await this.#checkBatch(batch)
        if (fault !== null) return fault
        this.#last = batch
        this.#batches += 1
      }
    }
  }

  async #checkBatch(batch: Batch): Promise<Fault | null> {
    const number = (this.#last?.number ?? 0) + 1
    const firstSeq = (this.#last?.lastSeq ?? 0) + 1
    const of = (code: FaultCode): Fault => ({ code, seq: firstSeq, entryId: null, batch: number })
    if (batch.number !== number) return of('batch_removed')
    if (batch.firstSeq !== firstSeq || rootOf(batch) !== batch.root) return of('batch_changed')
    if (batch.previous !== (this.#last?.root ?? noRoot)) return this.#brokenChain(batch)
    const root = await this.#rootOutside(number)
    const entries = await this.#checkEntries(batch, root)
    if (entries !== null) return entries
    if (root !== undefined && root.root !== batch.root) return of('root_replaced')
    if (root !== undefined) this.#confirmed += 1
    return null
  }

  /** The batch is sound in itself, and what it was chained to is no longer there. */
  #brokenChain(batch: Batch): Fault {
    const before = this.#last
    if (before === undefined) return { code: 'batch_changed', seq: 1, entryId: null, batch: batch.number }
    return { code: 'root_replaced', seq: before.firstSeq, entryId: null, batch: before.number }
  }

  async #rootOutside(number: number): Promise<ExportedRoot | undefined> {
    while (this.#outside !== null && (this.#known?.number ?? 0) < number) {
      const next = await this.#outside.next()
      if (next.done === true) return undefined
      this.#known = next.value
    }
    return this.#known?.number === number ? this.#known : undefined
  }

  /** The entries of one batch against their leaves, the leaves against the batch, and all of it against the marks outside. */
  async #checkEntries(batch: Batch, outside: ExportedRoot | undefined): Promise<Fault | null> {
    const tree = new MerkleTree()
    const marks: string[] = []
    let first: Fault | null = null
    let seq = batch.firstSeq
    const at = (code: FaultCode, entryId: string | null): Fault => ({
      code,
      seq,
      entryId,
      batch: batch.number,
    })
    for await (const row of sealedRows(this.#db, batch)) {
      if (row.seq !== seq || row.id === null) {
        first ??= at('entry_removed', row.seq === seq ? row.entryId : null)
        break
      }
      const entry = row as PresentRow
      const leaf = leafOf(entry)
      tree.add(leaf)
      if (outside !== undefined) marks.push(leaf.toString('hex', 0, 4))
      const code = first === null ? await this.#checkEntry(entry, leaf) : null
      if (code !== null) first = at(code, row.entryId)
      seq += 1
    }
    if (seq <= batch.lastSeq) first ??= at('entry_removed', null)
    const agrees = tree.root().toString('hex') === batch.leavesRoot
    if (agrees && first?.code === 'entry_changed') return { ...first, code: 'leaf_changed' }
    const parted =
      outside === undefined || first?.code === 'entry_removed'
        ? null
        : partingOf(marks, splitMarks(outside.marks))
    const parting = parted === null ? null : await this.#parting(batch, parted)
    if (parting !== null && (first?.seq ?? Number.POSITIVE_INFINITY) > (parting.seq ?? 0)) return parting
    return (
      first ??
      (agrees ? null : { code: 'batch_mismatch', seq: batch.firstSeq, entryId: null, batch: batch.number })
    )
  }

  async #parting(batch: Batch, { at, code }: { at: number; code: FaultCode }): Promise<Fault> {
    const seq = batch.firstSeq + at
    const { rows } = await sql<{
      id: string
    }>`select entry_id as id from audit_leaf where seq = ${seq}`.execute(this.#db)
    // What stands there now is the next one, where one was taken out.
    return {
      code,
      seq,
      entryId: code === 'entry_removed' ? null : (rows[0]?.id ?? null),
      batch: batch.number,
    }
  }

  async #checkEntry(entry: PresentRow, leaf: Buffer): Promise<FaultCode | null> {
    this.#sealed += 1
    if (leaf.equals(entry.leaf)) return this.#checkContent(entry)
    const { rows } =
      await sql`select from audit_leaf where leaf = ${leaf} and seq <> ${entry.seq} limit 1`.execute(this.#db)
    return rows.length > 0 ? 'entries_reordered' : 'entry_changed'
  }

  #checkContent(row: PresentRow): FaultCode | null {
    if (row.salt === null || row.payload === null) {
      if (!row.decided) return 'content_removed'
      this.#erased += 1
    } else if (payloadCommitment(row.salt, row.payload).toString('hex') !== row.commitment)
      return 'content_changed'
    // Sealed in the order of their making; whatever is dated a day before what was sealed earlier was put in afterwards.
    if (this.#latest !== '' && Date.parse(row.recordedAt) < Date.parse(this.#latest) - latestMs)
      return 'entry_backdated'
    if (row.recordedAt > this.#latest) this.#latest = row.recordedAt
    return null
  }

  /** What lies beyond the last batch: leaves without one, roots outside that have none here, entries that nobody knows. */
  async #checkEnd(): Promise<Fault | null> {
    const [number, lastSeq] = [this.#last?.number ?? 0, this.#last?.lastSeq ?? 0]
    const stray = await sql<{ seq: number; id: string }>`select seq, entry_id as id from audit_leaf
      where seq > ${lastSeq} or seq < 1 order by seq limit 1`.execute(this.#db)
    const cut = await this.#rootOutside(number + 1)
    if (cut !== undefined) return { code: 'tail_cut', seq: cut.firstSeq, entryId: null, batch: cut.number }
    const leaf = stray.rows[0]
    if (leaf !== undefined)
      return { code: 'batch_removed', seq: leaf.seq, entryId: leaf.id, batch: number + 1 }
    const { rows } = await sql<{ id: string }>`select id from audit_entry
      where not exists (select from audit_leaf where audit_leaf.entry_id = audit_entry.id)
        and not exists (select from audit_waiting where audit_waiting.entry_id = audit_entry.id)
      order by id limit 1`.execute(this.#db)
    return rows[0] === undefined
      ? null
      : { code: 'entry_inserted', seq: null, entryId: rows[0].id, batch: null }
  }

  async #countWaiting(): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*) as count from audit_waiting`.execute(
      this.#db,
    )
    return rows[0]?.count ?? 0
  }
}
