import type { X509Certificate } from 'node:crypto'
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
  /** The file of roots that was kept outside the database. */
  readonly rootsPath?: string | undefined
  /** The file is the one that this server keeps, so that nothing may be missing in it but what was sealed since then. */
  readonly completeUntil?: Date | undefined
  /** The certificates that stamps must lead to; without any, a stamp's own is taken at its word. */
  readonly trusted?: readonly X509Certificate[]
}

/**
 * Recomputes the whole record in one snapshot, page by page, and names everything that is wrong: it goes on past a fault, so
 * that an old one hides no new one. With the file of roots it finds also what an owner of the database rewrote from one end
 * to the other.
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
  readonly #faults = new FaultList()
  readonly #entries: EntryCheck
  #known: ExportedRoot | undefined
  #last: Batch | undefined
  /** The batch before has a fault of its own: that the next one does not fit it says nothing new. */
  #isLastFaulty = false
  /** A root parted from the one outside: all that are chained to it part too. */
  #hasParted = false
  /** The number of the last entry that was walked past. */
  #end = 0
  #batches = 0
  #confirmed = 0
  readonly #completeUntil: Date | undefined
  #isShort = false

  constructor(db: DatabaseTransaction, { rootsPath, completeUntil, trusted = [] }: VerifyOptions) {
    this.#db = db
    this.#completeUntil = completeUntil
    this.#outside = rootsPath === undefined ? null : readRoots(rootsPath)
    this.#trusted = trusted
    this.#entries = new EntryCheck(db, this.#faults)
  }

  async run(): Promise<Verdict> {
    await this.#checkBatches()
    await this.#checkEnd()
    const unsealed = await this.#checkUnsealed()
    const stamped = await verifyStamps(this.#db, this.#trusted, this.#faults)
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

  /** Batches that are no longer there: their entries have only their leaves, and the marks outside where there are any. */
  async #nameRemoved(next: Batch): Promise<void> {
    for (let number = (this.#last?.number ?? 0) + 1; number < next.number; number += 1) {
      const outside = await this.#rootOutside(number)
      const firstSeq = this.#end + 1
      // Of several without a word from outside nobody knows where one ended: the last is given the rest.
      const lastSeq = outside?.lastSeq ?? (number === next.number - 1 ? next.firstSeq - 1 : this.#end)
      const stretch = { firstSeq, lastSeq, batch: number, leavesRoot: outside?.leavesRoot ?? null, outside }
      const { root } = await this.#entries.check(stretch)
      this.#faults.add('batch_removed', { seq: firstSeq, entryId: null, batch: number }, [next.root, root])
      this.#end = Math.max(this.#end, lastSeq)
    }
    this.#isLastFaulty = true
  }

  /** The batch is sound in itself, and what it was chained to is no longer there. */
  #checkChain(batch: Batch): void {
    const before = this.#last
    if (before === undefined || this.#isLastFaulty || batch.previous === before.root) return
    const place = { seq: before.firstSeq, entryId: null, batch: before.number }
    this.#faults.add('root_replaced', place, [before.root, batch.previous])
  }

  /** A root that parts from the one outside only because one before it does says nothing new. */
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

  /** The first batch that the file of roots should have and has not. */
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

  /** What lies beyond the last batch: leaves without one, and roots outside that have none here. */
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

  /** Entries that no leaf knows: those that the sealer has not come to, and those that nobody handed to it. */
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
