import { hash as digestOf } from 'node:crypto'
import { attributeOids } from '../cms/attributes.ts'
import { assembleSignedData, attribute, signedAttributes } from '../cms/build.ts'
import type { Signer } from '../keys/signer.ts'
import { openPdf } from '../pdf/document.ts'
import { type ByteSource, bytesSource } from '../source.ts'
import { appendedSource } from './appended-source.ts'
import { begin, type SignatureOptions } from './begin.ts'
import { checkPath, uncheckedWarnings } from './check-path.ts'
import { checkSigner } from './check-signer.ts'
import { extend } from './extend.ts'
import type { Level, TimestampSource } from './levels.ts'
import { Signed } from './signed.ts'
import { digestOfUnfinished, fill, notEnoughRoom } from './unfinished.ts'

export interface SignOptions extends Omit<SignatureOptions, 'level'> {
  readonly signer: Signer
  /**
   * B-B where it is left out. From B-LT on `check` says whom to trust and ask, `at` has to be now, and what other
   * signatures of the file lack is added too.
   */
  readonly level?: Level
  /** Needed from B-T on. */
  readonly timestamp?: TimestampSource
}

/** How often a signature is written anew because its time-stamp was longer than any before. */
const mostAttempts = 3

/**
 * Signs a PDF by an incremental update (ISO 32000-2, 12.8; EN 319 142-1, 5.3). The signer's certificate is checked
 * before its key is used. Nothing half done comes out.
 *
 * @throws PadesError of the file: `pdf_malformed`, `pdf_limit`, `pdf_encrypted`; of the place: `field_not_found` (also for
 *   a page), `field_already_signed`, `field_locked`, `field_requirement_not_met`, `changes_not_permitted`; of the
 *   certificate: `certificate_malformed`, `certificate_not_valid_now`, `certificate_not_for_signing`,
 *   `certificate_path_broken`, `certificate_revoked`, `key_too_weak`, `algorithm_not_allowed`; `not_enough_room` where
 *   each time-stamp is longer than the one before; what the signer throws; `service_…`; from B-LT on those of `extend`
 * @throws RangeError where the level needs a time-stamp authority or whom to trust, and neither was given
 */
export async function sign(pdf: Uint8Array | ByteSource, options: SignOptions): Promise<Signed> {
  const { level = 'B-B' } = options
  const source = pdf instanceof Uint8Array ? bytesSource(pdf) : pdf
  return level === 'B-LT' || level === 'B-LTA'
    ? signToLast(source, level, options)
    : signOnce(source, options)
}

async function signOnce(source: ByteSource, options: SignOptions): Promise<Signed> {
  const { signer, at, check, level = 'B-B' } = options
  const timestamp = timestampFor(options)
  const certificate = checkSigner(signer, at)
  const file = openPdf(source)
  const warnings = check === undefined ? uncheckedWarnings(certificate) : await checkPath(signer, at, check)
  let reserved = timestamp === null ? 0 : reserveFor(timestamp)
  for (let attempt = 1; ; attempt++) {
    const unfinished = begin(file, signer, options, reserved)
    const digest = digestOfUnfinished(source, unfinished, signer.hash)
    const attributes = signedAttributes(signer, digest)
    const made = signer.sign(attributes)
    const value = made instanceof Promise ? await made : made
    const further = timestamp === null ? [] : [await timestampAttribute(timestamp, value)]
    const message = assembleSignedData(signer, attributes, value, further)
    const missing = message.length - unfinished.roomBytes
    if (missing <= 0) {
      fill(unfinished, message)
      return new Signed(source, unfinished.appended, { level, warnings })
    }
    if (attempt === mostAttempts) throw notEnoughRoom(unfinished, message)
    reserved += missing + 256
  }
}

async function signToLast(source: ByteSource, to: 'B-LT' | 'B-LTA', options: SignOptions): Promise<Signed> {
  const { check, at: now } = options
  const timestamp = timestampFor(options)
  if (check === undefined || timestamp === null) throw new RangeError(`${to} needs whom to trust`)
  const { appended, warnings } = await signOnce(source, options)
  const { trust, services: evidence } = check
  const extended = await extend(appendedSource(source, appended), {
    ...{ to, trust, timestamp, now, given: check },
    ...(evidence !== undefined && { evidence }),
  })
  return new Signed(source, Buffer.concat([appended, extended.appended]), { level: to, warnings })
}

/** The time-stamp authority that a level needs; null for B-B. @throws RangeError where it is missing */
export function timestampFor({
  level = 'B-B',
  timestamp,
}: Pick<SignOptions, 'level' | 'timestamp'>): TimestampSource | null {
  if (level === 'B-B') return null
  if (timestamp === undefined) throw new RangeError(`${level} needs a time-stamp authority`)
  return timestamp
}

/** What the attribute around a token adds to it, at most. */
const attributeBytes = 64

export function reserveFor({ tokenBytesAtMost }: Pick<TimestampSource, 'tokenBytesAtMost'>): number {
  return tokenBytesAtMost + attributeBytes
}

/** The unsigned attribute with the time-stamp of a signature's value (RFC 3161, annex A). */
export async function timestampAttribute(timestamp: TimestampSource, value: Uint8Array): Promise<Uint8Array> {
  const token = await timestamp.stamp(digestOf(timestamp.hash, value, 'buffer'))
  return attribute(attributeOids.signatureTimestamp, token)
}
