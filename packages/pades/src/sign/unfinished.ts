import { createHash, type Hash } from 'node:crypto'
import { PadesError } from '../errors.ts'
import type { PdfFile } from '../pdf/document.ts'
import { type NewObject, writeUpdate } from '../pdf/write-update.ts'
import { type ByteSource, eachBlock } from '../source.ts'
import { byteRangeLabel, contentsLabel } from './signature-objects.ts'

/** A signature that is written but for its value. */
export interface Unfinished {
  /** What comes after the file; its byte range is filled in, its `/Contents` are zeros. */
  readonly appended: Uint8Array
  /** Where the hexadecimal digits of `/Contents` begin in `appended`. */
  readonly contentsAt: number
  readonly roomBytes: number
}

/** Writes the objects of an unfinished signature and fills in what it will cover (ISO 32000-2, 12.8.1). */
export function writeUnfinished(file: PdfFile, objects: readonly NewObject[]): Unfinished {
  const { appended, placeholders } = writeUpdate(file, objects)
  const contents = placeholders.get(contentsLabel)
  const range = placeholders.get(byteRangeLabel)
  if (contents === undefined || range === undefined) throw new RangeError('an update without a signature')
  const { sizeBytes } = file.source
  const end = sizeBytes + appended.length
  // The placeholder closes its bracket itself, after as many spaces as are left.
  const text = `[0 ${contents.start} ${contents.end} ${end - contents.end}`
  Buffer.from(appended.buffer, appended.byteOffset).write(text, range.start - sizeBytes, 'latin1')
  return {
    appended,
    contentsAt: contents.start + 1 - sizeBytes,
    roomBytes: (contents.end - contents.start - 2) / 2,
  }
}

function updateBySource(digest: Hash, source: ByteSource): Hash {
  eachBlock(source, { start: 0, end: source.sizeBytes }, (block) => digest.update(block))
  return digest
}

function digestWith(digest: Hash, { appended, contentsAt, roomBytes }: Unfinished): Buffer {
  digest.update(appended.subarray(0, contentsAt - 1))
  digest.update(appended.subarray(contentsAt + 2 * roomBytes + 1))
  return digest.digest()
}

/** The digest over all that an unfinished signature covers: the file, and what is appended but for `/Contents`. */
export function digestOfUnfinished(source: ByteSource, unfinished: Unfinished, hash: string): Buffer {
  return digestWith(updateBySource(createHash(hash), source), unfinished)
}

/** The same with the SHA-256 of the file alone, which costs no second reading where the hash is that one. */
export function digestsOfUnfinished(
  source: ByteSource,
  unfinished: Unfinished,
  hash: string,
): { readonly original: Buffer; readonly covered: Buffer } {
  const original = updateBySource(createHash('sha256'), source)
  const covered = hash === 'sha256' ? original.copy() : updateBySource(createHash(hash), source)
  return { original: original.digest(), covered: digestWith(covered, unfinished) }
}

/**
 * Puts the signature into its place, in `appended` itself.
 *
 * @throws PadesError `not_enough_room`, with what would be
 */
export function fill(unfinished: Unfinished, message: Uint8Array): void {
  const { appended, contentsAt, roomBytes } = unfinished
  if (message.length > roomBytes) throw notEnoughRoom(unfinished, message)
  const hex = Buffer.from(message.buffer, message.byteOffset, message.length).toString('hex')
  Buffer.from(appended.buffer, appended.byteOffset).write(hex, contentsAt, 'latin1')
}

export function notEnoughRoom({ roomBytes }: Unfinished, { length }: Uint8Array): PadesError {
  return new PadesError('not_enough_room', `${length} bytes where ${roomBytes} were kept`, {
    needed: length,
    room: roomBytes,
  })
}
