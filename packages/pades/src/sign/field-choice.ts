import { PadesError } from '../errors.ts'
import type { AcroForm, FormField } from '../form/fields.ts'
import { type Certification, certificationOf, locks } from '../form/permissions.ts'
import {
  readSignatureDictionary,
  type SignatureDictionary,
  signatureIn,
} from '../form/signature-dictionary.ts'
import type { PdfFile } from '../pdf/document.ts'

/** A signature that the file has already. */
export interface EarlierSignature {
  /** Full name of its field; empty where no field holds it. */
  readonly field: string
  readonly signature: SignatureDictionary
}

/** The signatures of a form, in the order of its fields, and what the catalogue calls the certification. */
export function earlierSignatures(file: PdfFile, form: AcroForm | null): readonly EarlierSignature[] {
  const earlier: EarlierSignature[] = []
  for (const field of form?.fields ?? []) {
    const signature = field.kind === 'Sig' ? signatureIn(file, field) : null
    if (signature !== null) earlier.push({ field: field.name, signature })
  }
  const certification = certificationOf(file)
  const { ref, dict } = certification ?? {}
  if (ref && dict && !earlier.some(({ signature }) => signature.ref?.number === ref.number))
    earlier.push({ field: '', signature: readSignatureDictionary(file, ref, dict) })
  return earlier
}

/** 12.7.4, table 226: the value may not be changed by whoever fills in the form. */
const readOnly = 1

/**
 * The field to sign: the empty one of that name, or null where a new one of that name is to be made.
 *
 * @throws PadesError `field_already_signed`, `field_locked` where it may only be read, `field_not_found` where the name
 *   is that of a field of another kind, of several, or cannot be that of a new one
 */
export function emptyField(form: AcroForm | null, name: string): FormField | null {
  const named = form?.fields.filter((one) => one.name === name) ?? []
  const [field] = named
  if (field === undefined) {
    checkNewName(form, name)
    return null
  }
  if (named.length > 1) throw notFound(name, `There are ${named.length} fields ${name}`)
  if (field.kind !== 'Sig') throw notFound(name, `The field ${name} is not for a signature`)
  if (field.value !== null)
    throw new PadesError('field_already_signed', `The field ${name} is signed already`, { field: name })
  if ((field.flags & readOnly) !== 0)
    throw new PadesError('field_locked', `The field ${name} may only be read`, {
      field: name,
      lockedBy: name,
    })
  return field
}

/** 12.7.4.2: a new field stands at the top, so that its name has no full stop and no group of fields has it. */
function checkNewName(form: AcroForm | null, name: string): void {
  if (name === '' || name.includes('.')) throw notFound(name, `There is no field ${name}`)
  const isGroup = form?.fields.some((one) => one.name.startsWith(`${name}.`)) === true
  if (isGroup) throw notFound(name, `${name} is a group of fields`)
}

function notFound(field: string, message: string): PadesError {
  return new PadesError('field_not_found', message, { field })
}

/** A name for a new field that no field or group of fields has yet: Signature1, Signature2, … */
export function freeName(form: AcroForm | null): string {
  if (form === null) return 'Signature1'
  const taken = new Set(form.fields.map(({ name }) => name.split('.', 1)[0]))
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
      field: first.field,
    })
  for (const { field, signature } of earlier) {
    if (signature.certification === 1 || signature.lock?.permission === 1)
      throw new PadesError('changes_not_permitted', `The signature ${field} lets nothing change`, { field })
    if (signature.lock !== null && locks(signature.lock, name))
      throw new PadesError('field_locked', `The signature ${field} locks the field ${name}`, {
        field: name,
        lockedBy: field,
      })
  }
}
