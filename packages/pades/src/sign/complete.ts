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
  const { level, warnings } = prepared
  const authority = timestampFor({ level, ...(timestamp !== undefined && { timestamp }) })
  const unfinished = unfinishedOf(prepared)
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
  const { sizeBytes, sha256 } = prepared.original
  if (source.sizeBytes !== sizeBytes) throw changed(`${source.sizeBytes} bytes instead of ${sizeBytes}`)
  const { original, covered } = digestsOfUnfinished(source, unfinished, identity.hash)
  if (original.toString('hex') !== sha256) throw changed('its SHA-256 is another')
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

/** @throws PadesError `prepared_malformed` where `/Contents` is not where it is said to be, or not empty */
function unfinishedOf({ format, appended: text, contentsAt, roomBytes }: PreparedSignature): Unfinished {
  if (format !== 'pades-prepared-1') throw malformed('format')
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
