import { hash as digestOf } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'
import { sameBytes, toHex } from '../der/bytes.ts'
import { DerReader } from '../der/read.ts'
import { encode, nothing, octetString, oid, sequence } from '../der/write.ts'
import { hashOids } from '../x509/algorithm-identifier.ts'

/**
 * Whether `value` is the RSASSA-PKCS1-v1_5 signature of `data` (RFC 8017, 8.2.2), by hashes that WebCrypto lacks. Only a
 * public key is used, so that how long it takes may be seen by anybody.
 *
 * @param bits the RSAPublicKey in DER
 */
export function isPlainRsaRight(
  hash: KnownHash,
  bits: Uint8Array,
  data: Uint8Array,
  value: Uint8Array,
): boolean {
  const key = new DerReader(bits).sequence()
  const [modulus, exponent] = [numberOf(key.integerBytes()), numberOf(key.integerBytes())]
  const size = Math.ceil(modulus.toString(16).length / 2)
  const signed = numberOf(value)
  if (value.length !== size || signed >= modulus) return false
  const message = power(signed, exponent, modulus)
    .toString(16)
    .padStart(2 * size, '0')
  const digest = octetString(digestOf(hash, data, 'buffer'))
  const info = encode(sequence(sequence(oid(hashOids[hash]), nothing), digest))
  const filling = size - info.length - 3
  if (filling < 8) return false
  const expected = Uint8Array.from([0, 1, ...new Uint8Array(filling).fill(0xff), 0, ...info])
  return sameBytes(Buffer.from(message, 'hex'), expected)
}

const numberOf = (octets: Uint8Array): bigint => BigInt(`0x0${toHex(octets)}`)

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}
