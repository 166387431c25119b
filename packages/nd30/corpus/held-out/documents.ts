import type { Spec } from '../make/spec.ts'
import { heldDocx } from './documents/docx.ts'
import { heldLibreoffice } from './documents/libreoffice.ts'
import { heldWord } from './documents/word.ts'

export const heldOutDocuments: readonly Spec[] = [...heldDocx, ...heldLibreoffice, ...heldWord]
