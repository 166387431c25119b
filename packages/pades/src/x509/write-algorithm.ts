import type { HashName, KnownHash } from '../algorithms.ts'
import { encode, integer, nothing, oid, sequence, tagged } from '../der/write.ts'
import { hashOids, signatureOidOf } from './algorithm-identifier.ts'

const saltBytes: Readonly<Record<HashName, number>> = { sha256: 32, sha384: 48, sha512: 64 }

/** AlgorithmIdentifier of a hash: without parameters (RFC 5754, 2). */
export function hashAlgorithm(hash: KnownHash): Uint8Array {
  return encode(sequence(oid(hashOids[hash])))
}

/** AlgorithmIdentifier of a signature (RFC 5754, 3; RFC 4056, 2). */
export function signatureAlgorithm(scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa', hash: HashName): Uint8Array {
  if (scheme === 'rsa-pss') return pssAlgorithm(hash)
  const type = oid(signatureOidOf(scheme, hash))
  return encode(scheme === 'ecdsa' ? sequence(type) : sequence(type, nothing))
}

/** RSASSA-PSS with MGF1 of the same hash and a salt as long as it (RFC 4055, 3.1). */
function pssAlgorithm(hash: HashName): Uint8Array {
  // RFC 4055, 2.1 has NULL here, unlike the hash on its own.
  const inner = sequence(oid(hashOids[hash]), nothing)
  const mask = sequence(oid('1.2.840.113549.1.1.8'), inner)
  const parameters = sequence(tagged(0, inner), tagged(1, mask), tagged(2, integer(saltBytes[hash])))
  return encode(sequence(oid('1.2.840.113549.1.1.10'), parameters))
}
