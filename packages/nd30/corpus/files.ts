import { readFile } from 'node:fs/promises'
import type { Label } from './label.ts'
import { writeDocxLibrary } from './make/by-docx/write-docx.ts'
import { writeWord } from './make/by-word/write-word.ts'
import { layDamaged } from './make/damage.ts'
import type { Laid } from './make/laid.ts'
import { lay } from './make/lay/lay.ts'
import type { Spec } from './make/spec.ts'

/** A set of labelled documents, and the folder where what LibreOffice wrote of them is kept. */
export interface Corpus {
  readonly labels: readonly Label[]
  readonly documents: readonly Spec[]
  readonly folder: URL
}

export function layOf(corpus: Corpus, label: Label, damaged: boolean): Laid {
  const spec = corpus.documents.find((each) => each.id === label.id)
  if (!spec) throw new Error(`no document ${label.id}`)
  return damaged ? layDamaged(spec, label) : lay(spec)
}

export const fileName = (label: Label, damaged: boolean): string =>
  `${label.id}-${damaged ? 'damaged' : 'sound'}.docx`

/** The file: built, or read where LibreOffice wrote it, which is not on every machine. */
export async function bytesOf(corpus: Corpus, label: Label, damaged: boolean): Promise<Uint8Array> {
  if (label.producer === 'libreoffice') return readFile(new URL(fileName(label, damaged), corpus.folder))
  const laid = layOf(corpus, label, damaged)
  return label.producer === 'word' ? writeWord(laid) : writeDocxLibrary(laid)
}
