import type { Paragraph, Section } from '../../read/read-document.ts'
import type { ParagraphChange, RunChange, SectionChange } from '../repair.ts'
import type { PropertyChange } from './properties.ts'

const onOff = (on: boolean) => ({ 'w:val': on ? null : '0' })

/** What makes the letters of a run so, whatever its styles say. */
export function runProperties(set: RunChange, complex: boolean): PropertyChange[] {
  const changes: PropertyChange[] = []
  if (set.font !== undefined) changes.push(fontChange(set.font))
  if (set.bold !== undefined) changes.push(...both('w:b', 'w:bCs', onOff(set.bold), complex))
  if (set.italic !== undefined) changes.push(...both('w:i', 'w:iCs', onOff(set.italic), complex))
  if (set.colour !== undefined) changes.push({ name: 'w:color', set: { 'w:val': set.colour, ...noTheme } })
  if (set.sizeHalfPoints !== undefined)
    changes.push(...both('w:sz', 'w:szCs', { 'w:val': String(set.sizeHalfPoints) }, complex))
  if (set.underline !== undefined)
    changes.push({ name: 'w:u', set: { 'w:val': set.underline ? 'single' : 'none' } })
  return changes
}

const noTheme = { 'w:themeColor': null, 'w:themeTint': null, 'w:themeShade': null }

/** The same for complex letters, where the run says something of them or consists of them. */
const both = (name: string, ofComplex: string, set: PropertyChange['set'], complex: boolean) => [
  { name, set },
  { name: ofComplex, set, onlyWhereWritten: !complex },
]

const fontChange = (font: string): PropertyChange => ({
  name: 'w:rFonts',
  set: {
    'w:ascii': font,
    'w:hAnsi': font,
    'w:eastAsia': font,
    'w:cs': font,
    'w:asciiTheme': null,
    'w:hAnsiTheme': null,
    'w:eastAsiaTheme': null,
    'w:cstheme': null,
  },
})

/** What makes a paragraph so. Indents in letters and gaps in lines go before lengths, so those are set to none. */
export function paragraphProperties(paragraph: Paragraph, set: ParagraphChange): PropertyChange[] {
  const changes: PropertyChange[] = []
  if (set.bottomBorder !== undefined)
    changes.push({ name: 'w:pBdr', set: {}, inner: [{ name: 'w:bottom', set: { 'w:val': 'nil' } }] })
  const spacing = spacingChange(set, paragraph.relative === true)
  if (spacing) changes.push({ name: 'w:spacing', set: spacing })
  const indent = indentChange(set, paragraph.relative === true)
  if (indent) changes.push({ name: 'w:ind', set: indent })
  if (set.contextual !== undefined) changes.push({ name: 'w:contextualSpacing', set: onOff(set.contextual) })
  if (set.alignment !== undefined) changes.push({ name: 'w:jc', set: { 'w:val': set.alignment } })
  return changes
}

function spacingChange(set: ParagraphChange, relative: boolean): PropertyChange['set'] | null {
  const spacing: Record<string, string | null> = {}
  const { beforeTwips, afterTwips, line } = set
  if (beforeTwips !== undefined) {
    spacing['w:before'] = String(beforeTwips)
    if (relative) Object.assign(spacing, { 'w:beforeLines': '0', 'w:beforeAutospacing': '0' })
  }
  if (afterTwips !== undefined) {
    spacing['w:after'] = String(afterTwips)
    if (relative) Object.assign(spacing, { 'w:afterLines': '0', 'w:afterAutospacing': '0' })
  }
  if (line !== undefined) {
    spacing['w:line'] = String(line.value)
    spacing['w:lineRule'] = line.rule
  }
  return Object.keys(spacing).length > 0 ? spacing : null
}

function indentChange(set: ParagraphChange, relative: boolean): PropertyChange['set'] | null {
  const indent: Record<string, string | null> = {}
  const { leftTwips, rightTwips, firstLineTwips } = set
  if (leftTwips !== undefined) {
    Object.assign(indent, { 'w:left': String(leftTwips), 'w:start': null })
    if (relative) Object.assign(indent, { 'w:leftChars': '0', 'w:startChars': null })
  }
  if (rightTwips !== undefined) {
    Object.assign(indent, { 'w:right': String(rightTwips), 'w:end': null })
    if (relative) Object.assign(indent, { 'w:rightChars': '0', 'w:endChars': null })
  }
  if (firstLineTwips !== undefined) {
    const hangs = firstLineTwips < 0
    indent['w:firstLine'] = hangs ? null : String(firstLineTwips)
    indent['w:hanging'] = hangs ? String(-firstLineTwips) : null
    if (relative) Object.assign(indent, { 'w:firstLineChars': '0', 'w:hangingChars': null })
  }
  return Object.keys(indent).length > 0 ? indent : null
}

/** What makes the pages of a section so; a size or margins that were not said at all are written whole. */
export function sectionProperties(section: Section, set: SectionChange): PropertyChange[] {
  const changes: PropertyChange[] = []
  const width = set.widthTwips ?? section.widthTwips
  const height = set.heightTwips ?? section.heightTwips
  if (set.widthTwips !== undefined || set.heightTwips !== undefined)
    changes.push({
      name: 'w:pgSz',
      set: {
        'w:w': String(width),
        'w:h': String(height),
        'w:orient': width > height ? 'landscape' : null,
        'w:code': null,
      },
    })
  if (set.marginsTwips !== undefined) {
    const margins = { ...section.marginsTwips, ...set.marginsTwips }
    changes.push({
      name: 'w:pgMar',
      set: Object.fromEntries(
        (['top', 'right', 'bottom', 'left', 'header', 'footer', 'gutter'] as const).map((side) => [
          `w:${side}`,
          String(margins[side]),
        ]),
      ),
    })
  }
  if (set.pageNumberStart !== undefined)
    changes.push({ name: 'w:pgNumType', set: { 'w:start': String(set.pageNumberStart) } })
  if (set.titlePage !== undefined) changes.push({ name: 'w:titlePg', set: onOff(set.titlePage) })
  return changes
}
