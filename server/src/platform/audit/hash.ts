import { hash } from 'node:crypto'

/** The fields of an audit entry as strings: times in UTC with six digits, the commitment in hex. */
export interface EntryFields {
  readonly id: string
  readonly recordedAt: string
  readonly action: string
  readonly outcome: string
  readonly objectKind: string | null
  readonly objectId: string | null
  readonly accountId: string | null
  readonly personId: string | null
  readonly holdingId: string | null
  readonly bodyId: string | null
  readonly sourceAddress: string | null
  readonly requestId: string
  readonly commitment: string
}

/** The hashed fields of a batch; numbers from 1, hashes in hex. */
export interface BatchFields {
  readonly number: number
  readonly firstSeq: number
  readonly lastSeq: number
  readonly sealedAt: string
  readonly previous: string
  readonly leavesRoot: string
}

/** The previous root of the first batch. */
export const noRoot = '0'.repeat(64)

// // Leaf and node as in RFC 6962, section 2.1, so that neither can be mistaken for the other; the chain has its own
// prefix.
const leafPrefix = Buffer.of(0)
const nodePrefix = Buffer.of(1)
const chainPrefix = Buffer.of(2)

const sha256 = (...parts: readonly Buffer[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer')

/** The leaf of an entry: a hash over all its columns. */
export function leafOf(entry: EntryFields): Buffer {
  return sha256(
    leafPrefix,
    encode([
      entry.id,
      entry.recordedAt,
      entry.action,
      entry.outcome,
      entry.objectKind,
      entry.objectId,
      entry.accountId,
      entry.personId,
      entry.holdingId,
      entry.bodyId,
      entry.sourceAddress,
      entry.requestId,
      entry.commitment,
    ]),
  )
}

/** The root of a batch: a hash over all its fields and, by `previous`, over all earlier batches. In hex. */
export function rootOf(batch: BatchFields): string {
  const { number, firstSeq, lastSeq, sealedAt, previous, leavesRoot } = batch
  const fields = [String(number), String(firstSeq), String(lastSeq), sealedAt, previous, leavesRoot]
  return sha256(chainPrefix, encode(fields)).toString('hex')
}

/**
 * An unambiguous concatenation of strings: 0 for null, otherwise 1, the length in four bytes (big-endian) and the UTF-8
 * bytes.
 */
export function encode(words: readonly (string | null)[]): Buffer {
  const parts: Buffer[] = []
  for (const word of words) {
    if (word === null) {
      parts.push(Buffer.of(0))
      continue
    }
    const bytes = Buffer.from(word, 'utf8')
    const head = Buffer.alloc(5, 1)
    head.writeUInt32BE(bytes.length, 1)
    parts.push(head, bytes)
  }
  return Buffer.concat(parts)
}

/** A Merkle tree that accepts leaves one by one and stores only the roots of its full subtrees: log2(n) hashes. */
export class MerkleTree {
  readonly #peaks: { readonly size: number; readonly root: Buffer }[] = []

  add(leaf: Buffer): void {
    let peak = { size: 1, root: leaf }
    for (let last = this.#peaks.at(-1); last?.size === peak.size; last = this.#peaks.at(-1)) {
      this.#peaks.pop()
      peak = { size: peak.size * 2, root: sha256(nodePrefix, last.root, peak.root) }
    }
    this.#peaks.push(peak)
  }

  /** The root as RFC 6962 defines it: each split is at the largest power of two that is smaller than the size. */
  root(): Buffer {
    const [last, ...before] = [...this.#peaks].reverse()
    if (last === undefined) return sha256()
    return before.reduce((right, left) => sha256(nodePrefix, left.root, right), last.root)
  }
}

/** The Merkle root of a batch's leaves. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const tree = new MerkleTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

/** SHA-256 over the 32 bytes of salt and the UTF-8 of the payload: the entry's commitment to its content. */
export function payloadCommitment(salt: Buffer, payload: string): Buffer {
  return sha256(salt, Buffer.from(payload, 'utf8'))
}
