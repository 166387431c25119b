import { isDict, nameOf, type PdfDict, type PdfObject, PdfStream, PdfString } from './objects.ts'
import type { Inspection } from './rules.ts'

/** ISO 32000-1, 14.8.4 */
const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
)
const mostElements = 2_000_000

/** Level A: the file says what its parts are, and in which language they are. ISO 19005-2, 6.7. */
export function judgeStructure(seen: Inspection): void {
  const { file, tell } = seen
  const marked = file.dict(file.catalog.get('MarkInfo'))
  if (file.resolve(marked?.get('Marked')) !== true) tell('6.7.2.2', 'the file is not marked as tagged')
  const language = file.resolve(file.catalog.get('Lang'))
  if (!(language instanceof PdfString && /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language.bytes)))
    tell('6.7.4', 'the catalog names no language')
  const root = file.dict(file.catalog.get('StructTreeRoot'))
  if (root === null) {
    tell('6.7.3.1', 'the file has no tree of structure')
    return
  }
  const roles = file.dict(root.get('RoleMap')) ?? new Map<string, PdfObject>()
  let left = mostElements
  const open: PdfObject[] = [root.get('K') ?? null]
  while (open.length > 0 && left > 0) {
    left -= 1
    const found = file.resolve(open.pop())
    if (Array.isArray(found)) open.push(...found)
    else if (isDict(found) && !(found instanceof PdfStream)) {
      judgeElement(seen, found, roles)
      open.push(found.get('K') ?? null)
    }
  }
}

function judgeElement({ file, tell }: Inspection, element: PdfDict, roles: PdfDict): void {
  const type = nameOf(file.resolve(element.get('S')))
  if (type === null) return
  const meant = standard.has(type) ? type : nameOf(file.resolve(roles.get(type)))
  if (meant === null || !standard.has(meant)) tell('6.7.3.4', `an element is ${type}, which is not mapped`)
  if (meant === 'Figure' && !element.has('Alt') && !element.has('ActualText'))
    tell('6.7.5', 'a figure has no words in its place')
}
