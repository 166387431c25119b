import type { KeyObject } from 'node:crypto'
import { hash as digestOf } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'
import {
  type DerPart,
  encode,
  enumerated,
  generalizedTime,
  implicit,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  tagged,
  time,
  unsigned,
} from '../der/write.ts'
import type { Certificate } from '../x509/certificate.ts'
import { certificateId } from '../x509/ocsp-request.ts'
import { type TestAuthority, testNow } from './authority.ts'
import { algorithmOf, schemeOf, signed, type TestScheme } from './certificate.ts'
import { authorityKeyId, extension, type TestExtension, writeExtensions } from './extensions.ts'

const hour = 3_600_000

export interface TestRevocation {
  readonly certificate: Certificate
  readonly at?: Date
  /** Number of the reason; none where it is left out. */
  readonly reason?: number
  readonly invalidSince?: Date
}

export interface CrlOptions {
  readonly revoked?: readonly TestRevocation[]
  readonly thisUpdate?: Date
  readonly nextUpdate?: Date | null
  readonly version?: 1 | 2
  readonly hash?: KnownHash
  readonly scheme?: TestScheme
  /** Signs in the authority's stead. */
  readonly key?: KeyObject
  readonly issuer?: Uint8Array
  readonly extensions?: readonly TestExtension[]
  /** Entries that are written as they are. */
  readonly entries?: readonly DerPart[]
}

/** A CRL of an authority, from an hour before the tests' now to a day after where nothing else is said. */
export function makeCrl(authority: TestAuthority, options: CrlOptions = {}): Uint8Array {
  const { revoked = [], version = 2, entries = [] } = options
  const thisUpdate = options.thisUpdate ?? new Date(testNow.getTime() - hour)
  const nextUpdate =
    options.nextUpdate === undefined ? new Date(testNow.getTime() + 24 * hour) : options.nextUpdate
  const key = options.key ?? authority.key.privateKey
  const signature = { key, hash: options.hash ?? 'sha256', scheme: options.scheme ?? schemeOf(key) } as const
  const keyIdentifier = authority.parsed.extensions.subjectKeyId
  const extensions = [
    ...(keyIdentifier === null ? [] : [authorityKeyId(keyIdentifier)]),
    extension('2.5.29.20', integer(7)),
    ...(options.extensions ?? []),
  ]
  const list = [...revoked.map((one) => writeRevoked(one, version)), ...entries]
  const tbs = sequence(
    ...(version === 2 ? [integer(1)] : []),
    algorithmOf(signature),
    options.issuer ?? authority.parsed.subject.raw,
    time(thisUpdate),
    ...(nextUpdate === null ? [] : [time(nextUpdate)]),
    ...(list.length === 0 ? [] : [sequence(...list)]),
    ...(version === 2 ? [tagged(0, writeExtensions(extensions))] : []),
  )
  return signed(tbs, signature)
}

function writeRevoked({ certificate, at, reason, invalidSince }: TestRevocation, version: 1 | 2): DerPart {
  const extensions = [
    ...(reason === undefined ? [] : [extension('2.5.29.21', enumerated(reason))]),
    ...(invalidSince === undefined ? [] : [extension('2.5.29.24', generalizedTime(invalidSince))]),
  ]
  return sequence(
    unsigned(certificate.serialBytes),
    time(at ?? new Date(testNow.getTime() - 48 * hour)),
    ...(extensions.length === 0 || version === 1 ? [] : [writeExtensions(extensions)]),
  )
}

export interface OcspOptions {
  readonly status?: 'good' | 'unknown' | { readonly revokedAt: Date; readonly reason?: number }
  readonly producedAt?: Date
  readonly thisUpdate?: Date
  readonly nextUpdate?: Date | null
  readonly nonce?: Uint8Array
  readonly certIdHash?: 'sha1' | 'sha256'
  readonly hash?: KnownHash
  readonly scheme?: TestScheme
  /** Who signs; the authority itself where nothing is said. */
  readonly responder?: {
    readonly certificate: Uint8Array
    readonly parsed: Certificate
    readonly key: KeyObject
  }
  readonly byKey?: boolean
  /** Certificates that go along; a responder's own where nothing is said. */
  readonly certificates?: readonly Uint8Array[]
  readonly archiveCutoff?: Date
  readonly extensions?: readonly TestExtension[]
  readonly singleExtensions?: readonly TestExtension[]
}

/** An OCSPResponse about one certificate of an authority. */
export function makeOcsp(
  authority: TestAuthority,
  certificate: Certificate,
  options: OcspOptions = {},
): Uint8Array {
  const responder = options.responder
  const key = responder?.key ?? authority.key.privateKey
  const named = responder?.parsed ?? authority.parsed
  const producedAt = options.producedAt ?? options.thisUpdate ?? new Date(testNow.getTime() - hour)
  const signature = { key, hash: options.hash ?? 'sha256', scheme: options.scheme ?? schemeOf(key) } as const
  const extensions = [
    ...(options.nonce === undefined ? [] : [extension('1.3.6.1.5.5.7.48.1.2', octetString(options.nonce))]),
    ...(options.extensions ?? []),
  ]
  const data = sequence(
    options.byKey === true
      ? tagged(2, octetString(digestOf('sha1', named.publicKeyInfo.bits, 'buffer')))
      : tagged(1, named.subject.raw),
    generalizedTime(producedAt),
    sequence(writeSingle(authority, certificate, producedAt, options)),
    ...(extensions.length === 0 ? [] : [tagged(1, writeExtensions(extensions))]),
  )
  const certificates = options.certificates ?? (responder === undefined ? [] : [responder.certificate])
  const along = certificates.length === 0 ? [] : [tagged(0, sequence(...certificates))]
  return wrapOcsp(signed(data, signature, ...along))
}

/** An OCSPResponse around a basic one. */
export function wrapOcsp(basic: Uint8Array): Uint8Array {
  const bytes = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic))
  return encode(sequence(enumerated(0), tagged(0, bytes)))
}

function writeSingle(
  authority: TestAuthority,
  certificate: Certificate,
  producedAt: Date,
  options: OcspOptions,
): DerPart {
  const thisUpdate = options.thisUpdate ?? producedAt
  const nextUpdate =
    options.nextUpdate === undefined ? new Date(thisUpdate.getTime() + 12 * hour) : options.nextUpdate
  const { archiveCutoff } = options
  const extensions = [
    ...(archiveCutoff === undefined
      ? []
      : [extension('1.3.6.1.5.5.7.48.1.6', generalizedTime(archiveCutoff))]),
    ...(options.singleExtensions ?? []),
  ]
  return sequence(
    certificateId({ certificate, issuer: authority.parsed, hash: options.certIdHash ?? 'sha1' }),
    writeStatus(options.status ?? 'good'),
    generalizedTime(thisUpdate),
    ...(nextUpdate === null ? [] : [tagged(0, generalizedTime(nextUpdate))]),
    ...(extensions.length === 0 ? [] : [tagged(1, writeExtensions(extensions))]),
  )
}

function writeStatus(status: NonNullable<OcspOptions['status']>): DerPart {
  if (status === 'good') return implicit(0, new Uint8Array(0))
  if (status === 'unknown') return implicit(2, new Uint8Array(0))
  const { revokedAt, reason } = status
  return tagged(
    1,
    generalizedTime(revokedAt),
    ...(reason === undefined ? [] : [tagged(0, enumerated(reason))]),
  )
}

/** The value of `issuingDistributionPoint` with some of its fields. */
export function issuingPoint(fields: {
  readonly url?: string
  readonly users?: boolean
  readonly authorities?: boolean
  readonly reasons?: boolean
  readonly indirect?: boolean
  readonly attributes?: boolean
}): TestExtension {
  const yes = Uint8Array.of(0xff)
  const flag = (number: number, set: boolean | undefined): DerPart[] =>
    set === true ? [implicit(number, yes)] : []
  const { url } = fields
  const name = url === undefined ? [] : [tagged(0, tagged(0, implicit(6, Buffer.from(url, 'latin1'))))]
  return extension(
    '2.5.29.28',
    sequence(
      ...name,
      ...flag(1, fields.users),
      ...flag(2, fields.authorities),
      ...(fields.reasons === true ? [implicit(3, Uint8Array.of(6, 0x40))] : []),
      ...flag(4, fields.indirect),
      ...flag(5, fields.attributes),
    ),
    true,
  )
}

export const deltaIndicator = extension('2.5.29.27', integer(6), true)
export const unknownCritical = extension('1.3.6.1.4.1.55555.1', nothing, true)
