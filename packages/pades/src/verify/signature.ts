import { hash as digestOf } from 'node:crypto'
import { judgeAlgorithm } from '../algorithms.ts'
import { attributeOids } from '../cms/attributes.ts'
import { checkSignedData, type SignedDataCheck } from '../cms/check.ts'
import { vietnamTime } from '../vietnam-time.ts'
import { judgeDocumentPurpose } from '../x509/purpose.ts'
import { type ChainJudgement, type Ground, judgeChain, nameOf } from './chain.ts'
import type { FileDigests } from './file-digests.ts'
import { finding, findingAround } from './finding.ts'
import type { FoundSignature } from './found.ts'
import type { Finding } from './report.ts'
import { judgeTimestamp, type TimestampJudgement } from './timestamps.ts'

/** What judging one signature found, without what was changed later. */
export interface Judged {
  readonly findings: readonly Finding[]
  readonly check: SignedDataCheck | null
  readonly isIntact: boolean
  readonly chain: ChainJudgement | null
  readonly timestamps: readonly TimestampJudgement[]
  /** When it is proven to have existed, the earliest such time. */
  readonly provenAt: Date | null
}

// Clocks may differ a little.
const toleranceMs = 5 * 60_000

/**
 * Judges a signature of a person or a body.
 *
 * @param laterProof the time of the earliest document time-stamp over it that was found valid, or null
 */
export async function judgeSignature(
  digests: FileDigests,
  ground: Ground,
  found: FoundSignature,
  laterProof: Date | null,
): Promise<Judged> {
  const findings: Finding[] = [...found.placing]
  const kind = subFilterFinding(found)
  if (kind !== null) findings.push(kind)
  const check = checkMessage(digests, ground, found)
  if (check === null) {
    if (found.dictionary.contents !== null) findings.push(finding('cms_malformed'))
    return { findings, check, isIntact: false, chain: null, timestamps: [], provenAt: null }
  }
  findings.push(...messageFindings(found, check))
  const timestamps = await judgeTimestampsOf(ground, check, laterProof ?? ground.at)
  findings.push(...timestamps.flatMap(({ report }) => timestampFindings(report)))
  const proofs = [laterProof, ...timestamps.map(({ provenAt }) => provenAt)].filter((at) => at !== null)
  const provenAt = earliest(proofs)
  findings.push(...claimFindings(found, ground.at, provenAt))
  const chain = await judgeSigner(ground, found, check, provenAt)
  findings.push(...(chain?.findings ?? []))
  findings.push(...strengthFindings(check, provenAt ?? ground.at))
  return { findings, check, isIntact: isIntact(found, check), chain, timestamps, provenAt }
}

/** Judges a document time-stamp (EN 319 142-1, 5.5). */
export async function judgeDocumentTimestamp(
  digests: FileDigests,
  ground: Ground,
  found: FoundSignature,
  control: Date,
): Promise<Judged> {
  const { dictionary, coverage, data } = found
  const findings: Finding[] = [...found.placing]
  const none = { check: null, isIntact: false, chain: null, timestamps: [], provenAt: null }
  if (dictionary.contents === null) return { ...none, findings }
  if (data === null) return { ...none, findings: [...findings, finding('cms_malformed')] }
  const digestBy = (hash: string) => digests.of(coverage.spans, hash)
  const judged = await judgeTimestamp(ground, 'document', data.der, digestBy, control)
  findings.push(...judged.report.findings)
  if (data.trailing === 'other') findings.push(finding('trailing_bytes'))
  const isSound = findings.every(({ weight }) => weight === 'note')
  return {
    findings,
    check: judged.check === null ? null : { ...judged.check, problems: [] },
    isIntact: coverage.problem === null && judged.check?.problems.length === 0,
    chain: { findings: [], path: judged.path, store: judged.store, revocation: judged.revocation },
    timestamps: [judged],
    provenAt: isSound ? judged.provenAt : null,
  }
}

function checkMessage(
  digests: FileDigests,
  ground: Ground,
  { data, coverage }: FoundSignature,
): SignedDataCheck | null {
  if (data === null) return null
  const hash = data.signers[0]?.hash ?? null
  const digest = hash === null || coverage.spans.length === 0 ? null : digests.of(coverage.spans, hash)
  return checkSignedData(data, digest, { certificates: ground.evidence.certificates })
}

function isIntact({ coverage }: FoundSignature, { problems }: SignedDataCheck): boolean {
  return coverage.problem === null && problems.every((problem) => problem === 'ess_missing')
}

const accepted = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached'])
const weak = new Set(['adbe.x509.rsa_sha1', 'adbe.pkcs7.sha1'])

function subFilterFinding({ dictionary }: FoundSignature): Finding | null {
  const { subFilter } = dictionary
  if (subFilter !== null && accepted.has(subFilter)) return null
  const details = { subFilter: subFilter ?? '?' }
  return finding(
    subFilter !== null && weak.has(subFilter) ? 'sub_filter_weak' : 'sub_filter_unknown',
    details,
  )
}

function* messageFindings({ data, dictionary }: FoundSignature, check: SignedDataCheck): Generator<Finding> {
  const isBaseline = dictionary.subFilter === 'ETSI.CAdES.detached'
  // Adobe's older kind did not bind the certificate; whoever takes it takes that.
  for (const problem of check.problems) if (problem !== 'ess_missing' || isBaseline) yield finding(problem)
  if (data?.wasDer === false) yield finding('not_strict_der')
  if (isBaseline && check.signingTime !== null) yield finding('signing_time_attribute')
}

function* strengthFindings({ signer, hash, scheme }: SignedDataCheck, at: Date): Generator<Finding> {
  if (signer === null) return
  const verdict = judgeAlgorithm({ hash, scheme, key: signer.key }, at)
  if (!verdict.ok) yield finding('algorithm_weak', { what: verdict.what })
  else if (verdict.note !== null) yield finding(verdict.note)
}

async function judgeTimestampsOf(ground: Ground, { signerInfo }: SignedDataCheck, control: Date) {
  const judged: TimestampJudgement[] = []
  if (signerInfo === null) return judged
  const { signature, unsignedAttributes } = signerInfo
  const digestBy = (hash: string) => digestOf(hash, signature, 'buffer')
  const stamps = unsignedAttributes.filter(({ oid }) => oid === attributeOids.signatureTimestamp)
  for (const value of stamps.flatMap(({ values }) => values).slice(0, mostTimestamps))
    judged.push(await judgeTimestamp(ground, 'signature', value, digestBy, control))
  return judged
}

/** Anybody can put more of them beside a signature. */
const mostTimestamps = 16

/** TT15/2025, annex II: where there is a time-stamp, it must be valid. */
function timestampFindings({ indication, findings }: TimestampJudgement['report']): readonly Finding[] {
  if (indication === 'VALID') return []
  const weight = indication === 'INVALID' ? 'fails' : 'unknown'
  const cause = findings.find((one) => one.weight === weight)
  if (cause === undefined) return []
  return [findingAround(weight === 'fails' ? 'timestamp_invalid' : 'timestamp_undetermined', cause.sentence)]
}

function* claimFindings(
  { dictionary }: FoundSignature,
  now: Date,
  provenAt: Date | null,
): Generator<Finding> {
  const { claimed } = dictionary
  if (claimed === null) return
  if (claimed.at === null) {
    yield finding('claimed_unreadable')
    return
  }
  if (claimed.at.getTime() > now.getTime() + toleranceMs)
    yield finding('claimed_in_future', { time: vietnamTime(claimed.at) })
  else if (provenAt !== null && claimed.at.getTime() > provenAt.getTime() + toleranceMs)
    yield finding('claimed_after_proof', { time: vietnamTime(claimed.at), proven: vietnamTime(provenAt) })
}

async function judgeSigner(
  ground: Ground,
  { dictionary }: FoundSignature,
  { signer, signingTime }: SignedDataCheck,
  provenAt: Date | null,
): Promise<ChainJudgement | null> {
  if (signer === null) return null
  const chain = await judgeChain(ground, {
    certificate: signer,
    at: provenAt ?? ground.at,
    isProven: provenAt !== null,
    claimedAt: dictionary.claimed?.at ?? signingTime,
  })
  if (judgeDocumentPurpose(signer).ok) return chain
  return { ...chain, findings: [finding('wrong_purpose', { name: nameOf(signer) }), ...chain.findings] }
}

function earliest(times: readonly Date[]): Date | null {
  return times.reduce<Date | null>((first, time) => (first === null || time < first ? time : first), null)
}
