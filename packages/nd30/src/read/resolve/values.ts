import { childOf, type XmlElement } from '../xml.ts'

/** `w:val` of the first child of that name. */
export function valOf(element: XmlElement | null | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('w:val')
}

/** An on/off property (ECMA-376 part 1, 22.9.2.7): on where it stands without a value; undefined where it is not there. */
export function onOff(element: XmlElement | null | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  return found && isOn(found.attributes.get('w:val'))
}

export const isOn = (value: string | undefined): boolean =>
  value === undefined || !(value === '0' || value === 'false' || value === 'off')

/** A whole number; Word opens files with a fraction of a twip too, and rounds it. */
export function integer(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*[+-]?\d{1,9}(\.\d{0,9})?\s*$/.test(text)) return undefined
  return Math.round(Number(text)) + 0
}

const twipsOf: Readonly<Record<string, number>> = {
  mm: 1440 / 25.4,
  cm: 1440 / 2.54,
  in: 1440,
  pt: 20,
  pc: 240,
  pi: 240,
}

const measure = /^\s*([+-]?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)\s*$/

/** Twips, from twips or a length with its unit (ST_UniversalMeasure, as ISO strict writes them). */
export const twips = (text: string | undefined): number | undefined => inUnits(text, 1)

/** Half points, from half points or a length with its unit. */
export const halfPoints = (text: string | undefined): number | undefined => inUnits(text, 1 / 10)

function inUnits(text: string | undefined, unitsOfTwip: number): number | undefined {
  if (text === undefined) return undefined
  const [, amount, unit] = measure.exec(text) ?? []
  if (amount === undefined || unit === undefined) return integer(text)
  return Math.round(Number(amount) * (twipsOf[unit] ?? 1) * unitsOfTwip)
}
