import type { LaidLook, LaidParagraph, LaidSpan } from '../laid.ts'
import { font } from '../laid.ts'
import type { Choices, Spec } from '../spec.ts'

/** How the pieces of one document look: the legal values of its form with the document's own choices. */
export interface Style {
  readonly party: boolean
  readonly choices: Choices
}

const state: Choices = {
  marginsMm: { top: 20, bottom: 20, left: 30, right: 20 },
  countryPt: 13,
  hoa: 'HÒA',
  bodyPt: 14,
  kindPt: 14,
  abstractPt: 14,
  letterAbstractPt: 12,
  firstLineMm: 12.7,
  beforePt: 0,
  afterPt: 6,
  line: { rule: 'auto', lines: 1.15 },
  headRows: 2,
  numberPt: 14,
  unnumbered: false,
  annexFirstHidden: false,
  recipientsLabelPt: 12,
  recipientsPt: 11,
}

const party: Choices = {
  ...state,
  marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
  kindPt: 16,
  firstLineMm: 10,
  line: { rule: 'exact', pt: 18 },
  recipientsLabelPt: 14,
  recipientsPt: 12,
}

export function styleOf(spec: Spec): Style {
  const usual = spec.profile === 'party' ? party : state
  return { party: spec.profile === 'party', choices: { ...usual, ...spec.choices } }
}

export type SpanLook = Partial<Pick<LaidSpan, 'bold' | 'italic' | 'underline' | 'sizePt' | 'colour'>>

export const span = (text: string, look: SpanLook): LaidSpan => ({
  text,
  bold: false,
  italic: false,
  underline: false,
  sizePt: 14,
  font,
  colour: null,
  link: null,
  note: null,
  ...look,
})

const single: LaidLook = {
  align: 'center',
  firstLineMm: 0,
  leftMm: 0,
  beforePt: 0,
  afterPt: 0,
  line: { rule: 'auto', lines: 1 },
  contextual: false,
  keepNext: false,
  pageBreakBefore: false,
}

/** A paragraph of one look; single spaced and centred unless said otherwise. */
export const paragraph = (
  role: string,
  text: string | LaidSpan[],
  look: SpanLook & Partial<LaidLook>,
  more: Partial<Pick<LaidParagraph, 'below' | 'box' | 'counted'>> = {},
): LaidParagraph => {
  const { bold, italic, underline, sizePt, colour, ...rest } = look
  const spanLook = { bold, italic, underline, sizePt, colour }
  const given = Object.fromEntries(Object.entries(spanLook).filter(([, value]) => value !== undefined))
  return {
    type: 'paragraph',
    role,
    spans: typeof text === 'string' ? [span(text, given)] : text,
    look: { ...single, ...rest },
    below: null,
    box: null,
    counted: null,
    ...more,
  }
}

export const empty = (sizePt: number): LaidParagraph => paragraph('empty', '', { sizePt })
