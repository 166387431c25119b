import { hash as digest } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'

/** What the derived octets are for (RFC 7292, B.3). */
export const purposes = { key: 1, iv: 2, mac: 3 } as const

export interface DerivationInput {
  readonly hash: KnownHash
  /** BMPString with its terminator. */
  readonly password: Uint8Array
  readonly salt: Uint8Array
  readonly iterations: number
}

/** The key derivation of PKCS #12 (RFC 7292, B.2), which only files of today's Windows and of yesterday use. */
export function deriveOctets(purpose: number, length: number, input: DerivationInput): Uint8Array {
  const { hash, password, salt, iterations } = input
  const blockBytes = hash === 'sha384' || hash.startsWith('sha512') ? 128 : 64
  const state = Buffer.concat([repeated(salt, blockBytes), repeated(password, blockBytes)])
  const diversifier = Buffer.alloc(blockBytes, purpose)
  const result: Buffer[] = []
  let done = 0
  for (;;) {
    let block = digest(hash, Buffer.concat([diversifier, state]), 'buffer')
    for (let round = 1; round < iterations; round++) block = digest(hash, block, 'buffer')
    result.push(block)
    done += block.length
    if (done >= length) return Buffer.concat(result).subarray(0, length)
    addToEachBlock(state, stretched(block, blockBytes), blockBytes)
  }
}

const repeated = (octets: Uint8Array, blockBytes: number): Buffer =>
  stretched(octets, Math.ceil(octets.length / blockBytes) * blockBytes)

function stretched(octets: Uint8Array, length: number): Buffer {
  const result = Buffer.alloc(length)
  for (let at = 0; at < length; at++) result[at] = octets[at % octets.length] ?? 0
  return result
}

/** Each block of `state` becomes itself plus `block` plus 1, as numbers that wrap around. */
function addToEachBlock(state: Buffer, block: Buffer, blockBytes: number): void {
  for (let start = 0; start < state.length; start += blockBytes) {
    let carry = 1
    for (let at = blockBytes - 1; at >= 0; at--) {
      carry += (state[start + at] ?? 0) + (block[at] ?? 0)
      state[start + at] = carry & 0xff
      carry >>= 8
    }
  }
}
