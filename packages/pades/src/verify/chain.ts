import type { EvidenceService } from '../services/evidence-service.ts'
import { vietnamTime } from '../vietnam-time.ts'
import type { Certificate } from '../x509/certificate.ts'
import { type FoundPath, findPath, type NoPath, type TrustStore } from '../x509/path.ts'
import { judgeRevocation, type RevocationJudgement } from '../x509/revocation.ts'
import type { Evidence } from './evidence.ts'
import { finding } from './finding.ts'
import type { Finding, RevocationReport } from './report.ts'

/** What judging a file has at hand. */
export interface Ground {
  /** When it is judged. */
  readonly at: Date
  readonly stores: readonly TrustStore[]
  readonly evidence: Evidence
  readonly services: EvidenceService | null
}

export interface ChainQuestion {
  readonly certificate: Certificate
  /** The control time (EN 319 102-1, 5.6.2): as of when the path and its revocation are looked at. */
  readonly at: Date
  /** Whether it is proven that what the certificate signed existed then. */
  readonly isProven: boolean
  /** What the signer says of the time; for a time-stamp, its own. */
  readonly claimedAt: Date | null
  /** A time for which revocation data may count where none fit the control time; they are then told as a note. */
  readonly orAsOf?: Date
}

export interface ChainJudgement {
  readonly findings: readonly Finding[]
  /** From the certificate to the anchor; the certificate alone where there is no path. */
  readonly path: readonly Certificate[]
  readonly store: TrustStore | null
  readonly revocation: readonly RevocationReport[]
}

/** Judges a certificate: its path to an anchor, the time of each certificate in it, and whether one was revoked. */
export async function judgeChain(ground: Ground, question: ChainQuestion): Promise<ChainJudgement> {
  const found = await searchPath(ground, question)
  if (found.kind === 'no_path')
    return { findings: [noPathFinding(found)], path: [question.certificate], store: null, revocation: [] }
  const { certificates, store } = found
  const findings = [...timeFindings(found, question)]
  const revocation: RevocationReport[] = []
  for (const [place, certificate] of certificates.slice(0, -1).entries()) {
    const issuer = certificates[place + 1]
    if (issuer === undefined) break
    const { judgement, isAsOf } = await statusOf(ground, question, certificate, issuer)
    revocation.push(revocationReport(certificate, judgement))
    findings.push(...revocationFindings(certificate, judgement, question))
    if (isAsOf) findings.push(finding('timestamp_revocation_as_of_signing', { name: nameOf(certificate) }))
  }
  return { findings, path: certificates, store, revocation }
}

const mostFetched = 8

/** A path from what is at hand; where an issuer is missing, the services are asked for it. */
async function searchPath(ground: Ground, { certificate, at }: ChainQuestion): Promise<FoundPath | NoPath> {
  const { evidence, stores, services } = ground
  for (let fetched = 0; ; fetched++) {
    const found = findPath({ certificate, candidates: evidence.certificates, stores, at })
    if (found.kind === 'path' || services === null || fetched >= mostFetched) return found
    const before = evidence.certificates.length
    evidence.addCertificates(await services.issuersOf(found.at))
    if (evidence.certificates.length === before) return found
  }
}

async function statusOf(
  { evidence, stores, services, at: now }: Ground,
  { at, orAsOf }: ChainQuestion,
  certificate: Certificate,
  issuer: Certificate,
): Promise<{ readonly judgement: RevocationJudgement; readonly isAsOf: boolean }> {
  const judge = (asOf: Date) =>
    judgeRevocation({
      certificate,
      issuer,
      certificates: evidence.certificates,
      stores,
      at: asOf,
      now,
      evidence,
    })
  const atHand = judge(at)
  if (atHand.status !== 'unknown') return { judgement: atHand, isAsOf: false }
  if (services !== null) {
    const { crls, ocsps } = await services.revocationOf(certificate, issuer)
    evidence.addFetched(crls, ocsps)
    const asked = judge(at)
    if (asked.status !== 'unknown') return { judgement: asked, isAsOf: false }
  }
  const earlier = orAsOf === undefined ? atHand : judge(orAsOf)
  return { judgement: earlier, isAsOf: earlier.status === 'good' }
}

function noPathFinding({ reason, at }: NoPath): Finding {
  const name = nameOf(at)
  switch (reason) {
    case 'issuer_not_found':
    case 'untrusted_root':
    case 'search_limit':
      return finding(reason, { name })
    case 'signature_wrong':
      return finding('path_signature_wrong', { name })
    default:
      return finding('path_broken', { name, rule: reason })
  }
}

function* timeFindings({ certificates, outOfTime }: FoundPath, question: ChainQuestion): Generator<Finding> {
  const { at, isProven, claimedAt, certificate: signer } = question
  const name = nameOf(signer)
  // What the signer says of the time cannot help him, but it can be what tells against him.
  if (!isProven && claimedAt !== null) {
    const { notBefore, notAfter } = signer
    if (claimedAt < notBefore)
      yield finding('not_yet_valid', { name, at: vietnamTime(claimedAt), since: vietnamTime(notBefore) })
    if (claimedAt > notAfter)
      yield finding('expired', { name, at: vietnamTime(claimedAt), until: vietnamTime(notAfter) })
  }
  for (const { certificate, state } of outOfTime) {
    const details = {
      name: nameOf(certificate),
      at: vietnamTime(at),
      since: vietnamTime(certificate.notBefore),
      until: vietnamTime(certificate.notAfter),
    }
    // An anchor is trusted because it was given, not for its dates (RFC 5280, 6.1.1 d).
    if (certificates.length > 1 && certificate === certificates.at(-1))
      yield finding('anchor_out_of_time', details)
    else if (state === 'not_yet') yield finding('not_yet_valid', details)
    else yield finding(isProven ? 'expired' : 'expired_unproven', details)
  }
}

function* revocationFindings(
  certificate: Certificate,
  judgement: RevocationJudgement,
  { isProven, claimedAt }: ChainQuestion,
): Generator<Finding> {
  const name = nameOf(certificate)
  const { status, relation, revokedAt, signerUnchecked } = judgement
  if (status === 'unknown') yield finding('revocation_unknown', { name, why: refusalsOf(judgement) })
  if (status === 'good' && signerUnchecked) yield finding('responder_unchecked', { name })
  if (status !== 'revoked') return
  const details = { name, revokedAt: revokedAt === null ? '?' : vietnamTime(revokedAt) }
  if (relation === 'after') yield finding('revoked_later', details)
  else if (isProven || claimedAt === null || revokedAt === null || revokedAt <= claimedAt)
    yield finding('revoked', details)
  else yield finding('revoked_unproven', details)
}

function refusalsOf({ refused }: RevocationJudgement): string {
  return [...new Set(refused.map(({ why }) => why))].join(', ')
}

function revocationReport(certificate: Certificate, judgement: RevocationJudgement): RevocationReport {
  const iso = (date: Date | null) => date?.toISOString() ?? null
  return {
    certificateSha256: certificate.sha256,
    status: judgement.status,
    source: judgement.source,
    from: judgement.origin,
    thisUpdate: iso(judgement.thisUpdate),
    nextUpdate: iso(judgement.nextUpdate),
    revokedAt: iso(judgement.revokedAt),
    reason: judgement.reason,
  }
}

/** The name by which people know whoever holds a certificate. */
export function nameOf({ subject }: Certificate): string {
  return subject.find('CN') ?? subject.display
}
