/** What can be wrong with the record. */
export const faultCodes = [
  'entry_changed',
  'entry_removed',
  'entry_inserted',
  'entry_backdated',
  'entries_reordered',
  'leaf_changed',
  'content_changed',
  'content_removed',
  'batch_mismatch',
  'batch_changed',
  'batch_removed',
  'root_replaced',
  'tail_cut',
  'timestamp_wrong',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** The first thing that is wrong: which entry, where one can be told, else which batch. */
export interface Fault {
  readonly code: FaultCode
  /** The number of the entry, or of the first of the batch; null for one that has no number. */
  readonly seq: number | null
  readonly entryId: string | null
  readonly batch: number | null
}

/** What `dotpha audit verify` and the separate verifier both say. */
export interface Verdict {
  readonly ok: boolean
  readonly fault: Fault | null
  /** Up to the fault, where there is one. */
  readonly sealed: number
  readonly batches: number
  /** Entries that the sealer has not come to yet; null where a fault came first. */
  readonly unsealed: number | null
  /** Contents that a recorded decision erased. */
  readonly erased: number
  /** How many batches the file of roots confirmed; null where there was none to compare with. */
  readonly confirmed: number | null
  /** The newest batch with the word of a time-stamping authority, and when that was; null without any. */
  readonly stamped: { readonly batch: number; readonly at: string } | null
  /** The root of the last batch, in hex: to be compared with what was written down elsewhere. */
  readonly root: string | null
}

/** Where two lists of leaves, as they are and as they should be, first part, and in which way. */
export function partingOf(
  are: readonly string[],
  should: readonly string[],
): { readonly at: number; readonly code: FaultCode } | null {
  const longest = Math.max(are.length, should.length)
  for (let at = 0; at < longest; at += 1) {
    const [is, was] = [are[at], should[at]]
    if (is === was) continue
    if (is === undefined) return { at, code: 'entry_removed' }
    if (was === undefined) return { at, code: 'entry_inserted' }
    if (are[at + 1] === was && !should.includes(is)) return { at, code: 'entry_inserted' }
    if (should[at + 1] === is && !are.includes(was)) return { at, code: 'entry_removed' }
    return { at, code: should.includes(is) ? 'entries_reordered' : 'entry_changed' }
  }
  return null
}
