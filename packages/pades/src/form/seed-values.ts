import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfString } from '../pdf/objects.ts'
import { decodeText } from './text-string.ts'

/** What must be as it is asked; what is not among these is a wish. */
export type SeedRequirement =
  | 'Filter'
  | 'SubFilter'
  | 'V'
  | 'Reasons'
  | 'LegalAttestation'
  | 'AddRevInfo'
  | 'DigestMethod'
  | 'LockDocument'
  | 'AppearanceFilter'

/** What an empty signature field asks of its signature (ISO 32000-2, 12.7.5.5, table 237). */
export interface SeedValues {
  readonly required: ReadonlySet<SeedRequirement>
  readonly filter: string | null
  readonly subFilters: readonly string[]
  /** As they stand there: `SHA256`. */
  readonly digestMethods: readonly string[]
  readonly reasons: readonly string[]
  /** 0 asks for a signature that does not certify; null asks for nothing. */
  readonly certification: 0 | 1 | 2 | 3 | null
  readonly timestampRequired: boolean
  readonly addsRevocation: boolean
  readonly locksDocument: boolean
  readonly certificate: SeedCertificate | null
}

/** Table 238 */
export interface SeedCertificate {
  readonly required: ReadonlySet<SeedCertificateRequirement>
  /** DER of the certificates of which the signer's must be one. */
  readonly subjects: readonly Uint8Array[]
  /** DER of the certificates of which one must be in the signer's chain. */
  readonly issuers: readonly Uint8Array[]
  /** Policies of which the signer's certificate must have one. */
  readonly policies: readonly string[]
  /** Patterns of `0`, `1` and anything for the nine usages of a key; one must fit. */
  readonly keyUsages: readonly string[]
}

export type SeedCertificateRequirement = 'Subject' | 'Issuer' | 'OID' | 'SubjectDN' | 'KeyUsage' | 'URL'

/** Bits of `/Ff`, lowest first. */
const requirements: readonly SeedRequirement[] = [
  ...(['Filter', 'SubFilter', 'V', 'Reasons', 'LegalAttestation', 'AddRevInfo'] as const),
  ...(['DigestMethod', 'LockDocument', 'AppearanceFilter'] as const),
]
const certificateRequirements: readonly (SeedCertificateRequirement | null)[] = [
  ...(['Subject', 'Issuer', 'OID', 'SubjectDN', null, 'KeyUsage', 'URL'] as const),
]

const mostItems = 1000

/** What an empty field asks of whoever signs it; null where it asks nothing. */
export function seedValuesOf(file: PdfFile, field: PdfDict, at = file.latest.number): SeedValues | null {
  const dict = file.resolve(field.get('SV'), at)
  if (!(dict instanceof PdfDict)) return null
  const read = new SeedReader(file, dict, at)
  const certificate = read.dict('Cert')
  const timestamp = read.dict('TimeStamp')
  const permission = read.dict('MDP')?.value('P') ?? null
  return {
    required: flagged(requirements, read.value('Ff')),
    filter: nameIn(read.value('Filter')),
    subFilters: read.list('SubFilter').flatMap((item) => nameIn(item) ?? []),
    digestMethods: read.list('DigestMethod').flatMap(textIn),
    reasons: read.list('Reasons').flatMap(textIn),
    certification:
      permission === 0 || permission === 1 || permission === 2 || permission === 3 ? permission : null,
    timestampRequired: timestamp !== null && isOdd(timestamp.value('Ff')),
    addsRevocation: read.value('AddRevInfo') === true,
    locksDocument: nameIn(read.value('LockDocument')) === 'true',
    certificate: certificate === null ? null : readCertificateSeed(certificate),
  }
}

function readCertificateSeed(read: SeedReader): SeedCertificate {
  return {
    required: flagged(certificateRequirements, read.value('Ff')),
    subjects: read.list('Subject').flatMap(bytesIn),
    issuers: read.list('Issuer').flatMap(bytesIn),
    policies: read.list('OID').flatMap(textIn),
    keyUsages: read.list('KeyUsage').flatMap(textIn),
  }
}

class SeedReader {
  readonly #file: PdfFile
  readonly #dict: PdfDict
  readonly #at: number

  constructor(file: PdfFile, dict: PdfDict, at: number) {
    this.#file = file
    this.#dict = dict
    this.#at = at
  }

  value(key: string): PdfObject {
    return this.#file.resolve(this.#dict.get(key), this.#at)
  }

  list(key: string): readonly PdfObject[] {
    const list = this.value(key)
    if (!Array.isArray(list)) return []
    return list.slice(0, mostItems).map((item) => this.#file.resolve(item, this.#at))
  }

  dict(key: string): SeedReader | null {
    const dict = this.value(key)
    return dict instanceof PdfDict ? new SeedReader(this.#file, dict, this.#at) : null
  }
}

function flagged<Name extends string>(names: readonly (Name | null)[], flags: PdfObject): ReadonlySet<Name> {
  const bits = typeof flags === 'number' ? flags : 0
  return new Set(names.filter((name, bit) => name !== null && ((bits >> bit) & 1) === 1) as Name[])
}

const isOdd = (value: PdfObject): boolean => typeof value === 'number' && (value & 1) === 1

const nameIn = (value: PdfObject): string | null => (value instanceof PdfName ? value.value : null)

const textIn = (value: PdfObject): readonly string[] =>
  value instanceof PdfString ? [decodeText(value)] : []

const bytesIn = (value: PdfObject): readonly Uint8Array[] => (value instanceof PdfString ? [value.bytes] : [])
