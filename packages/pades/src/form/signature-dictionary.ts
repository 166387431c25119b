import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from '../pdf/objects.ts'
import { parsePdfDate } from './date.ts'
import type { FormField } from './fields.ts'
import { type Lock, lockOf, permissionsOf } from './permissions.ts'
import { decodeText } from './text-string.ts'

/** What stands in a signature field that is signed (ISO 32000-2, 12.8.1, table 255). Nothing in it is judged here. */
export interface SignatureDictionary {
  /** Null where it stands in the field itself. */
  readonly ref: PdfRef | null
  readonly dict: PdfDict
  readonly type: string | null
  readonly filter: string | null
  readonly subFilter: string | null
  /** The string itself with its span in the file; null where there is none or it is behind a reference. */
  readonly contents: PdfString | null
  /** The numbers as they stand there; null where there is no array of whole numbers in the dictionary itself. */
  readonly byteRange: readonly number[] | null
  /** `/M`: what the signer says of the time; `at` is null where it is no date. */
  readonly claimed: { readonly raw: string; readonly at: Date | null } | null
  readonly reason: string | null
  readonly location: string | null
  readonly name: string | null
  readonly contact: string | null
  /** 12.8.2.2: the level of certification that this signature asks for. */
  readonly certification: 1 | 2 | 3 | null
  /** 12.8.2.4: the fields that this signature locks. */
  readonly lock: Lock | null
}

/** The signature in a field, or null where the field is empty or holds no dictionary. */
export function signatureIn(
  file: PdfFile,
  field: FormField,
  at = file.latest.number,
): SignatureDictionary | null {
  const dict = file.resolve(field.value, at)
  if (!(dict instanceof PdfDict)) return null
  return readSignatureDictionary(file, field.value instanceof PdfRef ? field.value : null, dict, at)
}

/** Reads a signature dictionary, wherever it was found. */
export function readSignatureDictionary(
  file: PdfFile,
  ref: PdfRef | null,
  dict: PdfDict,
  at = file.latest.number,
): SignatureDictionary {
  const resolve = (key: string) => file.resolve(dict.get(key), at)
  const contents = dict.get('Contents')
  return {
    ref,
    dict,
    type: nameOf(resolve('Type')),
    filter: nameOf(resolve('Filter')),
    subFilter: nameOf(resolve('SubFilter')),
    contents: contents instanceof PdfString ? contents : null,
    byteRange: rangeOf(dict.get('ByteRange')),
    claimed: claimedOf(resolve('M')),
    reason: textOf(resolve('Reason')),
    location: textOf(resolve('Location')),
    name: textOf(resolve('Name')),
    contact: textOf(resolve('ContactInfo')),
    certification: permissionsOf(file, dict, at),
    lock: lockOf(file, dict, at),
  }
}

/** A range behind a reference could be another one for another reader. */
function rangeOf(value: PdfObject): readonly number[] | null {
  if (!Array.isArray(value) || value.length > 1024) return null
  const numbers = value.filter((item) => typeof item === 'number')
  return numbers.length === value.length && numbers.every(Number.isSafeInteger) ? numbers : null
}

function claimedOf(value: PdfObject): SignatureDictionary['claimed'] {
  const raw = textOf(value)
  return raw === null ? null : { raw, at: parsePdfDate(raw) }
}

function nameOf(value: PdfObject): string | null {
  return value instanceof PdfName ? value.value : null
}

function textOf(value: PdfObject): string | null {
  return value instanceof PdfString ? decodeText(value) : null
}
