import type { PdfFile } from '../../pdf/document.ts'
import { PdfStream } from '../../pdf/objects.ts'

/** What a file says of itself in its metadata (ISO 19005-2, 6.6.4). */
export interface PdfAClaim {
  readonly part: number
  /** `A`, `B` or `U`; of part 4 also `E`, `F` or nothing. */
  readonly conformance: string
}

const claims = new WeakMap<PdfFile, Map<number, PdfAClaim | null>>()

/** Null where the file claims nothing, or its metadata cannot be read. */
export function claimedPdfA(file: PdfFile, at = file.latest.number): PdfAClaim | null {
  const known = claims.get(file) ?? new Map<number, PdfAClaim | null>()
  claims.set(file, known)
  let claim = known.get(at)
  if (claim === undefined) {
    claim = claimIn(readXmp(file, at) ?? '')
    known.set(at, claim)
  }
  return claim
}

/** The text of the document's metadata; null where there are none. */
export function readXmp(file: PdfFile, at = file.latest.number): string | null {
  const metadata = file.resolve(file.catalog(at).get('Metadata'), at)
  if (!(metadata instanceof PdfStream)) return null
  const { bytes } = file.decode(metadata, at)
  const isWide = (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0
  return new TextDecoder(isWide ? 'utf-16be' : 'utf-8').decode(bytes)
}

/** The prefix may be any; the name of its namespace may not. */
export function claimIn(xmp: string): PdfAClaim | null {
  const prefix = /xmlns:([\w-]{1,64})\s*=\s*["']http:\/\/www\.aiim\.org\/pdfa\/ns\/id\/["']/.exec(xmp)?.[1]
  if (prefix === undefined) return null
  const part = Number(propertyIn(xmp, prefix, 'part') ?? Number.NaN)
  if (!Number.isInteger(part)) return null
  return { part, conformance: propertyIn(xmp, prefix, 'conformance') ?? '' }
}

/** A property as an attribute or as an element. */
function propertyIn(xmp: string, prefix: string, name: string): string | null {
  const asAttribute = new RegExp(`${prefix}:${name}\\s*=\\s*["']([^"'<]{1,8})["']`).exec(xmp)
  const asElement = new RegExp(`<${prefix}:${name}>\\s*([^<\\s]{1,8})\\s*</${prefix}:${name}>`).exec(xmp)
  return (asAttribute ?? asElement)?.[1] ?? null
}
