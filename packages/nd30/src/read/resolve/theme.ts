import { childOf, type XmlElement } from '../xml.ts'

/** Typefaces and colours by their names in the theme: `minorHAnsi`, `accent1`. */
export interface Theme {
  readonly fonts: ReadonlyMap<string, string>
  readonly colours: ReadonlyMap<string, string>
}

export const noTheme: Theme = { fonts: new Map(), colours: new Map() }

const scriptOf: Readonly<Record<string, string>> = {
  vi: 'Viet',
  'zh-CN': 'Hans',
  'zh-TW': 'Hant',
  ja: 'Jpan',
  ko: 'Hang',
  ar: 'Arab',
  he: 'Hebr',
  th: 'Thai',
}

/**
 * ECMA-376 part 1, 20.1.4.1.16 to .18. Word shows Latin letters by `a:latin` whatever the language of the theme; the
 * typeface of a script stands in only where that is empty, or for East Asian and complex letters.
 *
 * @param languages the element `w:themeFontLang` of the settings (17.15.1.88)
 */
export function readTheme(root: XmlElement | undefined, languages: XmlElement | undefined): Theme {
  const elements = childOf(root, 'a:themeElements')
  const fonts = new Map<string, string>()
  const scheme = childOf(elements, 'a:fontScheme')
  const language = (name: string) => languages?.attributes.get(name)
  for (const size of ['major', 'minor'] as const) {
    const set = childOf(scheme, `a:${size}Font`)
    const latin = face(set, 'latin') ?? ofScript(set, language('w:val'))
    keep(fonts, [`${size}HAnsi`, `${size}Ascii`], latin)
    keep(fonts, [`${size}EastAsia`], face(set, 'ea') ?? ofScript(set, language('w:eastAsia')))
    keep(fonts, [`${size}Bidi`], face(set, 'cs') ?? ofScript(set, language('w:bidi') ?? language('w:val')))
  }
  return { fonts, colours: readColours(childOf(elements, 'a:clrScheme')) }
}

function face(set: XmlElement | undefined, name: string): string | undefined {
  return childOf(set, `a:${name}`)?.attributes.get('typeface') || undefined
}

function ofScript(set: XmlElement | undefined, language: string | undefined): string | undefined {
  if (!set || !language) return undefined
  const script = scriptOf[language] ?? scriptOf[language.replace(/-.*$/s, '')]
  return set.children
    .find((each) => each.name === 'a:font' && each.attributes.get('script') === script)
    ?.attributes.get('typeface')
}

function keep(fonts: Map<string, string>, names: readonly string[], font: string | undefined) {
  if (font !== undefined) for (const name of names) fonts.set(name, font)
}

function readColours(scheme: XmlElement | undefined): Map<string, string> {
  const colours = new Map<string, string>()
  for (const each of scheme?.children ?? []) {
    const [colour] = each.children
    const value = colour?.attributes.get('lastClr') ?? colour?.attributes.get('val')
    if (value && /^[\da-f]{6}$/i.test(value)) colours.set(each.name.replace(/^a:/, ''), value.toUpperCase())
  }
  const same: readonly (readonly [string, string])[] = [
    ['text1', 'dk1'],
    ['tx1', 'dk1'],
    ['background1', 'lt1'],
    ['bg1', 'lt1'],
    ['text2', 'dk2'],
    ['tx2', 'dk2'],
    ['background2', 'lt2'],
    ['bg2', 'lt2'],
    ['dark1', 'dk1'],
    ['light1', 'lt1'],
    ['dark2', 'dk2'],
    ['light2', 'lt2'],
    ['hyperlink', 'hlink'],
    ['followedHyperlink', 'folHlink'],
  ]
  for (const [name, of] of same) {
    const colour = colours.get(of)
    if (colour !== undefined) colours.set(name, colour)
  }
  return colours
}
