import { hash as digestOf } from 'node:crypto'
import type { HashName } from '../algorithms.ts'
import { tags } from '../der/read.ts'
import {
  type DerPart,
  encode,
  headLength,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  sorted,
  tagged,
  unsigned,
  writeHead,
} from '../der/write.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import { hashAlgorithm, signatureAlgorithm } from '../x509/write-algorithm.ts'
import { attributeOids } from './attributes.ts'
import { contentTypes } from './signed-data.ts'

/** What building needs of a `Signer` (keys/signer.ts) but its key. */
export interface SigningIdentity {
  readonly certificate: Uint8Array
  readonly issuers: readonly Uint8Array[]
  readonly scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa'
  readonly hash: HashName
}

export interface SigningKey extends SigningIdentity {
  sign(signedAttributes: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** Further attributes, each made by `attribute`. */
export interface FurtherAttributes {
  readonly signed?: readonly Uint8Array[]
  readonly unsigned?: readonly Uint8Array[]
}

/** What depends on the identity alone, made once. */
interface Prepared {
  /** The signed attributes under the tag of a SET, with room for the digest. */
  readonly attributes: Uint8Array
  readonly digestAt: number
  readonly digestBytes: number
  /** content-type and signing-certificate-v2, for where there are further ones. */
  readonly fixed: readonly Uint8Array[]
  /** ContentInfo's type. */
  readonly type: Uint8Array
  /** SignedData from its version to its certificates. */
  readonly head: Uint8Array
  /** SignerInfo from its version to its digestAlgorithm. */
  readonly signerHead: Uint8Array
  readonly signatureAlgorithm: Uint8Array
  readonly maxValueBytes: number
}

const prepared = new WeakMap<SigningIdentity, Prepared>()

/** An Attribute (RFC 5652, 5.3) of one value. */
export function attribute(type: string, value: DerPart): Uint8Array {
  return encode(sequence(oid(type), setOf(value)))
}

/**
 * The signed attributes of a PAdES signature (EN 319 142-1, 6.3), as DER of a SET: what the key has to sign.
 *
 * @param digest of the byte range, by the identity's hash
 */
export function signedAttributes(
  identity: SigningIdentity,
  digest: Uint8Array,
  further: readonly Uint8Array[] = [],
): Uint8Array {
  const { attributes, digestAt, digestBytes, fixed } = prepare(identity)
  if (digest.length !== digestBytes)
    throw new RangeError(`a digest of ${digest.length} bytes for ${identity.hash}`)
  if (further.length > 0) return encode(setOf(...fixed, messageDigest(digest), ...further))
  const filled = Buffer.from(attributes)
  filled.set(digest, digestAt)
  return filled
}

/** The whole message around attributes and the value that the key made of them; DER (RFC 5652, 5.1). */
export function assembleSignedData(
  identity: SigningIdentity,
  attributes: Uint8Array,
  value: Uint8Array,
  unsignedAttributes: readonly Uint8Array[] = [],
): Uint8Array {
  const { type, head, signerHead, signatureAlgorithm: algorithm } = prepare(identity)
  const after = unsignedAttributes.length === 0 ? none : encode(tagged(1, ...sorted(unsignedAttributes)))
  const valueBytes = headLength(value.length) + value.length
  const signer = signerHead.length + attributes.length + algorithm.length + valueBytes + after.length
  const signers = headLength(signer) + signer
  const data = head.length + headLength(signers) + signers
  const wrapped = headLength(data) + data
  const content = type.length + headLength(wrapped) + wrapped

  const target = Buffer.allocUnsafe(headLength(content) + content)
  let at = writeHead(target, 0, tags.sequence, content)
  at = put(target, at, type)
  at = writeHead(target, at, 0xa0, wrapped)
  at = writeHead(target, at, tags.sequence, data)
  at = put(target, at, head)
  at = writeHead(target, at, tags.set, signers)
  at = writeHead(target, at, tags.sequence, signer)
  at = put(target, at, signerHead)
  const attributesAt = at
  at = put(target, at, attributes)
  target[attributesAt] = 0xa0
  at = put(target, at, algorithm)
  at = writeHead(target, at, tags.octetString, value.length)
  at = put(target, at, value)
  put(target, at, after)
  return target
}

/**
 * Signs: attributes, the key's value, the message. Synchronous where the key is.
 *
 * @throws PadesError what the key throws
 */
export function buildSignedData(
  signer: SigningKey,
  digest: Uint8Array,
  { signed = [], unsigned: after = [] }: FurtherAttributes = {},
): Uint8Array | Promise<Uint8Array> {
  const attributes = signedAttributes(signer, digest, signed)
  const value = signer.sign(attributes)
  if (value instanceof Promise)
    return value.then((made) => assembleSignedData(signer, attributes, made, after))
  return assembleSignedData(signer, attributes, value, after)
}

/** How many bytes the message can have at most, with further attributes of `furtherBytes` in all. */
export function roomFor(identity: SigningIdentity, furtherBytes = 0): number {
  const {
    attributes,
    type,
    head,
    signerHead,
    signatureAlgorithm: algorithm,
    maxValueBytes,
  } = prepare(identity)
  const fixed = type.length + head.length + signerHead.length + attributes.length + algorithm.length
  // Nine heads of six bytes at most: six of the frame, the value's, two of attributes.
  return fixed + maxValueBytes + furtherBytes + 9 * 6
}

const none = new Uint8Array(0)

function put(target: Buffer, at: number, bytes: Uint8Array): number {
  target.set(bytes, at)
  return at + bytes.length
}

const messageDigest = (digest: Uint8Array): Uint8Array =>
  attribute(attributeOids.messageDigest, octetString(digest))

function prepare(identity: SigningIdentity): Prepared {
  const known = prepared.get(identity)
  if (known !== undefined) return known
  const certificate = parseCertificate(identity.certificate)
  const made = prepareFor(identity, certificate)
  prepared.set(identity, made)
  return made
}

function prepareFor(identity: SigningIdentity, certificate: Certificate): Prepared {
  const { hash, scheme } = identity
  // Its first byte makes the place of the digest findable; SHA-2 lengths are all different.
  const empty = digestOf(hash, none, 'buffer')
  const digestAttribute = messageDigest(empty)
  const fixed = [
    attribute(attributeOids.contentType, oid(contentTypes.data)),
    attribute(attributeOids.signingCertificateV2, signingCertificateV2(certificate, hash)),
  ]
  const attributes = encode(setOf(...fixed, digestAttribute))
  const digestAt = Buffer.from(attributes).indexOf(empty)
  const digestAlgorithm = hashAlgorithm(hash)
  const certificates = [identity.certificate, ...identity.issuers]
  const head = [
    integer(1),
    setOf(digestAlgorithm),
    sequence(oid(contentTypes.data)),
    tagged(0, ...sorted(certificates)),
  ]
  return {
    attributes,
    digestAt,
    digestBytes: empty.length,
    fixed,
    type: encode(oid(contentTypes.signedData)),
    head: joined(head),
    signerHead: joined([
      integer(1),
      sequence(certificate.issuer.raw, unsigned(certificate.serialBytes)),
      digestAlgorithm,
    ]),
    signatureAlgorithm: signatureAlgorithm(scheme, hash),
    maxValueBytes: maxValueBytes(certificate),
  }
}

const joined = (parts: readonly DerPart[]): Uint8Array => Buffer.concat(parts.map(encode))

/** RFC 5035, 3; the hash is named only where it is not SHA-256 (DER leaves defaults out). */
function signingCertificateV2(certificate: Certificate, hash: HashName): DerPart {
  const named = hash === 'sha256' ? [] : [hashAlgorithm(hash)]
  const issuerSerial = sequence(
    sequence(tagged(4, certificate.issuer.raw)),
    unsigned(certificate.serialBytes),
  )
  const digest = octetString(digestOf(hash, certificate.der, 'buffer'))
  return sequence(sequence(sequence(...named, digest, issuerSerial)))
}

function maxValueBytes({ key }: Certificate): number {
  const octets = Math.ceil(key.bits / 8)
  return key.kind === 'rsa' ? octets : 2 * (octets + 3) + 3
}
