import { readContents } from './contents.ts'
import { judgeColours, judgeFrame, judgeObjects, judgePages } from './document-rules.ts'
import { judgeFonts } from './fonts.ts'
import { Unreadable } from './objects.ts'
import { PdfFile } from './read-pdf.ts'
import type { Inspection } from './rules.ts'
import { judgeStructure } from './structure.ts'
import { claimOf } from './xmp.ts'

/** A file that repeats one fault is not told of it without an end. */
const mostFindings = 200

/**
 * Our own check of PDF/A-2 (ISO 19005-2): what it finds wrong, each with its clause; empty where it finds nothing. It
 * looks at what our files have: metadata, intent, colours, fonts and their letters, actions, attachments, annotations,
 * and for level A the structure. It does not look into font programs and pictures, as veraPDF does.
 */
export function conformanceFindings(pdf: Uint8Array): string[] {
  const findings = new Set<string>()
  const tell = (clause: string, fault: string): void => {
    if (findings.size < mostFindings) findings.add(`ISO 19005-2, ${clause}: ${fault}`)
  }
  try {
    const file = new PdfFile(pdf)
    const claim = claimOf(file, tell)
    judge({ file, claim: claim ?? { part: 2, conformance: 'U' }, tell })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    tell('6.1', error.message)
  }
  return [...findings]
}

function judge(seen: Inspection): void {
  judgeFrame(seen)
  const used = readContents(seen)
  judgeColours(seen, used)
  judgeFonts(seen, used)
  judgeObjects(seen)
  judgePages(seen)
  if (seen.claim.conformance === 'A') judgeStructure(seen)
}
