import { malformed } from '../der/bytes.ts'
import { constructed, DerReader, primitive, tags } from '../der/read.ts'
import { type DistributionPoint, type Extensions, noExtensions, readRawExtensions } from './extensions.ts'
import { type GeneralName, readGeneralName, readGeneralNames } from './general-name.ts'

type MutableExtensions = { -readonly [K in keyof Extensions]: Extensions[K] }

const maxItems = 1024

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

function readDistributionPoints(value: DerReader): readonly DistributionPoint[] {
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
