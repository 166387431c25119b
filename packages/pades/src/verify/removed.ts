import { PadesError } from '../errors.ts'
import { type FormField, readForm } from '../form/fields.ts'
import { type SignatureDictionary, signatureIn } from '../form/signature-dictionary.ts'
import { changesOf } from '../pdf/changes.ts'
import type { PdfFile } from '../pdf/document.ts'
import { limitMet } from '../pdf/limits.ts'
import { PdfDict, type PdfObject, PdfString } from '../pdf/objects.ts'

interface Removed {
  readonly field: FormField
  readonly dictionary: SignatureDictionary
}

/** Enough to tell that the file is not what it was. */
const mostRemoved = 32
/** Forms are read of so many revisions that seem to hold another signature; an honest file has hardly one. */
const mostForms = 64

/**
 * The signatures that fields of earlier revisions held and no field holds now: without them a file that was signed would
 * pass for one that never was.
 *
 * @param seen where the `/Contents` of the signatures begin that are there
 * @throws PadesError `pdf_limit`
 */
export function* removedSignatures(file: PdfFile, seen: ReadonlySet<number>): Generator<Removed> {
  const known = new Set(seen)
  let forms = 0
  for (const { number: at, start: offset } of file.revisions.slice(0, -1)) {
    if (!mayHoldOther(file, at, known)) continue
    if (++forms > mostForms) throw limitMet('revisions', mostForms, offset)
    for (const field of readForm(file, at)?.fields ?? []) {
      const dictionary = field.kind === 'Sig' ? signatureIn(file, field, at) : null
      const start = dictionary?.contents?.start
      if (dictionary === null || start === undefined || known.has(start)) continue
      known.add(start)
      yield { field, dictionary }
      if (known.size - seen.size === mostRemoved) return
    }
  }
}

/** Looked at by what the revision changed, so that many revisions cost no more than what is in them. */
function mayHoldOther(file: PdfFile, at: number, known: ReadonlySet<number>): boolean {
  // The first is the whole document, whose form is sooner read than all of its objects.
  if (at === 0) return true
  return changesOf(file, at).some(
    ({ number, kind }) => kind !== 'freed' && isOther(readable(file, number, at), known),
  )
}

function isOther(value: PdfObject, known: ReadonlySet<number>): boolean {
  if (!(value instanceof PdfDict)) return false
  const inside = value.get('V')
  const dict = inside instanceof PdfDict ? inside : value
  const contents = dict.get('Contents')
  // Remarks have contents too.
  const isSignature = contents instanceof PdfString && dict.get('ByteRange') !== null
  return isSignature && contents.start >= 0 && !known.has(contents.start)
}

/** What cannot be read was no signature either. */
function readable(file: PdfFile, number: number, at: number): PdfObject {
  try {
    return file.getObject(number, at)?.value ?? null
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return null
  }
}
