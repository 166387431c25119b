import { createPublicKey, hash, type KeyObject } from 'node:crypto'
import type { KeyKind } from '../algorithms.ts'
import { asBuffer, malformed, sameBytes, toHex } from '../der/bytes.ts'
import { constructed, DerReader, primitive } from '../der/read.ts'
import { PadesError } from '../errors.ts'
import { isSignatureRight, readSignatureAlgorithm, type SignatureAlgorithm } from './algorithm-identifier.ts'
import { readExtensions } from './extension-values.ts'
import { type Extensions, noExtensions } from './extensions.ts'
import { type Name, readName } from './name.ts'
import { type PublicKeyInfo, readPublicKey } from './public-key.ts'

const maxSerialOctets = 21
const maxCertificateBytes = 256 * 1024

interface CertificateFields {
  readonly der: Uint8Array
  /** What is signed. */
  readonly tbs: Uint8Array
  readonly version: 1 | 2 | 3
  /** Content octets of the serial number. */
  readonly serialBytes: Uint8Array
  readonly issuer: Name
  readonly notBefore: Date
  readonly notAfter: Date
  readonly subject: Name
  readonly publicKeyInfo: PublicKeyInfo
  readonly extensions: Extensions
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
}

/** A certificate (RFC 5280, 4.1), read once; what costs is worked out when it is asked for and kept. */
export class Certificate implements CertificateFields {
  readonly der: Uint8Array
  readonly tbs: Uint8Array
  readonly version: 1 | 2 | 3
  readonly serialBytes: Uint8Array
  readonly issuer: Name
  readonly notBefore: Date
  readonly notAfter: Date
  readonly subject: Name
  readonly publicKeyInfo: PublicKeyInfo
  readonly extensions: Extensions
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
  #publicKey: KeyObject | null | undefined
  #sha256: string | undefined
  #checked: WeakMap<Certificate, boolean> | undefined

  constructor(fields: CertificateFields) {
    this.der = fields.der
    this.tbs = fields.tbs
    this.version = fields.version
    this.serialBytes = fields.serialBytes
    this.issuer = fields.issuer
    this.notBefore = fields.notBefore
    this.notAfter = fields.notAfter
    this.subject = fields.subject
    this.publicKeyInfo = fields.publicKeyInfo
    this.extensions = fields.extensions
    this.signatureAlgorithm = fields.signatureAlgorithm
    this.signature = fields.signature
  }

  /** Hexadecimal, lower case, without leading zeros but `0` itself. */
  get serial(): string {
    return toHex(this.serialBytes).replace(/^0+(?=.)/, '')
  }

  get key(): KeyKind {
    return this.publicKeyInfo.kind
  }

  /** null where OpenSSL refuses it: a point beside its curve, a kind that it does not know. */
  get publicKey(): KeyObject | null {
    if (this.#publicKey === undefined) this.#publicKey = importKey(this.publicKeyInfo.raw)
    return this.#publicKey
  }

  /** Of the whole certificate, hexadecimal; its name among certificates. */
  get sha256(): string {
    this.#sha256 ??= hash('sha256', this.der, 'hex')
    return this.#sha256
  }

  /** Whether issuer and subject are the same name (RFC 5280, 3.2). */
  get isSelfIssued(): boolean {
    return this.issuer.equals(this.subject)
  }

  equals(other: Certificate): boolean {
    return this === other || sameBytes(this.der, other.der)
  }

  isValidAt(at: Date): boolean {
    return at.getTime() >= this.notBefore.getTime() && at.getTime() <= this.notAfter.getTime()
  }

  /** Whether the key of `issuer` made this certificate's signature; names and rights are not asked. */
  isSignedBy(issuer: Certificate): boolean {
    this.#checked ??= new WeakMap()
    const known = this.#checked.get(issuer)
    if (known !== undefined) return known
    const key = issuer.publicKey
    const right = key !== null && isSignatureRight(this.signatureAlgorithm, key, this.tbs, this.signature)
    this.#checked.set(issuer, right)
    return right
  }
}

/**
 * Reads one certificate, strictly: DER, known version, each extension once and well formed, both algorithm
 * identifiers the same. What it may be used for is judged elsewhere.
 *
 * @throws PadesError `certificate_malformed`
 */
export function parseCertificate(der: Uint8Array): Certificate {
  try {
    if (der.length > maxCertificateBytes) malformed('a certificate too large', 0)
    const reader = new DerReader(der)
    const certificate = readCertificate(reader)
    reader.finish()
    return certificate
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    throw new PadesError('certificate_malformed', `certificate: ${error.message}`, error.details, {
      cause: error,
    })
  }
}

function readCertificate(reader: DerReader): Certificate {
  const start = reader.at
  const outer = reader.sequence()
  const der = reader.bytes.subarray(start, reader.at)
  const tbsStart = outer.at
  const tbs = outer.sequence()
  const tbsBytes = reader.bytes.subarray(tbsStart, outer.at)
  const version = readVersion(tbs)
  const serialBytes = readSerial(tbs)
  const inner = readSignatureAlgorithm(tbs)
  const issuer = readName(tbs)
  const validity = tbs.sequence()
  const notBefore = validity.time()
  const notAfter = validity.time()
  validity.finish()
  const subject = readName(tbs)
  const publicKeyInfo = readPublicKey(tbs)
  const extensions = readOptional(tbs, version)
  const signatureAlgorithm = readSignatureAlgorithm(outer)
  const signature = outer.bitOctets()
  outer.finish()
  if (issuer.isEmpty) malformed('an issuer without a name', tbsStart)
  // RFC 5280, 4.1.1.2: the signed identifier and the one beside the signature must be the same.
  if (!sameBytes(inner.raw, signatureAlgorithm.raw)) malformed('two different signature algorithms', tbsStart)
  return new Certificate({
    der,
    tbs: tbsBytes,
    version,
    serialBytes,
    issuer,
    notBefore,
    notAfter,
    subject,
    publicKeyInfo,
    extensions,
    signatureAlgorithm,
    signature,
  })
}

function readVersion(tbs: DerReader): 1 | 2 | 3 {
  const at = tbs.at
  const field = tbs.enterIf(constructed(0))
  if (field === null) return 1
  const number = field.count()
  field.finish()
  if (number === 1) return 2
  if (number === 2) return 3
  return malformed(`version ${number} of a certificate`, at)
}

/** RFC 5280, 4.1.2.2: above zero and of 20 octets at most. Zero is let through: old roots have it. */
export function readSerial(reader: DerReader): Uint8Array {
  const at = reader.at
  const octets = reader.integerBytes()
  if ((octets[0] ?? 0) >= 0x80) malformed('a serial number below zero', at)
  if (octets.length > maxSerialOctets) malformed('a serial number too long', at)
  return octets
}

function readOptional(tbs: DerReader, version: 1 | 2 | 3): Extensions {
  const at = tbs.at
  if (version === 1) {
    tbs.finish()
    return noExtensions
  }
  for (const number of [1, 2]) if (tbs.tag === primitive(number)) tbs.bits(primitive(number))
  const field = tbs.enterIf(constructed(3))
  tbs.finish()
  if (field === null) return noExtensions
  if (version !== 3) malformed('extensions in a certificate of version 2', at)
  const extensions = readExtensions(field.sequence())
  field.finish()
  return extensions
}

// Node takes twice as long for a key as DER: it asks of every object whether it is a key already, and fails each time.
function importKey(spki: Uint8Array): KeyObject | null {
  const text = asBuffer(spki).toString('base64')
  try {
    return createPublicKey(`-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----`)
  } catch {
    return null
  }
}
