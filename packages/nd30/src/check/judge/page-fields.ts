import type { HeaderOrFooter, Paragraph, Run, Section } from '../../read/read-document.ts'

const isPage = (run: Run) => /^\s*PAGE\b/iu.test(run.field ?? '')

/** Sections share their headers: each is gone through once. */
const found = new WeakMap<HeaderOrFooter, readonly Paragraph[]>()

/** The paragraphs of a header or footer in which the number of the page stands. */
export function pageParagraphs(part: HeaderOrFooter | undefined): readonly Paragraph[] {
  if (!part) return []
  const before = found.get(part)
  if (before) return before
  const paragraphs = part.paragraphs.filter(({ runs }) => runs.some(isPage))
  found.set(part, paragraphs)
  return paragraphs
}

export const pageRuns = ({ runs }: Paragraph): readonly Run[] => runs.filter(isPage)

/** Whether pages of the section are numbered, wherever the number stands. */
export const hasPageField = ({ headers, footers }: Section): boolean =>
  [headers, footers].some((parts) => Object.values(parts).some((part) => pageParagraphs(part).length > 0))
