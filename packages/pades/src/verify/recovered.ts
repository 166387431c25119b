import { PadesError } from '../errors.ts'
import { openPdf } from '../pdf/document.ts'
import { type ByteSource, prefixOf } from '../source.ts'
import { findingAround } from './finding.ts'
import { type JudgeOptions, judgeFile } from './judge-file.ts'
import type { ChangeReport, Finding, Sentence, SignatureReport } from './report.ts'
import { scatteredIn } from './salvage.ts'
import { verdictOf } from './verdict.ts'

/** A file as it was when it was signed, out of one whose end cannot be read. */
export interface Recovered {
  readonly revisions: number
  readonly pdfVersion: string | null
  readonly signatures: readonly SignatureReport[]
}

/** Each is opened anew. */
const mostTried = 8

/**
 * The file as it was at the last of its signatures that can be read: what stands behind it (a revision whose trailer is
 * damaged) is shown by readers that mend files. Nothing here is better than changed afterwards: what was put behind the signature
 * is not known.
 *
 * @param why what made the whole file unreadable
 */
export async function recoveredFile(
  source: ByteSource,
  options: JudgeOptions,
  why: Finding,
): Promise<Recovered | null> {
  for (const end of endsOf(source)) {
    try {
      const file = openPdf(prefixOf(source, end))
      const { signatures } = await judgeFile(file, options)
      if (signatures.length === 0) continue
      return {
        revisions: file.revisions.length,
        pdfVersion: file.versionAt(),
        signatures: signatures.map(({ report }) => changedAfter(report, end, why)),
      }
    } catch (error) {
      if (!(error instanceof PadesError)) throw error
    }
  }
  return null
}

/** Where what signatures cover ends, the last first; the whole file is what cannot be read. */
function endsOf(source: ByteSource): readonly number[] {
  const ends = [...scatteredIn(source)].map(({ byteRange: [, , second = 0, rest = 0] }) => second + rest)
  return [...new Set(ends)]
    .filter((end) => end < source.sizeBytes)
    .sort((a, b) => b - a)
    .slice(0, mostTried)
}

function changedAfter(report: SignatureReport, end: number, why: Finding): SignatureReport {
  const recovered = findingAround('recovered', why.sentence, { end })
  const findings = [...report.findings, recovered, why]
  const verdict = verdictOf(findings, report.timeIsClaimed)
  return {
    ...report,
    findings,
    verdict,
    reason: verdict === 'modified_after' ? asSentence(recovered.sentence) : report.reason,
    coversWholeFile: false,
    changesAfter: [unreadableEnd(recovered.sentence, report.revision), ...report.changesAfter],
  }
}

function unreadableEnd(sentenceOfIt: Sentence, revision: number): ChangeReport {
  return {
    revision,
    kind: 'structure',
    allowed: false,
    page: null,
    object: null,
    field: null,
    sentence: sentenceOfIt,
  }
}

const asSentence = ({ vi, en }: Sentence): Sentence => {
  const upper = (text: string) => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}.`
  return { vi: upper(vi), en: upper(en) }
}
