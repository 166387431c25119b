import { getDocumentProxy } from 'unpdf'
import type { FileText } from './read-office-text.ts'

const pageLimit = 1000

interface Piece {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

/** The texts of a PDF page by page, with its notes, form fields and title. @throws Error where it cannot be read */
export async function readPdfText(bytes: Uint8Array): Promise<FileText> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 })
  const texts: string[] = []
  let silent = 0
  for (let number = 1; number <= Math.min(pdf.numPages, pageLimit); number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const pieces = items.filter((item): item is Piece & (typeof items)[number] => 'str' in item)
    const text = linesOf(pieces)
    if (text.trim() === '') silent += 1
    texts.push(text, ...(await page.getAnnotations()).flatMap(saidBy))
    page.cleanup()
  }
  const { info } = await pdf.getMetadata()
  texts.push(...Object.values(info).filter((value): value is string => typeof value === 'string'))
  if (pdf.numPages > pageLimit) return { texts, reading: 'part' }
  if (silent === 0) return { texts, reading: 'whole' }
  return { texts, reading: silent === pdf.numPages ? 'none' : 'part' }
}

/** Lines as they stand on the page; a wide gap is a tab, because columns are read one by one. */
function linesOf(pieces: readonly Piece[]): string {
  let text = ''
  let end: { x: number; y: number } | undefined
  for (const { str, transform, width, height, hasEOL } of pieces) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0]
    const size = height || Math.abs(transform[3] ?? 0) || 10
    if (str !== '' && end !== undefined) {
      const gap = x - end.x
      if (Math.abs(y - end.y) > size / 2) text += '\n'
      else if (gap > size * 1.5 || gap < -size) text += '\t'
      else if (gap > size * 0.15) text += ' '
    }
    text += str
    if (str !== '') end = { x: x + width, y }
    if (hasEOL) {
      text += '\n'
      end = undefined
    }
  }
  return text
}

function saidBy(note: Record<string, unknown>): string[] {
  const { contentsObj, fieldValue, titleObj } = note as {
    contentsObj?: { str?: string }
    titleObj?: { str?: string }
    fieldValue?: unknown
  }
  return [contentsObj?.str, titleObj?.str, fieldValue].filter(
    (said): said is string => typeof said === 'string',
  )
}
