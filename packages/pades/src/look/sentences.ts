import { lookMessagesEn } from './messages.en.ts'
import { type LookCode, lookMessagesVi } from './messages.vi.ts'
import type { PdfAFinding } from './pdf-a/finding.ts'
import type { PictureNote } from './picture-checks.ts'

export interface LookSentence {
  readonly vi: string
  readonly en: string
}

export function pictureSentence({ code, details }: PictureNote): LookSentence {
  return fill(code, details)
}

export function pdfASentence({ code, what }: PdfAFinding): LookSentence {
  return fill(code, { what: what ?? '' })
}

function fill(code: LookCode, details: Readonly<Record<string, string | number>>): LookSentence {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
  return { vi: put(lookMessagesVi[code]), en: put(lookMessagesEn[code]) }
}
