import { hash as digestOf } from 'node:crypto'
import type { KnownHash } from '../algorithms.ts'
import { contentTypes } from '../cms/signed-data.ts'
import { DerReader, tags } from '../der/read.ts'
import {
  boolean,
  type DerPart,
  encode,
  flags,
  generalizedTime,
  implicit,
  integer,
  octetString,
  oid,
  sequence,
  tagged,
  unsigned,
  utf8,
} from '../der/write.ts'
import { hashOids, readHashAlgorithm } from '../x509/algorithm-identifier.ts'
import { keyUsages } from '../x509/extensions.ts'
import { purposeOids } from '../x509/purpose.ts'
import { type IssueOptions, type TestAuthority, type TestIdentity, testNow } from './authority.ts'
import type { TestExtension } from './extensions.ts'
import { writeExtensions } from './extensions.ts'
import { makeSignedData, type SignedDataOptions } from './signed-data.ts'

/** A certificate that may stamp time, where the options say nothing else. */
export function issueTimestamper(authority: TestAuthority, options: IssueOptions = {}): TestIdentity {
  return authority.issue({
    commonName: 'Dịch vụ dấu thời gian thử',
    usage: keyUsages.digitalSignature,
    purposes: [purposeOids.timeStamping],
    purposesCritical: true,
    ...options,
  })
}

export interface TokenOptions {
  readonly at?: Date
  readonly imprintHash?: KnownHash
  readonly policy?: string
  readonly serial?: number
  readonly nonce?: Uint8Array
  readonly accuracy?: { readonly seconds?: number; readonly millis?: number; readonly micros?: number }
  readonly ordering?: boolean
  /** A GeneralName. */
  readonly authority?: DerPart
  readonly extensions?: readonly TestExtension[]
  /** How the message around is made. */
  readonly message?: SignedDataOptions
}

/** A time-stamp token over `imprint`, at the tests' now where nothing else is said. */
export function makeToken(
  stamper: TestIdentity,
  imprint: Uint8Array,
  options: TokenOptions = {},
): Uint8Array {
  const { accuracy, nonce, authority, extensions } = options
  const info = sequence(
    integer(1),
    oid(options.policy ?? '1.3.6.1.4.1.55555.2'),
    sequence(sequence(oid(hashOids[options.imprintHash ?? 'sha256'])), octetString(imprint)),
    integer(options.serial ?? 42),
    generalizedTime(options.at ?? testNow, { fraction: true }),
    ...(accuracy === undefined ? [] : [writeAccuracy(accuracy)]),
    ...(options.ordering === true ? [boolean(true)] : []),
    ...(nonce === undefined ? [] : [unsigned(nonce)]),
    ...(authority === undefined ? [] : [tagged(0, authority)]),
    ...(extensions === undefined ? [] : [tagged(1, ...extensions.map((one) => innerOf(one)))]),
  )
  const content = encode(info)
  return makeSignedData(stamper, { contentType: contentTypes.timestampInfo, content, ...options.message })
}

// The list stands under an implicit tag.
function innerOf(one: TestExtension): Uint8Array {
  return new DerReader(encode(writeExtensions([one]))).sequence().raw()
}

function writeAccuracy({ seconds, millis, micros }: NonNullable<TokenOptions['accuracy']>): DerPart {
  const small = (number: number, value: number | undefined): DerPart[] =>
    value === undefined ? [] : [implicit(number, encode(integer(value)).subarray(2))]
  return sequence(
    ...(seconds === undefined ? [] : [integer(seconds)]),
    ...small(0, millis),
    ...small(1, micros),
  )
}

/** The answer of an honest authority to a TimeStampReq. */
export function answerRequest(
  stamper: TestIdentity,
  request: Uint8Array,
  options: TokenOptions = {},
): Uint8Array {
  const fields = new DerReader(request).sequence()
  fields.count()
  const imprint = fields.sequence()
  const imprintHash = readHashAlgorithm(imprint) ?? 'sha256'
  const digest = imprint.octets()
  const policy = fields.tag === tags.oid ? { policy: fields.oid() } : {}
  const nonce = fields.tag === tags.integer ? { nonce: fields.integerBytes() } : {}
  return grantToken(makeToken(stamper, digest, { imprintHash, ...policy, ...nonce, ...options }))
}

/** A TimeStampResp that grants a token. */
export const grantToken = (token: Uint8Array): Uint8Array => encode(sequence(sequence(integer(0)), token))

/** A TimeStampResp that refuses. */
export function refuseToken(text: string, failureBit: number): Uint8Array {
  return encode(sequence(sequence(integer(2), sequence(utf8(text)), flags(2 ** failureBit))))
}

/** What a token over `data` stamps. */
export const imprintOf = (data: Uint8Array, hash: KnownHash = 'sha256'): Uint8Array =>
  digestOf(hash, data, 'buffer')
