import { setImmediate } from 'node:timers/promises'

const blockBytes = 1 << 20
const stepBytes = 1 << 18
const mostKeptBytes = 1 << 25

/**
 * Memory in which one thread is handed its files, shared with it. One piece serves file after file, because what is
 * moved between threads is cleared away by each of them at a fifth of the cost of a signature.
 */
export class Lane {
  #buffer = new SharedArrayBuffer(stepBytes)

  /**
   * The bytes as the thread can read them until it is handed the next: a copy, or themselves where they are shared already.
   * What is large is copied block by block, and other work of this thread gets its turn between.
   */
  hand(bytes: Uint8Array): Uint8Array | Promise<Uint8Array> {
    if (bytes.buffer instanceof SharedArrayBuffer) return bytes
    const view = new Uint8Array(this.#room(bytes.length), 0, bytes.length)
    if (bytes.length > blockBytes) return copyByBlocks(bytes, view)
    view.set(bytes)
    return view
  }

  #room(sizeBytes: number): SharedArrayBuffer {
    if (sizeBytes <= this.#buffer.byteLength) return this.#buffer
    const room = new SharedArrayBuffer(Math.ceil(sizeBytes / stepBytes) * stepBytes)
    if (sizeBytes <= mostKeptBytes) this.#buffer = room
    return room
  }
}

/** A job with a file in it. Nothing is awaited where nothing has to be. */
export function withFile<Job>(
  lane: Lane,
  bytes: Uint8Array,
  jobOf: (handed: Uint8Array) => Job,
): Job | Promise<Job> {
  const handed = lane.hand(bytes)
  return handed instanceof Promise ? handed.then(jobOf) : jobOf(handed)
}

async function copyByBlocks(from: Uint8Array, to: Uint8Array): Promise<Uint8Array> {
  for (let at = 0; at < from.length; at += blockBytes) {
    to.set(from.subarray(at, at + blockBytes), at)
    await setImmediate()
  }
  return to
}
