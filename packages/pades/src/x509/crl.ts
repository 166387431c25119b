import { malformed, sameBytes } from '../der/bytes.ts'
import { constructed, DerReader, primitive, tags } from '../der/read.ts'
import { isSignatureRight, readSignatureAlgorithm, type SignatureAlgorithm } from './algorithm-identifier.ts'
import { type Certificate, readSerial } from './certificate.ts'
import { CrlEntries } from './crl-entries.ts'
import { readPointName } from './extension-values.ts'
import { readRawExtensions } from './extensions.ts'
import type { GeneralName } from './general-name.ts'
import { type Name, readName } from './name.ts'

/** Reasons by their number (RFC 5280, 5.3.1); 7 is not used. */
const reasons = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  null,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const

export type RevocationReason = NonNullable<(typeof reasons)[number]>

/** What a list or an answer says of a certificate that is not good. */
export interface Revocation {
  readonly revokedAt: Date
  /** `unspecified` where none is given. */
  readonly reason: RevocationReason
  /** Since when the key may have been in other hands (RFC 5280, 5.3.2). */
  readonly invalidSince: Date | null
}

/** issuingDistributionPoint (RFC 5280, 5.2.5). */
export interface IssuingPoint {
  readonly names: readonly GeneralName[]
  readonly onlyUsers: boolean
  readonly onlyAuthorities: boolean
  readonly onlySomeReasons: boolean
  readonly onlyAttributes: boolean
  readonly indirect: boolean
}

interface CrlExtensions {
  isDelta: boolean
  issuingPoint: IssuingPoint | null
  /** Since when certificates stay on the list after they have run out (X.509, 9.5.2.8). */
  expiredSince: Date | null
  unknownCritical: readonly string[]
}

interface CrlFields extends Readonly<CrlExtensions> {
  readonly der: Uint8Array
  readonly tbs: Uint8Array
  readonly issuer: Name
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  readonly entries: CrlEntries
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
}

/** A list of revoked certificates (RFC 5280, 5), whose entries stay bytes until one is asked for. */
export class Crl {
  readonly fields: CrlFields
  readonly #checked = new WeakMap<Certificate, boolean>()

  constructor(fields: CrlFields) {
    this.fields = fields
  }

  get der(): Uint8Array {
    return this.fields.der
  }

  get issuer(): Name {
    return this.fields.issuer
  }

  get thisUpdate(): Date {
    return this.fields.thisUpdate
  }

  get nextUpdate(): Date | null {
    return this.fields.nextUpdate
  }

  /** How many certificates are on it. */
  get count(): number {
    return this.fields.entries.count
  }

  /** What it says of a serial number; null where that is not on it. @throws PadesError `der_malformed` */
  find(serialBytes: Uint8Array): Revocation | null {
    const entry = this.fields.entries.find(serialBytes)
    return entry === null ? null : readEntry(entry)
  }

  isSignedBy(issuer: Certificate): boolean {
    const known = this.#checked.get(issuer)
    if (known !== undefined) return known
    const { signatureAlgorithm, tbs, signature } = this.fields
    const key = issuer.publicKey
    const right = key !== null && isSignatureRight(signatureAlgorithm, key, tbs, signature)
    this.#checked.set(issuer, right)
    return right
  }
}

/** Reads a CRL of version 1 or 2. @throws PadesError `der_malformed` */
export function parseCrl(der: Uint8Array): Crl {
  const reader = new DerReader(der)
  const outer = reader.sequence()
  reader.finish()
  const tbsStart = outer.at
  const tbs = outer.sequence()
  const tbsBytes = outer.bytes.subarray(tbsStart, outer.at)
  const isSecond = tbs.tag === tags.integer
  if (isSecond && tbs.count() !== 1) malformed('a version of CRL that is not known', tbsStart)
  const inner = readSignatureAlgorithm(tbs)
  const issuer = readName(tbs)
  const thisUpdate = tbs.time()
  const nextUpdate = tbs.tag === tags.utcTime || tbs.tag === tags.generalizedTime ? tbs.time() : null
  const entries = new CrlEntries(tbs.enterIf(tags.sequence))
  const field = isSecond ? tbs.enterIf(constructed(0)) : null
  tbs.finish()
  const extensions = readCrlExtensions(field)
  const signatureAlgorithm = readSignatureAlgorithm(outer)
  const signature = outer.bitOctets()
  outer.finish()
  if (!sameBytes(inner.raw, signatureAlgorithm.raw)) malformed('two different signature algorithms', tbsStart)
  return new Crl({
    der,
    tbs: tbsBytes,
    issuer,
    thisUpdate,
    nextUpdate,
    entries,
    ...extensions,
    signatureAlgorithm,
    signature,
  })
}

function readCrlExtensions(field: DerReader | null): CrlExtensions {
  const found: CrlExtensions = {
    isDelta: false,
    issuingPoint: null,
    expiredSince: null,
    unknownCritical: [],
  }
  if (field === null) return found
  const unknown: string[] = []
  const list = readRawExtensions(field.sequence())
  field.finish()
  for (const { oid, critical, value } of list) {
    const content = new DerReader(value)
    if (oid === '2.5.29.27') found.isDelta = true
    else if (oid === '2.5.29.28') found.issuingPoint = readIssuingPoint(content)
    else if (oid === '2.5.29.60') found.expiredSince = content.generalizedTime()
    else if (critical && !isHint(oid)) unknown.push(oid)
  }
  found.unknownCritical = unknown
  return found
}

// Its number and its issuer's key identifier decide nothing here: all keys of the issuer's name are tried.
const isHint = (oid: string): boolean => oid === '2.5.29.20' || oid === '2.5.29.35'

function readIssuingPoint(content: DerReader): IssuingPoint {
  const fields = content.sequence()
  content.finish()
  const names = readPointName(fields.enterIf(constructed(0)))
  const flag = (number: number): boolean =>
    fields.tag === primitive(number) && fields.boolean(primitive(number))
  const onlyUsers = flag(1)
  const onlyAuthorities = flag(2)
  const onlySomeReasons = fields.tag === primitive(3)
  if (onlySomeReasons) fields.flags(primitive(3))
  const indirect = flag(4)
  const onlyAttributes = flag(5)
  fields.finish()
  return { names, onlyUsers, onlyAuthorities, onlySomeReasons, onlyAttributes, indirect }
}

function readEntry(fields: DerReader): Revocation {
  readSerial(fields)
  const revokedAt = fields.time()
  let reason: RevocationReason = 'unspecified'
  let invalidSince: Date | null = null
  if (!fields.done) {
    const at = fields.at
    for (const { oid, critical, value } of readRawExtensions(fields.sequence())) {
      const content = new DerReader(value)
      if (oid === '2.5.29.21') reason = reasonOf(content.count(10, tags.enumerated), at)
      else if (oid === '2.5.29.24') invalidSince = content.generalizedTime()
      // The certificate's issuer in a list of several issuers would be one of these.
      else if (critical) malformed(`the critical extension ${oid} of an entry`, at)
    }
  }
  fields.finish()
  return { revokedAt, reason, invalidSince }
}

/** @throws PadesError `der_malformed` */
export function reasonOf(number: number, offset: number): RevocationReason {
  return reasons[number] ?? malformed(`reason ${number} of a revocation`, offset)
}
