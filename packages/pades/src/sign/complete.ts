import { assembleSignedData, type SigningIdentity, signedAttributes } from '../cms/build.ts'
import { sameBytes } from '../der/bytes.ts'
import { PadesError } from '../errors.ts'
import { rightValue } from '../keys/right-value.ts'
import { type ByteSource, bytesSource } from '../source.ts'
import { certificateOf, refusal } from './check-signer.ts'
import type { TimestampSource } from './levels.ts'
import type { PreparedSignature } from './prepare.ts'
import { timestampAttribute, timestampFor } from './sign.ts'
import { Signed } from './signed.ts'
import { digestsOfUnfinished, fill, type Unfinished } from './unfinished.ts'

export interface CompleteOptions {
  /** Needed from B-T on. */
  readonly timestamp?: TimestampSource
}

/**
 * The second step: puts the value into the signature that waited for it. What is to be signed is worked out again from
 * the file, and the value is checked with the certificate's key, before anything is given out.
 *
 * @param value for RSA as long as the modulus; for ECDSA DER or r‖s
 * @throws PadesError `document_changed` where the file is not the one that was prepared, `key_mismatch` where the value
 *   is not of the certificate's key over this file, `prepared_malformed`, `not_enough_room`
 */
export async function complete(
  pdf: Uint8Array | ByteSource,
  prepared: PreparedSignature,
  value: Uint8Array,
  { timestamp }: CompleteOptions = {},
): Promise<Signed> {
  const source = pdf instanceof Uint8Array ? bytesSource(pdf) : pdf
  checkShape(prepared)
  const { level, warnings } = prepared
  const authority = timestampFor({ level, ...(timestamp !== undefined && { timestamp }) })
  const unfinished = unfinishedOf(prepared)
  checkRange(source, prepared, unfinished)
  const identity = identityOf(prepared)
  const attributes = attributesAgain(source, prepared, unfinished, identity)
  const certificate = certificateOf(identity)
  const right = rightValue(certificate, identity, attributes, value)
  if (right === null) throw refusal('key_mismatch', certificate, 'did not make this value over this file')
  const further = authority === null ? [] : [await timestampAttribute(authority, right)]
  fill(unfinished, assembleSignedData(identity, attributes, right, further))
  return new Signed(source, unfinished.appended, { level, warnings })
}

function attributesAgain(
  source: ByteSource,
  prepared: PreparedSignature,
  unfinished: Unfinished,
  identity: SigningIdentity,
): Uint8Array {
  const { original, covered } = digestsOfUnfinished(source, unfinished, identity.hash)
  if (original.toString('hex') !== prepared.original.sha256) throw changed('its SHA-256 is another')
  const attributes = signedAttributes(identity, covered)
  if (!sameBytes(attributes, bytesOf(prepared.toSign))) throw malformed('toSign')
  return attributes
}

function changed(what: string): PadesError {
  return new PadesError('document_changed', `The document is not the one that was prepared: ${what}`)
}

function malformed(what: string): PadesError {
  return new PadesError('prepared_malformed', `The prepared signature is not sound: ${what}`, { what })
}

const choices = {
  format: ['pades-prepared-1'],
  scheme: ['rsa-pkcs1', 'rsa-pss', 'ecdsa'],
  hash: ['sha256', 'sha384', 'sha512'],
  level: ['B-B', 'B-T'],
} as const satisfies Partial<Record<keyof PreparedSignature, readonly string[]>>

/** What was kept as JSON has its type by hearsay alone. @throws PadesError `prepared_malformed` */
function checkShape(prepared: PreparedSignature): void {
  for (const [key, allowed] of Object.entries(choices))
    if (!allowed.some((one) => one === prepared[key as keyof typeof choices])) throw malformed(key)
  for (const key of ['appended', 'certificate', 'toSign'] as const)
    if (typeof prepared[key] !== 'string') throw malformed(key)
  const { issuers, original, warnings } = prepared
  if (!Array.isArray(issuers) || issuers.some((one) => typeof one !== 'string')) throw malformed('issuers')
  if (!Array.isArray(warnings)) throw malformed('warnings')
  if (typeof original !== 'object' || original === null) throw malformed('original')
}

/** The signature covers what is signed only where its byte range says so (ISO 32000-2, 12.8.1). */
function checkRange(
  { sizeBytes }: ByteSource,
  { original }: PreparedSignature,
  { appended, contentsAt, roomBytes }: Unfinished,
): void {
  if (sizeBytes !== original.sizeBytes) throw changed(`${sizeBytes} bytes instead of ${original.sizeBytes}`)
  const start = sizeBytes + contentsAt - 1
  const end = start + 2 * roomBytes + 2
  const range = `/ByteRange [0 ${start} ${end} ${sizeBytes + appended.length - end} `
  if (!Buffer.from(appended).includes(range)) throw malformed('byteRange')
}

/** @throws PadesError `prepared_malformed` where `/Contents` is not where it is said to be, or not empty */
function unfinishedOf({ appended: text, contentsAt, roomBytes }: PreparedSignature): Unfinished {
  const appended = bytesOf(text)
  const end = contentsAt + 2 * roomBytes
  const isThere =
    Number.isSafeInteger(contentsAt) &&
    Number.isSafeInteger(roomBytes) &&
    roomBytes > 0 &&
    appended[contentsAt - 1] === 0x3c &&
    appended[end] === 0x3e &&
    appended.subarray(contentsAt, end).every((byte) => byte === 0x30)
  if (!isThere) throw malformed('contentsAt')
  return { appended, contentsAt, roomBytes }
}

function identityOf({ certificate, issuers, scheme, hash }: PreparedSignature): SigningIdentity {
  return { certificate: bytesOf(certificate), issuers: issuers.map(bytesOf), scheme, hash }
}

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64')
