import { PadesError } from '../errors.ts'
import { formatPdfDate } from '../form/date.ts'
import type { AcroForm, FormField } from '../form/fields.ts'
import type { Certification, Lock } from '../form/permissions.ts'
import { encodeText } from '../form/text-string.ts'
import type { WidgetLook } from '../look/appearance.ts'
import { tagWidget, type WidgetTag } from '../look/tag-widget.ts'
import type { PdfFile } from '../pdf/document.ts'
import { malformed } from '../pdf/limits.ts'
import { PdfDict, PdfName, type PdfObject, PdfPlaceholder, PdfRef } from '../pdf/objects.ts'
import { pageAt } from '../pdf/pages.ts'
import type { NewObject } from '../pdf/write-update.ts'

/** What the signer says of the signature; shown as such, proven by nothing. */
export interface Declared {
  readonly reason?: string
  readonly location?: string
  readonly name?: string
  readonly contact?: string
}

/** The fields that a signature locks (table 259), and how far the document may change besides. */
export type LockWish = Pick<Lock, 'action' | 'fields'> & Partial<Pick<Lock, 'permission'>>

export interface SignatureWish {
  readonly subFilter: 'ETSI.CAdES.detached' | 'ETSI.RFC3161'
  readonly fieldName: string
  /** The empty field to sign; null for a new one. */
  readonly field: FormField | null
  /** Index from 0 of the page of a new field. */
  readonly page: number
  readonly look: WidgetLook | null
  /** The claimed time; null for a document time-stamp, which has its own. */
  readonly at: Date | null
  readonly declared: Declared
  readonly certify: Certification | undefined
  readonly lock: LockWish | undefined
  readonly roomBytes: number
}

export const contentsLabel = 'Contents'
export const byteRangeLabel = 'ByteRange'

/** Four numbers of ten digits and three spaces. */
const byteRangeBytes = 43
/** 12.5.3: printed; not to be moved or deleted by hand. */
const printedAndLocked = 4 + 128
/** 12.7.3, table 225: there are signatures, and the file may only be appended to. */
const signaturesExist = 3

/** The objects of an update that puts an unfinished signature into the file. */
export function signatureObjects(file: PdfFile, form: AcroForm | null, wish: SignatureWish): NewObject[] {
  let next = file.nextNumber
  const allocate = () => next++
  const signature = new PdfRef(allocate())
  const objects: NewObject[] = [{ number: signature.number, value: signatureDictionary(wish, file) }]
  const look = wish.look?.build(allocate)
  if (look !== undefined) objects.push(...look.objects)
  const normal = look?.normal ?? null
  const catalogChanges: Record<string, PdfObject> = {}
  if (wish.field !== null) {
    objects.push(...filledField(file, wish.field, signature, normal))
    changeForm(form, [], objects, catalogChanges, allocate)
  } else {
    const widget = new PdfRef(allocate())
    const page = pageAt(file, wish.page)
    if (page === null)
      throw new PadesError('field_not_found', `There is no page ${wish.page + 1}`, { page: wish.page + 1 })
    const tag = tagOf(file, form, page.ref, widget, wish, allocate)
    const dict = newWidget(wish, signature, page.ref, normal)
    const tagged = tag === null ? dict : dict.with({ StructParent: tag.structParent })
    objects.push({ number: widget.number, value: tagged }, ...(tag?.objects ?? []))
    // An array of its own: one that is an object may be another page's as well.
    const value = page.dict.with({ Annots: [...listIn(file, page.dict, 'Annots'), widget] })
    objects.push({ number: page.ref.number, generation: page.ref.generation, value })
    const fields = form === null ? [] : listIn(file, form.dict, 'Fields')
    changeForm(form, [...fields, widget], objects, catalogChanges, allocate)
  }
  if (wish.certify !== undefined) catalogChanges.Perms = permissionsWith(file, signature)
  changeCatalog(file, objects, catalogChanges)
  return objects
}

function signatureDictionary(wish: SignatureWish, file: PdfFile): PdfDict {
  const entries = new Map<string, PdfObject>([
    ['Type', new PdfName(wish.subFilter === 'ETSI.RFC3161' ? 'DocTimeStamp' : 'Sig')],
    ['Filter', new PdfName('Adobe.PPKLite')],
    ['SubFilter', new PdfName(wish.subFilter)],
    ['ByteRange', new PdfPlaceholder(byteRangeLabel, 'text', byteRangeBytes)],
    ['Contents', new PdfPlaceholder(contentsLabel, 'hex', wish.roomBytes)],
  ])
  if (wish.at !== null) entries.set('M', encodeText(formatPdfDate(wish.at)))
  const { reason, location, name, contact } = wish.declared
  if (name !== undefined) entries.set('Name', encodeText(name))
  if (reason !== undefined) entries.set('Reason', encodeText(reason))
  if (location !== undefined) entries.set('Location', encodeText(location))
  if (contact !== undefined) entries.set('ContactInfo', encodeText(contact))
  const references = referencesOf(wish, file)
  if (references.length > 0) entries.set('Reference', references)
  return new PdfDict(entries)
}

/** 12.8.2: the transforms by which a signature certifies and locks. */
function referencesOf({ certify, lock }: SignatureWish, file: PdfFile): readonly PdfDict[] {
  const references: PdfDict[] = []
  if (certify !== undefined) references.push(reference('DocMDP', { P: certify }))
  if (lock !== undefined) {
    const { action, permission = null } = lock
    const fields = action === 'All' ? {} : { Fields: lock.fields.map(encodeText) }
    const params = { Action: new PdfName(action), ...fields, ...(permission !== null && { P: permission }) }
    references.push(reference('FieldMDP', params).with({ Data: file.trailer().get('Root') }))
  }
  return references
}

function reference(method: string, params: Readonly<Record<string, PdfObject>>): PdfDict {
  return PdfDict.of({
    Type: new PdfName('SigRef'),
    TransformMethod: new PdfName(method),
    TransformParams: PdfDict.of({ Type: new PdfName('TransformParams'), ...params, V: new PdfName('1.2') }),
  })
}

function newWidget(wish: SignatureWish, signature: PdfRef, page: PdfRef, normal: PdfRef | null): PdfDict {
  const widget = PdfDict.of({
    Type: new PdfName('Annot'),
    Subtype: new PdfName('Widget'),
    FT: new PdfName('Sig'),
    T: encodeText(wish.fieldName),
    V: signature,
    P: page,
    Rect: wish.look?.rect ?? [0, 0, 0, 0],
    F: printedAndLocked,
  })
  return normal === null ? widget : widget.with({ AP: PdfDict.of({ N: normal }) })
}

/**
 * A visible signature of a tagged document has its place in the structure. Where somebody has signed already, the
 * structure stays as it was signed.
 */
function tagOf(
  file: PdfFile,
  form: AcroForm | null,
  page: PdfRef,
  widget: PdfRef,
  { look, declared, fieldName }: SignatureWish,
  allocate: () => number,
): WidgetTag | null {
  if (look === null || form?.fields.some(({ kind, value }) => kind === 'Sig' && value !== null)) return null
  return tagWidget(file, page, widget, look.words || declared.name || fieldName, allocate)
}

/** A field with its value, and the look in its widget: the field itself as a rule, else its only kid. */
function filledField(
  file: PdfFile,
  { ref, dict, widgets }: FormField,
  signature: PdfRef,
  normal: PdfRef | null,
): NewObject[] {
  const [widget = ref] = widgets
  const look = normal === null ? {} : { AP: PdfDict.of({ N: normal }) }
  if (widget.number === ref.number || normal === null)
    return [{ number: ref.number, generation: ref.generation, value: dict.with({ V: signature, ...look }) }]
  const kid = file.resolve(widget)
  if (!(kid instanceof PdfDict)) throw malformed('form_kids', dict.start, ref.number)
  return [
    { number: ref.number, generation: ref.generation, value: dict.with({ V: signature }) },
    { number: widget.number, generation: widget.generation, value: kid.with(look) },
  ]
}

/** The array behind a key, with nothing where there is none. */
function listIn(file: PdfFile, dict: PdfDict, key: 'Annots' | 'Fields'): readonly PdfObject[] {
  const list = file.resolve(dict.get(key))
  if (list === null) return []
  if (!Array.isArray(list)) throw malformed(key === 'Annots' ? 'annotations' : 'form_fields', dict.start)
  return list
}

/** 12.8.6: the certification, beside what stands there of usage rights. */
function permissionsWith(file: PdfFile, signature: PdfRef): PdfDict {
  const before = file.resolve(file.catalog().get('Perms'))
  return (before instanceof PdfDict ? before : PdfDict.of({})).with({ DocMDP: signature })
}

/** @param fields all fields of the form; none where they stay as they are */
function changeForm(
  form: AcroForm | null,
  fields: readonly PdfObject[],
  objects: NewObject[],
  catalogChanges: Record<string, PdfObject>,
  allocate: () => number,
): void {
  const before = form?.dict ?? PdfDict.of({})
  if (fields.length === 0 && before.get('SigFlags') === signaturesExist) return
  const value = before.with({ ...(fields.length > 0 && { Fields: fields }), SigFlags: signaturesExist })
  if (form === null) {
    const number = allocate()
    objects.push({ number, value })
    catalogChanges.AcroForm = new PdfRef(number)
  } else if (form.ref === null) catalogChanges.AcroForm = value
  else objects.push({ number: form.ref.number, generation: form.ref.generation, value })
}

function changeCatalog(file: PdfFile, objects: NewObject[], changes: Record<string, PdfObject>): void {
  if (Object.keys(changes).length === 0) return
  const root = file.trailer().get('Root')
  if (!(root instanceof PdfRef)) return
  const value = file.catalog().with(changes)
  objects.push({ number: root.number, generation: root.generation, value })
}
