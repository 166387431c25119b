import { encodeText } from '../form/text-string.ts'
import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfName, PdfRef } from '../pdf/objects.ts'
import type { PdfPage } from '../pdf/pages.ts'
import type { NewObject } from '../pdf/write-update.ts'
import type { WidgetLook } from './appearance.ts'

/** ISO 32000-2, 12.5.3: printed; not to be moved, changed or deleted by hand. */
const printedAndFixed = 4 + 64 + 128 + 512

/**
 * The objects of an update that puts a look on a page without a signature, as a rubber stamp (12.5.6.12): for files
 * that nobody has signed. In a signed one it would count as a change of what was signed.
 */
export function stampPage(file: PdfFile, page: PdfPage, look: WidgetLook): readonly NewObject[] {
  let next = file.nextNumber
  const { normal, objects } = look.build(() => next++)
  const stamp = new PdfRef(next++)
  const annotations = file.resolve(page.dict.get('Annots'))
  const value = PdfDict.of({
    Type: new PdfName('Annot'),
    Subtype: new PdfName('Stamp'),
    P: page.ref,
    Rect: look.rect,
    F: printedAndFixed,
    Contents: encodeText(look.words ?? ''),
    AP: PdfDict.of({ N: normal }),
  })
  const changed = page.dict.with({ Annots: [...(Array.isArray(annotations) ? annotations : []), stamp] })
  const { number, generation } = page.ref
  return [...objects, { number: stamp.number, value }, { number, generation, value: changed }]
}
