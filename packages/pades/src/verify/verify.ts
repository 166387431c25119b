import { toHex } from '../der/bytes.ts'
import { PadesError } from '../errors.ts'
import { openPdf } from '../pdf/document.ts'
import { type ByteSource, bytesSource, digestSpans } from '../source.ts'
import { CertificateCache } from '../x509/certificate-cache.ts'
import { finding, sentence, sentenceAround } from './finding.ts'
import { type JudgeOptions, judgeFile } from './judge-file.ts'
import { recoveredFile } from './recovered.ts'
import type { FileReport, FileVerdict, Finding, Sentence, SignatureReport } from './report.ts'
import { brokenSignatures, untouchedSignatures } from './salvage.ts'
import { isGood, verdictOfFile } from './verdict.ts'

export type VerifyOptions = JudgeOptions

/**
 * Judges all signatures of a PDF (ETSI EN 319 102-1; TT15/2025/TT-BKHCN, annex II).
 *
 * A file that cannot be read, or is no PDF, is no error of the caller: its verdict is `error`, with the reason. Nothing is
 * thrown but what a source throws that reads from a disk, and what a service of the caller's own throws.
 */
export async function verify(pdf: Uint8Array | ByteSource, options: VerifyOptions): Promise<FileReport> {
  const source = pdf instanceof Uint8Array ? bytesSource(pdf) : pdf
  const { sizeBytes } = source
  try {
    const file = openPdf(source)
    const judged = await judgeFile(file, options)
    const found = judged.signatures.map(({ report }) => report)
    // A byte changed in the form itself may hide the field of a signature that the file still has.
    const signatures = found.length > 0 ? found : brokenSignatures(source, cacheOf(options), [])
    const verdict = isStampedOnly(signatures)
      ? 'not_signed'
      : verdictOfFile(signatures.map((one) => one.verdict))
    return {
      verdict,
      reason: reasonOf(verdict, signatures),
      at: options.at.toISOString(),
      file: {
        sizeBytes,
        sha256: toHex(judged.digests.whole('sha256')),
        revisions: file.revisions.length,
        pdfVersion: file.versionAt(),
      },
      signatures,
      error: null,
    }
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return await unreadable(source, error, options)
  }
}

/** Anybody gets a time-stamp on anything: where there is nothing else, nobody has signed. */
function isStampedOnly(signatures: readonly SignatureReport[]): boolean {
  return signatures.every(({ kind, verdict }) => kind === 'document_timestamp' && isGood(verdict))
}

function reasonOf(verdict: FileVerdict, signatures: readonly SignatureReport[]): Sentence {
  if (verdict === 'not_signed') return sentence('not_signed')
  if (verdict === 'invalid' || verdict === 'indeterminate') {
    const worst = signatures.find((one) => one.verdict === verdict)
    const weight = verdict === 'invalid' ? 'fails' : 'unknown'
    const cause = worst?.findings.find((one) => one.weight === weight)?.sentence ?? { vi: '?', en: '?' }
    return sentenceAround(`file_${verdict}`, 'why', cause)
  }
  return verdict === 'error' ? sentence('error') : sentence(`file_${verdict}`)
}

/**
 * The answer on a file that cannot be read. Its signatures are looked for all the same: those that its bytes contradict are
 * not valid; of others the file as it was signed is judged, and it is changed afterwards; an error is one without any.
 */
async function unreadable(
  source: ByteSource,
  error: PadesError,
  options: VerifyOptions,
): Promise<FileReport> {
  const { sizeBytes } = source
  const sha256 = toHex(digestSpans(source, [{ start: 0, end: sizeBytes }], 'sha256'))
  const why = whyUnreadable(error)
  const broken = brokenSignatures(source, cacheOf(options), [why])
  // What is encrypted or beyond a bound is not damaged: nothing of it is recovered.
  const isDamaged = error.code === 'pdf_malformed'
  const recovered = isDamaged ? await recoveredFile(source, options, why) : null
  const untouched =
    recovered?.signatures ?? (isDamaged ? untouchedSignatures(source, cacheOf(options), why) : [])
  const signatures = [...broken, ...untouched.filter((one) => !isTold(one, broken))]
  const whole = sentenceAround('error', 'why', why.sentence)
  const verdict = signatures.length === 0 ? 'error' : verdictOfFile(signatures.map((one) => one.verdict))
  const { revisions = 0, pdfVersion = null } = recovered ?? {}
  return {
    verdict,
    reason: verdict === 'error' ? whole : reasonOf(verdict, signatures),
    at: options.at.toISOString(),
    file: { sizeBytes, sha256, revisions, pdfVersion },
    signatures,
    error: verdict === 'error' ? { code: error.code, sentence: whole } : null,
  }
}

const isTold = ({ byteRange }: SignatureReport, told: readonly SignatureReport[]): boolean =>
  told.some((other) => String(other.byteRange) === String(byteRange))

function whyUnreadable({ code, details }: PadesError): Finding {
  switch (code) {
    case 'pdf_malformed':
      return finding('structure_broken', details)
    case 'pdf_limit':
      return finding('too_large', details)
    case 'pdf_encrypted':
      return finding('encrypted')
    default:
      return finding('unreadable')
  }
}

const cacheOf = ({ cache }: VerifyOptions): CertificateCache => cache ?? new CertificateCache()
