import { messages as identityEn } from '../identity/messages.en.ts'
import { messages as identityVi } from '../identity/messages.vi.ts'
import { messages as organisationEn } from '../organisation/messages.en.ts'
import { messages as organisationVi } from '../organisation/messages.vi.ts'
import type { Language } from '../platform/context.ts'
import { messages as platformEn } from '../platform/messages.en.ts'
import { messages as platformVi } from '../platform/messages.vi.ts'
import { mergeCatalogues, type Words, wordsOf } from '../platform/words.ts'
import { messages as programmeEn } from '../programme/messages.en.ts'
import { messages as programmeVi } from '../programme/messages.vi.ts'
import { spokenParams } from '../programme/rules/refusals.ts'
import { formatDate, formatNumber } from '../ui/format.ts'
import { messages as uiEn } from '../ui/messages.en.ts'
import { messages as uiVi } from '../ui/messages.vi.ts'
import { messages as appEn } from './messages.en.ts'
import { messages as appVi } from './messages.vi.ts'

/** What every slice says, in both languages. */
export const catalogues = mergeCatalogues([
  { vi: platformVi, en: platformEn },
  { vi: uiVi, en: uiEn },
  { vi: organisationVi, en: organisationEn },
  { vi: identityVi, en: identityEn },
  { vi: programmeVi, en: programmeEn },
  { vi: appVi, en: appEn },
])

/** The words of a language; in the sentence of a refusal dates, numbers and code words are spoken as its readers say them. */
export function words(language: Language): Words {
  const plain = wordsOf(catalogues, language)
  const speech = {
    word: (key: string) => plain(key),
    date: (date: string) => formatDate(date, language),
    number: (value: string) => formatNumber(Number(value), language),
  }
  return (key, params = {}) => plain(key, key.startsWith('refusal.') ? spokenParams(params, speech) : params)
}
