import { createHash } from 'node:crypto'
import { PadesError } from '../errors.ts'
import type { PdfFile } from '../pdf/document.ts'
import { type NewObject, writeUpdate } from '../pdf/write-update.ts'
import type { ByteSource } from '../source.ts'
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

const blockBytes = 1 << 20

/** The digest over all that an unfinished signature covers: the file, and what is appended but for `/Contents`. */
export function digestOfUnfinished(source: ByteSource, unfinished: Unfinished, hash: string): Buffer {
  const { appended, contentsAt, roomBytes } = unfinished
  const digest = createHash(hash)
  for (let at = 0; at < source.sizeBytes; at += blockBytes)
    digest.update(source.read(at, Math.min(source.sizeBytes, at + blockBytes)))
  digest.update(appended.subarray(0, contentsAt - 1))
  digest.update(appended.subarray(contentsAt + 2 * roomBytes + 1))
  return digest.digest()
}

/**
 * Puts the signature into its place, in `appended` itself.
 *
 * @throws PadesError `not_enough_room`, with what would be
 */
export function fill(unfinished: Unfinished, message: Uint8Array): void {
  const { appended, contentsAt, roomBytes } = unfinished
  if (message.length > roomBytes)
    throw new PadesError('not_enough_room', `${message.length} bytes where ${roomBytes} were kept`, {
      needed: message.length,
      room: roomBytes,
    })
  const hex = Buffer.from(message.buffer, message.byteOffset, message.length).toString('hex')
  Buffer.from(appended.buffer, appended.byteOffset).write(hex, contentsAt, 'latin1')
}
