import type { FileVerdict, Finding, Indication, Verdict } from './report.ts'

/** From the worst to the best; a file is as good as its worst signature. */
const worstFirst = [
  'invalid',
  'modified_after',
  'indeterminate',
  'valid_no_tsa',
  'valid',
] as const satisfies readonly Verdict[]

/** The main indication of EN 319 102-1 for what was found. Later changes do not touch it: they are kept apart. */
export function indicationOf(findings: readonly Pick<Finding, 'weight'>[]): Indication {
  if (findings.some(({ weight }) => weight === 'fails')) return 'INVALID'
  return findings.some(({ weight }) => weight === 'unknown') ? 'INDETERMINATE' : 'VALID'
}

/** The one verdict that is shown of a signature (design 8.10). */
export function verdictOf(findings: readonly Pick<Finding, 'weight'>[], timeIsClaimed: boolean): Verdict {
  const indication = indicationOf(findings)
  if (indication === 'INVALID') return 'invalid'
  if (findings.some(({ weight }) => weight === 'changed')) return 'modified_after'
  if (indication === 'INDETERMINATE') return 'indeterminate'
  return timeIsClaimed ? 'valid_no_tsa' : 'valid'
}

/** The verdict on a file: the worst of its signatures', or `not_signed` where there is none. */
export function verdictOfFile(verdicts: readonly Verdict[]): FileVerdict {
  return worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'not_signed'
}

/** Whether a program may go on: the file's signatures are all good. */
export function isGood(verdict: FileVerdict): boolean {
  return verdict === 'valid' || verdict === 'valid_no_tsa'
}
