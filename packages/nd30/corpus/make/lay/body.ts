import type { LaidBlock, LaidLook, LaidParagraph, LaidSpan, LaidTable } from '../laid.ts'
import type { DataTable, Piece, Spec } from '../spec.ts'
import { paragraph, type SpanLook, type Style, span } from './style.ts'

/** Ô 6: what the document says. Turns of the page are left to `lay`. */
export function layBody(pieces: readonly Piece[], style: Style, list: number): LaidBlock[] {
  const summoned = telegramLines(pieces)
  return pieces.flatMap((piece, index): LaidBlock[] => {
    if (typeof piece !== 'string') return 'turn' in piece ? [] : [layTable(piece)]
    const laid = layText(piece, style, list, pieces[index - 1])
    return [summoned.has(index) ? { ...laid, role: 'addressee' } : laid]
  })
}

/** Whom a công điện is sent to: the dashes behind `… điện:`. */
function telegramLines(pieces: readonly Piece[]): ReadonlySet<number> {
  const label = pieces.findIndex((piece) => typeof piece === 'string' && /\p{Lu} điện:$/u.test(piece))
  const lines = new Set<number>()
  for (let at = label + 1; label >= 0 && String(pieces[at]).startsWith('- '); at++) lines.add(at)
  return lines
}

/** Competence, legal bases and the word that enacts. */
export function layPreamble(spec: Spec, style: Style): LaidParagraph[] {
  const sizePt = style.choices.bodyPt
  const bold = { sizePt, bold: true, beforePt: 6, afterPt: 6 }
  return [
    ...(spec.competence ?? []).map((line) => paragraph('competence', line, bold)),
    ...(spec.bases ?? []).map((line) =>
      paragraph('base', spans(line, { sizePt, italic: !style.party }), textLook(style)),
    ),
    ...(spec.enacting === undefined ? [] : [paragraph('enacting', spec.enacting, bold)]),
  ]
}

const textLook = (style: Style): Partial<LaidLook> => ({
  align: 'both',
  firstLineMm: style.choices.firstLineMm,
  beforePt: style.choices.beforePt,
  afterPt: style.choices.afterPt,
  line: style.choices.line,
})

const centred = (style: Style): Partial<LaidLook> => ({
  ...textLook(style),
  align: 'center',
  firstLineMm: 0,
  keepNext: true,
})

function layText(piece: string, style: Style, list: number, before: Piece | undefined): LaidParagraph {
  const look: SpanLook = { sizePt: style.choices.bodyPt }
  const bold = { ...look, bold: true }
  const role = roleOf(piece, before)
  if (role === 'groupNumber' || role === 'groupTitle')
    return paragraph(role, spans(piece, bold), centred(style))
  if (role === 'caption') return paragraph(role, spans(piece, { ...look, italic: true }), centred(style))
  if (role === 'counted') {
    const dash = piece.startsWith('~- ')
    const counted = { list, format: dash ? 'dash' : 'decimal' } as const
    return paragraph(role, spans(piece.slice(dash ? 3 : 2), look), textLook(style), { counted })
  }
  const [head, rest] = piece.includes('|') && role === 'article' ? cut(piece) : [piece, '']
  const titled = role === 'article' || role === 'headingRoman' || role === 'clauseTitle'
  const words = spans(head.replace(/^#/, ''), titled ? bold : look)
  return paragraph(role, rest ? [...words, ...spans(rest, look)] : words, {
    ...textLook(style),
    keepNext: titled && rest === '',
  })
}

const cut = (piece: string): [string, string] => {
  const at = piece.indexOf('|')
  return [piece.slice(0, at), piece.slice(at + 1)]
}

function roleOf(piece: string, before: Piece | undefined): string {
  if (/^(Phần|Chương|Mục|Tiểu mục) ([IVX]+|\d+)$/u.test(piece)) return 'groupNumber'
  if (typeof before === 'string' && /^(Phần|Chương|Mục) ([IVX]+|\d+)$/u.test(before)) return 'groupTitle'
  if (/^Bảng \d+\./u.test(piece)) return 'caption'
  if (/^Điều \d+\./u.test(piece)) return 'article'
  if (/^[IVX]+(\.|-) /u.test(piece)) return 'headingRoman'
  if (piece.startsWith('#')) return 'clauseTitle'
  return piece.startsWith('~') ? 'counted' : 'text'
}

/** Footnotes `^[…]` and links `<address|words>` within the words. */
function spans(text: string, look: SpanLook): LaidSpan[] {
  return text.split(/(\^\[[^\]]*\]|<[^>]*>)/u).flatMap((part): LaidSpan[] => {
    if (part.startsWith('^[')) return [{ ...span('', look), note: part.slice(2, -1) }]
    if (part.startsWith('<')) {
      const [address, words] = part.slice(1, -1).split('|')
      return [{ ...span(words ?? '', look), link: address ?? null }]
    }
    return part === '' ? [] : [span(part, look)]
  })
}

function layTable(table: DataTable): LaidTable {
  const sizePt = table.sizePt ?? 13
  const rows = table.rows.map((row, at) =>
    row.map((text, column) => [
      paragraph('cell', text, {
        sizePt,
        bold: at === 0,
        align: at === 0 || column === 0 ? 'center' : 'left',
      }),
    ]),
  )
  return { type: 'table', role: 'data', widthsMm: table.columns, rows }
}
