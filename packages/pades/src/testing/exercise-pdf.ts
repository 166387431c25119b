import { changesOf } from '../pdf/changes.ts'
import { openPdf, type PdfFile } from '../pdf/document.ts'
import type { PdfLimits } from '../pdf/limits.ts'
import { PdfStream } from '../pdf/objects.ts'
import { countPages, listPages, pageAt } from '../pdf/pages.ts'
import { writeUpdate } from '../pdf/write-update.ts'
import type { ByteSource } from '../source.ts'

/** Bytes as a file gives them: in parts, and never all of them at hand. */
export function partsOf(bytes: Uint8Array): ByteSource {
  return { sizeBytes: bytes.length, read: (from, to) => bytes.slice(from, to) }
}

/** Reads all that a file has, so that whatever is wrong with it is met. */
export function readWhole(source: ByteSource, limits: Partial<PdfLimits> = {}): PdfFile {
  const file = openPdf(source, limits)
  for (const { number: at } of file.revisions)
    for (const { number } of changesOf(file, at)) {
      const value = file.getObject(number, at)?.value
      if (value instanceof PdfStream) file.decode(value, at)
    }
  const pages = listPages(file)
  if (pages.length !== countPages(file)) throw new Error('pages were counted otherwise')
  pageAt(file, 0)
  file.info()
  file.versionAt()
  writeUpdate(file, [{ number: file.nextNumber, value: null }])
  return file
}
