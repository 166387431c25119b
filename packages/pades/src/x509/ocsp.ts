import { hash as digestOf } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'
import { malformed, sameBytes } from '../der/bytes.ts'
import { constructed, DerReader, primitive, tags } from '../der/read.ts'
import { PadesError } from '../errors.ts'
import {
  isSignatureRight,
  readHashAlgorithm,
  readSignatureAlgorithm,
  type SignatureAlgorithm,
} from './algorithm-identifier.ts'
import { type Certificate, parseCertificate, readSerial } from './certificate.ts'
import { type Revocation, reasonOf } from './crl.ts'
import { readRawExtensions } from './extensions.ts'
import { type Name, readName } from './name.ts'

const statuses = [
  'successful',
  'malformed_request',
  'internal_error',
  'try_later',
  null,
  'signature_required',
  'unauthorised',
] as const

export type OcspStatus = NonNullable<(typeof statuses)[number]>

/** What one answer says of one certificate (RFC 6960, 4.2.1). */
export interface SingleAnswer {
  readonly hash: KnownHash | null
  readonly issuerNameHash: Uint8Array
  readonly issuerKeyHash: Uint8Array
  readonly serialBytes: Uint8Array
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly revocation: Revocation | null
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  /** Since when certificates that have run out are still answered for (RFC 6960, 4.4.4). */
  readonly archiveCutoff: Date | null
  readonly unknownCritical: readonly string[]
}

interface OcspFields {
  /** The whole OCSPResponse. */
  readonly der: Uint8Array
  readonly tbs: Uint8Array
  readonly responder: { readonly name: Name } | { readonly keyHash: Uint8Array }
  readonly producedAt: Date
  readonly answers: readonly SingleAnswer[]
  /** Value of the nonce's extension as it stands. */
  readonly nonce: Uint8Array | null
  readonly unknownCritical: readonly string[]
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
  readonly certificates: readonly Certificate[]
}

/** A BasicOCSPResponse. */
export class OcspAnswer {
  readonly fields: OcspFields
  readonly #checked = new WeakMap<Certificate, boolean>()

  constructor(fields: OcspFields) {
    this.fields = fields
  }

  get der(): Uint8Array {
    return this.fields.der
  }

  get producedAt(): Date {
    return this.fields.producedAt
  }

  /** Certificates that came along, among them the responder's. */
  get certificates(): readonly Certificate[] {
    return this.fields.certificates
  }

  /** What is said of `certificate`, which `issuer` issued. */
  find(certificate: Certificate, issuer: Certificate): SingleAnswer | null {
    return this.fields.answers.find((answer) => isAbout(answer, certificate, issuer)) ?? null
  }

  /** Whether the responder is named as `certificate`'s subject or key. */
  isBy(certificate: Certificate): boolean {
    const { responder } = this.fields
    if ('name' in responder) return responder.name.equals(certificate.subject)
    return sameBytes(digestOf('sha1', certificate.publicKeyInfo.bits, 'buffer'), responder.keyHash)
  }

  isSignedBy(responder: Certificate): boolean {
    const known = this.#checked.get(responder)
    if (known !== undefined) return known
    const { signatureAlgorithm, tbs, signature } = this.fields
    const key = responder.publicKey
    const right = key !== null && isSignatureRight(signatureAlgorithm, key, tbs, signature)
    this.#checked.set(responder, right)
    return right
  }

  /** Whether the nonce of a request came back; responders that prepare answers have none (RFC 8954). */
  nonceState(sent: Uint8Array): 'echoed' | 'absent' | 'wrong' {
    const { nonce } = this.fields
    if (nonce === null) return 'absent'
    const wrapped = nonce.length === sent.length + 2 && nonce[0] === tags.octetString
    return sameBytes(wrapped ? nonce.subarray(2) : nonce, sent) ? 'echoed' : 'wrong'
  }
}

function isAbout(answer: SingleAnswer, certificate: Certificate, issuer: Certificate): boolean {
  if (answer.hash === null || !sameBytes(answer.serialBytes, certificate.serialBytes)) return false
  return (
    sameBytes(digestOf(answer.hash, issuer.subject.raw, 'buffer'), answer.issuerNameHash) &&
    sameBytes(digestOf(answer.hash, issuer.publicKeyInfo.bits, 'buffer'), answer.issuerKeyHash)
  )
}

const basicOid = '1.3.6.1.5.5.7.48.1.1'
const maxAnswers = 1024
const maxCertificates = 32

/**
 * Reads an OCSPResponse (RFC 6960, 4.2.1).
 *
 * @param parse reads one certificate; a cache's `parse` saves the second reading
 * @throws PadesError `der_malformed`
 */
export function parseOcsp(
  der: Uint8Array,
  parse: (der: Uint8Array) => Certificate = parseCertificate,
): { readonly status: OcspStatus; readonly answer: OcspAnswer | null } {
  const reader = new DerReader(der)
  const outer = reader.sequence()
  reader.finish()
  const status = statuses[outer.count(6, tags.enumerated)] ?? malformed('a status that is not used', 0)
  const field = outer.enterIf(constructed(0))
  outer.finish()
  if (field === null) return { status, answer: null }
  const bytes = field.sequence()
  field.finish()
  if (bytes.oid() !== basicOid) malformed('an OCSP answer of another kind', 0)
  const basic = bytes.octets()
  bytes.finish()
  return { status, answer: new OcspAnswer(readBasic(der, new DerReader(basic), parse)) }
}

function readBasic(der: Uint8Array, reader: DerReader, parse: (der: Uint8Array) => Certificate): OcspFields {
  const fields = reader.sequence()
  reader.finish()
  const tbsStart = fields.at
  const tbs = fields.sequence()
  const tbsBytes = fields.bytes.subarray(tbsStart, fields.at)
  const data = readData(tbs)
  const signatureAlgorithm = readSignatureAlgorithm(fields)
  const signature = fields.bitOctets()
  const certificates = readCertificates(fields.enterIf(constructed(0)), parse)
  fields.finish()
  return { der, tbs: tbsBytes, ...data, signatureAlgorithm, signature, certificates }
}

function readData(
  tbs: DerReader,
): Pick<OcspFields, 'responder' | 'producedAt' | 'answers' | 'nonce' | 'unknownCritical'> {
  const version = tbs.enterIf(constructed(0))
  if (version !== null && version.count() !== 0) malformed('a version of OCSP that is not known', tbs.at)
  const responder = readResponder(tbs)
  const producedAt = tbs.generalizedTime()
  const list = tbs.sequence()
  const answers: SingleAnswer[] = []
  while (!list.done) {
    if (answers.length >= maxAnswers) malformed('too many answers', list.at)
    answers.push(readSingle(list.sequence()))
  }
  const field = tbs.enterIf(constructed(1))
  tbs.finish()
  const extensions = field === null ? [] : readRawExtensions(field.sequence())
  const nonce = extensions.find(({ oid }) => oid === nonceOid)?.value ?? null
  const unknownCritical = extensions.filter(({ oid, critical }) => critical && oid !== nonceOid)
  return { responder, producedAt, answers, nonce, unknownCritical: unknownCritical.map(({ oid }) => oid) }
}

export const nonceOid = '1.3.6.1.5.5.7.48.1.2'
const archiveCutoffOid = '1.3.6.1.5.5.7.48.1.6'

function readResponder(tbs: DerReader): OcspFields['responder'] {
  const byName = tbs.enterIf(constructed(1))
  if (byName !== null) {
    const name = readName(byName)
    byName.finish()
    return { name }
  }
  const byKey = tbs.enter(constructed(2))
  const keyHash = byKey.octets()
  byKey.finish()
  return { keyHash }
}

function readSingle(fields: DerReader): SingleAnswer {
  const id = fields.sequence()
  const hash = readHashAlgorithm(id)
  const issuerNameHash = id.octets()
  const issuerKeyHash = id.octets()
  const serialBytes = readSerial(id)
  id.finish()
  const { status, revocation } = readStatus(fields)
  const thisUpdate = fields.generalizedTime()
  const next = fields.enterIf(constructed(0))
  const nextUpdate = next === null ? null : next.generalizedTime()
  next?.finish()
  const field = fields.enterIf(constructed(1))
  fields.finish()
  const extensions = field === null ? [] : readRawExtensions(field.sequence())
  const cutoff = extensions.find(({ oid }) => oid === archiveCutoffOid)
  return {
    hash,
    issuerNameHash,
    issuerKeyHash,
    serialBytes,
    status,
    revocation,
    thisUpdate,
    nextUpdate,
    archiveCutoff: cutoff === undefined ? null : new DerReader(cutoff.value).generalizedTime(),
    unknownCritical: extensions
      .filter(({ oid, critical }) => critical && oid !== archiveCutoffOid)
      .map(({ oid }) => oid),
  }
}

function readStatus(fields: DerReader): Pick<SingleAnswer, 'status' | 'revocation'> {
  const at = fields.at
  const revoked = fields.enterIf(constructed(1))
  if (revoked !== null) {
    const revokedAt = revoked.generalizedTime()
    const field = revoked.enterIf(constructed(0))
    const reason = field === null ? 'unspecified' : reasonOf(field.count(10, tags.enumerated), at)
    field?.finish()
    revoked.finish()
    return { status: 'revoked', revocation: { revokedAt, reason, invalidSince: null } }
  }
  const isGood = fields.tag === primitive(0)
  if (fields.octets(primitive(isGood ? 0 : 2)).length > 0) malformed('a status with a content', at)
  return { status: isGood ? 'good' : 'unknown', revocation: null }
}

function readCertificates(field: DerReader | null, parse: (der: Uint8Array) => Certificate): Certificate[] {
  if (field === null) return []
  const list = field.sequence()
  field.finish()
  const certificates: Certificate[] = []
  for (let count = 0; !list.done; count++) {
    if (count >= maxCertificates) malformed('too many certificates', list.at)
    const raw = list.raw()
    try {
      certificates.push(parse(raw))
    } catch (error) {
      if (!(error instanceof PadesError)) throw error
    }
  }
  return certificates
}
