import type { Label } from './label.ts'
import { docxParty } from './labels/docx-party.ts'
import { docxState } from './labels/docx-state.ts'
import { libreofficeParty } from './labels/libreoffice-party.ts'
import { libreofficeState } from './labels/libreoffice-state.ts'
import { wordParty } from './labels/word-party.ts'
import { wordState } from './labels/word-state.ts'

/** What each document of the corpus is and what is wrong with its damaged twin. */
export const labels: readonly Label[] = [
  ...docxState,
  ...docxParty,
  ...libreofficeState,
  ...libreofficeParty,
  ...wordState,
  ...wordParty,
]
