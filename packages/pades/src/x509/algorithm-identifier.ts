import { constants, type KeyObject, verify } from 'node:crypto'
import type { KnownHash, KnownScheme } from '../algorithms.ts'
import { malformed } from '../der/bytes.ts'
import { constructed, DerReader } from '../der/read.ts'

/** An AlgorithmIdentifier of a signature. */
export interface SignatureAlgorithm {
  readonly oid: string
  readonly scheme: KnownScheme
  /** null where the identifier does not say it (`rsaEncryption`) or where it is not known. */
  readonly hash: KnownHash | null
  /** Of RSASSA-PSS. */
  readonly saltLength: number | null
  readonly raw: Uint8Array
}

/** Object identifiers of hashes (RFC 5754; NIST's register for SHA-3). */
export const hashOids: Readonly<Record<KnownHash, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  'sha512-224': '2.16.840.1.101.3.4.2.5',
  'sha512-256': '2.16.840.1.101.3.4.2.6',
  'sha3-224': '2.16.840.1.101.3.4.2.7',
  'sha3-256': '2.16.840.1.101.3.4.2.8',
  'sha3-384': '2.16.840.1.101.3.4.2.9',
  'sha3-512': '2.16.840.1.101.3.4.2.10',
}

const hashesByOid = new Map(Object.entries(hashOids).map(([hash, oid]) => [oid, hash as KnownHash]))

const rsaPssOid = '1.2.840.113549.1.1.10'
const mgf1Oid = '1.2.840.113549.1.1.8'

const signatureOids = new Map<string, readonly [KnownScheme, KnownHash | null]>([
  ['1.2.840.113549.1.1.1', ['rsa-pkcs1', null]],
  ['1.2.840.113549.1.1.4', ['rsa-pkcs1', 'md5']],
  ['1.2.840.113549.1.1.5', ['rsa-pkcs1', 'sha1']],
  ['1.2.840.113549.1.1.14', ['rsa-pkcs1', 'sha224']],
  ['1.2.840.113549.1.1.11', ['rsa-pkcs1', 'sha256']],
  ['1.2.840.113549.1.1.12', ['rsa-pkcs1', 'sha384']],
  ['1.2.840.113549.1.1.13', ['rsa-pkcs1', 'sha512']],
  ['1.2.840.113549.1.1.15', ['rsa-pkcs1', 'sha512-224']],
  ['1.2.840.113549.1.1.16', ['rsa-pkcs1', 'sha512-256']],
  ['2.16.840.1.101.3.4.3.13', ['rsa-pkcs1', 'sha3-224']],
  ['2.16.840.1.101.3.4.3.14', ['rsa-pkcs1', 'sha3-256']],
  ['2.16.840.1.101.3.4.3.15', ['rsa-pkcs1', 'sha3-384']],
  ['2.16.840.1.101.3.4.3.16', ['rsa-pkcs1', 'sha3-512']],
  ['1.2.840.10045.4.1', ['ecdsa', 'sha1']],
  ['1.2.840.10045.4.3.1', ['ecdsa', 'sha224']],
  ['1.2.840.10045.4.3.2', ['ecdsa', 'sha256']],
  ['1.2.840.10045.4.3.3', ['ecdsa', 'sha384']],
  ['1.2.840.10045.4.3.4', ['ecdsa', 'sha512']],
  ['2.16.840.1.101.3.4.3.9', ['ecdsa', 'sha3-224']],
  ['2.16.840.1.101.3.4.3.10', ['ecdsa', 'sha3-256']],
  ['2.16.840.1.101.3.4.3.11', ['ecdsa', 'sha3-384']],
  ['2.16.840.1.101.3.4.3.12', ['ecdsa', 'sha3-512']],
])

/** The identifier of a scheme with a hash, for writers. */
export function signatureOidOf(scheme: KnownScheme, hash: KnownHash): string {
  for (const [oid, known] of signatureOids) if (known[0] === scheme && known[1] === hash) return oid
  throw new RangeError(`no identifier of ${scheme} with ${hash}`)
}

/** Reads a hash's AlgorithmIdentifier; null where the hash is not known. @throws PadesError `der_malformed` */
export function readHashAlgorithm(reader: DerReader): KnownHash | null {
  const sequence = reader.sequence()
  const hash = hashesByOid.get(sequence.oid())
  if (hash === undefined) return null
  nothingOrAbsent(sequence)
  return hash
}

/** Reads a signature's AlgorithmIdentifier (RFC 5758, RFC 4055, RFC 8017). @throws PadesError `der_malformed` */
export function readSignatureAlgorithm(reader: DerReader): SignatureAlgorithm {
  const start = reader.at
  const sequence = reader.sequence()
  const raw = reader.bytes.subarray(start, reader.at)
  const oid = sequence.oid()
  if (oid === rsaPssOid) return { oid, scheme: 'rsa-pss', ...readPssParameters(sequence), raw }
  const known = signatureOids.get(oid)
  if (known === undefined) return { oid, scheme: 'other', hash: null, saltLength: null, raw }
  nothingOrAbsent(sequence)
  return { oid, scheme: known[0], hash: known[1], saltLength: null, raw }
}

// RFC 5754 asks some producers for NULL and others for nothing; both are met everywhere and mean the same.
function nothingOrAbsent(sequence: DerReader): void {
  if (!sequence.done) sequence.nothing()
  sequence.finish()
}

/** RSASSA-PSS-params (RFC 4055, 3.1). A mask by another hash than the message's is not among what counts. */
function readPssParameters(sequence: DerReader): { hash: KnownHash | null; saltLength: number } {
  if (sequence.done) return { hash: 'sha1', saltLength: 20 }
  const fields = sequence.sequence()
  sequence.finish()
  const hashField = fields.enterIf(constructed(0))
  const maskField = fields.enterIf(constructed(1))
  const saltField = fields.enterIf(constructed(2))
  const trailerField = fields.enterIf(constructed(3))
  fields.finish()
  const hash = hashField === null ? 'sha1' : readHashAlgorithm(hashField)
  const maskHash = maskField === null ? 'sha1' : readMask(maskField)
  const saltLength = saltField === null ? 20 : saltField.count(512)
  if (trailerField !== null && trailerField.count() !== 1)
    malformed('a trailer of RSASSA-PSS other than 1', 0)
  for (const field of [hashField, maskField, saltField, trailerField]) field?.finish()
  return { hash: hash === maskHash ? hash : null, saltLength }
}

function readMask(field: DerReader): KnownHash | null {
  const sequence = field.sequence()
  if (sequence.oid() !== mgf1Oid) return null
  const hash = readHashAlgorithm(sequence)
  sequence.finish()
  return hash
}

/** Whether `value` is the signature of `data`. What cannot be checked is not right. */
export function isSignatureRight(
  algorithm: Pick<SignatureAlgorithm, 'scheme' | 'hash' | 'saltLength'>,
  key: KeyObject,
  data: Uint8Array,
  value: Uint8Array,
): boolean {
  const { scheme, hash, saltLength } = algorithm
  if (hash === null || !fits(scheme, key)) return false
  try {
    if (scheme === 'ecdsa') return isEcdsaValue(value) && verify(hash, data, key, value)
    if (scheme === 'rsa-pkcs1') return verify(hash, data, key, value)
    const padding = constants.RSA_PKCS1_PSS_PADDING
    return verify(hash, data, { key, padding, saltLength: saltLength ?? 0 }, value)
  } catch {
    // OpenSSL throws where a key's own parameters forbid what is asked of it.
    return false
  }
}

function fits(scheme: KnownScheme, key: KeyObject): boolean {
  const type = key.asymmetricKeyType
  if (scheme === 'ecdsa') return type === 'ec'
  return type === 'rsa'
    ? scheme === 'rsa-pkcs1' || scheme === 'rsa-pss'
    : type === 'rsa-pss' && scheme === 'rsa-pss'
}

/** `Ecdsa-Sig-Value` in DER with two numbers above zero (RFC 3279, 2.2.3). */
function isEcdsaValue(value: Uint8Array): boolean {
  try {
    const reader = new DerReader(value)
    const pair = reader.sequence()
    const [r, s] = [pair.integerBytes(), pair.integerBytes()]
    pair.finish()
    reader.finish()
    return isPositive(r) && isPositive(s)
  } catch {
    return false
  }
}

const isPositive = (octets: Uint8Array): boolean => {
  const first = octets[0] ?? 0
  return first < 0x80 && (first > 0 || octets.length > 1)
}
