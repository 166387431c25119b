import type { KeyKind } from '../algorithms.ts'
import { asBuffer, malformed } from '../der/bytes.ts'
import { DerReader, tags } from '../der/read.ts'

const rsaOid = '1.2.840.113549.1.1.1'
const rsaPssOid = '1.2.840.113549.1.1.10'
const ecOid = '1.2.840.10045.2.1'

const curves = new Map<string, readonly [name: string, bits: number]>([
  ['1.2.840.10045.3.1.7', ['P-256', 256]],
  ['1.3.132.0.34', ['P-384', 384]],
  ['1.3.132.0.35', ['P-521', 521]],
  ['1.3.36.3.3.2.8.1.1.7', ['brainpoolP256r1', 256]],
  ['1.3.36.3.3.2.8.1.1.11', ['brainpoolP384r1', 384]],
  ['1.3.36.3.3.2.8.1.1.13', ['brainpoolP512r1', 512]],
])

// Beyond these a check of one signature takes as long as a thousand others.
const maxRsaBits = 16_384
const maxExponentOctets = 5

export interface PublicKeyInfo {
  readonly kind: KeyKind
  /** The bits of the key, of which key identifiers are hashes (RFC 5280, 4.2.1.2; RFC 6960, 4.2.1). */
  readonly bits: Uint8Array
  /** The whole SubjectPublicKeyInfo. */
  readonly raw: Uint8Array
}

/** Reads a SubjectPublicKeyInfo as far as the key's strength goes. @throws PadesError `der_malformed` */
export function readPublicKey(reader: DerReader): PublicKeyInfo {
  const start = reader.at
  const sequence = reader.sequence()
  const raw = reader.bytes.subarray(start, reader.at)
  const algorithm = sequence.sequence()
  const oid = algorithm.oid()
  const bits = sequence.bitOctets()
  sequence.finish()
  return { kind: kindOf(oid, algorithm, bits), bits, raw }
}

function kindOf(oid: string, parameters: DerReader, bits: Uint8Array): KeyKind {
  if (oid === rsaOid || oid === rsaPssOid) return { kind: 'rsa', bits: rsaBits(bits), name: 'RSA' }
  if (oid !== ecOid) return { kind: 'other', bits: 0, name: oid }
  // A curve given by its numbers can be any curve that its maker likes (CVE-2020-0601).
  if (parameters.tag !== tags.oid) return { kind: 'ec', bits: 0, name: 'explicit' }
  const curve = parameters.oid()
  parameters.finish()
  const [name, size] = curves.get(curve) ?? [curve, 0]
  return { kind: 'ec', bits: size, name }
}

/** RSAPublicKey (RFC 8017, A.1.1). */
function rsaBits(bits: Uint8Array): number {
  const reader = new DerReader(bits)
  const key = reader.sequence()
  const modulus = key.integerBytes()
  const exponent = key.integerBytes()
  key.finish()
  reader.finish()
  const small = exponent.length === 1 && (exponent[0] ?? 0) < 3
  const odd = ((exponent.at(-1) ?? 0) & 1) === 1
  if ((exponent[0] ?? 0) >= 0x80 || small || !odd || exponent.length > maxExponentOctets)
    malformed('an RSA exponent that no key has', 0)
  if ((modulus[0] ?? 0) >= 0x80) malformed('an RSA modulus below zero', 0)
  const length = bitLength(modulus)
  if (length > maxRsaBits) malformed('an RSA modulus of too many bits', 0)
  return length
}

function bitLength(magnitude: Uint8Array): number {
  const hex = asBuffer(magnitude).toString('hex').replace(/^0+/, '')
  return hex === '' ? 0 : hex.length * 4 - (Math.clz32(Number.parseInt(hex.charAt(0), 16)) - 28)
}
