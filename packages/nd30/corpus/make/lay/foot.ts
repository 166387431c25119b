import type { LaidBlock, LaidParagraph, LaidTable } from '../laid.ts'
import type { Signature, Spec } from '../spec.ts'
import { empty, paragraph, type Style } from './style.ts'

/** Ô 7, 9b and 12: recipients at the left, signature at the right; two signatures side by side. */
export function layFoot(spec: Spec, style: Style): LaidBlock[] {
  const { marginsMm } = style.choices
  const width = 210 - marginsMm.left - marginsMm.right
  const left = Math.round(width * 0.48)
  const blocks = spec.signatures.map((signature) => signatureBlock(signature, style))
  const [first, second] = blocks
  const table = (cells: LaidParagraph[][]): LaidTable => ({
    type: 'table',
    role: 'foot',
    widthsMm: [left, width - left],
    rows: [cells],
  })
  const recipients = recipientsBlock(spec, style)
  if (first && second) return [empty(8), table([first, second]), ...recipients]
  return [empty(8), table([recipients.length ? recipients : [empty(11)], first ?? []])]
}

function signatureBlock({ lines, name }: Signature, style: Style): LaidParagraph[] {
  const sizePt = style.party ? 14 : style.choices.bodyPt
  const laid = lines.map((line, at) => {
    const isPosition = at === lines.length - 1
    return paragraph(isPosition && !line.startsWith('Q.') ? 'position' : 'authority', line, {
      sizePt,
      bold: !style.party || (!isPosition && lines.length > 1) || /^(T\/M|K\/T|T\/L)/u.test(line),
    })
  })
  const gap = Array.from({ length: 4 }, () => empty(sizePt))
  return [...laid, ...gap, paragraph('signer', name, { sizePt, bold: true })]
}

function recipientsBlock(spec: Spec, style: Style): LaidParagraph[] {
  if (!spec.recipients) return []
  const { recipientsLabelPt, recipientsPt } = style.choices
  const label = style.party
    ? { sizePt: recipientsLabelPt, underline: true }
    : { sizePt: recipientsLabelPt, bold: true, italic: true }
  return [
    paragraph('recipientsLabel', 'Nơi nhận:', { ...label, align: 'left' }),
    ...spec.recipients.map((line) => paragraph('recipients', line, { sizePt: recipientsPt, align: 'left' })),
    ...(spec.drafter === undefined
      ? []
      : [paragraph('drafter', spec.drafter, { sizePt: style.party ? 12 : 11, align: 'left' })]),
  ]
}
