import { PadesError } from '../../errors.ts'
import type { PdfFile } from '../../pdf/document.ts'
import { PdfDict, type PdfObject, PdfRef, PdfStream } from '../../pdf/objects.ts'

const most = 2_000_000

/** Calls `each` with every dictionary that the trailer leads to, with the stream that it is of and its object's number. */
export function eachDict(
  file: PdfFile,
  at: number,
  each: (dict: PdfDict, stream: PdfStream | null, object: number) => void,
): void {
  const seen = new Set<number>()
  const rest: { readonly value: PdfObject; readonly object: number }[] = [
    { value: file.trailer(at).get('Root'), object: 0 },
    { value: file.trailer(at).get('Info'), object: 0 },
  ]
  for (let visited = 0; ; visited++) {
    const next = rest.pop()
    if (next === undefined) return
    if (visited > most)
      throw new PadesError('pdf_limit', `PDF: more than ${most} of values`, { limit: 'values', most })
    const { value, object } = next
    if (value instanceof PdfRef) {
      if (seen.has(value.number)) continue
      seen.add(value.number)
      rest.push({ value: file.get(value, at), object: value.number })
    } else if (value instanceof PdfStream) {
      each(value.dict, value, object)
      for (const item of value.dict.entries.values()) rest.push({ value: item, object })
    } else if (value instanceof PdfDict) {
      each(value, null, object)
      for (const item of value.entries.values()) rest.push({ value: item, object })
    } else if (Array.isArray(value)) for (const item of value) rest.push({ value: item, object })
  }
}
