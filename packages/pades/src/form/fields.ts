import type { PdfFile } from '../pdf/document.ts'
import { malformed } from '../pdf/limits.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from '../pdf/objects.ts'
import { decodeText } from './text-string.ts'

/** A field that holds a value itself (ISO 32000-2, 12.7.4). */
export interface FormField {
  readonly ref: PdfRef
  /** As it is in the file. */
  readonly dict: PdfDict
  /** 12.7.4.2: the partial names from the top, joined by full stops. */
  readonly name: string
  readonly kind: 'Sig' | 'Tx' | 'Btn' | 'Ch' | null
  readonly flags: number
  /** As it is written there, perhaps a reference; null where the field is empty. */
  readonly value: PdfObject
  /** Its looks on pages; the field itself where both are one dictionary. */
  readonly widgets: readonly PdfRef[]
}

/** The interactive form of a document (12.7.3). */
export interface AcroForm {
  /** Null where it stands in the catalogue itself. */
  readonly ref: PdfRef | null
  readonly dict: PdfDict
  readonly fields: readonly FormField[]
}

const mostFields = 100_000
const deepest = 32

/**
 * The form as of a revision, or null where there is none.
 *
 * @throws PadesError `pdf_malformed` where the tree of fields is none: a loop, a field that is reached twice
 */
export function readForm(file: PdfFile, at = file.latest.number): AcroForm | null {
  const entry = file.catalog(at).get('AcroForm')
  const dict = file.resolve(entry, at)
  if (!(dict instanceof PdfDict)) return null
  const fields = file.resolve(dict.get('Fields'), at)
  const walk = new FieldWalk(file, at)
  if (Array.isArray(fields)) for (const item of fields) walk.visit(item, noParent, dict)
  return { ref: entry instanceof PdfRef ? entry : null, dict, fields: walk.fields }
}

interface Inherited {
  readonly name: string
  readonly kind: PdfObject
  readonly flags: PdfObject
  readonly value: PdfObject
  readonly depth: number
}

const noParent: Inherited = { name: '', kind: null, flags: null, value: null, depth: 0 }

class FieldWalk {
  readonly fields: FormField[] = []
  readonly #seen = new Set<number>()
  readonly #file: PdfFile
  readonly #at: number

  constructor(file: PdfFile, at: number) {
    this.#file = file
    this.#at = at
  }

  visit(item: PdfObject, parent: Inherited, holder: PdfDict): void {
    const dict = this.#file.resolve(item, this.#at)
    if (!(item instanceof PdfRef) || !(dict instanceof PdfDict)) throw malformed('form_field', holder.start)
    if (this.#seen.has(item.number)) throw malformed('form_field_twice', dict.start, item.number)
    this.#seen.add(item.number)
    if (parent.depth > deepest || this.#seen.size > mostFields)
      throw malformed('form_too_large', dict.start, item.number)
    const own = this.#inherit(dict, parent)
    const kids = this.#kidsOf(dict)
    const below = kids.filter((kid) => this.#isField(kid))
    for (const kid of below) this.visit(kid, own, dict)
    if (below.length === 0) this.#add(item, dict, own, kids)
  }

  #add(ref: PdfRef, dict: PdfDict, own: Inherited, kids: readonly PdfRef[]): void {
    this.fields.push({
      ref,
      dict,
      name: own.name,
      kind: kindOf(own.kind),
      flags: typeof own.flags === 'number' ? own.flags : 0,
      value: own.value,
      widgets: kids.length > 0 ? kids : [ref],
    })
  }

  #inherit(dict: PdfDict, parent: Inherited): Inherited {
    const resolve = (key: string) => this.#file.resolve(dict.get(key), this.#at)
    const title = resolve('T')
    const partial = title instanceof PdfString ? decodeText(title) : null
    const name = partial === null ? parent.name : parent.name === '' ? partial : `${parent.name}.${partial}`
    return {
      name,
      kind: resolve('FT') ?? parent.kind,
      flags: resolve('Ff') ?? parent.flags,
      value: dict.get('V') ?? parent.value,
      depth: parent.depth + 1,
    }
  }

  #kidsOf(dict: PdfDict): readonly PdfRef[] {
    const kids = this.#file.resolve(dict.get('Kids'), this.#at)
    if (kids === null) return []
    if (!Array.isArray(kids)) throw malformed('form_kids', dict.start)
    return kids.map((kid) => {
      if (kid instanceof PdfRef) return kid
      throw malformed('form_kids', dict.start)
    })
  }

  /** 12.7.4.1: a kid without a name of its own is but a look of its parent. */
  #isField(ref: PdfRef): boolean {
    const dict = this.#file.resolve(ref, this.#at)
    return dict instanceof PdfDict && dict.get('T') !== null
  }
}

function kindOf(kind: PdfObject): FormField['kind'] {
  const value = kind instanceof PdfName ? kind.value : ''
  return value === 'Sig' || value === 'Tx' || value === 'Btn' || value === 'Ch' ? value : null
}
