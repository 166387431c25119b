import { readDocument } from '../read/read.ts'
import { type Checked, type CheckOptions, checkDocument } from './check-document.ts'
import type { CheckReport } from './finding.ts'
import { applyRepairs } from './repair/apply-repairs.ts'

export interface Repaired {
  readonly docx: Uint8Array
  readonly before: CheckReport
  readonly after: CheckReport
}

/** One repair may lay open another: letters are converted before their words are judged. */
const mostRounds = 4

/**
 * A DOCX with all mended that is mechanical, and the reports before and after. What no repair touches keeps its bytes;
 * repaired again, nothing changes.
 *
 * @throws Nd30Error `file_*`, `form_unknown`
 */
export async function repairDocument(bytes: Uint8Array, options: CheckOptions = {}): Promise<Repaired> {
  let docx = bytes
  let read = await readDocument(docx)
  const before = checkDocument(read, options)
  // What is mended may be the head by which the form is known: it stays the one that was judged.
  const same: CheckOptions = { ...options, profile: before.profile, at: before.at }
  let after: Checked = before
  for (let round = 0; round < mostRounds; round++) {
    const repairs = after.repairs()
    if (repairs.length === 0) break
    docx = await applyRepairs(read, repairs)
    read = await readDocument(docx)
    after = checkDocument(read, same)
  }
  return { docx, before, after }
}
