import type { XmlElement } from '../xml.ts'
import { setKnown } from './set-known.ts'
import type { Theme } from './theme.ts'
import { halfPoints, isOn } from './values.ts'

/** What one place (defaults, a style, a run) says of the look of letters; what it does not say is not there. */
export interface RunProperties {
  ascii?: string
  hAnsi?: string
  cs?: string
  eastAsia?: string
  hint?: string
  languageEastAsia?: string
  size?: number
  sizeComplex?: number
  underline?: string
  colour?: string
  raised?: string
  position?: number
  complex?: boolean
  rightToLeft?: boolean
  doubleStrike?: boolean
  styleId?: string
  deleted?: boolean
  inserted?: boolean
  bold?: boolean
  boldComplex?: boolean
  italic?: boolean
  italicComplex?: boolean
  caps?: boolean
  smallCaps?: boolean
  strike?: boolean
  hidden?: boolean
}

/** ECMA-376 part 1, 17.7.3: styles of different kinds that both say so cancel each other. */
const toggles = [
  'bold',
  'boldComplex',
  'italic',
  'italicComplex',
  'caps',
  'smallCaps',
  'strike',
  'hidden',
] as const

const flags: Readonly<Record<string, keyof RunProperties>> = {
  'w:b': 'bold',
  'w:bCs': 'boldComplex',
  'w:i': 'italic',
  'w:iCs': 'italicComplex',
  'w:caps': 'caps',
  'w:smallCaps': 'smallCaps',
  'w:strike': 'strike',
  'w:vanish': 'hidden',
  'w:dstrike': 'doubleStrike',
  'w:cs': 'complex',
  'w:rtl': 'rightToLeft',
}

const empty: RunProperties = {}

export function readRunProperties(rPr: XmlElement | undefined, theme: Theme): RunProperties {
  if (!rPr || rPr.children.length === 0) return empty
  const found: RunProperties = {}
  for (const child of rPr.children) readOne(found, child, theme)
  return found
}

function readOne(found: RunProperties, child: XmlElement, theme: Theme) {
  const value = child.attributes.get('w:val')
  const flag = flags[child.name]
  if (flag !== undefined) {
    Object.assign(found, { [flag]: isOn(value) })
    return
  }
  switch (child.name) {
    case 'w:rFonts':
      return readFonts(found, child, theme)
    case 'w:sz':
      return setKnown(found, 'size', halfPoints(value))
    case 'w:szCs':
      return setKnown(found, 'sizeComplex', halfPoints(value))
    case 'w:u':
      return setKnown(found, 'underline', value)
    case 'w:color':
      return setKnown(found, 'colour', colourOf(child, theme))
    case 'w:vertAlign':
      return setKnown(found, 'raised', value)
    case 'w:position':
      return setKnown(found, 'position', halfPoints(value))
    case 'w:rStyle':
      return setKnown(found, 'styleId', value)
    case 'w:lang':
      return setKnown(found, 'languageEastAsia', child.attributes.get('w:eastAsia'))
    case 'w:del':
    case 'w:moveFrom':
      return setKnown(found, 'deleted', true)
    case 'w:ins':
    case 'w:moveTo':
      return setKnown(found, 'inserted', true)
  }
}

/** A theme's typeface goes before one by name in the same element (17.3.2.26). */
function readFonts(found: RunProperties, fonts: XmlElement, theme: Theme) {
  for (const [key, themed] of [
    ['ascii', 'asciiTheme'],
    ['hAnsi', 'hAnsiTheme'],
    ['cs', 'cstheme'],
    ['eastAsia', 'eastAsiaTheme'],
  ] as const) {
    const name = fonts.attributes.get(`w:${themed}`)
    setKnown(found, key, (name && theme.fonts.get(name)) || fonts.attributes.get(`w:${key}`))
  }
  setKnown(found, 'hint', fonts.attributes.get('w:hint'))
}

function colourOf(colour: XmlElement, theme: Theme): string | undefined {
  const value = colour.attributes.get('w:val')
  const themed = theme.colours.get(colour.attributes.get('w:themeColor') ?? '')
  // The value beside a colour of the theme is what it came to when it was last written, tint and shade included.
  if (value === undefined || value === 'auto') return themed ?? value
  return value.toUpperCase()
}

/**
 * Defaults, then styles from the table's to the letters', then the run's own (17.7.2). `levels` are whole styles, each
 * with what it is based on already in it.
 */
export function combineRunProperties(
  defaults: RunProperties,
  levels: readonly RunProperties[],
): RunProperties {
  const combined: RunProperties = Object.assign({}, defaults, ...levels)
  for (const toggle of toggles) {
    if (combined[toggle] === undefined) continue
    let on = false
    for (const level of levels) if (level[toggle]) on = !on
    combined[toggle] = defaults[toggle] === true || on
  }
  return combined
}
