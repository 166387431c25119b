import type { KnownHash } from '../algorithms.ts'
import { malformed } from '../der/bytes.ts'
import { normaliseDer } from '../der/normalise.ts'
import { constructed, DerReader, primitive, tags } from '../der/read.ts'
import { PadesError } from '../errors.ts'
import {
  readHashAlgorithm,
  readSignatureAlgorithm,
  type SignatureAlgorithm,
} from '../x509/algorithm-identifier.ts'
import { type Certificate, parseCertificate, readSerial } from '../x509/certificate.ts'
import { type Name, readName } from '../x509/name.ts'
import { type Attribute, readAttributes } from './attributes.ts'

export const contentTypes = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
} as const

const maxCertificates = 256
const maxSigners = 64

/** How a SignerInfo names its certificate. */
export type SignerIdentifier =
  | { readonly issuer: Name; readonly serialBytes: Uint8Array }
  | { readonly subjectKeyId: Uint8Array }

/** A SignerInfo (RFC 5652, 5.3). */
export interface SignerInfo {
  readonly version: number
  readonly identifier: SignerIdentifier
  /** null where the hash is not known. */
  readonly hash: KnownHash | null
  /** The digestAlgorithm as it stands. */
  readonly hashAlgorithm: Uint8Array
  /** What was signed: the attributes under the tag of a SET (RFC 5652, 5.4); null where there are none. */
  readonly signedBytes: Uint8Array | null
  readonly signedAttributes: readonly Attribute[]
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
  readonly unsignedAttributes: readonly Attribute[]
}

/** A SignedData (RFC 5652, 5.1) as it stands; nothing of it is checked but its form. */
export interface SignedData {
  readonly der: Uint8Array
  /** False where it came as BER. */
  readonly wasDer: boolean
  /** What follows it in the bytes that were given: nothing, only zeros (the room of a PDF's signature), or more. */
  readonly trailing: 'none' | 'zeros' | 'other'
  readonly version: number
  readonly contentType: string
  /** The content inside, null where it is detached. */
  readonly content: Uint8Array | null
  /** In no order that means anything. */
  readonly certificates: readonly Certificate[]
  /** Certificates that could not be read, or of another kind. */
  readonly unreadCertificates: number
  readonly crls: readonly Uint8Array[]
  /** OCSP answers among the revocation data (RFC 5940). */
  readonly ocsps: readonly Uint8Array[]
  readonly signers: readonly SignerInfo[]
}

/**
 * Reads a ContentInfo with SignedData; BER is made DER first.
 *
 * @param parse reads one certificate; a cache's `parse` saves the second reading
 * @throws PadesError `der_malformed`
 */
export function parseSignedData(
  bytes: Uint8Array,
  parse: (der: Uint8Array) => Certificate = parseCertificate,
): SignedData {
  const { der, wasDer, sizeBytes } = normaliseDer(bytes)
  const outer = new DerReader(der)
  const info = outer.sequence()
  if (info.oid() !== contentTypes.signedData) malformed('a content that is not signed data', 0)
  const explicit = info.enter(constructed(0))
  info.finish()
  const fields = explicit.sequence()
  explicit.finish()
  const version = fields.count(5)
  skipHashes(fields.set())
  const { contentType, content } = readContent(fields.sequence())
  const certificates = readCertificates(fields.enterIf(constructed(0)), parse)
  const revocation = readRevocation(fields.enterIf(constructed(1)))
  const signers = readSigners(fields.set())
  fields.finish()
  const trailing = whatFollows(bytes, sizeBytes)
  return { der, wasDer, trailing, version, contentType, content, ...certificates, ...revocation, signers }
}

function skipHashes(set: DerReader): void {
  while (!set.done) readHashAlgorithm(set)
}

function readContent(fields: DerReader): { contentType: string; content: Uint8Array | null } {
  const contentType = fields.oid()
  const explicit = fields.enterIf(constructed(0))
  fields.finish()
  if (explicit === null) return { contentType, content: null }
  const content = explicit.octets()
  explicit.finish()
  return { contentType, content }
}

function readCertificates(field: DerReader | null, parse: (der: Uint8Array) => Certificate) {
  const certificates: Certificate[] = []
  let unreadCertificates = 0
  while (field !== null && !field.done) {
    if (certificates.length + unreadCertificates >= maxCertificates)
      malformed('too many certificates', field.at)
    const isCertificate = field.tag === tags.sequence
    const raw = field.raw()
    try {
      if (isCertificate) certificates.push(parse(raw))
      else unreadCertificates++
    } catch (error) {
      // A certificate that nobody needs must not hide the one that does.
      if (!(error instanceof PadesError)) throw error
      unreadCertificates++
    }
  }
  return { certificates, unreadCertificates }
}

const ocspInfoOid = '1.3.6.1.5.5.7.16.2'

function readRevocation(field: DerReader | null): { crls: Uint8Array[]; ocsps: Uint8Array[] } {
  const crls: Uint8Array[] = []
  const ocsps: Uint8Array[] = []
  while (field !== null && !field.done) {
    if (crls.length + ocsps.length >= maxCertificates) malformed('too many items of revocation', field.at)
    const other = field.enterIf(constructed(1))
    if (other === null) crls.push(field.raw())
    else if (other.oid() === ocspInfoOid) ocsps.push(other.raw())
  }
  return { crls, ocsps }
}

function readSigners(set: DerReader): readonly SignerInfo[] {
  const signers: SignerInfo[] = []
  while (!set.done) {
    if (signers.length >= maxSigners) malformed('too many signers', set.at)
    signers.push(readSigner(set.sequence()))
  }
  return signers
}

function readSigner(fields: DerReader): SignerInfo {
  const version = fields.count(5)
  const identifier = readIdentifier(fields)
  const hashStart = fields.at
  const hash = readHashAlgorithm(fields)
  const hashAlgorithm = fields.bytes.subarray(hashStart, fields.at)
  const signedStart = fields.at
  const signed = fields.enterIf(constructed(0))
  const signedBytes = signed === null ? null : asSet(fields.bytes.subarray(signedStart, fields.at))
  const signatureAlgorithm = readSignatureAlgorithm(fields)
  const signature = fields.octets()
  const unsigned = fields.enterIf(constructed(1))
  fields.finish()
  return {
    version,
    identifier,
    hash,
    hashAlgorithm,
    signedBytes,
    signedAttributes: signed === null ? [] : readAttributes(signed),
    signatureAlgorithm,
    signature,
    unsignedAttributes: unsigned === null ? [] : readAttributes(unsigned),
  }
}

function readIdentifier(fields: DerReader): SignerIdentifier {
  if (fields.tag === primitive(0)) return { subjectKeyId: fields.octets(primitive(0)) }
  const pair = fields.sequence()
  const issuer = readName(pair)
  const serialBytes = readSerial(pair)
  pair.finish()
  return { issuer, serialBytes }
}

function asSet(attributes: Uint8Array): Uint8Array {
  const set = Uint8Array.from(attributes)
  set[0] = tags.set
  return set
}

function whatFollows(bytes: Uint8Array, from: number): 'none' | 'zeros' | 'other' {
  if (from === bytes.length) return 'none'
  for (let at = from; at < bytes.length; at++) if (bytes[at] !== 0) return 'other'
  return 'zeros'
}
