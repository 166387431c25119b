import { constants, type KeyObject, sign } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'
import {
  bitString,
  type DerPart,
  element,
  encode,
  integer,
  nothing,
  oid,
  sequence,
  tagged,
  time,
} from '../der/write.ts'
import { signatureOidOf } from '../x509/algorithm-identifier.ts'
import { signatureAlgorithm } from '../x509/write-algorithm.ts'
import { type TestExtension, writeExtensions } from './extensions.ts'

export type TestScheme = 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa'

/** How something is signed; the scheme follows the key where it is not said. */
export interface TestSignature {
  readonly key: KeyObject
  readonly hash: KnownHash
  readonly scheme: TestScheme
}

export function schemeOf(key: KeyObject): TestScheme {
  return key.asymmetricKeyType === 'ec' ? 'ecdsa' : 'rsa-pkcs1'
}

/** The value of a signature, whatever its strength. */
export function signValue({ key, hash, scheme }: TestSignature, data: Uint8Array): Uint8Array {
  if (scheme !== 'rsa-pss') return sign(hash, data, key)
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants
  return sign(hash, data, { key, padding, saltLength })
}

/** Its AlgorithmIdentifier. */
export function algorithmOf({ hash, scheme }: TestSignature): DerPart {
  if (scheme === 'rsa-pss') return signatureAlgorithm(scheme, hash as 'sha256')
  const type = oid(signatureOidOf(scheme, hash))
  return scheme === 'ecdsa' ? sequence(type) : sequence(type, nothing)
}

/** SEQUENCE { what is signed, algorithm, BIT STRING }: certificates, CRLs and OCSP answers are made alike. */
export function signed(content: DerPart, signature: TestSignature, ...after: readonly DerPart[]): Uint8Array {
  const bytes = encode(content)
  return encode(sequence(bytes, algorithmOf(signature), bitString(signValue(signature, bytes)), ...after))
}

export interface CertificateContent {
  readonly version?: number
  readonly serial: DerPart
  readonly issuer: DerPart
  readonly subject: DerPart
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: Uint8Array
  readonly extensions: readonly TestExtension[]
}

/** A certificate of any content, right or wrong. */
export function writeCertificate(content: CertificateContent, signature: TestSignature): Uint8Array {
  const { version = 3, extensions } = content
  const tbs = element(
    0x30,
    ...(version === 1 ? [] : [tagged(0, integer(version - 1))]),
    content.serial,
    algorithmOf(signature),
    content.issuer,
    sequence(time(content.notBefore), time(content.notAfter)),
    content.subject,
    content.publicKey,
    ...(extensions.length === 0 ? [] : [tagged(3, writeExtensions(extensions))]),
  )
  return signed(tbs, signature)
}
