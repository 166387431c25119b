import { PadesError } from '../errors.ts'
import type { AcroForm, FormField } from '../form/fields.ts'
import { type Certification, type Lock, locks } from '../form/permissions.ts'
import { type SignatureDictionary, signatureIn } from '../form/signature-dictionary.ts'
import type { PdfFile } from '../pdf/document.ts'

/** A signature that the file has already, with the field that holds it. */
export interface EarlierSignature {
  readonly field: FormField
  readonly signature: SignatureDictionary
}

/** The signatures of a form, in the order of its fields. */
export function earlierSignatures(file: PdfFile, form: AcroForm | null): readonly EarlierSignature[] {
  const earlier: EarlierSignature[] = []
  for (const field of form?.fields ?? []) {
    const signature = field.kind === 'Sig' ? signatureIn(file, field) : null
    if (signature !== null) earlier.push({ field, signature })
  }
  return earlier
}

/**
 * The field to sign: the empty one of that name, or null where a new one of that name is to be made.
 *
 * @throws PadesError `field_already_signed`, `field_not_found` where the name is that of a field of another kind
 */
export function emptyField(form: AcroForm | null, name: string): FormField | null {
  const field = form?.fields.find((one) => one.name === name)
  if (field === undefined) return null
  if (field.kind !== 'Sig')
    throw new PadesError('field_not_found', `The field ${name} is not for a signature`, { field: name })
  if (field.value !== null)
    throw new PadesError('field_already_signed', `The field ${name} is signed already`, { field: name })
  return field
}

/** A name for a new field that no field has yet: Signature1, Signature2, … */
export function freeName(form: AcroForm | null): string {
  const taken = new Set(form?.fields.map(({ name }) => name))
  let number = 1
  while (taken.has(`Signature${number}`)) number++
  return `Signature${number}`
}

/**
 * Whether the signatures of the file let another one be put into the field.
 *
 * @throws PadesError `changes_not_permitted` where a certification says that nothing may change, or where the document
 *   is to be certified though it is signed already (ISO 32000-2, 12.8.2.2.1: a certification comes first);
 *   `field_locked`
 */
export function checkPermitted(
  earlier: readonly EarlierSignature[],
  name: string,
  certify: Certification | undefined,
): void {
  const [first] = earlier
  if (certify !== undefined && first !== undefined)
    throw new PadesError('changes_not_permitted', 'A signed document cannot be certified any more', {
      field: first.field.name,
    })
  for (const { field, signature } of earlier) {
    if (signature.certification === 1 || signature.lock?.permission === 1)
      throw new PadesError('changes_not_permitted', `The signature ${field.name} lets nothing change`, {
        field: field.name,
      })
    if (signature.lock !== null && locks(signature.lock, name))
      throw new PadesError('field_locked', `The signature ${field.name} locks the field ${name}`, {
        field: name,
        lockedBy: field.name,
      })
  }
}

/** The entries of a transform's parameters for a lock (table 259). */
export type LockWish = Pick<Lock, 'action' | 'fields'>
