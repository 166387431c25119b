import { PdfDict, PdfName, type PdfObject, PdfStream } from '../../../pdf/objects.ts'
import type { RevisionDiff } from '../revision-diff.ts'

const mostForms = 16

/** A look with the forms that are drawn in it; null where they are too many. */
export function formsIn(diff: RevisionDiff, look: PdfStream): readonly PdfStream[] | null {
  const forms = new Set([look])
  for (const form of forms)
    for (const item of resourcesOf(diff, form, 'XObject')) {
      const inner = diff.current(item)
      const subtype = inner instanceof PdfStream ? diff.current(inner.dict.get('Subtype')) : null
      if (inner instanceof PdfStream && subtype instanceof PdfName && subtype.value === 'Form')
        forms.add(inner)
      if (forms.size > mostForms) return null
    }
  return [...forms]
}

/** Whether a form paints with colours alone: patterns, and masks that are forms, could hold words of their own. */
export function paintsPlainly(diff: RevisionDiff, form: PdfStream): boolean {
  if (resourcesOf(diff, form, 'Pattern').length > 0) return false
  return resourcesOf(diff, form, 'ExtGState').every((item) => {
    const state = diff.currentDict(item)
    return (
      state !== null && state.get('Font') === null && !(diff.current(state.get('SMask')) instanceof PdfDict)
    )
  })
}

function resourcesOf(diff: RevisionDiff, form: PdfStream, kind: string): readonly PdfObject[] {
  const all = diff.currentDict(diff.currentDict(form.dict.get('Resources'))?.get(kind) ?? null)
  return all === null ? [] : [...all.entries.values()]
}
