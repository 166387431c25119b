import { hash as digestOf } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'
import { malformed, sameBytes, toHex } from '../der/bytes.ts'
import { constructed, DerReader, primitive, tags } from '../der/read.ts'
import { readHashAlgorithm } from '../x509/algorithm-identifier.ts'
import type { Certificate } from '../x509/certificate.ts'
import { readRawExtensions } from '../x509/extensions.ts'
import { type GeneralName, readGeneralName } from '../x509/general-name.ts'
import { judgeTimestampPurpose } from '../x509/purpose.ts'
import { checkSignedData, type SignedDataCheck, type SignedDataProblem } from './check.ts'
import { contentTypes, parseSignedData, type SignedData } from './signed-data.ts'

/** A TSTInfo (RFC 3161, 2.4.2). */
export interface TimestampInfo {
  readonly policy: string
  readonly imprintHash: KnownHash | null
  readonly imprint: Uint8Array
  /** Hexadecimal, without leading zeros. */
  readonly serial: string
  /** Cut to milliseconds. */
  readonly at: Date
  /** How far the time may be off; null where the authority does not say. */
  readonly accuracyMicroseconds: number | null
  readonly ordering: boolean
  /** Content octets of the number. */
  readonly nonce: Uint8Array | null
  readonly authority: GeneralName | null
  readonly unknownCritical: readonly string[]
}

export interface TimestampToken {
  readonly data: SignedData
  readonly info: TimestampInfo
}

/**
 * Reads a time-stamp token: SignedData around a TSTInfo.
 *
 * @throws PadesError `der_malformed`
 */
export function parseTimestampToken(
  bytes: Uint8Array,
  parse?: (der: Uint8Array) => Certificate,
): TimestampToken {
  const data = parseSignedData(bytes, parse)
  if (data.contentType !== contentTypes.timestampInfo || data.content === null)
    malformed('a message that is no time-stamp', 0)
  return { data, info: readInfo(data.content) }
}

function readInfo(content: Uint8Array): TimestampInfo {
  const reader = new DerReader(content)
  const fields = reader.sequence()
  reader.finish()
  if (fields.count() !== 1) malformed('a version of time-stamp that is not known', 0)
  const policy = fields.oid()
  const imprintFields = fields.sequence()
  const imprintHash = readHashAlgorithm(imprintFields)
  const imprint = imprintFields.octets()
  imprintFields.finish()
  const serial = toHex(fields.integerBytes()).replace(/^0+(?=.)/, '')
  const at = fields.generalizedTime()
  const accuracy = fields.enterIf(tags.sequence)
  const ordering = fields.tag === tags.boolean && fields.boolean()
  const nonce = fields.tag === tags.integer ? fields.integerBytes() : null
  const authorityField = fields.enterIf(constructed(0))
  const authority = authorityField === null ? null : readGeneralName(authorityField)
  authorityField?.finish()
  const extensions = fields.enterIf(constructed(1))
  fields.finish()
  const critical = extensions === null ? [] : readRawExtensions(extensions).filter((one) => one.critical)
  return {
    policy,
    imprintHash,
    imprint,
    serial,
    at,
    accuracyMicroseconds: accuracy === null ? null : readAccuracy(accuracy),
    ordering,
    nonce,
    authority,
    unknownCritical: critical.map(({ oid }) => oid),
  }
}

function readAccuracy(fields: DerReader): number {
  const seconds = fields.tag === tags.integer ? fields.count() : 0
  const millis = fields.tag === primitive(0) ? fields.count(999, primitive(0)) : 0
  const micros = fields.tag === primitive(1) ? fields.count(999, primitive(1)) : 0
  fields.finish()
  return seconds * 1_000_000 + millis * 1000 + micros
}

export type TimestampProblem =
  | SignedDataProblem
  | 'imprint_hash_unknown'
  | 'imprint_mismatch'
  | 'nonce_mismatch'
  | 'policy_mismatch'
  | 'unknown_critical_extension'
  | 'authority_purpose'
  | 'authority_name'

export interface TimestampExpectation {
  /** What should have been stamped, by the hash that the authority was given. */
  readonly digestBy: (hash: KnownHash) => Uint8Array
  /** What was asked; leave out where a token found in a file is checked. */
  readonly nonce?: Uint8Array
  readonly policy?: string
  /** Certificates from elsewhere, among which the authority's may be. */
  readonly certificates?: readonly Certificate[]
}

export interface TimestampCheck extends Omit<SignedDataCheck, 'problems'> {
  readonly problems: readonly TimestampProblem[]
  readonly info: TimestampInfo
}

/** Checks a token against what should have been stamped (RFC 3161, 2.2 to 2.4). Trust in its signer is not asked. */
export function checkTimestampToken(
  { data, info }: TimestampToken,
  { digestBy, nonce, policy, certificates = [] }: TimestampExpectation,
): TimestampCheck {
  const content = data.content ?? new Uint8Array(0)
  const hash = data.signers[0]?.hash ?? null
  const digest = hash === null ? null : digestOf(hash, content, 'buffer')
  const checked = checkSignedData(data, digest, { contentType: contentTypes.timestampInfo, certificates })
  const problems: TimestampProblem[] = [...checked.problems]
  if (info.imprintHash === null) problems.push('imprint_hash_unknown')
  else if (!sameBytes(digestBy(info.imprintHash), info.imprint)) problems.push('imprint_mismatch')
  if (nonce !== undefined && !isNonce(info.nonce, nonce)) problems.push('nonce_mismatch')
  if (policy !== undefined && info.policy !== policy) problems.push('policy_mismatch')
  if (info.unknownCritical.length > 0) problems.push('unknown_critical_extension')
  if (checked.signer !== null) problems.push(...authorityProblems(checked.signer, info))
  return { ...checked, problems, info }
}

const isNonce = (found: Uint8Array | null, sent: Uint8Array): boolean =>
  found !== null && toHex(found).replace(/^(00)+(?=.)/, '') === toHex(sent).replace(/^(00)+(?=.)/, '')

function authorityProblems(signer: Certificate, { authority }: TimestampInfo): readonly TimestampProblem[] {
  const problems: TimestampProblem[] = []
  if (!judgeTimestampPurpose(signer).ok) problems.push('authority_purpose')
  // RFC 3161, 2.4.2: the name must be one of the certificate's.
  if (authority?.form === 'directory' && !authority.name.equals(signer.subject))
    problems.push('authority_name')
  return problems
}
