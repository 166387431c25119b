import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from '../pdf/objects.ts'
import { decodeText } from './text-string.ts'

/** How far a document may change after its certification (ISO 32000-2, table 257). */
export type Certification = 1 | 2 | 3

/** Fields that may not change any more (tables 236 and 259). */
export interface Lock {
  readonly action: 'All' | 'Include' | 'Exclude'
  readonly fields: readonly string[]
  /** 12.8.2.4, since PDF 2.0: the level that the lock asks of the whole document besides. */
  readonly permission: Certification | null
}

/** The level that a signature certifies with, by its DocMDP transform; null where it only approves. */
export function permissionsOf(file: PdfFile, signature: PdfDict, at: number): Certification | null {
  const params = transformOf(file, signature, 'DocMDP', at)
  return params === null ? null : (levelOf(file.resolve(params.get('P'), at)) ?? 2)
}

/** The fields that a signature has locked by its FieldMDP transform. */
export function lockOf(file: PdfFile, signature: PdfDict, at: number): Lock | null {
  const params = transformOf(file, signature, 'FieldMDP', at)
  return params === null ? null : readLock(file, params, at)
}

/** The lock that an empty field will put on others when it is signed (12.7.5.5, table 236). */
export function lockOfField(file: PdfFile, field: PdfDict, at = file.latest.number): Lock | null {
  const lock = file.resolve(field.get('Lock'), at)
  return lock instanceof PdfDict ? readLock(file, lock, at) : null
}

/** Whether a lock holds a field; a lock on a name holds what is below it too. */
export function locks(lock: Lock, fieldName: string): boolean {
  if (lock.action === 'All') return true
  const isNamed = lock.fields.some((name) => fieldName === name || fieldName.startsWith(`${name}.`))
  return lock.action === 'Include' ? isNamed : !isNamed
}

/** What the catalogue calls the certification of the document (12.8.4), resolved; null where there is none. */
export function certificationOf(
  file: PdfFile,
  at = file.latest.number,
): { ref: PdfRef | null; dict: PdfDict } | null {
  const permissions = file.resolve(file.catalog(at).get('Perms'), at)
  if (!(permissions instanceof PdfDict)) return null
  const entry = permissions.get('DocMDP')
  const dict = file.resolve(entry, at)
  return dict instanceof PdfDict ? { ref: entry instanceof PdfRef ? entry : null, dict } : null
}

function transformOf(file: PdfFile, signature: PdfDict, method: string, at: number): PdfDict | null {
  const references = file.resolve(signature.get('Reference'), at)
  if (!Array.isArray(references)) return null
  for (const item of references) {
    const reference = file.resolve(item, at)
    if (!(reference instanceof PdfDict)) continue
    const name = file.resolve(reference.get('TransformMethod'), at)
    if (!(name instanceof PdfName) || name.value !== method) continue
    const params = file.resolve(reference.get('TransformParams'), at)
    return params instanceof PdfDict ? params : PdfDict.of({})
  }
  return null
}

/** An action that is not known locks all: the signer asked for something. */
function readLock(file: PdfFile, dict: PdfDict, at: number): Lock {
  const action = file.resolve(dict.get('Action'), at)
  const name = action instanceof PdfName ? action.value : ''
  const fields = file.resolve(dict.get('Fields'), at)
  return {
    action: name === 'Include' || name === 'Exclude' ? name : 'All',
    fields: Array.isArray(fields) ? fields.flatMap((item) => textIn(file.resolve(item, at))) : [],
    permission: levelOf(file.resolve(dict.get('P'), at)),
  }
}

function textIn(value: PdfObject): readonly string[] {
  return value instanceof PdfString ? [decodeText(value)] : []
}

function levelOf(value: PdfObject): Certification | null {
  return value === 1 || value === 2 || value === 3 ? value : null
}
