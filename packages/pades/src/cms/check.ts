import type { KnownHash, KnownScheme } from '../algorithms.ts'
import { sameBytes } from '../der/bytes.ts'
import { constructed, DerReader, tags } from '../der/read.ts'
import { PadesError } from '../errors.ts'
import { isSignatureRight, readHashAlgorithm, readSignatureAlgorithm } from '../x509/algorithm-identifier.ts'
import type { Certificate } from '../x509/certificate.ts'
import {
  attributeOids,
  type EssCertificate,
  findSingle,
  readSigningCertificate,
  readSigningCertificateV2,
  repeatedTypes,
} from './attributes.ts'
import { findSigner, type SignerProblem } from './find-signer.ts'
import { contentTypes, type SignedData, type SignerInfo } from './signed-data.ts'

export type SignedDataProblem =
  | SignerProblem
  | 'signer_count'
  | 'trailing_bytes'
  | 'content_present'
  | 'content_missing'
  | 'attributes_missing'
  | 'attributes_malformed'
  | 'attribute_repeated'
  | 'content_type_wrong'
  | 'digest_missing'
  | 'digest_mismatch'
  | 'hash_unknown'
  | 'signature_algorithm_unknown'
  | 'algorithm_mismatch'
  | 'algorithm_protection_mismatch'
  | 'value_wrong'

/** What checking found; `problems` is empty where all is right. */
export interface SignedDataCheck {
  readonly problems: readonly SignedDataProblem[]
  readonly signerInfo: SignerInfo | null
  /** The certificate that the identifier and `signing-certificate` both name; never one by its place. */
  readonly signer: Certificate | null
  readonly hash: KnownHash | null
  readonly scheme: KnownScheme
  /** The hash by which the signer's certificate is named; null where it is not. */
  readonly essHash: KnownHash | null
  /** The `signing-time` attribute, which a PAdES signature should not have (EN 319 142-1, 6.3). */
  readonly signingTime: Date | null
}

export interface SignedDataExpectation {
  /** Of `id-data` where nothing else is said. */
  readonly contentType?: string
  /** Certificates from elsewhere, such as a DSS, among which the signer's may be. */
  readonly certificates?: readonly Certificate[]
}

/**
 * Checks a message that is signed (RFC 5652, 5.4 and 5.6; ETSI EN 319 122-1, 5): one signer, the digest of the content
 * under `signerInfo.hash`, the algorithms, the signer's certificate and the signature value. All that fails is told.
 *
 * @param digest of the content, by the hash of the first SignerInfo; null where that hash is not known
 */
export function checkSignedData(
  data: SignedData,
  digest: Uint8Array | null,
  { contentType = contentTypes.data, certificates = [] }: SignedDataExpectation = {},
): SignedDataCheck {
  const problems = new Set<SignedDataProblem>()
  const [info] = data.signers
  if (data.signers.length !== 1) problems.add('signer_count')
  if (data.trailing === 'other') problems.add('trailing_bytes')
  if (contentType === contentTypes.data && data.content !== null) problems.add('content_present')
  if (contentType !== contentTypes.data && data.content === null) problems.add('content_missing')
  if (data.contentType !== contentType) problems.add('content_type_wrong')
  if (info === undefined) return nothingFound([...problems])

  const hash = checkAlgorithms(info, problems)
  const attributes = readTyped(info, problems)
  checkAttributes(info, attributes, contentType, digest, problems)
  const all = certificates.length === 0 ? data.certificates : [...data.certificates, ...certificates]
  const ess = attributes?.ess ?? []
  const { signer, problems: about } = findSigner(info.identifier, ess, all)
  for (const problem of about) problems.add(problem)
  checkValue(info, hash, signer, problems)
  return {
    problems: [...problems],
    signerInfo: info,
    signer,
    hash,
    scheme: info.signatureAlgorithm.scheme,
    essHash: ess[0]?.hash ?? null,
    signingTime: attributes?.signingTime ?? null,
  }
}

type Problems = Set<SignedDataProblem>

interface TypedAttributes {
  readonly contentType: string | null
  readonly messageDigest: Uint8Array | null
  readonly signingTime: Date | null
  /** The first of each version: the one that names the signer's certificate. */
  readonly ess: readonly EssCertificate[]
  readonly protection: DerReader | null
}

function nothingFound(problems: readonly SignedDataProblem[]): SignedDataCheck {
  return {
    problems,
    signerInfo: null,
    signer: null,
    hash: null,
    scheme: 'other',
    essHash: null,
    signingTime: null,
  }
}

/** The hash of the message and of the signature must be one (RFC 5754, 3; RFC 4056, 3). */
function checkAlgorithms(info: SignerInfo, problems: Problems): KnownHash | null {
  const { scheme, hash, oid } = info.signatureAlgorithm
  if (info.hash === null) problems.add('hash_unknown')
  const isPlainRsa = oid === '1.2.840.113549.1.1.1'
  if (scheme === 'other' || (hash === null && !isPlainRsa)) problems.add('signature_algorithm_unknown')
  else if (!isPlainRsa && hash !== info.hash) problems.add('algorithm_mismatch')
  return info.hash
}

function readTyped(info: SignerInfo, problems: Problems): TypedAttributes | null {
  if (info.signedBytes === null) {
    problems.add('attributes_missing')
    return null
  }
  if (repeatedTypes(info.signedAttributes).length > 0) problems.add('attribute_repeated')
  try {
    return typed(info)
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    problems.add('attributes_malformed')
    return null
  }
}

function typed({ signedAttributes }: SignerInfo): TypedAttributes {
  const read = <T>(oid: string, reading: (value: DerReader) => T): T | null => {
    const value = findSingle(signedAttributes, oid)
    if (value === null) return null
    const result = reading(value)
    value.finish()
    return result
  }
  const first = read(attributeOids.signingCertificate, readSigningCertificate)
  const second = read(attributeOids.signingCertificateV2, readSigningCertificateV2)
  return {
    contentType: read(attributeOids.contentType, (value) => value.oid()),
    messageDigest: read(attributeOids.messageDigest, (value) => value.octets()),
    signingTime: read(attributeOids.signingTime, (value) => value.time()),
    ess: [second?.[0], first?.[0]].filter((one) => one !== undefined),
    protection: findSingle(signedAttributes, attributeOids.algorithmProtection),
  }
}

function checkAttributes(
  info: SignerInfo,
  attributes: TypedAttributes | null,
  contentType: string,
  digest: Uint8Array | null,
  problems: Problems,
): void {
  if (attributes === null) return
  if (attributes.contentType !== contentType) problems.add('content_type_wrong')
  if (attributes.messageDigest === null) problems.add('digest_missing')
  else if (digest === null || !sameBytes(attributes.messageDigest, digest)) problems.add('digest_mismatch')
  if (attributes.protection !== null && !isProtected(info, attributes.protection))
    problems.add('algorithm_protection_mismatch')
}

/** CMSAlgorithmProtection (RFC 6211, RFC 8933): the identifiers that were signed are those beside. */
function isProtected(info: SignerInfo, value: DerReader): boolean {
  try {
    const fields = value.sequence()
    value.finish()
    const hash = readHashAlgorithm(fields)
    const signature = fields.enter(constructed(1))
    fields.finish()
    const content = signature.bytes.subarray(signature.at, signature.end)
    const signed = readSignatureAlgorithm(new DerReader(underSequence(content)))
    const { oid, hash: wanted, saltLength } = info.signatureAlgorithm
    return (
      hash === info.hash && signed.oid === oid && signed.hash === wanted && signed.saltLength === saltLength
    )
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return false
  }
}

// The identifier stands there under an implicit tag.
function underSequence(content: Uint8Array): Uint8Array {
  const head = content.length < 0x80 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff]
  return Uint8Array.from([tags.sequence, ...head, ...content])
}

function checkValue(
  info: SignerInfo,
  hash: KnownHash | null,
  signer: Certificate | null,
  problems: Problems,
): void {
  if (signer === null || info.signedBytes === null) return
  const key = signer.publicKey
  const { scheme, saltLength } = info.signatureAlgorithm
  const algorithm = { scheme, saltLength, hash }
  if (key === null || !isSignatureRight(algorithm, key, info.signedBytes, info.signature))
    problems.add('value_wrong')
}
