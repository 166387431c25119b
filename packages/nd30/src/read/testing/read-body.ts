import { readDocument } from '../read.ts'
import type { Paragraph, ReadDocument, Run } from '../read-document.ts'
import { buildDocx, type HandMade } from './build-docx.ts'

export const readMade = async (made: HandMade): Promise<ReadDocument> => readDocument(await buildDocx(made))

/** The first paragraph of a body with those styles. */
export async function firstParagraph(body: string, more: HandMade = {}): Promise<Paragraph> {
  const [paragraph] = (await readMade({ ...more, body })).paragraphs
  if (!paragraph) throw new RangeError('no paragraph')
  return paragraph
}

export async function firstRun(body: string, more: HandMade = {}): Promise<Run> {
  const [run] = (await firstParagraph(body, more)).runs
  if (!run) throw new RangeError('no run')
  return run
}

/** `<w:p>` of a run of that look in a paragraph of that look. */
export const made = (text: string, rPr = '', pPr = '') =>
  `<w:p>${pPr && `<w:pPr>${pPr}</w:pPr>`}<w:r>${rPr && `<w:rPr>${rPr}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

export const style = (type: string, id: string, inner: string, more = '') =>
  `<w:style w:type="${type}" w:styleId="${id}"${more}>${inner}</w:style>`
