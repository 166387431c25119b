import type { Laid, LaidBlock, LaidParagraph, LaidSection, Way } from '../laid.ts'
import type { Annex, Piece, Spec } from '../spec.ts'
import { layBody, layPreamble } from './body.ts'
import { layFoot } from './foot.ts'
import { layHead } from './head.ts'
import { paragraph, type Style, styleOf } from './style.ts'

/** A sound document, laid out. */
export function lay(spec: Spec): Laid {
  const style = styleOf(spec)
  const way: Way = { styled: false, field: 'complex', line: 'empty', ...spec.way }
  return {
    id: spec.id,
    title: [spec.kind, ...(spec.abstract ?? [])].filter(Boolean).join(' '),
    way,
    sections: [...main(spec, style), ...(spec.annexes ?? []).map((annex, at) => layAnnex(annex, style, at))],
  }
}

/** The document itself: one section, or more where its pages turn. */
function main(spec: Spec, style: Style): LaidSection[] {
  const parts: { landscape: boolean; pieces: Piece[] }[] = [{ landscape: false, pieces: [] }]
  for (const piece of spec.body) {
    if (typeof piece !== 'string' && 'turn' in piece)
      parts.push({ landscape: piece.turn === 'landscape', pieces: [] })
    else parts.at(-1)?.pieces.push(piece)
  }
  return parts.map((part, at): LaidSection => {
    const blocks: LaidBlock[] = layBody(part.pieces, style, 1)
    if (at === 0) blocks.unshift(...layHead(spec, style), ...layPreamble(spec, style))
    if (at === parts.length - 1) blocks.push(...layFoot(spec, style), ...layAttached(spec, style))
    const contact = at === 0 ? layContact(spec) : []
    return { ...page(style, part.landscape, at === 0), restarts: false, blocks, contact }
  })
}

function page(style: Style, landscape: boolean, hiddenOnFirst: boolean) {
  const { marginsMm, numberPt, unnumbered } = style.choices
  return {
    widthMm: landscape ? 297 : 210,
    heightMm: landscape ? 210 : 297,
    landscape,
    marginsMm: { ...marginsMm },
    number: unnumbered
      ? null
      : { sizePt: numberPt, align: 'center' as const, where: 'head' as const, hiddenOnFirst },
  }
}

function layAttached(spec: Spec, style: Style): LaidBlock[] {
  if (!spec.attached) return []
  const { title, note, body } = spec.attached
  const look = { sizePt: style.choices.bodyPt, bold: true }
  return [
    ...title.map((line, at) => paragraph('attachedTitle', line, { ...look, pageBreakBefore: at === 0 })),
    paragraph('attachedNote', note, {
      sizePt: style.choices.bodyPt,
      italic: true,
      afterPt: 12,
    }),
    ...layBody(body, style, 2),
  ]
}

function layAnnex(annex: Annex, style: Style, at: number): LaidSection {
  const sizePt = style.choices.bodyPt
  return {
    ...page(style, annex.landscape ?? false, style.choices.annexFirstHidden),
    restarts: true,
    contact: [],
    blocks: [
      paragraph('annexLabel', annex.label, { sizePt: 14, bold: true }),
      ...annex.title.map((line) => paragraph('annexTitle', line, { sizePt, bold: true })),
      ...(annex.reference === undefined
        ? []
        : [paragraph('annexReference', annex.reference, { sizePt, italic: true, afterPt: 12 })]),
      ...layBody(annex.body, style, 10 + at),
    ],
  }
}

const layContact = (spec: Spec): LaidParagraph[] =>
  (spec.contact ?? []).map((line) => paragraph('contact', line, { sizePt: 11, align: 'left' }))
