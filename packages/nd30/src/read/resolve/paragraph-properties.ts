import type { Border } from '../read-document.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { setKnown } from './set-known.ts'
import { integer, isOn, twips } from './values.ts'

/** What one place says of the look of a paragraph; what it does not say is not there. */
export interface ParagraphProperties {
  alignment?: string
  left?: number
  right?: number
  /** Negative where it hangs. */
  firstLine?: number
  leftChars?: number
  rightChars?: number
  firstLineChars?: number
  before?: number
  after?: number
  beforeLines?: number
  afterLines?: number
  beforeAuto?: boolean
  afterAuto?: boolean
  line?: number
  lineRule?: string
  contextual?: boolean
  outlineLevel?: number
  numId?: string
  level?: number
  borders?: Readonly<Partial<Record<Side, Border | null>>>
  pageBreakBefore?: boolean
  keepNext?: boolean
  rightToLeft?: boolean
  styleId?: string
}

export type Side = 'top' | 'bottom' | 'left' | 'right'

const flags: Readonly<Record<string, keyof ParagraphProperties>> = {
  'w:contextualSpacing': 'contextual',
  'w:pageBreakBefore': 'pageBreakBefore',
  'w:keepNext': 'keepNext',
  'w:bidi': 'rightToLeft',
}

const empty: ParagraphProperties = {}

export function readParagraphProperties(pPr: XmlElement | undefined): ParagraphProperties {
  if (!pPr || pPr.children.length === 0) return empty
  const found: ParagraphProperties = {}
  for (const child of pPr.children) readOne(found, child)
  return found
}

function readOne(found: ParagraphProperties, child: XmlElement) {
  const value = child.attributes.get('w:val')
  const flag = flags[child.name]
  if (flag !== undefined) {
    Object.assign(found, { [flag]: isOn(value) })
    return
  }
  switch (child.name) {
    case 'w:jc':
      return setKnown(found, 'alignment', value)
    case 'w:ind':
      return readIndent(found, child)
    case 'w:spacing':
      return readSpacing(found, child)
    case 'w:outlineLvl':
      return setKnown(found, 'outlineLevel', integer(value))
    case 'w:numPr':
      setKnown(found, 'numId', childOf(child, 'w:numId')?.attributes.get('w:val'))
      return setKnown(found, 'level', integer(childOf(child, 'w:ilvl')?.attributes.get('w:val')))
    case 'w:pBdr':
      found.borders = readBorders(child)
      return
    case 'w:pStyle':
      return setKnown(found, 'styleId', value)
  }
}

/** 17.3.1.12: what hangs goes before what is set in; lengths in letters go before those in twips. */
function readIndent(found: ParagraphProperties, { attributes }: XmlElement) {
  setKnown(found, 'left', twips(attributes.get('w:start') ?? attributes.get('w:left')))
  setKnown(found, 'right', twips(attributes.get('w:end') ?? attributes.get('w:right')))
  setKnown(found, 'leftChars', integer(attributes.get('w:startChars') ?? attributes.get('w:leftChars')))
  setKnown(found, 'rightChars', integer(attributes.get('w:endChars') ?? attributes.get('w:rightChars')))
  const hanging = twips(attributes.get('w:hanging'))
  setKnown(found, 'firstLine', hanging === undefined ? twips(attributes.get('w:firstLine')) : 0 - hanging)
  const hangingChars = integer(attributes.get('w:hangingChars'))
  const firstLineChars = integer(attributes.get('w:firstLineChars'))
  setKnown(found, 'firstLineChars', hangingChars ? 0 - hangingChars : firstLineChars)
}

/** 17.3.1.33 */
function readSpacing(found: ParagraphProperties, { attributes }: XmlElement) {
  setKnown(found, 'before', twips(attributes.get('w:before')))
  setKnown(found, 'after', twips(attributes.get('w:after')))
  setKnown(found, 'beforeLines', integer(attributes.get('w:beforeLines')))
  setKnown(found, 'afterLines', integer(attributes.get('w:afterLines')))
  const beforeAuto = attributes.get('w:beforeAutospacing')
  const afterAuto = attributes.get('w:afterAutospacing')
  if (beforeAuto !== undefined) found.beforeAuto = isOn(beforeAuto)
  if (afterAuto !== undefined) found.afterAuto = isOn(afterAuto)
  const line = twips(attributes.get('w:line'))
  setKnown(found, 'line', line)
  setKnown(found, 'lineRule', attributes.get('w:lineRule') ?? (line === undefined ? undefined : 'auto'))
}

/** null says that there is none where a style has one. */
export function readBorders(element: XmlElement): Partial<Record<Side, Border | null>> {
  const borders: Partial<Record<Side, Border | null>> = {}
  for (const child of element.children) {
    const side = sides[child.name]
    if (side !== undefined) borders[side] = readBorder(child)
  }
  return borders
}

const sides: Readonly<Record<string, Side>> = {
  'w:top': 'top',
  'w:bottom': 'bottom',
  'w:left': 'left',
  'w:start': 'left',
  'w:right': 'right',
  'w:end': 'right',
}

export function readBorder({ attributes }: XmlElement): Border | null {
  const style = attributes.get('w:val') ?? 'nil'
  if (style === 'nil' || style === 'none') return null
  return {
    style,
    size: integer(attributes.get('w:sz')) ?? 0,
    colour: (attributes.get('w:color') ?? 'auto').replace(/^[\da-f]{6}$/i, (hex) => hex.toUpperCase()),
  }
}
