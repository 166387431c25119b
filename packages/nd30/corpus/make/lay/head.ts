import type { LaidBlock, LaidParagraph, LaidTable } from '../laid.ts'
import { insideCellMm } from '../measure-line.ts'
import type { Spec } from '../spec.ts'
import { textWidthMm } from '../text-width.ts'
import { empty, paragraph, type Style } from './style.ts'

/** Ô 1 to 5: the two columns, and what is centred below them. */
export function layHead(spec: Spec, style: Style): LaidBlock[] {
  return [headTable(spec, style), ...title(spec, style), ...addressees(spec, style)]
}

function headTable(spec: Spec, style: Style): LaidTable {
  const { marginsMm, headRows } = style.choices
  const width = 210 - marginsMm.left - marginsMm.right
  // As offices do: a little wider than the text, or the name of the State would wrap.
  const left = style.party ? 72 : 66
  const [above, below] = [
    [issuer(spec, style), country(style)],
    [underIssuer(spec, style), underCountry(spec, style)],
  ]
  const rows =
    headRows === 2
      ? [above, below]
      : [[0, 1].map((column) => [...(above[column] ?? []), ...(below[column] ?? [])])]
  // A cell without a paragraph is no cell.
  for (const cell of rows.flat()) if (cell.length === 0) cell.push(empty(13))
  return { type: 'table', role: 'head', widthsMm: [left, width + 10 - left], rows }
}

function issuer(spec: Spec, style: Style): LaidParagraph[] {
  const sizePt = style.party ? 14 : style.choices.countryPt
  const names = spec.issuer.map((line) => paragraph('issuer', line, { sizePt, bold: true }))
  const last = names.at(-1)
  if (last && !style.party) last.below = { share: shareBelow(spec.issuer, sizePt) }
  return [
    ...(spec.superior ?? []).map((line) => paragraph('superior', line, { sizePt })),
    ...names,
    ...(style.party ? [paragraph('star', '*', { sizePt: 14, bold: true })] : []),
  ]
}

/** From a third to a half, whether the last line is measured, the longest one, or a wrapped one as if it were not. */
function shareBelow(lines: readonly string[], sizePt: number): number {
  const widths = lines.map((line) => textWidthMm(line, { bold: true, italic: false, sizePt }))
  const last = Math.min(widths.at(-1) ?? 0, insideCellMm(66))
  return (Math.max(...widths) / 3 + last / 2) / 2 / last
}

function country(style: Style): LaidParagraph[] {
  if (style.party)
    return [paragraph('title', 'ĐẢNG CỘNG SẢN VIỆT NAM', { sizePt: 15, bold: true }, { below: { share: 1 } })]
  const { countryPt, hoa } = style.choices
  return [
    paragraph('country', `CỘNG ${hoa} XÃ HỘI CHỦ NGHĨA VIỆT NAM`, { sizePt: countryPt, bold: true }),
    paragraph(
      'motto',
      'Độc lập - Tự do - Hạnh phúc',
      { sizePt: countryPt + 1, bold: true },
      { below: { share: 1 } },
    ),
  ]
}

function underIssuer(spec: Spec, style: Style): LaidParagraph[] {
  const letter = spec.kind === undefined
  const look = style.party
    ? { sizePt: 12, italic: true }
    : { sizePt: style.choices.letterAbstractPt, beforePt: 6 }
  return [
    ...(spec.number === undefined
      ? []
      : [paragraph('number', spec.number, { sizePt: style.party ? 14 : 13, beforePt: 8 })]),
    ...(letter ? (spec.abstract ?? []).map((line) => paragraph('letterAbstract', line, look)) : []),
    ...mark(spec.urgency, 'urgency'),
  ]
}

/** A word in a box, of the size that the decree gives it. */
function mark(words: string | undefined, role: string): LaidParagraph[] {
  if (words === undefined) return []
  const red = role === 'urgency' ? 'FF0000' : '000000'
  const widths: Record<string, number> = { 'HỎA TỐC': 30, 'THƯỢNG KHẨN': 40, KHẨN: 20 }
  return [
    paragraph(
      role,
      words,
      { sizePt: 13, bold: true, beforePt: 6, colour: role === 'urgency' ? red : null },
      { box: { colour: red, widthMm: widths[words] ?? 52, heightMm: 8 } },
    ),
  ]
}

function underCountry(spec: Spec, style: Style): LaidParagraph[] {
  const sizePt = style.party ? 14 : style.choices.countryPt + 1
  return [
    ...(spec.issued === undefined
      ? []
      : [paragraph('issued', spec.issued, { sizePt, italic: true, beforePt: 8 })]),
    ...mark(spec.circulation, 'circulation'),
  ]
}

function title(spec: Spec, style: Style): LaidParagraph[] {
  if (spec.kind === undefined) return []
  const { kindPt, abstractPt } = style.choices
  const lines = (spec.abstract ?? []).map((line) =>
    paragraph('abstract', line, { sizePt: abstractPt, bold: true }),
  )
  const last = lines.at(-1)
  if (last && !style.party) {
    last.below = { share: 0.42 }
    last.look.afterPt = 12
  }
  return [
    paragraph('kind', spec.kind, { sizePt: kindPt, bold: true, beforePt: 18 }),
    ...lines,
    ...(style.party ? [paragraph('dashes', '-----', { sizePt: 14, bold: true, afterPt: 6 })] : []),
  ]
}

function addressees(spec: Spec, style: Style): LaidParagraph[] {
  const label = spec.addressLabel ?? 'Kính gửi:'
  const [first, ...more] = spec.addressees ?? []
  if (first === undefined) return []
  const look = { sizePt: style.choices.bodyPt }
  if (more.length === 0)
    return [paragraph('addressee', `${label} ${first}`, { ...look, beforePt: 12, afterPt: 12 })]
  const lines = [first, ...more].map((line) =>
    paragraph('addressee', line, { ...look, align: 'left', leftMm: 45 }),
  )
  return [
    paragraph('addressee', label, { ...look, beforePt: 12, align: 'left', leftMm: 25 }),
    ...lines,
    paragraph('empty', '', look),
  ]
}
