import { judgeAlgorithm, type KeyKind, type KnownHash, type KnownScheme } from '../algorithms.ts'
import type { FileReport, SignatureReport } from '../verify/report.ts'

/** Why a file needs another time-stamp over it. */
export interface Renewal {
  /** What ends: a certificate's subject, or an algorithm. */
  readonly what: string
  /** When it ends; for an algorithm, a day by which it has ended. */
  readonly at: Date
}

/**
 * Whether the last proof of time of a file will weaken within the margin (EN 319 142-1, 5.5): the certificate of the
 * authority or of one above it runs out, or an algorithm counts no longer. What is not sound is no matter of time.
 *
 * A proof is not renewed before half of the time that it had has gone, so that an authority whose certificate runs out
 * soon is not asked every day.
 *
 * @returns what ends first, or null where there is time
 */
export function needsRenewal(
  { signatures }: Pick<FileReport, 'signatures'>,
  now: Date,
  marginMs: number,
): Renewal | null {
  const last = signatures.findLastIndex(({ kind }) => kind === 'document_timestamp')
  const due = signatures
    // A time-stamp over the file protects all that is before it.
    .slice(Math.max(0, last))
    .flatMap((one) =>
      endsOf(one, new Date(now.getTime() + marginMs)).filter((end) => isDue(one, end, now, marginMs)),
    )
  const [first] = due.sort((a, b) => a.at.getTime() - b.at.getTime())
  return first ?? null
}

function isDue(
  { provenAt, claimedAt }: SignatureReport,
  { at }: Renewal,
  now: Date,
  marginMs: number,
): boolean {
  if (at.getTime() - now.getTime() > marginMs) return false
  const since = provenAt ?? claimedAt
  if (since === null) return true
  return now.getTime() - Date.parse(since) >= (at.getTime() - Date.parse(since)) / 2
}

/** When what a signature hangs on ends: of its time-stamps where it has any, else of its own chain. */
function endsOf(report: SignatureReport, by: Date): readonly Renewal[] {
  const { kind, path, timestamps, expires } = report
  const anchor = path.length > 1 ? path.at(-1) : undefined
  const authorities = timestamps.flatMap(({ authority }) => (authority === null ? [] : [authority]))
  const certificates =
    kind === 'signature' && authorities.length > 0
      ? authorities.map(({ subject, notAfter }) => ({ what: subject, at: notAfter }))
      : expires.filter(({ what }) => what !== anchor?.subject)
  const ends = certificates.map(({ what, at }) => ({ what, at: new Date(at) }))
  const weak = kind === 'document_timestamp' ? weakAlgorithm(report, by) : null
  return weak === null ? ends : [...ends, { what: weak, at: by }]
}

function weakAlgorithm({ algorithms, signer, timestamps }: SignatureReport, by: Date): string | null {
  if (algorithms === null || signer === null) return null
  const scheme = algorithms.signature as KnownScheme
  const kind = scheme === 'ecdsa' ? 'ec' : 'rsa'
  const key: KeyKind = { kind, bits: algorithms.keyBits, name: signer.key }
  for (const hash of [algorithms.hash, timestamps[0]?.hash ?? algorithms.hash]) {
    const verdict = judgeAlgorithm({ hash: hash === 'unknown' ? null : (hash as KnownHash), scheme, key }, by)
    if (!verdict.ok) return verdict.what
  }
  return null
}
