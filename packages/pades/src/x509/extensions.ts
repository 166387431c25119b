import { malformed } from '../der/bytes.ts'
import { constructed, DerReader, primitive, tags } from '../der/read.ts'
import { type GeneralName, readGeneralName, readGeneralNames } from './general-name.ts'

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

type MutableExtensions = { -readonly [K in keyof Extensions]: Extensions[K] }

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
const maxItems = 1024

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

/** The extensions of a certificate. @throws PadesError `der_malformed` */
export function readExtensions(reader: DerReader): Extensions {
  const extensions: MutableExtensions = { ...noExtensions }
  const critical = new Set<string>()
  const unknownCritical: string[] = []
  for (const one of readRawExtensions(reader)) {
    if (one.critical) critical.add(one.oid)
    const read = readers.get(one.oid)
    if (read !== undefined) {
      const value = new DerReader(one.value)
      read(value, extensions)
      value.finish()
    } else if (one.critical) unknownCritical.push(one.oid)
  }
  extensions.critical = critical
  extensions.unknownCritical = unknownCritical
  return extensions
}

type ReadExtension = (value: DerReader, into: MutableExtensions) => void

const readers = new Map<string, ReadExtension>([
  [
    '2.5.29.14',
    (value, into) => {
      into.subjectKeyId = value.octets()
    },
  ],
  [
    '2.5.29.15',
    (value, into) => {
      into.keyUsage = value.flags()
    },
  ],
  [
    '2.5.29.17',
    (value, into) => {
      into.subjectAltNames = readGeneralNames(value.sequence())
    },
  ],
  ['2.5.29.19', readBasicConstraints],
  ['2.5.29.30', readNameConstraints],
  [
    '2.5.29.31',
    (value, into) => {
      into.crlPoints = readDistributionPoints(value)
    },
  ],
  ['2.5.29.32', readPolicies],
  ['2.5.29.33', readPolicyMappings],
  ['2.5.29.35', readAuthorityKeyId],
  ['2.5.29.36', readPolicyConstraints],
  [
    '2.5.29.37',
    (value, into) => {
      into.extendedKeyUsage = readOids(value.sequence())
    },
  ],
  [
    '2.5.29.54',
    (value, into) => {
      into.inhibitAnyPolicy = value.count()
    },
  ],
  ['1.3.6.1.5.5.7.1.1', readInformationAccess],
  [
    '1.3.6.1.5.5.7.1.3',
    (value, into) => {
      into.qcStatements = value.raw()
    },
  ],
  ['1.3.6.1.5.5.7.48.1.5', readNoCheck],
])

function readBasicConstraints(value: DerReader, into: MutableExtensions): void {
  const fields = value.sequence()
  const ca = fields.tag === tags.boolean && fields.boolean()
  const pathLength = fields.done ? null : fields.count()
  fields.finish()
  into.basicConstraints = { ca, pathLength }
}

function readNameConstraints(value: DerReader, into: MutableExtensions): void {
  const fields = value.sequence()
  const permitted = readSubtrees(fields.enterIf(constructed(0)))
  const excluded = readSubtrees(fields.enterIf(constructed(1)))
  fields.finish()
  into.nameConstraints = {
    permitted: permitted.bases,
    excluded: excluded.bases,
    withDistances: permitted.withDistances || excluded.withDistances,
  }
}

function readSubtrees(field: DerReader | null): { bases: GeneralName[]; withDistances: boolean } {
  const bases: GeneralName[] = []
  let withDistances = false
  while (field !== null && !field.done) {
    if (bases.length >= maxItems) malformed('too many subtrees', field.at)
    const subtree = field.sequence()
    bases.push(readGeneralName(subtree))
    if (!subtree.done) withDistances = true
  }
  return { bases, withDistances }
}

export function readDistributionPoints(value: DerReader): readonly DistributionPoint[] {
  const list = value.sequence()
  const points: DistributionPoint[] = []
  while (!list.done) {
    if (points.length >= maxItems) malformed('too many distribution points', list.at)
    const point = list.sequence()
    const name = point.enterIf(constructed(0))
    const reasons = point.tag === primitive(1)
    if (reasons) point.flags(primitive(1))
    const issuer = point.enterIf(constructed(2))
    point.finish()
    points.push({ names: readPointName(name), onlySomeReasons: reasons, ofOtherIssuer: issuer !== null })
  }
  return points
}

/** DistributionPointName; a name relative to the issuer gives no names, because nobody writes one. */
export function readPointName(field: DerReader | null): readonly GeneralName[] {
  if (field === null) return []
  const full = field.enterIf(constructed(0))
  if (full === null) field.enter(constructed(1))
  field.finish()
  return full === null ? [] : readGeneralNames(full)
}

function readPolicies(value: DerReader, into: MutableExtensions): void {
  const list = value.sequence()
  const policies: string[] = []
  while (!list.done) {
    const policy = list.sequence().oid()
    if (policies.includes(policy) || policies.length >= maxItems) malformed('a policy twice', list.at)
    policies.push(policy)
  }
  into.policies = policies
}

function readPolicyMappings(value: DerReader, into: MutableExtensions): void {
  const list = value.sequence()
  const mappings: [string, string][] = []
  while (!list.done) {
    if (mappings.length >= maxItems) malformed('too many policy mappings', list.at)
    const mapping = list.sequence()
    mappings.push([mapping.oid(), mapping.oid()])
    mapping.finish()
  }
  into.policyMappings = mappings
}

function readPolicyConstraints(value: DerReader, into: MutableExtensions): void {
  const fields = value.sequence()
  if (fields.tag === primitive(0)) into.requireExplicitPolicy = fields.count(undefined, primitive(0))
  if (fields.tag === primitive(1)) into.inhibitPolicyMapping = fields.count(undefined, primitive(1))
  fields.finish()
}

function readAuthorityKeyId(value: DerReader, into: MutableExtensions): void {
  const fields = value.sequence()
  if (fields.tag === primitive(0)) into.authorityKeyId = fields.octets(primitive(0))
  // The issuer's name and serial are hints that RFC 5280, 4.2.1.1 discourages; they are passed over.
  if (fields.tag === constructed(1)) fields.skip()
  if (fields.tag === primitive(2)) fields.skip()
  fields.finish()
}

function readOids(list: DerReader): readonly string[] {
  const oids: string[] = []
  do {
    if (oids.length >= maxItems) malformed('too many purposes', list.at)
    oids.push(list.oid())
  } while (!list.done)
  return oids
}

function readInformationAccess(value: DerReader, into: MutableExtensions): void {
  const list = value.sequence()
  const ocspUrls: string[] = []
  const issuerUrls: string[] = []
  while (!list.done) {
    const access = list.sequence()
    const method = access.oid()
    const place = readGeneralName(access)
    access.finish()
    if (place.form !== 'uri' || ocspUrls.length + issuerUrls.length >= maxItems) continue
    if (method === '1.3.6.1.5.5.7.48.1') ocspUrls.push(place.value)
    if (method === '1.3.6.1.5.5.7.48.2') issuerUrls.push(place.value)
  }
  into.ocspUrls = ocspUrls
  into.issuerUrls = issuerUrls
}

function readNoCheck(value: DerReader, into: MutableExtensions): void {
  value.nothing()
  into.ocspNoCheck = true
}
