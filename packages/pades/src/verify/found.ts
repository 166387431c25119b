import { parseSignedData, type SignedData } from '../cms/signed-data.ts'
import { PadesError } from '../errors.ts'
import { type AcroForm, type FormField, readForm } from '../form/fields.ts'
import { orphanSignatureFields } from '../form/orphans.ts'
import { type SignatureDictionary, signatureIn } from '../form/signature-dictionary.ts'
import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfRef } from '../pdf/objects.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import { finding } from './finding.ts'
import { removedSignatures } from './removed.ts'
import type { Finding } from './report.ts'

/** A signature of a file with what it covers and the message in it. */
export interface FoundSignature {
  readonly field: FormField
  readonly dictionary: SignatureDictionary
  readonly coverage: Coverage
  readonly isTimestamp: boolean
  /** Null where it is none or broken. */
  readonly data: SignedData | null
  /** What is wrong with the way in which it stands in the file. */
  readonly placing: readonly Finding[]
}

/** No document is signed more often; a made one would ask for a report without end. */
const mostSignatures = 5000

/**
 * All signatures of a file, those of earlier revisions first; also those that a later revision took away, and those that
 * are on a page without being in the form.
 */
export function findSignatures(file: PdfFile, evidence: Evidence): readonly FoundSignature[] {
  const found: FoundSignature[] = []
  const form = readForm(file)
  const fields = (form?.fields ?? []).filter(({ kind, value }) => kind === 'Sig' && value !== null)
  if (fields.length > mostSignatures)
    throw new PadesError('pdf_limit', `PDF: more than ${mostSignatures} signatures`, { limit: 'signatures' })
  const names = countBy(fields, ({ name }) => name)
  const places = countBy(fields, (field) => String(signatureIn(file, field)?.contents?.start))
  for (const field of fields) {
    const dictionary = signatureIn(file, field)
    if (dictionary === null) continue
    const placing: Finding[] = []
    if ((names.get(field.name) ?? 0) > 1) placing.push(finding('field_name_twice', { field: field.name }))
    if (dictionary.contents !== null && (places.get(String(dictionary.contents.start)) ?? 0) > 1)
      placing.push(finding('signature_in_two_fields', { field: field.name }))
    found.push(foundAt(file, { field, dictionary }, evidence, placing))
  }
  const seen = new Set(found.map(({ dictionary }) => dictionary.contents?.start ?? -1))
  for (const taken of removedSignatures(file, seen)) {
    seen.add(taken.dictionary.contents?.start ?? -1)
    found.push(foundAt(file, taken, evidence, [finding('signature_removed', { field: taken.field.name })]))
  }
  for (const field of onPagesAlone(file, form)) {
    const dictionary = signatureIn(file, field)
    if (dictionary === null || seen.has(dictionary.contents?.start ?? -1)) continue
    const { name } = field
    found.push(
      foundAt(file, { field, dictionary }, evidence, [finding('field_not_in_form', { field: name })]),
    )
  }
  return found.sort((a, b) => numberOf(a) - numberOf(b))
}

/** What cannot be read of the pages, nobody shows. */
function onPagesAlone(file: PdfFile, form: AcroForm | null): readonly FormField[] {
  try {
    return orphanSignatureFields(file, form)
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return []
  }
}

function foundAt(
  file: PdfFile,
  { field, dictionary }: Pick<FoundSignature, 'field' | 'dictionary'>,
  evidence: Evidence,
  besides: readonly Finding[],
): FoundSignature {
  const coverage = coverageOf(file, dictionary)
  const placing: Finding[] = []
  if (coverage.problem !== null) placing.push(finding(coverage.problem))
  if (coverage.revision !== null && !stoodThere(file, field, dictionary, coverage.revision.number))
    placing.push(finding('not_in_own_revision'))
  placing.push(...besides)
  const isTimestamp = dictionary.type === 'DocTimeStamp' || dictionary.subFilter === 'ETSI.RFC3161'
  return { field, dictionary, coverage, isTimestamp, data: readMessage(dictionary, evidence), placing }
}

/** The number of the revision that a signature closes; where it closes none, it counts as the last. */
export function numberOf({ coverage }: FoundSignature): number {
  return coverage.revision?.number ?? Number.MAX_SAFE_INTEGER
}

/** Whether the same field held the same signature in the revision that it covers. */
function stoodThere(file: PdfFile, field: FormField, dictionary: SignatureDictionary, at: number): boolean {
  const then = file.get(field.ref, at)
  if (!(then instanceof PdfDict)) return false
  if (dictionary.ref === null) return isSamePlace(then.get('V'), dictionary)
  const value = field.dict.get('V') === null ? dictionary.ref : then.get('V')
  const isSame = value instanceof PdfRef && value.number === dictionary.ref.number
  return isSame && isSamePlace(file.get(dictionary.ref, at), dictionary)
}

function isSamePlace(value: unknown, { dict }: SignatureDictionary): boolean {
  return value instanceof PdfDict && value.start === dict.start && value.start >= 0
}

function readMessage({ contents }: SignatureDictionary, evidence: Evidence): SignedData | null {
  if (contents === null) return null
  try {
    const data = parseSignedData(contents.bytes, evidence.cache.parse)
    evidence.addSigned(data)
    return data
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return null
  }
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
