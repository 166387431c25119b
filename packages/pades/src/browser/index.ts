// The judge for browsers. `browser/bundle.ts` builds it into one file in which the parts of Node that it needs are
// replaced. It asks no service: a page may not reach those of authorities.

import { PadesError } from '../errors.ts'
import type { GivenEvidence } from '../verify/evidence.ts'
import type { FileReport } from '../verify/report.ts'
import { type TrustStoreOptions, trustStore } from '../verify/trust-store.ts'
import { verify as verifyOnce } from '../verify/verify.ts'
import { askThese } from './asked.ts'
import { SignatureChecks } from './signature-checks.ts'

export { errorSentence } from '../error-sentence.ts'
export { PadesError, type PadesErrorCode } from '../errors.ts'
export type { GivenEvidence } from '../verify/evidence.ts'
export type {
  CertificateSummary,
  ChangeReport,
  FileReport,
  FileVerdict,
  Finding,
  Indication,
  RevocationReport,
  Sentence,
  SignatureReport,
  TimestampReport,
  Verdict,
} from '../verify/report.ts'
export type { TrustStoreOptions } from '../verify/trust-store.ts'
export { isGood } from '../verify/verdict.ts'

export interface BrowserVerifyOptions {
  /** Whom to trust: several stores, each told apart in the report. */
  readonly trust: readonly TrustStoreOptions[]
  /** The time as of which it is judged: now, as a rule. */
  readonly at: Date
  /** Certificates, CRLs and OCSP answers from elsewhere. */
  readonly given?: GivenEvidence
}

// One run for what is asked at first, one for what hangs on a wrong signature, and so on: real files take two or three.
const mostRuns = 50

let last: Promise<unknown> = Promise.resolve()

/**
 * Judges all signatures of a PDF as `verify` does in Node, with the same report. One file is judged at a time.
 *
 * @throws PadesError `algorithm_unavailable` where a signature is by an algorithm that WebCrypto lacks, such as a Brainpool
 *   curve or SHA-3; `certificate_malformed` where a trusted certificate cannot be read
 */
export function verify(pdf: Uint8Array, options: BrowserVerifyOptions): Promise<FileReport> {
  const mine = last.then(() => judge(pdf, options))
  last = mine.catch(() => undefined)
  return mine
}

async function judge(pdf: Uint8Array, { trust, ...options }: BrowserVerifyOptions): Promise<FileReport> {
  const checks = new SignatureChecks()
  askThese(checks)
  try {
    for (let run = 0; run < mostRuns; run++) {
      // Everything is read again: a certificate remembers what was said of its signature.
      const report = await verifyOnce(pdf, { ...options, trust: trust.map(trustStore) })
      if (!(await checks.settle())) return report
    }
  } finally {
    askThese(null)
  }
  throw new PadesError('pdf_limit', 'the signatures of the file lead to too many others', { what: 'runs' })
}
