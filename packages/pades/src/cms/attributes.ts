import type { KnownHash } from '../algorithms.ts'
import { malformed } from '../der/bytes.ts'
import { constructed, DerReader, tags } from '../der/read.ts'
import { readHashAlgorithm } from '../x509/algorithm-identifier.ts'
import { readSerial } from '../x509/certificate.ts'
import { readGeneralNames } from '../x509/general-name.ts'
import type { Name } from '../x509/name.ts'

/** Attribute types (RFC 5652, 11; RFC 5035; RFC 3161; RFC 6211; ETSI EN 319 122-1; ISO 32000-2, 12.8.3.3.2). */
export const attributeOids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  contentTimestamp: '1.2.840.113549.1.9.16.2.20',
  commitmentType: '1.2.840.113549.1.9.16.2.16',
  signaturePolicy: '1.2.840.113549.1.9.16.2.15',
  algorithmProtection: '1.2.840.113549.1.9.52',
  adobeRevocation: '1.2.840.113583.1.1.8',
} as const

/** An attribute as it stands; each value is DER. */
export interface Attribute {
  readonly oid: string
  readonly values: readonly Uint8Array[]
}

/** One certificate that `signing-certificate` or its second version names (RFC 5035, 4). */
export interface EssCertificate {
  readonly hash: KnownHash | null
  readonly certificateHash: Uint8Array
  readonly issuer: Name | null
  readonly serialBytes: Uint8Array | null
}

const maxAttributes = 256
const maxValues = 256

/** The attributes of a SET of which the content is `reader`. @throws PadesError `der_malformed` */
export function readAttributes(reader: DerReader): readonly Attribute[] {
  const attributes: Attribute[] = []
  while (!reader.done) {
    if (attributes.length >= maxAttributes) malformed('too many attributes', reader.at)
    const attribute = reader.sequence()
    const oid = attribute.oid()
    const set = attribute.set()
    attribute.finish()
    const values: Uint8Array[] = []
    while (!set.done) {
      if (values.length >= maxValues) malformed('too many values of an attribute', set.at)
      values.push(set.raw())
    }
    attributes.push({ oid, values })
  }
  return attributes
}

/** The one value of an attribute that may have one only; null where there is no such attribute. */
export function findSingle(attributes: readonly Attribute[], oid: string): DerReader | null {
  const attribute = attributes.find((one) => one.oid === oid)
  if (attribute === undefined) return null
  const [value] = attribute.values
  if (value === undefined || attribute.values.length !== 1)
    malformed(`${attribute.values.length} values of ${oid}`, 0)
  return new DerReader(value)
}

/** Types that stand more than once among the attributes, which RFC 5652, 5.3 forbids the signed ones. */
export function repeatedTypes(attributes: readonly Attribute[]): readonly string[] {
  const seen = new Set<string>()
  return attributes.map(({ oid }) => oid).filter((oid) => seen.has(oid) || !seen.add(oid))
}

/** SigningCertificate (RFC 2634, 5.4): hashes by SHA-1. @throws PadesError `der_malformed` */
export function readSigningCertificate(value: DerReader): readonly EssCertificate[] {
  return readEssList(value, () => 'sha1')
}

/** SigningCertificateV2 (RFC 5035, 3): SHA-256 where no hash is named. @throws PadesError `der_malformed` */
export function readSigningCertificateV2(value: DerReader): readonly EssCertificate[] {
  return readEssList(value, (one) => (one.tag === tags.sequence ? readHashAlgorithm(one) : 'sha256'))
}

function readEssList(
  value: DerReader,
  readHash: (one: DerReader) => KnownHash | null,
): readonly EssCertificate[] {
  const fields = value.sequence()
  value.finish()
  const list = fields.sequence()
  // What policies follow says nothing of the certificate.
  if (!fields.done) fields.sequence()
  fields.finish()
  const certificates: EssCertificate[] = []
  do {
    if (certificates.length >= maxValues) malformed('too many certificates named', list.at)
    const one = list.sequence()
    const hash = readHash(one)
    const certificateHash = one.octets()
    const issuerSerial = one.done ? null : readIssuerSerial(one)
    one.finish()
    certificates.push({
      hash,
      certificateHash,
      issuer: issuerSerial?.issuer ?? null,
      serialBytes: issuerSerial?.serialBytes ?? null,
    })
  } while (!list.done)
  return certificates
}

function readIssuerSerial(one: DerReader): { issuer: Name | null; serialBytes: Uint8Array } {
  const fields = one.sequence()
  const names = readGeneralNames(fields.sequence())
  const serialBytes = readSerial(fields)
  // An attribute certificate's unique identifier may follow.
  if (fields.tag === tags.bitString) fields.skip()
  fields.finish()
  const directory = names.find((name) => name.form === 'directory')
  return { issuer: directory?.form === 'directory' ? directory.name : null, serialBytes }
}

/** Adobe's revocation data: CRLs and OCSP answers as they stand. @throws PadesError `der_malformed` */
export function readAdobeRevocation(value: DerReader): {
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
} {
  const fields = value.sequence()
  value.finish()
  const crls = readRawList(fields.enterIf(constructed(0)))
  const ocsps = readRawList(fields.enterIf(constructed(1)))
  if (fields.tag === constructed(2)) fields.skip()
  fields.finish()
  return { crls, ocsps }
}

function readRawList(field: DerReader | null): readonly Uint8Array[] {
  if (field === null) return []
  const list = field.sequence()
  field.finish()
  const items: Uint8Array[] = []
  while (!list.done) {
    if (items.length >= maxValues) malformed('too many items of revocation', list.at)
    items.push(list.raw())
  }
  return items
}
