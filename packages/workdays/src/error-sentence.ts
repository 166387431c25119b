import { errorSentencesEn } from './error-sentences.en.ts'
import { errorSentencesVi } from './error-sentences.vi.ts'
import type { WorkdaysError } from './errors.ts'

/** What an error means, as one sentence for people in each language. */
export function errorSentence({ code, details }: WorkdaysError): {
  readonly vi: string
  readonly en: string
} {
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
  return { vi: fill(errorSentencesVi[code]), en: fill(errorSentencesEn[code]) }
}
