import { errorSentencesEn } from './error-sentences.en.ts'
import { errorSentencesVi } from './error-sentences.vi.ts'
import type { Nd30Error } from './errors.ts'

/** What an error means and what to do, in both languages. */
export function errorSentence({ code, details }: Nd30Error): { readonly vi: string; readonly en: string } {
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? '…'))
  return { vi: fill(errorSentencesVi[code]), en: fill(errorSentencesEn[code]) }
}
