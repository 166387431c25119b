import type { Corpus } from './files.ts'
import { labels } from './labels.ts'
import { documents } from './make/documents.ts'

export const corpus: Corpus = {
  labels,
  documents,
  folder: new URL('./libreoffice/', import.meta.url),
}
