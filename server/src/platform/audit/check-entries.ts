import { sql } from 'kysely'
import type { DatabaseTransaction } from '../data/database.ts'
import type { FaultList } from './faults.ts'
import { leafOf, MerkleTree, payloadCommitment } from './hash.ts'
import { type ExportedRoot, splitMarks } from './roots-file.ts'
import { type PresentRow, sealedRows } from './sealed-rows.ts'
import { type FaultCode, partingsOf } from './verdict.ts'

// // An act that takes longer than this looks as if its entry, dated by the act's start, had been inserted later.
const latestMs = 86_400_000

/** A range of the sealed log: the entries of a batch, or entries without a batch. */
export interface Stretch {
  readonly firstSeq: number
  readonly lastSeq: number
  readonly batch: number | null
  /** The leaves' root stored in the batch; null without a batch. */
  readonly leavesRoot: string | null
  readonly outside: ExportedRoot | undefined
}

export interface Checked {
  /** The root over the entries as they are: part of the fingerprint of a fault of their batch. */
  readonly root: string
  /** Whether all differences between the entries and the batch have been reported, or there is none. */
  readonly isExplained: boolean
}

interface Changed {
  readonly seq: number
  readonly entryId: string
  readonly stored: Buffer
  readonly found: Buffer
}

const markOf = (leaf: Buffer): string => leaf.toString('hex', 0, 4)

/**
 * Compares the entries of a range with their leaves, the leaves with the batch, and everything with the external marks.
 */
export class EntryCheck {
  readonly #db: DatabaseTransaction
  readonly #faults: FaultList
  #latest = ''
  sealed = 0
  erased = 0

  constructor(db: DatabaseTransaction, faults: FaultList) {
    this.#db = db
    this.#faults = faults
  }

  async check(stretch: Stretch): Promise<Checked> {
    const { batch, outside } = stretch
    const before = this.#faults.count
    const [stored, found] = [new MerkleTree(), new MerkleTree()]
    const rows: { readonly seq: number; readonly entryId: string; readonly mark: string }[] = []
    const changed: Changed[] = []
    const missing: number[] = []
    let next = stretch.firstSeq
    for await (const row of sealedRows(this.#db, stretch)) {
      for (; next < row.seq; next += 1) missing.push(next)
      next = row.seq + 1
      const { seq, entryId } = row
      const leaf = row.id === null ? row.leaf : leafOf(row as PresentRow)
      stored.add(row.leaf)
      found.add(leaf)
      if (outside !== undefined) rows.push({ seq, entryId, mark: markOf(leaf) })
      if (row.id === null)
        this.#faults.add('entry_removed', { seq, entryId, batch }, [row.leaf.toString('hex')])
      else {
        this.sealed += 1
        if (leaf.equals(row.leaf)) this.#checkContent(row as PresentRow, batch)
        else changed.push({ seq, entryId, stored: row.leaf, found: leaf })
      }
    }
    for (; next <= stretch.lastSeq; next += 1) missing.push(next)
    const roots = { stored: stored.root().toString('hex'), found: found.root().toString('hex') }
    const named = await this.#nameChanged(stretch, changed, roots)
    if (outside === undefined) {
      for (const seq of missing)
        this.#faults.add('entry_removed', { seq, entryId: null, batch }, [roots.found])
    } else this.#compareMarks(stretch, { rows, named, root: roots.found, outside })
    const agrees = roots.stored === stretch.leavesRoot || roots.found === stretch.leavesRoot
    const isPlaced = outside === undefined ? missing.length > 0 : this.#faults.count > before
    return { root: roots.found, isExplained: agrees || isPlaced }
  }

  async #nameChanged(
    { batch, leavesRoot, outside, firstSeq }: Stretch,
    changed: readonly Changed[],
    roots: { readonly stored: string; readonly found: string },
  ): Promise<ReadonlySet<number>> {
    const elsewhere = await this.#leavesElsewhere(changed)
    const marks = outside === undefined ? [] : splitMarks(outside.marks)
    for (const { seq, entryId, stored, found } of changed) {
      // // The entry is the one that was sealed, if the batch or the external marks say so; then its leaf was changed.
      const isWhole = roots.found === leavesRoot || marks[seq - firstSeq] === markOf(found)
      const moved = elsewhere.has(found.toString('hex')) ? 'entries_reordered' : 'entry_changed'
      const code: FaultCode = isWhole ? 'leaf_changed' : moved
      this.#faults.add(code, { seq, entryId, batch }, [stored.toString('hex'), found.toString('hex')])
    }
    return new Set(changed.map(({ seq }) => seq))
  }

  async #leavesElsewhere(changed: readonly Changed[]): Promise<ReadonlySet<string>> {
    if (changed.length === 0) return new Set()
    const leaves = changed.map(({ found }) => found)
    const { rows } = await sql<{ leaf: string }>`select encode(leaf, 'hex') as leaf from audit_leaf
      where leaf = any(${leaves}::bytea[])`.execute(this.#db)
    return new Set(rows.map(({ leaf }) => leaf))
  }

  /** Differences from the external marks that were not reported already. */
  #compareMarks(
    { batch, firstSeq }: Stretch,
    {
      rows,
      named,
      root,
      outside,
    }: {
      readonly rows: readonly { readonly seq: number; readonly entryId: string; readonly mark: string }[]
      readonly named: ReadonlySet<number>
      readonly root: string
      readonly outside: ExportedRoot
    },
  ): void {
    const should = splitMarks(outside.marks)
    const partings = partingsOf(
      rows.map(({ mark }) => mark),
      should,
    )
    for (const { at, should: place, code } of partings) {
      const row = code === 'entry_removed' ? undefined : rows[at]
      const seq = row?.seq ?? firstSeq + place
      if (named.has(seq)) continue
      const seen = [row?.mark ?? null, should[place] ?? null, root]
      this.#faults.add(code, { seq, entryId: row?.entryId ?? null, batch }, seen)
    }
  }

  #checkContent(row: PresentRow, batch: number | null): void {
    const place = { seq: row.seq, entryId: row.entryId, batch }
    const leaf = row.leaf.toString('hex')
    if (row.salt === null || row.payload === null) {
      if (row.decided) this.erased += 1
      else this.#faults.add('content_removed', place, [leaf])
    } else {
      const commitment = payloadCommitment(row.salt, row.payload).toString('hex')
      if (commitment === row.commitment) this.#faults.note(row)
      else this.#faults.add('content_changed', place, [leaf, commitment])
    }
    this.#checkTime(row, place, leaf)
  }

  /**
   * Entries are sealed in the order of creation; one dated a day before earlier sealed entries was inserted afterwards.
   */
  #checkTime(row: PresentRow, place: Parameters<FaultList['add']>[1], leaf: string): void {
    if (this.#latest !== '' && Date.parse(row.recordedAt) < Date.parse(this.#latest) - latestMs)
      this.#faults.add('entry_backdated', place, [leaf])
    // // The clock was ahead, and the operator recorded it: later entries are compared with this entry, which is
    // reported.
    const isAccepted = row.action === 'audit.accept-clock' && row.outcome === 'done'
    if (isAccepted || row.recordedAt > this.#latest) this.#latest = row.recordedAt
  }
}
