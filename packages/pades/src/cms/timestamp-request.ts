import type { HashName } from '../algorithms.ts'
import { malformed } from '../der/bytes.ts'
import { normaliseDer } from '../der/normalise.ts'
import { DerReader, tags } from '../der/read.ts'
import { boolean, encode, integer, octetString, oid, sequence, unsigned } from '../der/write.ts'
import { hashAlgorithm } from '../x509/write-algorithm.ts'

export interface TimestampQuestion {
  readonly hash: HashName
  /** What is to be stamped, hashed. */
  readonly digest: Uint8Array
  /** A number that was never sent before, of whoever asks. */
  readonly nonce?: Uint8Array
  readonly policy?: string
}

/** A TimeStampReq that wants the authority's certificate along (RFC 3161, 2.4.1). */
export function buildTimestampRequest({ hash, digest, nonce, policy }: TimestampQuestion): Uint8Array {
  return encode(
    sequence(
      integer(1),
      sequence(hashAlgorithm(hash), octetString(digest)),
      ...(policy === undefined ? [] : [oid(policy)]),
      ...(nonce === undefined ? [] : [unsigned(nonce)]),
      boolean(true),
    ),
  )
}

const statuses = [
  'granted',
  'granted_with_changes',
  'rejected',
  'waiting',
  'revocation_warning',
  'revoked',
] as const

const failures: Readonly<Record<number, string>> = {
  0: 'bad_algorithm',
  2: 'bad_request',
  5: 'bad_data_format',
  14: 'time_not_available',
  15: 'policy_not_accepted',
  16: 'extension_not_accepted',
  17: 'information_not_available',
  25: 'system_failure',
}

export interface TimestampResponse {
  readonly status: (typeof statuses)[number]
  /** What the authority says about it, in its own words. */
  readonly texts: readonly string[]
  readonly failures: readonly string[]
  /** The token as a ContentInfo; set where it was granted. */
  readonly token: Uint8Array | null
}

const maxTexts = 16

/** Reads a TimeStampResp (RFC 3161, 2.4.2). @throws PadesError `der_malformed` */
export function parseTimestampResponse(bytes: Uint8Array): TimestampResponse {
  const { der } = normaliseDer(bytes)
  const reader = new DerReader(der)
  const fields = reader.sequence()
  const info = fields.sequence()
  const status = statuses[info.count(5)] ?? malformed('a status that is not used', 0)
  const texts = readTexts(info.enterIf(tags.sequence))
  const flags = info.tag === tags.bitString ? info.flags() : 0
  info.finish()
  const token = fields.done ? null : fields.raw()
  fields.finish()
  const granted = status === 'granted' || status === 'granted_with_changes'
  if (granted !== (token !== null)) malformed('a status that does not fit its token', 0)
  return { status, texts, failures: failuresOf(flags), token }
}

function readTexts(list: DerReader | null): readonly string[] {
  const texts: string[] = []
  while (list !== null && !list.done) {
    if (texts.length >= maxTexts) malformed('too many texts', list.at)
    texts.push(list.text(tags.utf8))
  }
  return texts
}

function failuresOf(flags: number): readonly string[] {
  return Object.entries(failures)
    .filter(([bit]) => ((flags >>> Number(bit)) & 1) === 1)
    .map(([, name]) => name)
}
