import type { Label } from '../label.ts'
import { heldDocx } from './labels/docx.ts'
import { heldLibreoffice } from './labels/libreoffice.ts'
import { heldWord } from './labels/word.ts'

/** Measured once, at the end; who writes rules does not look at these. */
export const heldOutLabels: readonly Label[] = [...heldDocx, ...heldLibreoffice, ...heldWord]
