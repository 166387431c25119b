import { type HashName, judgeAlgorithm } from '../algorithms.ts'
import { checkTimestampToken, parseTimestampToken, type TimestampToken } from '../cms/timestamp-token.ts'
import { sameBytes } from '../der/bytes.ts'
import { PadesError } from '../errors.ts'
import { findPath, type TrustStore } from '../x509/path.ts'

export interface TimestampCheckOptions {
  /** What should have been stamped, by `hash`. */
  readonly digest: Uint8Array
  /** SHA-256 where it is left out. */
  readonly hash?: HashName
  /** Where it is given, the authority's certificate must lead to an anchor of it by what comes with the token. */
  readonly trust?: readonly TrustStore[]
}

/** When something was stamped, or why a token does not say; `why` is stable. */
export type CheckedTimestamp =
  | { readonly ok: true; readonly at: Date }
  | { readonly ok: false; readonly why: string }

/**
 * Checks a time-stamp token (RFC 3161) that was kept: over this digest, rightly signed by one certificate for that
 * purpose alone, which was valid at the time of the stamp, with algorithms that counted then. Whether it was revoked is
 * not asked.
 */
export function checkTimestamp(token: Uint8Array, options: TimestampCheckOptions): CheckedTimestamp {
  let parsed: TimestampToken
  try {
    parsed = parseTimestampToken(token)
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return { ok: false, why: 'malformed' }
  }
  const why = timestampFault(parsed, { ...options, by: parsed.info.at })
  return why === null ? { ok: true, at: parsed.info.at } : { ok: false, why }
}

interface TimestampWish extends TimestampCheckOptions {
  readonly nonce?: Uint8Array
  readonly policy?: string
  /** The time at which the algorithms must count. */
  readonly by: Date
}

/** What is wrong with a token, or null. */
export function timestampFault(
  token: TimestampToken,
  { digest, hash = 'sha256', trust, nonce, policy, by }: TimestampWish,
): string | null {
  const { info, data } = token
  if (info.imprintHash !== hash || !sameBytes(info.imprint, digest)) return 'imprint_mismatch'
  const expected = {
    digestBy: () => digest,
    ...(nonce !== undefined && { nonce }),
    ...(policy !== undefined && { policy }),
  }
  const { problems, signer, hash: signedBy, scheme } = checkTimestampToken(token, expected)
  const [problem] = problems
  if (problem !== undefined) return problem
  if (signer === null) return 'certificate_missing'
  const strength = judgeAlgorithm({ hash: signedBy, scheme, key: signer.key }, by)
  if (!strength.ok) return 'algorithm_weak'
  if (!signer.isValidAt(info.at)) return 'certificate_not_valid'
  if (trust === undefined) return null
  const path = findPath({ certificate: signer, candidates: data.certificates, stores: trust, at: info.at })
  if (path.kind === 'no_path') return path.reason
  const anchor = path.certificates.at(-1)
  return path.outOfTime.every(({ certificate }) => certificate === anchor) ? null : 'certificate_not_valid'
}
