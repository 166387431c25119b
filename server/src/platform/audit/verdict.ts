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
  'roots_shortened',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** One thing that is wrong: which entry, where one can be told, else which batch. */
export interface Fault {
  readonly code: FaultCode
  /** The number of the entry, or of the first of the batch; null for one that has no number. */
  readonly seq: number | null
  readonly entryId: string | null
  readonly batch: number | null
  /**
   * SHA-256 over all of this and the hashes that were found, in hex. An acknowledgement names it, and so covers nothing that
   * comes to the same place later.
   */
  readonly fingerprint: string
  /** Two people said on the record that they know of it. */
  readonly acknowledged: boolean
}

/** What `dotpha audit verify` and the separate verifier both say. */
export interface Verdict {
  /** Nothing is wrong but what was acknowledged. */
  readonly ok: boolean
  /** All that is wrong, in the order of the record. */
  readonly faults: readonly Fault[]
  /** Faults beyond those: only so many are named. */
  readonly more: number
  readonly sealed: number
  readonly batches: number
  /** Entries that the sealer has not come to yet. */
  readonly unsealed: number
  /** Contents that a recorded decision erased. */
  readonly erased: number
  /** How many batches the file of roots confirmed; null where there was none to compare with. */
  readonly confirmed: number | null
  /** The newest batch with the word of a time-stamping authority, and when that was; null without any. */
  readonly stamped: { readonly batch: number; readonly at: string } | null
  /** The root of the last batch, in hex: to be compared with what was written down elsewhere. */
  readonly root: string | null
}

export interface Parting {
  /** The place in the list as it is. */
  readonly at: number
  /** The place in the list as it should be. */
  readonly should: number
  readonly code: FaultCode
}

/** Every place where two lists of leaves, as they are and as they should be, part. */
export function partingsOf(are: readonly string[], should: readonly string[]): readonly Parting[] {
  const found: Parting[] = []
  let [isAt, shouldAt] = [0, 0]
  while (isAt < are.length || shouldAt < should.length) {
    const parted = partingOf(are.slice(isAt), should.slice(shouldAt), should)
    if (parted === null) break
    const { at, code } = parted
    found.push({ at: isAt + at, should: shouldAt + at, code })
    isAt += at + (code === 'entry_removed' ? 0 : 1)
    shouldAt += at + (code === 'entry_inserted' ? 0 : 1)
  }
  return found
}

/**
 * Where two lists of leaves, as they are and as they should be, first part, and in which way.
 * @param known all that should stand anywhere, where the lists are parts of longer ones
 */
export function partingOf(
  are: readonly string[],
  should: readonly string[],
  known = should,
): { readonly at: number; readonly code: FaultCode } | null {
  const longest = Math.max(are.length, should.length)
  for (let at = 0; at < longest; at += 1) {
    const [is, was] = [are[at], should[at]]
    if (is === was) continue
    if (is === undefined) return { at, code: 'entry_removed' }
    if (was === undefined) return { at, code: 'entry_inserted' }
    if (are[at + 1] === was && !known.includes(is)) return { at, code: 'entry_inserted' }
    if (should[at + 1] === is && !are.includes(was)) return { at, code: 'entry_removed' }
    return { at, code: known.includes(is) ? 'entries_reordered' : 'entry_changed' }
  }
  return null
}
