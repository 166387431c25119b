import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from '../pdf/objects.ts'
import { listPages } from '../pdf/pages.ts'
import type { AcroForm, FormField } from './fields.ts'
import { decodeText } from './text-string.ts'

const deepest = 32

/**
 * Signature fields that are on a page though the form does not list them: many readers show them all the same. Read as
 * what they say of themselves and of their parents.
 */
export function orphanSignatureFields(
  file: PdfFile,
  form: AcroForm | null,
  at = file.latest.number,
): readonly FormField[] {
  const known = new Set<number>()
  for (const { ref, widgets } of form?.fields ?? [])
    for (const { number } of [ref, ...widgets]) known.add(number)
  const orphans: FormField[] = []
  for (const page of listPages(file, at)) {
    const annotations = file.resolve(page.dict.get('Annots'), at)
    for (const item of Array.isArray(annotations) ? annotations : []) {
      if (!(item instanceof PdfRef) || known.has(item.number)) continue
      known.add(item.number)
      const field = signatureFieldAt(file, item, at)
      if (field !== null) orphans.push(field)
    }
  }
  return orphans
}

/** A widget with what it has from its parents (12.7.4.1), where that makes it a field for a signature. */
function signatureFieldAt(file: PdfFile, ref: PdfRef, at: number): FormField | null {
  const dict = file.resolve(ref, at)
  if (!(dict instanceof PdfDict) || !isName(file.resolve(dict.get('Subtype'), at), 'Widget')) return null
  let [kind, value, flags]: PdfObject[] = [null, null, null]
  const names: string[] = []
  let node: PdfObject = dict
  for (let depth = 0; node instanceof PdfDict && depth < deepest; depth++) {
    kind ??= file.resolve(node.get('FT'), at)
    value ??= node.get('V')
    flags ??= file.resolve(node.get('Ff'), at)
    const title = file.resolve(node.get('T'), at)
    if (title instanceof PdfString) names.unshift(decodeText(title))
    node = file.resolve(node.get('Parent'), at)
  }
  if (!isName(kind ?? null, 'Sig')) return null
  return {
    ref,
    dict,
    name: names.join('.'),
    kind: 'Sig',
    flags: typeof flags === 'number' ? flags : 0,
    value: value ?? null,
    widgets: [ref],
  }
}

const isName = (value: PdfObject, name: string): boolean => value instanceof PdfName && value.value === name
