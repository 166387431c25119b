import { bodySentencesVi } from './judge/body-sentences.vi.ts'
import { capitalSentencesVi } from './judge/capitals-sentences.vi.ts'
import { formSentencesVi } from './judge/form-sentences.vi.ts'

/**
 * What was found, for an official; `{found}`, `{expected}` and other names are filled in. A topic with many sentences
 * keeps them in a file beside its rules (`judge/<topic>-sentences.vi.ts`, `.en.ts`), spread here and in `sentences.en.ts`.
 */
export const sentencesVi = {
  look_wrong: '{component}: {found}; theo quy định: {expected}.',
  ...bodySentencesVi,
  ...capitalSentencesVi,
  ...formSentencesVi,
} as const

export type SentenceCode = keyof typeof sentencesVi
