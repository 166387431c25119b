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
  const none = relative ? '0' : null
  if (set.beforeTwips !== undefined) {
    spacing['w:before'] = String(set.beforeTwips)
    spacing['w:beforeLines'] = none
    spacing['w:beforeAutospacing'] = none
  }
  if (set.afterTwips !== undefined) {
    spacing['w:after'] = String(set.afterTwips)
    spacing['w:afterLines'] = none
    spacing['w:afterAutospacing'] = none
  }
  if (set.line !== undefined) {
    spacing['w:line'] = String(set.line.value)
    spacing['w:lineRule'] = set.line.rule
  }
  return Object.keys(spacing).length > 0 ? spacing : null
}

function indentChange(set: ParagraphChange, relative: boolean): PropertyChange['set'] | null {
  const indent: Record<string, string | null> = {}
  const none = relative ? '0' : null
  if (set.leftTwips !== undefined) {
    indent['w:left'] = String(set.leftTwips)
    indent['w:start'] = null
    indent['w:leftChars'] = none
    indent['w:startChars'] = null
  }
  if (set.rightTwips !== undefined) {
    indent['w:right'] = String(set.rightTwips)
    indent['w:end'] = null
    indent['w:rightChars'] = none
    indent['w:endChars'] = null
  }
  if (set.firstLineTwips !== undefined) {
    const hangs = set.firstLineTwips < 0
    indent['w:firstLine'] = hangs ? null : String(set.firstLineTwips)
    indent['w:hanging'] = hangs ? String(-set.firstLineTwips) : null
    indent['w:firstLineChars'] = none
    indent['w:hangingChars'] = null
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
