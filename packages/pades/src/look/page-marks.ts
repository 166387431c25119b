import { PadesError } from '../errors.ts'
import type { PdfFile } from '../pdf/document.ts'
import { malformed } from '../pdf/limits.ts'
import { PdfDict, PdfStream } from '../pdf/objects.ts'
import type { PdfPage } from '../pdf/pages.ts'
import type { Rect } from './appearance.ts'
import { boxIn } from './boxes.ts'
import { Interpreter, type PageMark } from './interpreter.ts'
import { identity } from './matrix.ts'

export type { PageMark } from './interpreter.ts'

/**
 * All that the contents of a page put on it, in their order; not its annotations. What layers hide counts as shown, and
 * boxes may be larger than the ink, not smaller by more than a letter's overhang.
 *
 * @throws PadesError `pdf_malformed` where the contents cannot be read, `pdf_limit`
 */
export function marksOfPage(file: PdfFile, page: PdfPage, at = file.latest.number): readonly PageMark[] {
  const { attributes } = page
  const resources = file.resolve(attributes.get('Resources'), at)
  const interpreter = new Interpreter(file, at, boxIn(file, attributes, 'MediaBox', at) ?? everywhere)
  interpreter.run(contentsOf(file, page, at), resources instanceof PdfDict ? resources : null, identity)
  return interpreter.marks
}

/** All that an appearance stream shows within its box, in the space of the form after its matrix (12.5.5). */
export function marksOfAppearance(
  file: PdfFile,
  form: PdfStream,
  at = file.latest.number,
): readonly PageMark[] {
  const interpreter = new Interpreter(file, at, everywhere)
  interpreter.form(form, identity)
  return interpreter.marks
}

const everywhere: Rect = [-32768, -32768, 32768, 32768]

/** How much of a page's contents is read. */
const mostContentBytes = 64 << 20

/** 7.7.3.3: the streams of an array are one, with white space between them. */
export function contentsOf(file: PdfFile, page: PdfPage, at: number): Uint8Array {
  const value = file.resolve(page.dict.get('Contents'), at)
  const parts: Uint8Array[] = []
  let sizeBytes = 0
  for (const item of Array.isArray(value) ? value : [value]) {
    const stream = file.resolve(item, at)
    if (stream === null) continue
    if (!(stream instanceof PdfStream)) throw malformed('contents', page.dict.start, page.ref.number)
    const { bytes } = file.decode(stream, at)
    sizeBytes += bytes.length
    if (sizeBytes > mostContentBytes)
      throw new PadesError('pdf_limit', 'PDF: too much on one page', {
        limit: 'contentBytes',
        most: mostContentBytes,
      })
    parts.push(bytes, lineEnd)
  }
  return Buffer.concat(parts)
}

const lineEnd = Uint8Array.of(10)
