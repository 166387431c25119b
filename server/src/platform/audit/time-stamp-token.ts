import { constants, createHash, type KeyObject, timingSafeEqual, verify, X509Certificate } from 'node:crypto'
import { type Attribute, ContentInfo, SignedData, type SignerInfo } from '@peculiar/asn1-cms'
import { AsnConvert } from '@peculiar/asn1-schema'
import { TSTInfo } from '@peculiar/asn1-tsp'

/** What can be wrong with a token. */
export type TokenFault =
  | 'not_a_token'
  | 'wrong_imprint'
  | 'wrong_nonce'
  | 'wrong_time'
  | 'no_certificate'
  | 'not_for_time_stamping'
  | 'certificate_expired'
  | 'wrong_signature'
  | 'untrusted'

export type Stamp =
  | { readonly kind: 'stamped'; readonly at: Date }
  | { readonly kind: 'failed'; readonly fault: TokenFault }

export interface ExpectedStamp {
  readonly digest: Buffer
  /** Absent when an old token is checked again: only the requester knew it. */
  readonly nonce?: Buffer
  readonly trusted: readonly X509Certificate[]
  /** Absent when an old token is checked again. */
  readonly now?: Date
}

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  pss: '1.2.840.113549.1.1.10',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const

const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

// // A timestamp from an authority whose clock is further off is useless.
const farthestMs = 15 * 60_000

/**
 * Parses a token (CMS SignedData over a TSTInfo) and returns the time at which it stamps `digest`, or what is wrong with
 * it.
 */
export function readToken(token: Buffer, expected: ExpectedStamp): Stamp {
  const parsed = parse(token)
  if (parsed === null) return { kind: 'failed', fault: 'not_a_token' }
  const fault = faultOf(parsed, expected)
  return fault === null ? { kind: 'stamped', at: parsed.info.genTime } : { kind: 'failed', fault }
}

interface Parsed {
  readonly info: TSTInfo
  readonly content: Buffer
  readonly signer: SignerInfo
  readonly certificates: readonly X509Certificate[]
}

function parse(token: Buffer): Parsed | null {
  try {
    const outer = AsnConvert.parse(token, ContentInfo)
    if (outer.contentType !== oid.signedData) return null
    const signed = AsnConvert.parse(outer.content, SignedData)
    const [signer, ...others] = signed.signerInfos
    const bytes = signed.encapContentInfo.eContent?.single?.buffer
    if (signer === undefined || others.length > 0 || bytes === undefined) return null
    if (signed.encapContentInfo.eContentType !== oid.tstInfo) return null
    const certificates = [...(signed.certificates ?? [])].flatMap(({ certificate }) =>
      certificate === undefined ? [] : [new X509Certificate(Buffer.from(AsnConvert.serialize(certificate)))],
    )
    return { info: AsnConvert.parse(bytes, TSTInfo), content: Buffer.from(bytes), signer, certificates }
  } catch {
    return null
  }
}

function faultOf(
  { info, content, signer, certificates }: Parsed,
  expected: ExpectedStamp,
): TokenFault | null {
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  const imprint = Buffer.from(hashedMessage.buffer)
  if (digests[hashAlgorithm.algorithm] !== 'sha256' || !same(imprint, expected.digest)) return 'wrong_imprint'
  if (expected.nonce !== undefined && !same(bytesOf(info.nonce), expected.nonce)) return 'wrong_nonce'
  if (expected.now !== undefined && Math.abs(info.genTime.getTime() - expected.now.getTime()) > farthestMs)
    return 'wrong_time'
  const certificate = certificates.find((one) => isOf(one, signer))
  if (certificate === undefined) return 'no_certificate'
  if (!isSigned(content, signer, certificate)) return 'wrong_signature'
  if (certificate.keyUsage?.length !== 1 || certificate.keyUsage[0] !== oid.timeStamping)
    return 'not_for_time_stamping'
  if (info.genTime < certificate.validFromDate || info.genTime > certificate.validToDate)
    return 'certificate_expired'
  if (expected.trusted.length > 0 && !isTrusted(certificate, certificates, expected.trusted, info.genTime))
    return 'untrusted'
  return null
}

const bytesOf = (bytes: ArrayBuffer | undefined) => Buffer.from(bytes ?? new ArrayBuffer(0))
const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b)

/**
 * The signed attributes identify the certificate by its hash (ESSCertID), so that another certificate for the same key is
 * rejected.
 */
function isOf(certificate: X509Certificate, signer: SignerInfo): boolean {
  const named = signer.signedAttrs?.find(
    ({ attrType }) => attrType === oid.signingCertificateV2 || attrType === oid.signingCertificate,
  )
  const value = bytesOf(named?.attrValues[0])
  return ['sha256', 'sha384', 'sha512', 'sha1'].some((name) =>
    value.includes(createHash(name).update(certificate.raw).digest()),
  )
}

function isSigned(content: Buffer, signer: SignerInfo, certificate: X509Certificate): boolean {
  const digest = digests[signer.digestAlgorithm.algorithm]
  if (digest === undefined || signer.signedAttrs === undefined) return false
  // // An attribute's value is an ANY: the content follows its tag and length, which are one byte each here.
  const attributeValue = (type: string) =>
    bytesOf(signer.signedAttrs?.find(({ attrType }) => attrType === type)?.attrValues[0]).subarray(2)
  if (!same(attributeValue(oid.messageDigest), createHash(digest).update(content).digest())) return false
  try {
    return verify(
      digest,
      signedBytes(signer.signedAttrs),
      keyOf(certificate.publicKey, signer),
      Buffer.from(signer.signature.buffer),
    )
  } catch {
    return false
  }
}

/**
 * The signed bytes: the attributes as a SET OF in DER, although the message contains them with another tag (RFC 5652,
 * 5.4).
 */
function signedBytes(attributes: readonly Attribute[]): Buffer {
  const parts = attributes.map((one) => Buffer.from(AsnConvert.serialize(one))).sort(Buffer.compare)
  const content = Buffer.concat(parts)
  const length = content.length
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(0x31, ...head), content])
}

function keyOf(key: KeyObject, signer: SignerInfo) {
  return signer.signatureAlgorithm.algorithm === oid.pss
    ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    : key
}

// // Longer than any real certification path.
const longestPath = 6

function isTrusted(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: Date,
): boolean {
  let current = leaf
  for (let step = 0; step < longestPath; step += 1) {
    if (trusted.some((one) => one.raw.equals(current.raw))) return true
    const issuer = [...trusted, ...others].find(
      (one) =>
        one.ca &&
        !one.raw.equals(current.raw) &&
        at >= one.validFromDate &&
        at <= one.validToDate &&
        current.checkIssued(one) &&
        current.verify(one.publicKey),
    )
    if (issuer === undefined) return false
    current = issuer
  }
  return false
}
