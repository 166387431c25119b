import type { Border, Paragraph, Run } from '../read-document.ts'
import type { XmlElement } from '../xml.ts'
import type { Numbering } from './numbering.ts'
import { type ParagraphProperties, readParagraphProperties, type Side } from './paragraph-properties.ts'
import { combineRunProperties, type RunProperties, readRunProperties } from './run-properties.ts'
import type { Styles } from './styles.ts'
import type { Theme } from './theme.ts'
import { fontsOf, typefaceOf } from './typeface.ts'

/** What the table about a paragraph says of it, after its style and the conditions of its cell. */
export interface CellLook {
  /** The same for cells of the same look. */
  readonly key: string
  readonly paragraph: ParagraphProperties
  readonly run: RunProperties
}

export const noCell: CellLook = { key: '', paragraph: {}, run: {} }

export interface Listed {
  readonly numId: string
  readonly level: number
}

export interface ResolvedRun {
  readonly properties: RunProperties
  readonly fonts: Run['fonts']
}

export interface ResolvedParagraph {
  /** As written. */
  readonly styleId: string | undefined
  /** Of the style that is meant. */
  readonly shownStyleId: string | null
  readonly properties: ParagraphProperties
  readonly listed: Listed | null
  /** null where it depends on the letters or the section. */
  readonly look: ParagraphLook | null
}

const bodySize = 20
const keptLooks = 10_000
const autoGap = 280
const usualLine = 240

/** Puts together what is said in many places (ECMA-376 part 1, 17.7.2). */
export class Resolver {
  private readonly styles: Styles
  private readonly numbering: Numbering
  private readonly theme: Theme
  private readonly runLevels = new Map<string, RunProperties>()
  private readonly runs = new Map<string, ResolvedRun>()
  private readonly paragraphs = new Map<string, ResolvedParagraph>()

  constructor(styles: Styles, numbering: Numbering, theme: Theme) {
    this.styles = styles
    this.numbering = numbering
    this.theme = theme
  }

  /** Letters of a run before what the run says itself. */
  styledRun(paragraphStyle: string | undefined, runStyle: string | undefined, cell: CellLook): RunProperties {
    const key = `${cell.key}\n${paragraphStyle ?? ''}\n${runStyle ?? ''}`
    const kept = this.runLevels.get(key)
    if (kept) return kept
    const whole = (type: string, id: string | undefined): RunProperties =>
      Object.assign({}, ...this.styles.chain(type, id).map((style) => style.run))
    const combined = combineRunProperties(this.styles.defaults.run, [
      cell.run,
      whole('paragraph', paragraphStyle),
      whole('character', runStyle),
    ])
    this.runLevels.set(key, combined)
    return combined
  }

  /**
   * Everything that is said of a run. What is written alike is resolved once: a document says the same of its runs
   * thousands of times.
   *
   * @param written the element `w:rPr` as it is written
   */
  run(
    rPr: XmlElement | undefined,
    written: string,
    paragraphStyle: string | undefined,
    cell: CellLook,
  ): ResolvedRun {
    const key = `${cell.key}\n${paragraphStyle ?? ''}\n${written}`
    const kept = this.runs.get(key)
    if (kept) return kept
    const direct = readRunProperties(rPr, this.theme)
    const properties = { ...this.styledRun(paragraphStyle, direct.styleId, cell), ...direct }
    const resolved = { properties, fonts: fontsOf(properties) }
    if (this.runs.size < keptLooks) this.runs.set(key, resolved)
    return resolved
  }

  /** Whether what Word counts is bold: its level goes before the mark of the paragraph (17.9.24). */
  labelIsBold(
    { numId, level }: Listed,
    mark: RunProperties,
    paragraphStyle: string | undefined,
    cell: CellLook,
  ): boolean {
    const own = this.numbering.level(numId, level)?.run.bold ?? mark.bold
    return own ?? this.styledRun(paragraphStyle, mark.styleId, cell).bold ?? false
  }

  /** @param written the element `w:pPr` as it is written */
  paragraph(pPr: XmlElement | undefined, written: string, cell: CellLook): ResolvedParagraph {
    const key = `${cell.key}\n${written}`
    const kept = this.paragraphs.get(key)
    if (kept) return kept
    const resolved = this.resolveParagraph(readParagraphProperties(pPr), cell)
    if (this.paragraphs.size < keptLooks) this.paragraphs.set(key, resolved)
    return resolved
  }

  /**
   * The indents of a list stand where the list is named: above the style that names it and what that is based on, below
   * what that style itself and the paragraph say.
   */
  private resolveParagraph(direct: ParagraphProperties, cell: CellLook): ResolvedParagraph {
    const chain = this.styles.chain('paragraph', direct.styleId)
    const places = [...chain.map((style) => style.paragraph), direct]
    const listed = this.listed(places, chain.map((style) => style.id).reverse())
    const named = places.findLastIndex((place) => place.numId !== undefined || place.level !== undefined)
    const all: ParagraphProperties[] = [this.styles.defaults.paragraph, cell.paragraph]
    places.forEach((place, index) => {
      if (index === named && listed) {
        const level = this.numbering.level(listed.numId, listed.level)
        if (level) all.push(level.paragraph)
      }
      all.push(place)
    })
    const properties: ParagraphProperties = Object.assign({}, ...all)
    const borders = all.map((each) => each.borders).filter((each) => each !== undefined)
    if (borders.length > 1) properties.borders = Object.assign({}, ...borders)
    return {
      styleId: direct.styleId,
      shownStyleId: chain.at(-1)?.id ?? null,
      properties,
      listed,
      look: isRelative(properties) ? null : paragraphLook(properties, bodySize, null),
    }
  }

  private listed(places: readonly ParagraphProperties[], styleIds: readonly string[]): Listed | null {
    const numId = places.findLast((place) => place.numId !== undefined)?.numId
    if (numId === undefined || numId === '0') return null
    const direct = places[places.length - 1]
    const ofStyle =
      direct?.numId === undefined && direct?.level === undefined
        ? styleIds.map((id) => this.numbering.levelOfStyle(numId, id)).find((each) => each !== undefined)
        : undefined
    const level = ofStyle ?? places.findLast((place) => place.level !== undefined)?.level ?? 0
    return this.numbering.level(numId, level) ? { numId, level } : null
  }
}

/** A run of that text. Its number and field are not known yet. */
export function runOf(
  element: XmlElement,
  { properties, fonts }: ResolvedRun,
  text: string,
  symbol: boolean,
  inserted: boolean,
): Mutable<Run> {
  const complex = properties.complex === true || properties.rightToLeft === true
  const { raised } = properties
  return {
    number: 0,
    text,
    font: typefaceOf(properties, fonts, text),
    fonts,
    sizeHalfPoints: (complex ? properties.sizeComplex : properties.size) ?? bodySize,
    bold: (complex ? properties.boldComplex : properties.bold) ?? false,
    italic: (complex ? properties.italicComplex : properties.italic) ?? false,
    underline: properties.underline ?? 'none',
    strike: properties.strike === true || properties.doubleStrike === true,
    caps: properties.caps ?? false,
    smallCaps: properties.smallCaps ?? false,
    hidden: properties.hidden ?? false,
    colour: properties.colour ?? 'auto',
    raised: raised === 'superscript' || raised === 'subscript' ? raised : null,
    field: null,
    symbol,
    inserted,
    styleId: properties.styleId ?? null,
    element,
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export type ParagraphLook = Pick<
  Paragraph,
  | 'alignment'
  | 'indent'
  | 'spacing'
  | 'relative'
  | 'outlineLevel'
  | 'borders'
  | 'pageBreakBefore'
  | 'keepNext'
>

/**
 * The look of a paragraph.
 *
 * @param sizeHalfPoints of its first letters: an indent in letters is so many times their size
 * @param linePitch of the grid of its section in twips, where there is one: gaps in lines are hundredths of it
 */
export function paragraphLook(
  properties: ParagraphProperties,
  sizeHalfPoints: number,
  linePitch: number | null,
): ParagraphLook {
  const chars = (hundredths: number | undefined, plain: number | undefined) =>
    hundredths ? Math.round((hundredths * sizeHalfPoints) / 10) : (plain ?? 0)
  const gap = (auto: boolean | undefined, lines: number | undefined, plain: number | undefined) => {
    if (auto) return autoGap
    return lines ? Math.round((lines * (linePitch ?? usualLine)) / 100) : (plain ?? 0)
  }
  const lineRule = properties.lineRule
  const outline = properties.outlineLevel
  return {
    alignment: alignmentOf(properties),
    indent: {
      left: chars(properties.leftChars, properties.left),
      right: chars(properties.rightChars, properties.right),
      firstLine: chars(properties.firstLineChars, properties.firstLine),
    },
    spacing: {
      before: gap(properties.beforeAuto, properties.beforeLines, properties.before),
      after: gap(properties.afterAuto, properties.afterLines, properties.after),
      line: properties.line ?? usualLine,
      lineRule: lineRule === 'exact' || lineRule === 'atLeast' ? lineRule : 'auto',
      contextual: properties.contextual ?? false,
    },
    ...(isRelative(properties) ? { relative: true } : {}),
    outlineLevel: outline === undefined || outline > 8 ? null : outline,
    borders: shownBorders(properties.borders),
    pageBreakBefore: properties.pageBreakBefore ?? false,
    keepNext: properties.keepNext ?? false,
  }
}

const isRelative = (properties: ParagraphProperties): boolean =>
  [
    properties.leftChars,
    properties.rightChars,
    properties.firstLineChars,
    properties.beforeLines,
    properties.afterLines,
    properties.beforeAuto,
    properties.afterAuto,
  ].some(Boolean)

function alignmentOf({ alignment, rightToLeft }: ParagraphProperties): Paragraph['alignment'] {
  switch (alignment) {
    case 'center':
    case 'distribute':
      return alignment
    case 'both':
    case 'lowKashida':
    case 'mediumKashida':
    case 'highKashida':
      return 'both'
    case 'thaiDistribute':
      return 'distribute'
    case 'right':
    case 'end':
      return rightToLeft ? 'left' : 'right'
    default:
      return rightToLeft ? 'right' : 'left'
  }
}

const noBorders = {}

export function shownBorders(
  borders: Readonly<Partial<Record<Side, Border | null>>> | undefined,
): Readonly<Partial<Record<Side, Border>>> {
  if (!borders) return noBorders
  const shown: Partial<Record<Side, Border>> = {}
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const border = borders[side]
    if (border) shown[side] = border
  }
  return shown
}
