import { bytesSource, checkPdfA, openPdf, PadesError } from '@dot-pha/pades'

/**
 * What the check of `pades` finds in a PDF/A, as `code what`, such as `font_not_embedded Arial`; the code of its error
 * where it cannot read the file.
 */
export function pdfAFindings(bytes: Uint8Array): readonly string[] {
  try {
    const { findings } = checkPdfA(openPdf(bytesSource(bytes)))
    return findings.map(({ code, what }) => `${code} ${what ?? ''}`)
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return [`${error.code} `]
  }
}
