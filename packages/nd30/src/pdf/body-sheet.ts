import type { Figure } from '../model/document.ts'
import type { BodyLine, Line, LineRole } from '../model/words/body.ts'
import { spansOf } from '../model/words/spans.ts'
import type { formSheet } from './form-sheet.ts'
import type { SheetPicture } from './pictures.ts'
import { type Piece, pieces } from './pieces.ts'
import { tableSheet } from './table-sheet.ts'

type Form = ReturnType<typeof formSheet>

type SheetLine =
  | { readonly shape: 'paragraph'; readonly words: readonly Piece[] }
  | {
      readonly shape: 'group' | 'run-in'
      readonly level: number
      readonly words: readonly Piece[]
      readonly title?: readonly Piece[]
    }
  | ReturnType<typeof tableSheet>
  | { readonly shape: 'figure'; readonly [more: string]: unknown }

/** From the highest heading to the lowest. Those that a body has get levels without a gap. */
const headingRoles: readonly LineRole[] = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'heading1',
  'heading2',
  'clauseTitle',
]
const groupRoles = new Set<LineRole>(['part', 'chapter', 'section', 'subsection'])

/** @param widthMm of the text */
export function bodySheet(
  lines: readonly BodyLine[],
  form: Form,
  widthMm: number,
  pictures: ReadonlyMap<Figure, SheetPicture>,
): SheetLine[] {
  const levels = levelsOf(lines)
  const sheet: SheetLine[] = []
  for (const line of lines) {
    if (line.type === 'table') sheet.push(tableSheet(line, form, widthMm))
    else if (line.type === 'figure') sheet.push(figureSheet(line, pictures.get(line)?.path ?? ''))
    else if (line.role === 'groupTitle') addTitle(sheet, line)
    else sheet.push(lineSheet(line, levels))
  }
  return sheet
}

/** The kind of a document is its heading of level 1. */
function levelsOf(lines: readonly BodyLine[]): ReadonlyMap<LineRole, number> {
  const present = new Set(lines.map((line) => (line.type === 'line' ? line.role : null)))
  return new Map(headingRoles.filter((role) => present.has(role)).map((role, index) => [role, index + 2]))
}

function lineSheet(line: Line, levels: ReadonlyMap<LineRole, number>): SheetLine {
  const words = pieces(line.spans)
  const level = levels.get(line.role)
  if (level === undefined) return { shape: 'paragraph', words }
  return { shape: groupRoles.has(line.role) ? 'group' : 'run-in', level, words }
}

/** Number and title of a chapter are one heading. */
function addTitle(sheet: SheetLine[], line: Line): void {
  const above = sheet.at(-1)
  const title = pieces(line.spans)
  if (above?.shape === 'group') sheet[sheet.length - 1] = { ...above, title }
  else sheet.push({ shape: 'group', level: 2, words: title })
}

function figureSheet(figure: Figure, path: string): SheetLine {
  return {
    shape: 'figure',
    path,
    width: figure.widthMm,
    alternative: figure.alternative,
    ...(figure.caption !== undefined && { caption: pieces(spansOf(figure.caption)) }),
  }
}
