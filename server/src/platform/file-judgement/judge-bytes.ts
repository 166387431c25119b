import { judgeCompound } from './compound.ts'
import { Findings, type JudgedAs } from './findings.ts'
import { judgeOffice } from './judge-office.ts'
import { judgePdf } from './judge-pdf.ts'
import { type FileJudgement, FileTrouble, type Reading } from './judgement.ts'
import { kindOf } from './kind-of.ts'
import { plainText, sayPage, sayRichText, sayText } from './loose-text.ts'

/**
 * Checks a file by its bytes only: its type, its text, its active content, and what could not be read. It never throws
 * because of the contents; its running time depends on the file, so run it in a thread with limits.
 */
export async function judgeBytes(bytes: Uint8Array): Promise<FileJudgement> {
  const findings = new Findings(judge)
  try {
    const { kind, hasMainText } = await judge(bytes, findings)
    return { ...told(findings), kind, trouble: null, reading: readingOf(findings, hasMainText) }
  } catch (error) {
    // What was read up to there counts: a mark in it is a mark.
    const trouble = error instanceof FileTrouble ? error.trouble : 'broken'
    return { ...told(findings), kind: kindOf(bytes), trouble, reading: 'none' }
  }
}

const told = ({ texts, active, unread }: Findings) => ({ texts, active, unread })

function readingOf({ hasText, unread }: Findings, hasMainText: boolean): Reading {
  if (hasMainText && unread.size === 0) return 'whole'
  return hasMainText || (hasText && !unread.has('page_without_text')) ? 'part' : 'none'
}

async function judge(bytes: Uint8Array, findings: Findings): Promise<JudgedAs> {
  const kind = kindOf(bytes)
  switch (kind) {
    case 'pdf':
      return { kind, hasMainText: await judgePdf(bytes, findings) }
    case 'archive':
      return judgeArchive(bytes, findings)
    case 'rtf':
    case 'html':
    case 'xml':
    case 'text':
      return { kind, hasMainText: sayLoose(bytes, kind, findings) }
    case 'compound':
      judgeCompound(bytes, findings)
      return { kind, hasMainText: false }
    case 'program':
      findings.active.add('program')
      return { kind, hasMainText: false }
    default:
      findings.unread.add(kind === 'picture' ? 'picture' : 'embedded')
      return { kind, hasMainText: false }
  }
}

async function judgeArchive(bytes: Uint8Array, findings: Findings): Promise<JudgedAs> {
  // Packed in another way than a zip.
  if (bytes[0] !== 0x50) {
    findings.unread.add('embedded')
    return { kind: 'archive', hasMainText: false }
  }
  return judgeOffice(bytes, findings)
}

function sayLoose(bytes: Uint8Array, kind: 'rtf' | 'html' | 'xml' | 'text', findings: Findings): boolean {
  findings.spend({ textBytes: bytes.length })
  if (kind === 'rtf') return sayRichText(bytes, findings)
  const text = plainText(bytes)
  return kind === 'text' ? sayText(text, findings) : sayPage(text, findings)
}
