import type { LaidLook, LaidParagraph, LaidSpan, Line } from '../laid.ts'
import { element, twips, value } from './xml.ts'

/** What a style already says, so that only what differs is written. */
export interface Base {
  readonly styleId: string | null
  readonly run: Pick<LaidSpan, 'font' | 'bold' | 'italic' | 'underline' | 'sizePt' | 'colour'>
  readonly look: LaidLook
}

export function runProperties(span: Base['run'], base: Base['run'], more = ''): string {
  const toggle = (name: string, wanted: boolean, there: boolean) =>
    wanted === there ? '' : wanted ? element(name) : value(name, 0)
  const written = [
    span.font === base.font ? '' : fonts(span.font),
    toggle('w:b', span.bold, base.bold),
    toggle('w:bCs', span.bold, base.bold),
    toggle('w:i', span.italic, base.italic),
    toggle('w:iCs', span.italic, base.italic),
    span.colour === base.colour ? '' : value('w:color', span.colour ?? 'auto'),
    span.sizePt === base.sizePt ? '' : value('w:sz', span.sizePt * 2) + value('w:szCs', span.sizePt * 2),
    span.underline === base.underline ? '' : value('w:u', span.underline ? 'single' : 'none'),
    more,
  ].join('')
  return written === '' ? '' : element('w:rPr', {}, written)
}

export const fonts = (name: string): string =>
  element('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name })

export function paragraphProperties(at: LaidParagraph, base: Base, inner: ParagraphParts): string {
  const { look } = at
  const written = [
    base.styleId === null ? '' : value('w:pStyle', base.styleId),
    look.keepNext && !base.look.keepNext ? element('w:keepNext') : '',
    look.pageBreakBefore ? element('w:pageBreakBefore') : '',
    inner.numbering,
    spacing(look, base.look),
    indent(look, base.look, at.counted !== null),
    look.contextual ? element('w:contextualSpacing') : '',
    look.align === base.look.align ? '' : value('w:jc', look.align),
    inner.mark,
    inner.section,
  ].join('')
  return written === '' ? '' : element('w:pPr', {}, written)
}

export interface ParagraphParts {
  readonly numbering: string
  readonly mark: string
  readonly section: string
}

function spacing(look: LaidLook, base: LaidLook): string {
  const written = {
    'w:before': look.beforePt === base.beforePt ? null : look.beforePt * 20,
    'w:after': look.afterPt === base.afterPt ? null : look.afterPt * 20,
    ...(JSON.stringify(look.line) === JSON.stringify(base.line) ? {} : lineAttributes(look.line)),
  }
  return Object.values(written).every((each) => each === null) ? '' : element('w:spacing', written)
}

export const lineAttributes = (line: Line) => ({
  'w:line': line.rule === 'auto' ? Math.round(line.lines * 240) : line.pt * 20,
  'w:lineRule': line.rule,
})

/** What a list says of its indent is stronger than a style, so a counted paragraph says its own. */
function indent(look: LaidLook, base: LaidLook, always: boolean): string {
  const written = {
    'w:left': look.leftMm === base.leftMm && !always ? null : twips(look.leftMm),
    'w:firstLine': look.firstLineMm === base.firstLineMm && !always ? null : twips(look.firstLineMm),
  }
  return Object.values(written).every((each) => each === null) ? '' : element('w:ind', written)
}
