import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import type { OfficialDocument, Span } from '../../packages/nd30/src/model/document.ts'
import { layoutWords } from '../../packages/nd30/src/model/words/layout.ts'
import { plainText } from '../../packages/nd30/src/model/words/spans.ts'
import { nd30 } from '../../packages/nd30/src/profile/nd30.ts'

const mm = (length: number) => (length * 72) / 25.4
const font = (style: string) =>
  fileURLToPath(new URL(`../../packages/nd30/fonts/LiberationSerif-${style}.ttf`, import.meta.url))

/** The words of a document in the same type on pages of the same margins, and nothing more of the form: no columns. */
export async function setWithPdfkit(document: OfficialDocument): Promise<Uint8Array> {
  const words = layoutWords(document, nd30)
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) },
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: 'vi',
    info: { Title: words.title, CreationDate: new Date(0) },
    font: font('Regular'),
  })
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve))
  pdf.on('data', (chunk) => chunks.push(chunk))
  for (const style of ['Regular', 'Bold', 'Italic', 'BoldItalic']) pdf.registerFont(style, font(style))

  const centred = (text: string, style: string, size: number) =>
    pdf.font(style).fontSize(size).text(text, { align: 'center' })
  const { head } = words
  for (const line of head.superior) centred(line, 'Regular', 12)
  for (const line of head.issuer) centred(line, 'Bold', 12)
  for (const { text } of head.titles) centred(text, 'Bold', 13)
  centred(head.number ?? '', 'Regular', 13)
  centred(head.issued ?? '', 'Italic', 13)
  centred(head.kind ?? '', 'Bold', 14)
  centred(plainText(head.abstract ?? ''), 'Bold', 14)
  for (const base of words.bases) paragraph(pdf, base, 'Italic')
  for (const line of words.body) {
    if (line.type === 'line') paragraph(pdf, line.spans, line.component === 'body' ? 'Regular' : 'Bold')
    if (line.type === 'table')
      for (const cell of [...(line.header ?? []), ...line.rows].flat())
        pdf.font('Regular').fontSize(13).text(plainText(cell.text))
  }
  const closing = [words.recipients?.label ?? '', ...(words.recipients?.lines ?? [])]
  for (const line of closing) pdf.font('Regular').fontSize(11).text(line)
  for (const { authority, position, signer } of words.signatures)
    for (const line of [...authority, position ?? '', signer]) centred(line, 'Bold', 14)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

function paragraph(pdf: PDFDocument, spans: readonly Span[], style: string): void {
  for (const [index, { text, bold }] of spans.entries())
    pdf
      .font(bold ? 'Bold' : style)
      .fontSize(14)
      .text(text, {
        align: 'justify',
        indent: mm(12.7),
        paragraphGap: 6,
        lineGap: 2.4,
        continued: index < spans.length - 1,
      })
}
