import type { PdfFile } from '../../pdf/document.ts'
import { listPages, type PdfPage } from '../../pdf/pages.ts'
import { boxIn } from '../boxes.ts'
import { judgeAnnotations } from './annotation-rules.ts'
import { claimedPdfA, type PdfAClaim } from './claim.ts'
import { ContentJudge } from './content-rules.ts'
import { judgeDict } from './dict-rules.ts'
import { judgeDocument, judgeElement } from './document-rules.ts'
import { Inspection, type PdfAFinding } from './finding.ts'
import { judgeFont } from './font-rules.ts'
import { eachDict } from './walk.ts'

export type { PdfAClaim } from './claim.ts'
export type { PdfAFinding, PdfAFindingCode } from './finding.ts'

export interface PdfAReport {
  /** What the file says of itself; null where it says nothing, and is then judged as PDF/A-2b. */
  readonly claimed: PdfAClaim | null
  /** In what it is not so. Nothing here does not prove that it is: font programs and pictures are not looked into. */
  readonly findings: readonly PdfAFinding[]
}

const levels: Readonly<Record<number, readonly string[]>> = {
  1: ['A', 'B'],
  2: ['A', 'B', 'U'],
  3: ['A', 'B', 'U'],
  4: ['', 'E', 'F'],
}

/**
 * Looks whether a file is the PDF/A that it claims to be (ISO 19005), as far as it is told by its objects and contents.
 *
 * @throws PadesError `pdf_malformed` where something cannot be read, `pdf_limit`
 */
export function checkPdfA(file: PdfFile, at = file.latest.number): PdfAReport {
  const claimed = claimedPdfA(file, at)
  const seen = new Inspection(file, at, claimed ?? { part: 2, conformance: 'B' })
  if (claimed === null) seen.tell('no_claim')
  else if (!(levels[claimed.part] ?? []).includes(claimed.conformance))
    seen.tell('claim_unknown', null, `${claimed.part}${claimed.conformance}`)
  judgeDocument(seen)
  eachDict(file, at, (dict, stream, object) => {
    judgeDict(seen, dict, stream, object)
    judgeFont(seen, dict, object)
    judgeElement(seen, dict, object)
  })
  const contents = new ContentJudge(seen)
  for (const page of listPages(file, at)) {
    if (page.dict.get('AA') !== null) seen.tell('additional_actions', page.ref.number)
    judgeSize(seen, page)
    judgeAnnotations(seen, page)
    contents.page(page)
  }
  contents.letters()
  return { claimed, findings: seen.list() }
}

/** ISO 19005-2, 6.1.13; part 4 has no such bound. */
function judgeSize(seen: Inspection, page: PdfPage): void {
  const [left, bottom, right, top] = boxIn(seen.file, page.attributes, 'MediaBox', seen.at) ?? [0, 0, 3, 3]
  for (const side of [right - left, top - bottom])
    if (seen.claim.part < 4 && (side < 3 || side > 14_400))
      seen.tell('page_size', page.ref.number, String(side))
}
