import { PdfDict, PdfRef } from '../../pdf/objects.ts'
import type { PdfPage } from '../../pdf/pages.ts'
import { boxIn } from '../boxes.ts'
import { listOf, nameIn } from './dict-rules.ts'
import type { Inspection } from './finding.ts'

const never = new Set(['3D', 'Sound', 'Screen', 'Movie', 'RichMedia'])
const knownToPart1 = new Set([
  ...[
    'Text',
    'Link',
    'FreeText',
    'Line',
    'Square',
    'Circle',
    'Highlight',
    'Underline',
    'Squiggly',
    'StrikeOut',
  ],
  ...['Stamp', 'Ink', 'Popup', 'Widget', 'PrinterMark', 'TrapNet'],
])
/** Invisible, Hidden, NoView, ToggleNoView (ISO 32000-2, table 167). */
const hiding = 1 + 2 + 32 + 256
const print = 4

/** ISO 19005-2, 6.3 */
export function judgeAnnotations(seen: Inspection, page: PdfPage): void {
  const annotations = seen.file.resolve(page.dict.get('Annots'), seen.at)
  for (const item of Array.isArray(annotations) ? annotations : []) {
    const annotation = seen.file.resolve(item, seen.at)
    if (annotation instanceof PdfDict)
      judgeAnnotation(seen, annotation, item instanceof PdfRef ? item.number : page.ref.number)
  }
}

function judgeAnnotation(seen: Inspection, annotation: PdfDict, object: number): void {
  const { part } = seen.claim
  const kind = nameIn(seen, annotation, 'Subtype') ?? '?'
  if (never.has(kind) || (part === 1 && !knownToPart1.has(kind))) seen.tell('annotation_kind', object, kind)
  const given = seen.file.resolve(annotation.get('F'), seen.at)
  const flags = typeof given === 'number' ? given : 0
  if (kind !== 'Popup' && ((flags & hiding) !== 0 || (flags & print) === 0))
    seen.tell('annotation_flags', object, kind)
  const rect = boxIn(seen.file, annotation, 'Rect', seen.at)
  const isEmpty = rect !== null && rect[0] === rect[2] && rect[1] === rect[3]
  const appearances = seen.file.resolve(annotation.get('AP'), seen.at)
  const hasAppearance = appearances instanceof PdfDict && appearances.get('N') !== null
  const needsAppearance =
    part === 1 ? kind === 'Widget' && !isEmpty : kind !== 'Popup' && kind !== 'Link' && !isEmpty
  if (needsAppearance && !hasAppearance) seen.tell('annotation_without_appearance', object, kind)
  if (kind === 'Widget' && annotation.get('AA') !== null) seen.tell('additional_actions', object)
  const opacity = listOf(seen, annotation.get('CA'))[0]
  if (part === 1 && typeof opacity === 'number' && opacity !== 1) seen.tell('transparency', object)
}
