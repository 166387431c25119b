import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { type ByteSource, eachBlock } from '../source.ts'

/** A file with what was appended to it. */
export class AppendedFile {
  readonly #source: ByteSource
  /** What follows the bytes of the file that was given. */
  readonly appended: Uint8Array

  constructor(source: ByteSource, appended: Uint8Array) {
    this.#source = source
    this.appended = appended
  }

  get sizeBytes(): number {
    return this.#source.sizeBytes + this.appended.length
  }

  /** The whole file, in memory. */
  bytes(): Uint8Array {
    const whole = Buffer.allocUnsafe(this.sizeBytes)
    whole.set(this.#source.bytes ?? this.#source.read(0, this.#source.sizeBytes))
    whole.set(this.appended, this.#source.sizeBytes)
    return whole
  }

  /** Writes the whole file block by block; `path` appears only when all of it is on the disk. */
  writeTo(path: string): void {
    const unfinished = unfinishedOf(path)
    const descriptor = openSync(unfinished, 'wx')
    try {
      try {
        const whole = { start: 0, end: this.#source.sizeBytes }
        eachBlock(this.#source, whole, (block) => writeAll(descriptor, block))
        writeAll(descriptor, this.appended)
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
      renameSync(unfinished, path)
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    }
  }
}

/** Where a file of this process is written until it is whole; it stays there where the writer is killed. */
export const unfinishedOf = (path: string): string => `${path}.${process.pid}.part`

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}
