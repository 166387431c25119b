import { hash as digestOf } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'
import { attributeOids } from '../cms/attributes.ts'
import { attribute } from '../cms/build.ts'
import { contentTypes } from '../cms/signed-data.ts'
import {
  type DerPart,
  encode,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  time,
  unsigned,
} from '../der/write.ts'
import { hashOids } from '../x509/algorithm-identifier.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { TestIdentity } from './authority.ts'
import { algorithmOf, signValue, type TestScheme } from './certificate.ts'

/** A SignedData of which each part can be wrong; what is not said is right. */
export interface SignedDataOptions {
  readonly contentType?: string
  /** Inside the message; left out where the content is elsewhere. */
  readonly content?: Uint8Array
  /** Of what the digest attribute is made. */
  readonly digest?: Uint8Array
  readonly hash?: KnownHash
  /** Of the signature where it shall differ from the message's. */
  readonly signatureHash?: KnownHash
  readonly scheme?: TestScheme
  readonly certificates?: readonly Uint8Array[]
  readonly identifier?: DerPart
  /** The value of content-type; null leaves it out. */
  readonly contentTypeAttribute?: string | null
  readonly signingTime?: Date
  /** `v1`, `v2`, both, or none; or another certificate's. */
  readonly ess?: 'v1' | 'v2' | 'both' | 'none'
  readonly essCertificate?: Certificate
  readonly signed?: readonly DerPart[]
  readonly unsigned?: readonly DerPart[]
  /** All signed attributes; null for a message without any. */
  readonly attributes?: readonly DerPart[] | null
  /** A second SignerInfo like the first. */
  readonly twice?: boolean
  /** Changes the value after it was made. */
  readonly breakValue?: boolean
  readonly crls?: readonly Uint8Array[]
  readonly signatureAlgorithm?: DerPart
}

export function makeSignedData(identity: TestIdentity, options: SignedDataOptions = {}): Uint8Array {
  const { contentType = contentTypes.data, content, hash = identity.hash } = options
  const certificates = options.certificates ?? [identity.certificate, ...identity.issuers]
  const signer = makeSignerInfo(identity, hash, options)
  const data = sequence(
    integer(contentType === contentTypes.data ? 1 : 3),
    setOf(sequence(oid(hashOids[hash]))),
    sequence(oid(contentType), ...(content === undefined ? [] : [tagged(0, octetString(content))])),
    ...(certificates.length === 0 ? [] : [tagged(0, ...certificates)]),
    ...(options.crls === undefined ? [] : [tagged(1, ...options.crls)]),
    setOf(...(options.twice === true ? [signer, signer] : [signer])),
  )
  return encode(sequence(oid(contentTypes.signedData), tagged(0, data)))
}

function makeSignerInfo(identity: TestIdentity, hash: KnownHash, options: SignedDataOptions): DerPart {
  const attributes =
    options.attributes === undefined ? usualAttributes(identity, hash, options) : options.attributes
  const set = encode(setOf(...(attributes ?? [])))
  const signature = {
    key: identity.key,
    hash: options.signatureHash ?? hash,
    scheme: options.scheme ?? identity.scheme,
  }
  const value = Buffer.from(signValue(signature, set))
  if (options.breakValue === true) value[value.length - 1] = (value.at(-1) ?? 0) ^ 1
  const { issuer, serialBytes } = identity.parsed
  const unsignedAttributes = options.unsigned ?? []
  return sequence(
    integer(1),
    options.identifier ?? sequence(issuer.raw, unsigned(serialBytes)),
    sequence(oid(hashOids[hash])),
    ...(attributes === null ? [] : [underTag(0xa0, set)]),
    options.signatureAlgorithm ?? algorithmOf(signature),
    octetString(value),
    ...(unsignedAttributes.length === 0 ? [] : [underTag(0xa1, encode(setOf(...unsignedAttributes)))]),
  )
}

function underTag(tag: number, bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[0] = tag
  return changed
}

function usualAttributes(
  identity: TestIdentity,
  hash: KnownHash,
  options: SignedDataOptions,
): readonly DerPart[] {
  const { contentType = contentTypes.data, content, ess = 'v2', signingTime, signed = [] } = options
  const named = options.contentTypeAttribute === undefined ? contentType : options.contentTypeAttribute
  const digest = options.digest ?? digestOf(hash, content ?? new Uint8Array(0), 'buffer')
  const certificate = options.essCertificate ?? identity.parsed
  return [
    ...(named === null ? [] : [attribute(attributeOids.contentType, oid(named))]),
    attribute(attributeOids.messageDigest, octetString(digest)),
    ...(signingTime === undefined ? [] : [attribute(attributeOids.signingTime, time(signingTime))]),
    ...(ess === 'v1' || ess === 'both' ? [essV1(certificate)] : []),
    ...(ess === 'v2' || ess === 'both' ? [essV2(certificate)] : []),
    ...signed,
  ]
}

export function essV1(certificate: Certificate): Uint8Array {
  const hash = octetString(digestOf('sha1', certificate.der, 'buffer'))
  return attribute(attributeOids.signingCertificate, sequence(sequence(sequence(hash))))
}

export function essV2(
  certificate: Certificate,
  hash: KnownHash = 'sha256',
  issuerSerial?: DerPart,
): Uint8Array {
  const named = hash === 'sha256' ? [] : [sequence(oid(hashOids[hash]), nothing)]
  const digest = octetString(digestOf(hash, certificate.der, 'buffer'))
  const one = sequence(...named, digest, ...(issuerSerial === undefined ? [] : [issuerSerial]))
  return attribute(attributeOids.signingCertificateV2, sequence(sequence(one)))
}
