/** The possible faults of the audit log. */
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

/** One fault: the entry if it can be identified, otherwise the batch. */
export interface Fault {
  readonly code: FaultCode
  /** The number of the entry, or of the first one of the batch; null without a number. */
  readonly seq: number | null
  readonly entryId: string | null
  readonly batch: number | null
  /**
   * SHA-256 over these fields and the hashes found, in hex. An acknowledgement refers to it, and so does not cover a
   * later fault at the same place.
   */
  readonly fingerprint: string
  /** Two people acknowledged it in the log. */
  readonly acknowledged: boolean
}

/** The common result of `dotpha audit verify` and the separate verifier. */
export interface Verdict {
  /** There are no faults except acknowledged ones. */
  readonly ok: boolean
  /** All faults, in the order of the log. */
  readonly faults: readonly Fault[]
  /** The number of further faults: only a limited number are listed. */
  readonly more: number
  readonly sealed: number
  readonly batches: number
  /** Entries that are not sealed yet. */
  readonly unsealed: number
  /** Contents that a recorded decision erased. */
  readonly erased: number
  /** How many batches the file of roots confirmed; null without a file. */
  readonly confirmed: number | null
  /** The newest timestamped batch, and its time; null if there is none. */
  readonly stamped: { readonly batch: number; readonly at: string } | null
  /** The root of the last batch, in hex: to be compared with a copy kept elsewhere. */
  readonly root: string | null
}

export interface Parting {
  /** The position in the actual list. */
  readonly at: number
  /** The position in the expected list. */
  readonly should: number
  readonly code: FaultCode
}

/** All positions where the actual and the expected list of leaves differ. */
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
 * The first difference between the actual and the expected list of leaves, and its kind.
 * @param known all expected leaves, if the lists are parts of longer ones
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
