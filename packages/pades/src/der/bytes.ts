import { PadesError } from '../errors.ts'

/** Whether both hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}

/** The same memory as a Buffer, for its quicker methods. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function toHex(bytes: Uint8Array): string {
  return asBuffer(bytes).toString('hex')
}

/** @throws PadesError `der_malformed`, always */
export function malformed(message: string, offset: number): never {
  throw new PadesError('der_malformed', `${message} at byte ${offset}`, { offset })
}
