import type { TrustStore } from '@dot-pha/pades/timestamps'
import { sql } from 'kysely'
import type { Database, DatabaseTransaction } from '../data/database.ts'
import { EntryCheck } from './check-entries.ts'
import { FaultList } from './faults.ts'
import { leafOf, noRoot, rootOf } from './hash.ts'
import { type ExportedRoot, readRoots } from './roots-file.ts'
import { type Batch, batchesAfter } from './seal.ts'
import { unsealedRows } from './sealed-rows.ts'
import { verifyStamps } from './stamps.ts'
import type { Verdict } from './verdict.ts'

export interface VerifyOptions {
  /** The file of roots stored outside the database. */
  readonly rootsPath?: string | undefined
  /** Whether it is this server's own file, which must be complete except for the newest batches. */
  readonly completeUntil?: Date | undefined
  /** The trusted certificates for timestamps; if null, a timestamp's own certificate is accepted. */
  readonly trust?: TrustStore | null
}

/**
 * Recomputes the whole log in one snapshot, page by page, and reports every fault: it continues after a fault, so that an
 * old one does not hide a new one. With the file of roots it also detects that the database owner rewrote the whole log.
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
  readonly #trust: TrustStore | null
  readonly #faults = new FaultList()
  readonly #entries: EntryCheck
  #known: ExportedRoot | undefined
  #last: Batch | undefined
  /** The previous batch has a fault of its own, so a broken link to it is not reported again. */
  #isLastFaulty = false
  /** A root differs from the external one: all later roots in the chain differ too. */
  #hasParted = false
  /** The number of the last entry that was checked. */
  #end = 0
  #batches = 0
  #confirmed = 0
  readonly #completeUntil: Date | undefined
  #isShort = false

  constructor(db: DatabaseTransaction, { rootsPath, completeUntil, trust = null }: VerifyOptions) {
    this.#db = db
    this.#completeUntil = completeUntil
    this.#outside = rootsPath === undefined ? null : readRoots(rootsPath)
    this.#trust = trust
    this.#entries = new EntryCheck(db, this.#faults)
  }

  async run(): Promise<Verdict> {
    await this.#checkBatches()
    await this.#checkEnd()
    const unsealed = await this.#checkUnsealed()
    const stamped = await verifyStamps(this.#db, this.#trust, this.#faults)
    return {
      ...this.#faults.result(),
      sealed: this.#entries.sealed,
      batches: this.#batches,
      unsealed,
      erased: this.#entries.erased,
      confirmed: this.#outside === null ? null : this.#confirmed,
      stamped,
      root: this.#last?.root ?? null,
    }
  }

  async #checkBatches(): Promise<void> {
    const batches = allBatches(this.#db)
    let { value: batch } = await batches.next()
    while (batch !== undefined) {
      const { value: following } = await batches.next()
      await this.#checkBatch(batch, following)
      batch = following
    }
  }

  async #checkBatch(batch: Batch, following: Batch | undefined): Promise<void> {
    const hasGap = batch.number > (this.#last?.number ?? 0) + 1
    if (hasGap) await this.#nameRemoved(batch)
    const isSound = rootOf(batch) === batch.root
    const firstSeq = this.#end + 1
    const isFirst = this.#last === undefined && !hasGap
    const fits = isSound && batch.firstSeq === firstSeq && (!isFirst || batch.previous === noRoot)
    if (isSound && !hasGap) this.#checkChain(batch)
    const before = this.#faults.count
    const place = { seq: firstSeq, entryId: null, batch: batch.number }
    const lastSeq = isSound ? batch.lastSeq : await this.#lastSeqBefore(following)
    const outside = await this.#rootOutside(batch.number)
    const { leavesRoot } = batch
    const stretch = { firstSeq, lastSeq, batch: batch.number, leavesRoot, outside }
    const { root, isExplained } = await this.#entries.check(stretch)
    if (!fits) this.#faults.add('batch_changed', place, [batch.root, rootOf(batch), batch.previous, root])
    else if (!isExplained) this.#faults.add('batch_mismatch', place, [leavesRoot, root])
    if (outside !== undefined) this.#compareOutside(batch, outside, this.#faults.count > before)
    else this.#checkComplete(batch)
    this.#isLastFaulty = this.#faults.count > before
    this.#last = batch
    this.#end = Math.max(this.#end, lastSeq)
    this.#batches += 1
  }

  /** Missing batches: their entries have only their leaves, and the external marks if there are any. */
  async #nameRemoved(next: Batch): Promise<void> {
    for (let number = (this.#last?.number ?? 0) + 1; number < next.number; number += 1) {
      const outside = await this.#rootOutside(number)
      const firstSeq = this.#end + 1
      // // Without external data the boundary between several missing batches is unknown: the last one gets the rest.
      const lastSeq = outside?.lastSeq ?? (number === next.number - 1 ? next.firstSeq - 1 : this.#end)
      const stretch = { firstSeq, lastSeq, batch: number, leavesRoot: outside?.leavesRoot ?? null, outside }
      const { root } = await this.#entries.check(stretch)
      this.#faults.add('batch_removed', { seq: firstSeq, entryId: null, batch: number }, [next.root, root])
      this.#end = Math.max(this.#end, lastSeq)
    }
    this.#isLastFaulty = true
  }

  /** The batch is intact, but the batch to which it was chained is missing. */
  #checkChain(batch: Batch): void {
    const before = this.#last
    if (before === undefined || this.#isLastFaulty || batch.previous === before.root) return
    const place = { seq: before.firstSeq, entryId: null, batch: before.number }
    this.#faults.add('root_replaced', place, [before.root, batch.previous])
  }

  /** A root that differs from the external one only because an earlier one does is not reported again. */
  #compareOutside(batch: Batch, outside: ExportedRoot, isFaulty: boolean): void {
    if (outside.root === batch.root) {
      this.#confirmed += 1
      return
    }
    const isItself =
      outside.firstSeq !== batch.firstSeq ||
      outside.lastSeq !== batch.lastSeq ||
      outside.sealedAt !== batch.sealedAt ||
      outside.leavesRoot !== batch.leavesRoot
    if (!isFaulty && (isItself || !this.#hasParted)) {
      const place = { seq: batch.firstSeq, entryId: null, batch: batch.number }
      this.#faults.add('root_replaced', place, [batch.root, outside.root])
    }
    this.#hasParted = true
  }

  /** The first batch that is missing in the file of roots. */
  #checkComplete({ number, firstSeq, sealedAt, root }: Batch): void {
    if (this.#completeUntil === undefined || this.#isShort) return
    if (Date.parse(sealedAt) >= this.#completeUntil.getTime()) return
    this.#isShort = true
    this.#faults.add('roots_shortened', { seq: firstSeq, entryId: null, batch: number }, [root])
  }

  async #lastSeqBefore(following: Batch | undefined): Promise<number> {
    return Math.max(this.#end, following === undefined ? await this.#lastLeaf() : following.firstSeq - 1)
  }

  async #lastLeaf(): Promise<number> {
    const { rows } = await sql<{ seq: number | null }>`select max(seq) as seq from audit_leaf`.execute(
      this.#db,
    )
    return rows[0]?.seq ?? 0
  }

  async #rootOutside(number: number): Promise<ExportedRoot | undefined> {
    while (this.#outside !== null && (this.#known?.number ?? 0) < number) {
      const next = await this.#outside.next()
      if (next.done === true) return undefined
      this.#known = next.value
    }
    return this.#known?.number === number ? this.#known : undefined
  }

  /** Entries after the last batch: leaves without a batch, and external roots without one here. */
  async #checkEnd(): Promise<void> {
    let number = (this.#last?.number ?? 0) + 1
    const last = await this.#lastLeaf()
    if (last > this.#end) {
      const [firstSeq, outside] = [this.#end + 1, await this.#rootOutside(number)]
      const stretch = {
        firstSeq,
        lastSeq: last,
        batch: number,
        leavesRoot: outside?.leavesRoot ?? null,
        outside,
      }
      const { root } = await this.#entries.check(stretch)
      this.#faults.add('batch_removed', { seq: firstSeq, entryId: null, batch: number }, [root])
      number += 1
    }
    for (;;) {
      const cut = await this.#rootOutside(number)
      if (cut === undefined) return
      this.#faults.add('tail_cut', { seq: cut.firstSeq, entryId: null, batch: number }, [cut.root])
      number += 1
    }
  }

  /** Entries without a leaf: those not sealed yet, and those that were never queued. */
  async #checkUnsealed(): Promise<number> {
    let unsealed = 0
    for await (const entry of unsealedRows(this.#db)) {
      if (entry.waiting) unsealed += 1
      else
        this.#faults.add('entry_inserted', { seq: null, entryId: entry.id, batch: null }, [
          leafOf(entry).toString('hex'),
        ])
    }
    return unsealed
  }
}

async function* allBatches(db: DatabaseTransaction): AsyncGenerator<Batch, undefined> {
  for (let last: Batch | undefined; ; ) {
    const batches = await batchesAfter(db, last?.number ?? 0, 200)
    yield* batches
    last = batches.at(-1)
    if (last === undefined) return undefined
  }
}
