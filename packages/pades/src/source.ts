import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/**
 * Bytes that can be read anywhere, so that a file of 300 MB need not be in memory. Reading is synchronous: the parser
 * asks for a few kilobytes at a time, and whoever must not block works in the pool.
 */
export interface ByteSource {
  readonly sizeBytes: number
  /** The bytes from `from` up to but not including `to`, cut at the end of the source; not to be written to. */
  read(from: number, to: number): Uint8Array
}

/** Bytes in memory as a source; nothing is copied. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { sizeBytes: bytes.length, read: (from, to) => bytes.subarray(from, to) }
}

/** A file that is read where it is asked for. Close it when done. @throws the errors of `node:fs` */
export function fileSource(path: string): ByteSource & Disposable {
  const descriptor = openSync(path, 'r')
  const sizeBytes = fstatSync(descriptor).size
  return {
    sizeBytes,
    read(from, to) {
      const wanted = Math.max(0, Math.min(to, sizeBytes) - from)
      const bytes = new Uint8Array(wanted)
      let got = 0
      while (got < wanted) {
        const count = readSync(descriptor, bytes, got, wanted - got, from + got)
        if (count === 0) return bytes.subarray(0, got)
        got += count
      }
      return bytes
    },
    [Symbol.dispose]: () => closeSync(descriptor),
  }
}
