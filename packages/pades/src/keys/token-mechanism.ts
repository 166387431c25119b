import { hash as digest } from 'node:crypto'
import type { HashName } from '../algorithms.ts'
import { asBuffer } from '../der/bytes.ts'
import { encode, nothing, octetString, oid, sequence } from '../der/write.ts'
import { PadesError } from '../errors.ts'
import { hashOids } from '../x509/algorithm-identifier.ts'
import type { Certificate } from '../x509/certificate.ts'
import { type CryptokiMechanism, ck } from './cryptoki.ts'
import { hashBytes } from './right-value.ts'
import type { SignatureScheme } from './signer.ts'

/** How a token is asked to sign, and what it is given. */
export interface TokenMechanism {
  readonly mechanism: CryptokiMechanism
  input(data: Uint8Array): Buffer
}

// Numbers of PKCS #11: the mechanism that hashes itself, by scheme; the hash alone; the mask of RSASSA-PSS.
const numbers = {
  sha256: { 'rsa-pkcs1': 0x40, 'rsa-pss': 0x43, ecdsa: 0x1044, hash: 0x250, mask: 2 },
  sha384: { 'rsa-pkcs1': 0x41, 'rsa-pss': 0x44, ecdsa: 0x1045, hash: 0x260, mask: 3 },
  sha512: { 'rsa-pkcs1': 0x42, 'rsa-pss': 0x45, ecdsa: 0x1046, hash: 0x270, mask: 4 },
} as const

const bare = { 'rsa-pkcs1': ck.rsaPkcs, 'rsa-pss': ck.rsaPss, ecdsa: ck.ecdsa } as const

const pssParameters = 5

/**
 * Of what the token offers, the mechanism that signs a hash which we make; else the one that hashes itself, which older
 * tokens do slowly.
 *
 * @throws PadesError `algorithm_not_allowed` where it offers neither
 */
export function chooseMechanism(
  { scheme, hash }: { readonly scheme: SignatureScheme; readonly hash: HashName },
  offered: readonly number[],
  { key }: Certificate,
): TokenMechanism {
  const number = numbers[hash]
  const whole = number[scheme]
  const ours = offered.includes(bare[scheme])
  if (!ours && !offered.includes(whole))
    throw new PadesError('algorithm_not_allowed', `the token does not sign by ${scheme} with ${hash}`, {
      algorithm: scheme,
      hash,
    })
  const parameter =
    scheme === 'rsa-pss'
      ? {
          parameter: {
            type: pssParameters,
            hashAlg: number.hash,
            mgf: number.mask,
            saltLen: hashBytes[hash],
          },
        }
      : {}
  const mechanism = { mechanism: ours ? bare[scheme] : whole, ...parameter }
  if (!ours) return { mechanism, input: asBuffer }
  if (scheme === 'rsa-pkcs1') return { mechanism, input: (data) => digestInfo(hash, data) }
  // Of a hash that is longer than the curve's order, its first octets count (FIPS 186-5, 6.4.1).
  const most = scheme === 'ecdsa' ? Math.ceil(key.bits / 8) : hashBytes[hash]
  return { mechanism, input: (data) => digest(hash, data, 'buffer').subarray(0, most) }
}

/** DigestInfo (RFC 8017, 9.2). */
function digestInfo(hash: HashName, data: Uint8Array): Buffer {
  const algorithm = sequence(oid(hashOids[hash]), nothing)
  return asBuffer(encode(sequence(algorithm, octetString(digest(hash, data, 'buffer')))))
}
