import { hash as digestOf } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'
import { attributeOids } from '../cms/attributes.ts'
import { attribute } from '../cms/build.ts'
import { readForm } from '../form/fields.ts'
import { openPdf } from '../pdf/document.ts'
import { freeName } from '../sign/field-choice.ts'
import { signatureObjects } from '../sign/signature-objects.ts'
import { digestOfUnfinished, fill, writeUnfinished } from '../sign/unfinished.ts'
import { bytesSource } from '../source.ts'
import { type TestIdentity, testNow } from './authority.ts'
import { makeSignedData, type SignedDataOptions } from './signed-data.ts'
import { makeToken, type TokenOptions } from './timestamp.ts'

export interface AnyhowOptions extends Omit<SignedDataOptions, 'digest'> {
  /** `/M`; null leaves it out. */
  readonly claimed?: Date | null
  readonly subFilter?: string
  /** Put into the message's place as it is. */
  readonly raw?: Uint8Array
  /** Follows the message in `/Contents`. */
  readonly after?: Uint8Array
  /** A signature time-stamp over the value. */
  readonly stamp?: TokenOptions & { readonly by: TestIdentity; readonly over?: Uint8Array }
  /** Kept for the message. */
  readonly roomBytes?: number
}

/** Signs as no honest program would: everything of the message can be wrong, and nothing is checked. */
export function signAnyhow(pdf: Uint8Array, identity: TestIdentity, options: AnyhowOptions = {}): Uint8Array {
  const { claimed = testNow, subFilter = 'ETSI.CAdES.detached', raw, after, stamp, ...rest } = options
  const { roomBytes = 12_000, ...message } = rest
  const file = openPdf(bytesSource(pdf))
  const form = readForm(file)
  const objects = signatureObjects(file, form, {
    subFilter: subFilter as 'ETSI.CAdES.detached',
    fieldName: freeName(form),
    field: null,
    page: 0,
    look: null,
    at: claimed,
    declared: {},
    certify: undefined,
    lock: undefined,
    roomBytes,
  })
  const unfinished = writeUnfinished(file, objects)
  const hash = options.hash ?? identity.hash
  const digest = digestOfUnfinished(file.source, unfinished, hash)
  const build = (unsigned: readonly Uint8Array[]) =>
    makeSignedData(identity, { ...message, digest, unsigned: [...(message.unsigned ?? []), ...unsigned] })
  const made = raw ?? (stamp === undefined ? build([]) : stamped(identity, build, stamp))
  fill(unfinished, after === undefined ? made : Buffer.concat([made, after]))
  return Buffer.concat([pdf, unfinished.appended])
}

/** RSA signs the same twice; the value is found at the end of a message without unsigned attributes. */
function stamped(
  identity: TestIdentity,
  build: (unsigned: readonly Uint8Array[]) => Uint8Array,
  { by, over, ...options }: NonNullable<AnyhowOptions['stamp']>,
): Uint8Array {
  if (identity.scheme !== 'rsa-pkcs1') throw new RangeError('only values that do not change can be stamped')
  const value = over ?? build([]).subarray(-256)
  const token = makeToken(by, digestOf(options.imprintHash ?? 'sha256', value, 'buffer'), options)
  return build([attribute(attributeOids.signatureTimestamp, token)])
}

/** By their names, for tables of tests. */
export const weakHashes = ['md5', 'sha1'] as const satisfies readonly KnownHash[]
