import { judgeAlgorithm, type KnownHash } from '../algorithms.ts'
import { checkTimestampToken, parseTimestampToken, type TimestampCheck } from '../cms/timestamp-token.ts'
import { PadesError } from '../errors.ts'
import { vietnamTime } from '../vietnam-time.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { TrustStore } from '../x509/path.ts'
import { type Ground, judgeChain, nameOf } from './chain.ts'
import { finding } from './finding.ts'
import type { Finding, RevocationReport, TimestampReport } from './report.ts'
import { summaryOf } from './summary.ts'
import { indicationOf } from './verdict.ts'

export interface TimestampJudgement {
  readonly report: TimestampReport
  /** The time that it proves; null where it proves none. */
  readonly provenAt: Date | null
  readonly path: readonly Certificate[]
  readonly store: TrustStore | null
  readonly revocation: readonly RevocationReport[]
  readonly check: TimestampCheck | null
}

// Clocks may differ a little.
const toleranceMs = 5 * 60_000

/**
 * Judges a time-stamp token as of a control time (EN 319 102-1, 5.4).
 *
 * @param digestBy gives the digest of what should have been stamped
 */
export async function judgeTimestamp(
  ground: Ground,
  kind: TimestampReport['kind'],
  token: Uint8Array,
  digestBy: (hash: KnownHash) => Uint8Array,
  control: Date,
): Promise<TimestampJudgement> {
  const check = readToken(ground, token, digestBy)
  if (check === null) return unreadable(kind)
  const { info, signer } = check
  const findings: Finding[] = [...checkFindings(check)]
  if (info.at.getTime() > ground.at.getTime() + toleranceMs)
    findings.push(finding('timestamp_in_future', { time: vietnamTime(info.at) }))
  const chain =
    signer === null
      ? null
      : await judgeChain(ground, {
          certificate: signer,
          at: control,
          isProven: false,
          claimedAt: info.at,
          orAsOf: info.at,
        })
  findings.push(...(chain?.findings ?? []))
  const indication = indicationOf(findings)
  return {
    report: {
      kind,
      at: info.at.toISOString(),
      indication,
      authority: signer === null ? null : summaryOf(signer),
      hash: info.imprintHash ?? 'unknown',
      findings,
    },
    provenAt: indication === 'VALID' ? info.at : null,
    path: chain?.path ?? [],
    store: chain?.store ?? null,
    revocation: chain?.revocation ?? [],
    check,
  }
}

function readToken(
  { evidence }: Ground,
  bytes: Uint8Array,
  digestBy: (hash: KnownHash) => Uint8Array,
): TimestampCheck | null {
  try {
    const token = parseTimestampToken(bytes, evidence.cache.parse)
    evidence.addSigned(token.data)
    return checkTimestampToken(token, { digestBy, certificates: evidence.certificates })
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return null
  }
}

function* checkFindings({ problems, info, signer, hash, scheme }: TimestampCheck): Generator<Finding> {
  const name = signer === null ? '?' : nameOf(signer)
  // What was asked of the authority is nobody's business later.
  for (const problem of problems)
    if (problem !== 'nonce_mismatch' && problem !== 'policy_mismatch') yield finding(problem, { name })
  if (signer === null) return
  const strength = judgeAlgorithm({ hash, scheme, key: signer.key }, info.at)
  if (!strength.ok) yield finding('algorithm_weak', { what: strength.what })
  const imprint = judgeAlgorithm({ hash: info.imprintHash, scheme, key: signer.key }, info.at)
  if (!imprint.ok && strength.ok) yield finding('algorithm_weak', { what: imprint.what })
}

function unreadable(kind: TimestampReport['kind']): TimestampJudgement {
  const findings = [finding('timestamp_malformed')]
  return {
    report: { kind, at: null, indication: 'INVALID', authority: null, hash: 'unknown', findings },
    provenAt: null,
    path: [],
    store: null,
    revocation: [],
    check: null,
  }
}
