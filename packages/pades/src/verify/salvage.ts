import { checkSignedData } from '../cms/check.ts'
import { parseSignedData } from '../cms/signed-data.ts'
import { PadesError } from '../errors.ts'
import { type ByteSource, digestSpans, type Span } from '../source.ts'
import type { CertificateCache } from '../x509/certificate-cache.ts'
import { finding, findingAround, sentenceAround, subIndicationOf } from './finding.ts'
import type { Finding, SignatureReport } from './report.ts'
import { summaryOf } from './summary.ts'
import { indicationOf } from './verdict.ts'

/** What looks like a signature in the bytes of a file whose structure does not lead to it. */
export interface ScatteredSignature {
  readonly byteRange: readonly number[]
  readonly contents: Uint8Array
}

const blockBytes = 1 << 20
const mostSignatures = 64
const longestContents = 4 << 20
const rangePattern = /\/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g

/**
 * Looks into a file whose structure leads to no signature for those that its bytes contradict: a byte changed in the
 * structure is as much a change of what was signed as one in the text. Nothing found here makes a file any better.
 */
export function brokenSignatures(
  source: ByteSource,
  cache: CertificateCache,
  besides: readonly Finding[],
): readonly SignatureReport[] {
  return reportsOn(source, cache, (isRight) => (isRight ? null : [finding('digest_mismatch'), ...besides]))
}

/**
 * The signatures whose bytes are right although the file cannot be read, where not even the file as it was signed can:
 * what they stand in is shown by a reader that mends files alone, and nobody knows what the signer saw.
 */
export function untouchedSignatures(
  source: ByteSource,
  cache: CertificateCache,
  why: Finding,
): readonly SignatureReport[] {
  return reportsOn(source, cache, (isRight) =>
    isRight ? [findingAround('recovered_by_others', why.sentence), why] : null,
  )
}

/** @param say what is found of one whose digest is right or is not; null where it is not to be told */
function reportsOn(
  source: ByteSource,
  cache: CertificateCache,
  say: (isRight: boolean) => readonly Finding[] | null,
): readonly SignatureReport[] {
  const reports: SignatureReport[] = []
  for (const candidate of scatteredIn(source)) {
    const report = judgeCandidate(source, candidate, cache, say)
    if (report !== null) reports.push(report)
  }
  return reports
}

export function* scatteredIn(source: ByteSource): Generator<ScatteredSignature> {
  const overlap = 256
  const seen = new Set<number>()
  for (let from = 0; from < source.sizeBytes; from += blockBytes) {
    const bytes = source.read(from, Math.min(source.sizeBytes, from + blockBytes + overlap))
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    for (const match of text.matchAll(rangePattern)) {
      if (seen.has(from + match.index) || seen.size >= mostSignatures) continue
      seen.add(from + match.index)
      const candidate = candidateOf(source, match.slice(1).map(Number))
      if (candidate !== null) yield candidate
    }
  }
}

function candidateOf(source: ByteSource, byteRange: readonly number[]): ScatteredSignature | null {
  const [start = -1, length = 0, second = 0, rest = 0] = byteRange
  // It may reach beyond the end: a file whose end was cut off has lost what was signed.
  const isSound = start === 0 && second > length && second <= source.sizeBytes && rest > 0
  if (!isSound || second - length > longestContents) return null
  const gap = Buffer.from(source.read(length, second)).toString('latin1')
  const hex = /^<([0-9A-Fa-f\s]*)>$/.exec(gap)?.[1]
  return hex === undefined ? null : { byteRange, contents: Buffer.from(hex.replace(/\s/g, ''), 'hex') }
}

function judgeCandidate(
  source: ByteSource,
  { byteRange, contents }: ScatteredSignature,
  cache: CertificateCache,
  say: (isRight: boolean) => readonly Finding[] | null,
): SignatureReport | null {
  const [, length = 0, second = 0, rest = 0] = byteRange
  const spans: readonly Span[] = [
    { start: 0, end: length },
    { start: second, end: Math.min(second + rest, source.sizeBytes) },
  ]
  try {
    const data = parseSignedData(contents, cache.parse)
    const hash = data.signers[0]?.hash ?? null
    const check = checkSignedData(data, hash === null ? null : digestSpans(source, spans, hash))
    const isRight = !check.problems.includes('digest_mismatch')
    const found = say(isRight)
    if (found === null) return null
    // Whatever else is wrong with it, its value for one, makes it worse.
    const problems = check.problems.filter((code) => code !== 'digest_mismatch').map((code) => finding(code))
    return reportOf(byteRange, isRight ? [...problems, ...found] : found, isRight, check.signer)
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return null
  }
}

function reportOf(
  byteRange: readonly number[],
  findings: readonly Finding[],
  intact: boolean,
  signer: Parameters<typeof summaryOf>[0] | null,
): SignatureReport {
  const indication = indicationOf(findings)
  const verdict = indication === 'INVALID' ? 'invalid' : 'indeterminate'
  const weight = indication === 'INVALID' ? 'fails' : 'unknown'
  const cause = findings.find((one) => one.weight === weight)
  return {
    verdict,
    indication: indication === 'INVALID' ? 'INVALID' : 'INDETERMINATE',
    subIndication: cause ? subIndicationOf(cause.code) : null,
    reason: sentenceAround(verdict, 'why', cause?.sentence ?? { vi: '?', en: '?' }),
    findings,
    kind: 'signature',
    field: '',
    revision: 0,
    subFilter: null,
    level: null,
    intact,
    coversWholeFile: false,
    byteRange,
    signer: signer === null ? null : summaryOf(signer),
    path: [],
    trustStore: null,
    claimedAt: null,
    provenAt: null,
    timeIsClaimed: true,
    timestamps: [],
    revocation: [],
    algorithms: null,
    certification: null,
    declared: { reason: null, location: null, name: null },
    changesAfter: [],
    changesLeftOut: 0,
    expires: [],
  }
}
