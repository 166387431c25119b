import { type MessageCode, sentence, sentenceAround } from '../verify/finding.ts'
import type { FileReport } from '../verify/report.ts'
import { troubleOf } from './run-command.ts'

/** The report on a file that could not be judged at all. */
export function failedReport(
  at: string,
  code: Extract<MessageCode, 'timeout' | 'out_of_memory' | 'failed' | 'unreadable'>,
): FileReport {
  return reportWith(at, code, sentenceAround('error', 'why', sentence(code)))
}

/** The report that tells of an error: a wrong call, a file that cannot be read, a folder of trust with other things. */
export function reportOfError(at: string, error: unknown): FileReport {
  const trouble = troubleOf(error)
  return trouble === null ? failedReport(at, 'failed') : reportWith(at, trouble.code, trouble.sentence)
}

function reportWith(at: string, code: string, whole: FileReport['reason']): FileReport {
  return { verdict: 'error', reason: whole, at, file: null, signatures: [], error: { code, sentence: whole } }
}
