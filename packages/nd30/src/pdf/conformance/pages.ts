import { isDict, type PdfDict, PdfRef } from './objects.ts'
import type { PdfFile } from './read-pdf.ts'

const mostPages = 20_000

/** The pages in their order, each with what it inherits. */
export function pagesOf(file: PdfFile): readonly PdfDict[] {
  const pages: PdfDict[] = []
  const seen = new Set<number>()
  const walk = (object: unknown, inherited: PdfDict): void => {
    if (object instanceof PdfRef) {
      if (seen.has(object.number)) return
      seen.add(object.number)
    }
    const node = file.dict(object as PdfRef)
    if (!isDict(node ?? undefined) || node === null || pages.length >= mostPages) return
    const kids = file.list(node.get('Kids'))
    const resources = node.get('Resources') ?? inherited.get('Resources')
    const all: PdfDict = resources === undefined ? node : new Map([...node, ['Resources', resources]])
    if (node.has('Kids')) for (const kid of kids) walk(kid, all)
    else pages.push(all)
  }
  walk(file.catalog.get('Pages'), new Map())
  return pages
}
