import { checkDocument } from '../check/check-document.ts'
import type { CheckReport } from '../check/finding.ts'
import { repairDocument } from '../check/repair-document.ts'
import { readDocument } from '../read/read.ts'
import type { LintAnswer, LintRequest } from './lint-request.ts'

/** Judges and, where asked, repairs a file; throws `Nd30Error`s. */
export async function lintFile({
  bytes,
  profile,
  at,
  today,
  language,
  repair,
}: LintRequest): Promise<LintAnswer> {
  const options = { ...(profile ? { profile } : {}), ...(at ? { at } : {}), today, language }
  if (!repair) return { report: data(checkDocument(await readDocument(bytes), options)), repaired: null }
  const { docx, before, after } = await repairDocument(bytes, options)
  return { report: data(before), repaired: { docx, after: data(after) } }
}

/** The report alone: what else comes with it cannot cross to another thread. */
function data({ profile, form, at, kind, follows, counts, findings, cut }: CheckReport): CheckReport {
  return { profile, form, at, kind, follows, counts, findings, cut }
}
