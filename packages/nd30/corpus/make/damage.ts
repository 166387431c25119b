import type { Change, Label, PageNumberLook, ParagraphLook } from '../label.ts'
import type { Laid, LaidParagraph, LaidSection } from './laid.ts'
import { paragraphsOf, placesOf, textOf } from './laid.ts'
import { lay } from './lay/lay.ts'
import { empty } from './lay/style.ts'
import { legacy } from './legacy-letters.ts'
import type { Spec } from './spec.ts'

/** The twin of a document with everything done to it that its label says. */
export function layDamaged(spec: Spec, label: Label): Laid {
  const laid = lay(spec)
  for (const damage of label.damages) for (const change of damage.changes) apply(laid, change)
  return laid
}

function apply(laid: Laid, change: Change): void {
  switch (change.do) {
    case 'all':
      for (const each of paragraphsOf(laid)) for (const span of each.spans) Object.assign(span, change.set)
      return
    case 'run':
      changeRuns(find(laid, change.in), change.words, change.set)
      return
    case 'paragraph':
      changeParagraph(find(laid, change.in), change.set)
      return
    case 'words':
      changeWords(find(laid, change.in), change.from, change.to)
      return
    case 'drop':
      drop(laid, find(laid, change.in))
      return
    case 'line':
      changeLine(find(laid, change.in), change.share)
      return
    case 'box': {
      const at = find(laid, change.in)
      if (!at.box) throw new Error(`no box: ${change.in}`)
      at.box = change.set === 'none' ? null : { ...at.box, ...change.set }
      return
    }
    case 'page':
      changePage(sectionOf(laid, change.section), change)
      return
    case 'page-number':
      changePageNumber(sectionOf(laid, change.section), change.set)
      return
    case 'swap':
      swap(laid, find(laid, change.in), find(laid, change.with))
      return
    case 'add':
      add(laid, find(laid, change.before), find(laid, change.like), change.text)
      return
    case 'encode':
      encode(find(laid, change.in), change.as)
      return
    case 'apart':
      signBelow(laid)
      return
  }
}

function find(laid: Laid, words: string): LaidParagraph {
  const all = paragraphsOf(laid)
  const found =
    all.find((each) => textOf(each) === words) ??
    all.find((each) => textOf(each).startsWith(words)) ??
    all.find((each) => textOf(each).includes(words))
  if (!found) throw new Error(`${laid.id}: nothing says ${words}`)
  return found
}

function sectionOf(laid: Laid, number: number): LaidSection {
  const section = laid.sections[number - 1]
  if (!section) throw new Error(`${laid.id}: no section ${number}`)
  return section
}

function changeLine(at: LaidParagraph, share: number): void {
  if (!at.below) throw new Error(`no line below ${textOf(at)}`)
  at.below = share ? { share } : null
}

/** Of a part of the words alone, a span is cut in three. */
function changeRuns(at: LaidParagraph, words: string | undefined, set: object): void {
  if (words !== undefined)
    at.spans = at.spans.flatMap((span) => {
      const from = span.text.indexOf(words)
      if (from < 0) return [span]
      const to = from + words.length
      return [span.text.slice(0, from), words, span.text.slice(to)]
        .filter((text) => text !== '')
        .map((text) => ({ ...span, text }))
    })
  const meant = at.spans.filter((span) => words === undefined || span.text === words)
  if (meant.length === 0) throw new Error(`no such words: ${words}`)
  for (const span of meant) Object.assign(span, set)
}

function changeParagraph(at: LaidParagraph, set: ParagraphLook): void {
  const { lines, exactPt, ...look } = set
  Object.assign(at.look, look)
  if (lines !== undefined) at.look.line = { rule: 'auto', lines }
  if (exactPt !== undefined) at.look.line = { rule: 'exact', pt: exactPt }
}

function changeWords(at: LaidParagraph, from: string, to: string): void {
  const span = at.spans.find((each) => each.text.includes(from))
  if (!span) throw new Error(`no such words: ${from}`)
  span.text = span.text.replace(from, to)
}

function placeOf(laid: Laid, at: LaidParagraph) {
  for (const place of placesOf(laid)) {
    const index = place.indexOf(at)
    if (index >= 0) return { place, index }
  }
  throw new Error('a paragraph that stands nowhere')
}

/** A cell keeps one paragraph, as its format demands. */
function drop(laid: Laid, at: LaidParagraph): void {
  const { place, index } = placeOf(laid, at)
  place.splice(index, 1)
  if (place.length === 0) place.push(empty(13))
}

function swap(laid: Laid, one: LaidParagraph, other: LaidParagraph): void {
  const [first, second] = [placeOf(laid, one), placeOf(laid, other)]
  first.place[first.index] = other
  second.place[second.index] = one
}

function add(laid: Laid, before: LaidParagraph, like: LaidParagraph, text: string): void {
  const { place, index } = placeOf(laid, before)
  const [first] = like.spans
  if (!first) throw new Error('nothing to be like')
  place.splice(index, 0, { ...like, look: { ...like.look }, below: null, spans: [{ ...first, text }] })
}

function encode(at: LaidParagraph, as: 'nfd' | 'tcvn3' | 'vni'): void {
  for (const span of at.spans) {
    if (as === 'nfd') span.text = span.text.normalize('NFD')
    else Object.assign(span, legacy[as](span.text))
  }
}

function changePage(section: LaidSection, change: Extract<Change, { do: 'page' }>): void {
  Object.assign(section.marginsMm, change.marginsMm)
  if (change.sizeMm) [section.widthMm, section.heightMm] = change.sizeMm
}

function changePageNumber(section: LaidSection, set: PageNumberLook): void {
  if (set === 'none') section.number = null
  else if (set === 'counted-on') section.restarts = false
  else if (!section.number) throw new Error('no page number to change')
  else if (set === 'in-footer') section.number.where = 'foot'
  else if (set === 'on-first-page') section.number.hiddenOnFirst = false
  else if (set === 'left') section.number.align = 'left'
  else section.number.sizePt = set.sizePt
}

function signBelow(laid: Laid): void {
  const foot = laid.sections
    .flatMap((section) => section.blocks)
    .find((block) => block.type === 'table' && block.role === 'foot')
  if (foot?.type !== 'table') throw new Error('no foot')
  const [recipients = [], signature = []] = foot.rows[0] ?? []
  foot.rows = [
    [recipients, [empty(13)]],
    [[empty(13)], signature],
  ]
}
