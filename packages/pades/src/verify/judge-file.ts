import type { PdfFile } from '../pdf/document.ts'
import { PdfDict } from '../pdf/objects.ts'
import type { EvidenceService } from '../services/evidence-service.ts'
import { CertificateCache } from '../x509/certificate-cache.ts'
import type { TrustStore } from '../x509/path.ts'
import type { Ground } from './chain.ts'
import { Evidence, type GivenEvidence } from './evidence.ts'
import { FileDigests } from './file-digests.ts'
import { type FoundSignature, findSignatures, numberOf } from './found.ts'
import type { SignatureReport } from './report.ts'
import { type Judged, judgeDocumentTimestamp, judgeSignature } from './signature.ts'
import { longevityOf, reportOf } from './signature-report.ts'

export interface JudgeOptions {
  /** Whom to trust: several stores, each told apart in the report. */
  readonly trust: readonly TrustStore[]
  /** The time as of which it is judged: now, as a rule. */
  readonly at: Date
  /** Certificates, CRLs and OCSP answers from elsewhere. */
  readonly given?: GivenEvidence
  /** Asked for what the file does not carry; left out, nobody is asked. */
  readonly services?: EvidenceService
  /** Certificates read before; pass one for many files. */
  readonly cache?: CertificateCache
}

export interface JudgedSignature {
  readonly found: FoundSignature
  readonly judged: Judged
  readonly report: SignatureReport
  readonly longevity: ReturnType<typeof longevityOf>
}

/** The signatures of a file, those of earlier revisions first, with all that was at hand to judge them. */
export interface JudgedFile {
  readonly file: PdfFile
  readonly ground: Ground
  readonly digests: FileDigests
  readonly signatures: readonly JudgedSignature[]
}

/** Judges all signatures of a file that was read; `verify` tells people of it, `extend` builds on it. */
export async function judgeFile(file: PdfFile, options: JudgeOptions): Promise<JudgedFile> {
  const { trust, at, given = {}, services = null, cache = new CertificateCache() } = options
  const evidence = new Evidence(cache)
  evidence.addGiven(given)
  const hasStore = evidence.addStore(file)
  const all = findSignatures(file, evidence)
  const ground: Ground = { at, stores: trust, evidence, services }
  const digests = new FileDigests(
    file.source,
    all.map(({ coverage }) => coverage.spans),
  )
  const stamps = all.filter(({ isTimestamp }) => isTimestamp)
  const signatures: JudgedSignature[] = []
  // From the last to the first: what a time-stamp proves counts for all that it covers.
  let laterProof: Date | null = null
  for (const found of all.toReversed()) {
    const judged: Judged = found.isTimestamp
      ? await judgeDocumentTimestamp(digests, ground, found, laterProof ?? at)
      : await judgeSignature(digests, ground, found, laterProof)
    const around = { laterTimestamps: archivalTimestamps(file, stamps, found), hasStore, all }
    const report = reportOf(file, found, judged, around)
    signatures.push({ found, judged, report, longevity: longevityOf(judged, around) })
    if (found.isTimestamp && judged.provenAt !== null) laterProof = judged.provenAt
  }
  return { file, ground, digests, signatures: signatures.reverse() }
}

/** Those over a signature that cover evidence as well (EN 319 142-1, 6.3): one before it only proves the time. */
function archivalTimestamps(file: PdfFile, stamps: readonly FoundSignature[], one: FoundSignature): number {
  const later = stamps.filter((stamp) => numberOf(stamp) > numberOf(one))
  return later.filter((stamp) => hadStore(file, numberOf(stamp))).length
}

function hadStore(file: PdfFile, revision: number): boolean {
  const at = Math.min(revision, file.latest.number)
  return file.resolve(file.catalog(at).get('DSS'), at) instanceof PdfDict
}
