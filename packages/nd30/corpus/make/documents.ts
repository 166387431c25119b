import { docxParty } from './documents/docx-party.ts'
import { docxState } from './documents/docx-state.ts'
import { libreofficeParty } from './documents/libreoffice-party.ts'
import { libreofficeState } from './documents/libreoffice-state.ts'
import { wordParty } from './documents/word-party.ts'
import { wordState } from './documents/word-state.ts'
import type { Spec } from './spec.ts'

/** What the documents of the corpus say; every body and every person in them is invented. */
export const documents: readonly Spec[] = [
  ...docxState,
  ...docxParty,
  ...libreofficeState,
  ...libreofficeParty,
  ...wordState,
  ...wordParty,
]
