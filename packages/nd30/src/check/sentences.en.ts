import { bodySentencesEn } from './judge/body-sentences.en.ts'
import { capitalSentencesEn } from './judge/capitals-sentences.en.ts'
import { formSentencesEn } from './judge/form-sentences.en.ts'
import type { SentenceCode } from './sentences.vi.ts'

export const sentencesEn: Readonly<Record<SentenceCode, string>> = {
  look_wrong: '{component}: {found}; required: {expected}.',
  ...bodySentencesEn,
  ...capitalSentencesEn,
  ...formSentencesEn,
}
