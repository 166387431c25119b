import { Refusal } from './refusal.ts'

/** How much an archive may hold. */
export interface ZipLimits {
  readonly entries: number
  /** Of everything in it together, unpacked. */
  readonly unpackedBytes: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const endBytes = 22
const maxCommentBytes = 65_535

/**
 * Judges an archive by its table of contents before anything in it is unpacked: a bomb is refused, and so is one that
 * hides how large it is. What is unpacked afterwards must be bounded by the sizes that the table states.
 * @throws Refusal `archive_broken`, `archive_too_large`
 */
export function guardZip(bytes: Uint8Array, limits: ZipLimits): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfContents(view)
  const entries = view.getUint16(end + 10, true)
  if (entries > limits.entries) throw tooLarge(limits)
  let at = view.getUint32(end + 16, true)
  let unpacked = 0
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) throw broken()
    const packedBytes = view.getUint32(at + 20, true)
    const unpackedBytes = view.getUint32(at + 24, true)
    // A part that says it is empty and is not would be unpacked without a bound; 0xffffffff means "see elsewhere".
    if (unpackedBytes === 0 && packedBytes > 2) throw broken()
    if (packedBytes > view.byteLength) throw broken()
    unpacked += unpackedBytes
    if (unpacked > limits.unpackedBytes) throw tooLarge(limits)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

function endOfContents(view: DataView): number {
  const first = Math.max(0, view.byteLength - endBytes - maxCommentBytes)
  for (let at = view.byteLength - endBytes; at >= first; at -= 1)
    if (view.getUint32(at, true) === endMark) return at
  throw broken()
}

const broken = () => new Refusal('archive_broken')

const tooLarge = ({ unpackedBytes }: ZipLimits) =>
  new Refusal('archive_too_large', { limitMb: Math.floor(unpackedBytes / 1024 / 1024) }, { status: 413 })
