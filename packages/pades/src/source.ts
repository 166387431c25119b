import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/**
 * Bytes that can be read anywhere, so that a file of 300 MB need not be in memory. Reading is synchronous: the parser
 * asks for a few kilobytes at a time, and whoever must not block works in the pool.
 */
export interface ByteSource {
  readonly sizeBytes: number
  /** All the bytes, where they are in memory anyway; whoever has them need not ask for parts. */
  readonly bytes?: Uint8Array
  /** The bytes from `from` up to but not including `to`, cut at the end of the source; not to be written to. */
  read(from: number, to: number): Uint8Array
  /** Fills `target` with the bytes from `from` on, for whoever reads all of a large file; gives how many there were. */
  readInto?(target: Uint8Array, from: number): number
}

/** A part of a source: from `start` up to but not including `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Bytes in memory as a source; nothing is copied. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { sizeBytes: bytes.length, bytes, read: (from, to) => bytes.subarray(from, to) }
}

const blockBytes = 1 << 16
const blocksKept = 16

/**
 * A file that is read where it is asked for. Its last blocks are kept, so that many small reads cost few calls of the
 * system. Close it when done. @throws the errors of `node:fs`
 */
export function fileSource(path: string): ByteSource & Disposable {
  const descriptor = openSync(path, 'r')
  const sizeBytes = fstatSync(descriptor).size
  const blocks = new Map<number, Uint8Array>()

  function block(number: number): Uint8Array {
    const kept = blocks.get(number)
    if (kept !== undefined) return kept
    if (blocks.size >= blocksKept) blocks.delete(blocks.keys().next().value ?? 0)
    const start = number * blockBytes
    const bytes = readFully(descriptor, start, Math.min(blockBytes, sizeBytes - start))
    blocks.set(number, bytes)
    return bytes
  }

  return {
    sizeBytes,
    read(from, to) {
      const start = Math.max(0, from)
      const wanted = Math.max(0, Math.min(to, sizeBytes) - start)
      if (wanted === 0) return new Uint8Array(0)
      const first = Math.floor(start / blockBytes)
      if (wanted > blockBytes || Math.floor((start + wanted - 1) / blockBytes) !== first)
        return readFully(descriptor, start, wanted)
      const inBlock = start - first * blockBytes
      return block(first).subarray(inBlock, inBlock + wanted)
    },
    readInto: (target, from) => fillFrom(descriptor, from, target),
    [Symbol.dispose]: () => closeSync(descriptor),
  }
}

function readFully(descriptor: number, from: number, wanted: number): Uint8Array {
  const bytes = new Uint8Array(wanted)
  const got = fillFrom(descriptor, from, bytes)
  return got === wanted ? bytes : bytes.subarray(0, got)
}

function fillFrom(descriptor: number, from: number, target: Uint8Array): number {
  let got = 0
  while (got < target.length) {
    const count = readSync(descriptor, target, got, target.length - got, from + got)
    // The end, or somebody cut the file while it was read.
    if (count === 0) break
    got += count
  }
  return got
}

/** The first `sizeBytes` bytes of a source as a source: a PDF as it was at one of its revisions. */
export function prefixOf(source: ByteSource, sizeBytes: number): ByteSource {
  if (sizeBytes >= source.sizeBytes) return source
  if (source.bytes !== undefined) return bytesSource(source.bytes.subarray(0, sizeBytes))
  const { readInto } = source
  return {
    sizeBytes,
    read: (from, to) => source.read(from, Math.min(to, sizeBytes)),
    ...(readInto !== undefined && {
      readInto: (target: Uint8Array, from: number) =>
        readInto(target.subarray(0, Math.max(0, sizeBytes - from)), from),
    }),
  }
}

const largeBlockBytes = 1 << 20

/** Calls `use` with the bytes of a span, a megabyte at a time; a block is good only until `use` returns. */
export function eachBlock(source: ByteSource, span: Span, use: (block: Uint8Array) => void): void {
  const { start, end } = span
  if (source.bytes !== undefined) {
    use(source.bytes.subarray(start, end))
    return
  }
  const size = Math.min(largeBlockBytes, Math.max(0, end - start))
  // One block for all: what is thrown away after each megabyte would be memory until it is cleared away.
  const kept = source.readInto === undefined ? null : new Uint8Array(size)
  for (let from = start; from < end; from += size) {
    const to = Math.min(end, from + size)
    if (kept === null || source.readInto === undefined) use(source.read(from, to))
    else use(kept.subarray(0, source.readInto(kept.subarray(0, to - from), from)))
  }
}

/**
 * The digest of the spans one after the other, read in blocks of a megabyte.
 *
 * @param hash a name that `node:crypto` knows
 */
export function digestSpans(source: ByteSource, spans: readonly Span[], hash: string): Uint8Array {
  const state = createHash(hash)
  for (const span of spans) eachBlock(source, span, (block) => state.update(block))
  return state.digest()
}
