import type { PdfFile } from '../../pdf/document.ts'
import { PdfDict, PdfName, PdfStream } from '../../pdf/objects.ts'

/** The ICC profile of the output intent for PDF/A (ISO 19005-2, 6.2.3); null where there is none. */
export function outputProfile(file: PdfFile, at = file.latest.number): PdfStream | null {
  const intents = file.resolve(file.catalog(at).get('OutputIntents'), at)
  for (const item of Array.isArray(intents) ? intents : []) {
    const intent = file.resolve(item, at)
    const kind = intent instanceof PdfDict ? file.resolve(intent.get('S'), at) : null
    if (!(intent instanceof PdfDict) || !(kind instanceof PdfName) || kind.value !== 'GTS_PDFA1') continue
    const profile = file.resolve(intent.get('DestOutputProfile'), at)
    if (profile instanceof PdfStream) return profile
  }
  return null
}

export function hasOutputIntent(file: PdfFile, at = file.latest.number): boolean {
  return outputProfile(file, at) !== null
}
