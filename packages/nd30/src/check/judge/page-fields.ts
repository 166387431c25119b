import type { HeaderOrFooter, Paragraph, Run, Section } from '../../read/read-document.ts'

export type HeaderKind = 'default' | 'first' | 'even'

const isPage = (run: Run) => /^\s*PAGE\b/iu.test(run.field ?? '')

/** The paragraphs of a header or footer in which the number of the page stands. */
export const pageParagraphs = (part: HeaderOrFooter | undefined): readonly Paragraph[] =>
  (part?.paragraphs ?? []).filter(({ runs }) => runs.some(isPage))

export const pageRuns = ({ runs }: Paragraph): readonly Run[] => runs.filter(isPage)

/** Whether pages of the section are numbered, wherever the number stands. */
export const hasPageField = ({ headers, footers }: Section): boolean =>
  [headers, footers].some((parts) => Object.values(parts).some((part) => pageParagraphs(part).length > 0))
