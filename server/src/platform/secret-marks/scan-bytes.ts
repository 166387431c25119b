import { bearsSecretMark } from './find-secret-marks.ts'
import { type FileText, readOfficeText, UnpacksTooLarge } from './read-office-text.ts'
import { readPdfText } from './read-pdf-text.ts'

/** How much of a file's text was read: of pictures and scans none. It is never called clean. */
export type Reading = 'whole' | 'part' | 'none'
/** What a scan says: never a word of the text. */
export type ScanAnswer = Reading | 'marked' | 'too_large'

async function readText(bytes: Uint8Array, mediaType: string): Promise<FileText> {
  if (mediaType.startsWith('image/')) return { texts: [], reading: 'none' }
  if (mediaType === 'application/pdf') return readPdfText(bytes)
  if (mediaType.startsWith('text/')) return { texts: [new TextDecoder().decode(bytes)], reading: 'whole' }
  return readOfficeText(bytes)
}

/** Reads what a file says and looks for marks. It takes as long as the file makes it: run it in a thread under bounds. */
export async function scanBytes(bytes: Uint8Array, mediaType: string): Promise<ScanAnswer> {
  try {
    const { texts, reading } = await readText(bytes, mediaType)
    return texts.some(bearsSecretMark) ? 'marked' : reading
  } catch (error) {
    return error instanceof UnpacksTooLarge ? 'too_large' : 'none'
  }
}
