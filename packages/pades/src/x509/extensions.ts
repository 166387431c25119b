import { malformed } from '../der/bytes.ts'
import { type DerReader, tags } from '../der/read.ts'
import type { GeneralName } from './general-name.ts'

/** Bits of keyUsage (RFC 5280, 4.2.1.3). */
export const keyUsages = {
  digitalSignature: 1,
  nonRepudiation: 2,
  keyEncipherment: 4,
  dataEncipherment: 8,
  keyAgreement: 16,
  keyCertSign: 32,
  cRLSign: 64,
  encipherOnly: 128,
  decipherOnly: 256,
} as const

export interface Subtrees {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
  /** Whether a subtree had a minimum or maximum, which RFC 5280, 4.2.1.10 does not use. */
  readonly withDistances: boolean
}

export interface DistributionPoint {
  readonly names: readonly GeneralName[]
  /** Whether the point gives only some reasons, or another issuer's list. */
  readonly onlySomeReasons: boolean
  readonly ofOtherIssuer: boolean
}

/** What a certificate's extensions say; null or empty where one is missing. */
export interface Extensions {
  readonly subjectKeyId: Uint8Array | null
  readonly authorityKeyId: Uint8Array | null
  /** Bits of `keyUsages`. */
  readonly keyUsage: number | null
  readonly extendedKeyUsage: readonly string[] | null
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null
  readonly subjectAltNames: readonly GeneralName[]
  readonly nameConstraints: Subtrees | null
  readonly policies: readonly string[] | null
  readonly policyMappings: readonly (readonly [issuer: string, subject: string])[]
  readonly requireExplicitPolicy: number | null
  readonly inhibitPolicyMapping: number | null
  readonly inhibitAnyPolicy: number | null
  readonly crlPoints: readonly DistributionPoint[]
  /** Addresses of responders and of issuers' certificates (RFC 5280, 4.2.2.1). */
  readonly ocspUrls: readonly string[]
  readonly issuerUrls: readonly string[]
  /** RFC 6960, 4.2.2.2.1. */
  readonly ocspNoCheck: boolean
  /** The value as it stands (ETSI EN 319 412-5). */
  readonly qcStatements: Uint8Array | null
  readonly critical: ReadonlySet<string>
  /** Critical ones that this reader does not know; RFC 5280, 4.2 refuses their certificate. */
  readonly unknownCritical: readonly string[]
}

export const noExtensions: Extensions = {
  subjectKeyId: null,
  authorityKeyId: null,
  keyUsage: null,
  extendedKeyUsage: null,
  basicConstraints: null,
  subjectAltNames: [],
  nameConstraints: null,
  policies: null,
  policyMappings: [],
  requireExplicitPolicy: null,
  inhibitPolicyMapping: null,
  inhibitAnyPolicy: null,
  crlPoints: [],
  ocspUrls: [],
  issuerUrls: [],
  ocspNoCheck: false,
  qcStatements: null,
  critical: new Set(),
  unknownCritical: [],
}

const maxExtensions = 128

/** One extension as it stands: what CRLs, their entries and OCSP answers have too. */
export interface RawExtension {
  readonly oid: string
  readonly critical: boolean
  /** Content of the extnValue. */
  readonly value: Uint8Array
}

/** The extensions of a sequence of which the content is `reader`, none twice. @throws PadesError `der_malformed` */
export function readRawExtensions(reader: DerReader): readonly RawExtension[] {
  const found: RawExtension[] = []
  if (reader.done) malformed('a list of no extensions', reader.at)
  while (!reader.done) {
    const at = reader.at
    const extension = reader.sequence()
    const oid = extension.oid()
    const critical = extension.tag === tags.boolean && extension.boolean()
    const value = extension.octets()
    extension.finish()
    if (found.some((one) => one.oid === oid)) malformed(`the extension ${oid} twice`, at)
    if (found.length >= maxExtensions) malformed('too many extensions', at)
    found.push({ oid, critical, value })
  }
  return found
}
