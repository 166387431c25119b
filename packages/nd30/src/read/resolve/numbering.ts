import { childOf, type XmlElement } from '../xml.ts'
import { formatNumber } from './number-format.ts'
import { type ParagraphProperties, readParagraphProperties } from './paragraph-properties.ts'
import { type RunProperties, readRunProperties } from './run-properties.ts'
import { shownSymbol } from './symbols.ts'
import type { Theme } from './theme.ts'
import { integer, onOff, valOf } from './values.ts'

/** A level of a list (ECMA-376 part 1, 17.9.6). */
export interface Level {
  readonly start: number
  readonly format: string
  /** `%1.%2`: the numbers of the levels. */
  readonly text: string
  /** Shows the numbers of outer levels in Arabic figures, whatever those are. */
  readonly legal: boolean
  /** Begins anew after this level (1-based), never with 0. */
  readonly restartAfter: number | null
  readonly styleId: string | undefined
  readonly paragraph: ParagraphProperties
  readonly run: RunProperties
}

const longestText = 60

interface List {
  /** Lists of one abstract numbering count on together. */
  readonly counted: string
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

export interface Numbering {
  level(numId: string, level: number): Level | undefined
  /** The level that a paragraph style names as its own. */
  levelOfStyle(numId: string, styleId: string): number | undefined
  /** A new count, for a part of its own: gives what Word shows, one paragraph after another. */
  counting(): (numId: string, level: number) => string
}

export function readNumbering(root: XmlElement | undefined, theme: Theme): Numbering {
  const abstracts = new Map<string, XmlElement>()
  const lists = new Map<string, List>()
  for (const each of root?.children ?? [])
    if (each.name === 'w:abstractNum') abstracts.set(each.attributes.get('w:abstractNumId') ?? '', each)
  const byStyle = listsByStyle(abstracts)
  for (const each of root?.children ?? [])
    if (each.name === 'w:num')
      lists.set(each.attributes.get('w:numId') ?? '', readList(each, abstracts, byStyle, theme))
  return {
    level: (numId, level) => lists.get(numId)?.levels.get(level),
    levelOfStyle(numId, styleId) {
      for (const [index, level] of lists.get(numId)?.levels ?? []) if (level.styleId === styleId) return index
      return undefined
    },
    counting() {
      const counters = new Map<string, (number | null)[]>()
      const begun = new Set<string>()
      return (numId, level) => {
        const list = lists.get(numId)
        return list ? count(list, numId, level, counters, begun) : ''
      }
    },
  }
}

/** Abstract numberings that stand for a numbering style (17.9.21, 17.9.27). */
function listsByStyle(abstracts: ReadonlyMap<string, XmlElement>) {
  const byStyle = new Map<string, XmlElement>()
  for (const abstract of abstracts.values()) {
    const style = valOf(abstract, 'w:styleLink')
    if (style !== undefined) byStyle.set(style, abstract)
  }
  return byStyle
}

function readList(
  num: XmlElement,
  abstracts: ReadonlyMap<string, XmlElement>,
  byStyle: ReadonlyMap<string, XmlElement>,
  theme: Theme,
): List {
  const id = valOf(num, 'w:abstractNumId') ?? ''
  const named = abstracts.get(id)
  const link = valOf(named, 'w:numStyleLink')
  const abstract = (link === undefined ? undefined : byStyle.get(link)) ?? named
  const levels = new Map<number, Level>()
  const starts = new Map<number, number>()
  for (const each of abstract?.children ?? []) if (each.name === 'w:lvl') keepLevel(levels, each, theme)
  for (const each of num.children) {
    if (each.name !== 'w:lvlOverride') continue
    const index = integer(each.attributes.get('w:ilvl')) ?? 0
    const start = integer(valOf(each, 'w:startOverride'))
    const level = childOf(each, 'w:lvl')
    if (level) keepLevel(levels, level, theme)
    if (start !== undefined) starts.set(index, start)
  }
  return { counted: abstract?.attributes.get('w:abstractNumId') ?? id, levels, starts }
}

function keepLevel(levels: Map<number, Level>, lvl: XmlElement, theme: Theme) {
  const index = integer(lvl.attributes.get('w:ilvl')) ?? 0
  const run = readRunProperties(childOf(lvl, 'w:rPr'), theme)
  const format = valOf(lvl, 'w:numFmt') ?? 'decimal'
  const text = (valOf(lvl, 'w:lvlText') ?? '').slice(0, longestText)
  levels.set(index, {
    start: integer(valOf(lvl, 'w:start')) ?? 0,
    format,
    text: format === 'bullet' ? shownSymbol(text, run.ascii) : text,
    legal: onOff(lvl, 'w:isLgl') ?? false,
    restartAfter: integer(valOf(lvl, 'w:lvlRestart')) ?? null,
    styleId: valOf(lvl, 'w:pStyle'),
    paragraph: readParagraphProperties(childOf(lvl, 'w:pPr')),
    run,
  })
}

function count(
  list: List,
  numId: string,
  level: number,
  counters: Map<string, (number | null)[]>,
  begun: Set<string>,
): string {
  const counter = counters.get(list.counted) ?? []
  counters.set(list.counted, counter)
  const start = (index: number) => list.starts.get(index) ?? list.levels.get(index)?.start ?? 0
  // A list that overrides where it starts does so once, at its first paragraph of the level (17.9.26).
  const first = `${numId} ${level}`
  if (list.starts.has(level) && !begun.has(first)) counter[level] = null
  begun.add(first)
  const before = counter[level] ?? null
  counter[level] = before === null ? start(level) : before + 1
  for (let outer = 0; outer < level; outer += 1) counter[outer] ??= start(outer)
  for (let inner = level + 1; inner < counter.length; inner += 1) {
    const after = list.levels.get(inner)?.restartAfter ?? inner
    if (level < after) counter[inner] = null
  }
  return shown(list, level, counter)
}

function shown(list: List, level: number, counter: readonly (number | null)[]): string {
  const own = list.levels.get(level)
  if (!own) return ''
  if (own.format === 'none' && !own.text.includes('%')) return own.text
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const format = list.levels.get(index)?.format ?? 'decimal'
    const legal = own.legal && format !== 'none'
    return formatNumber(counter[index] ?? list.levels.get(index)?.start ?? 0, legal ? 'decimal' : format)
  })
}
