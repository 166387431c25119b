import type { Language } from '../platform/context.ts'
import type { MessageKey } from '../platform/message-key.ts'
import { messages as platformEn } from '../platform/messages.en.ts'
import { messages as platformVi } from '../platform/messages.vi.ts'
import { spokenParams } from '../platform/spoken-params.ts'
import { mergeCatalogues, type Words, wordsOf } from '../platform/words.ts'
import { formatDate, formatNumber } from '../ui/format.ts'
import { messages as uiEn } from '../ui/messages.en.ts'
import { messages as uiVi } from '../ui/messages.vi.ts'
import { messages as appEn } from './messages.en.ts'
import { messages as appVi } from './messages.vi.ts'
import { messages as apiEn } from './messages-api.en.ts'
import { messages as apiVi } from './messages-api.vi.ts'
import { messages as referenceEn } from './messages-reference.en.ts'
import { messages as referenceVi } from './messages-reference.vi.ts'
import { actCatalogues, ofSlices } from './slices.ts'

/** What every slice says, in both languages. */
export const catalogues = mergeCatalogues([
  { vi: platformVi, en: platformEn },
  { vi: uiVi, en: uiEn },
  ...ofSlices('messages'),
  ...actCatalogues,
  { vi: appVi, en: appEn },
  { vi: apiVi, en: apiEn },
  { vi: referenceVi, en: referenceEn },
])

const codeWords = ofSlices('codeWords')

// What is wrong with an act, and with a cell of a workbook.
const spoken = /^(refusal|workbook\.fault)\./

/** The words of a language; in the sentence of a refusal dates, numbers and code words are spoken as its readers say them. */
export function words(language: Language): Words {
  const plain = wordsOf(catalogues, language)
  const speech = {
    word: (key: MessageKey) => plain(key),
    date: (date: string) => formatDate(date, language),
    number: (value: string) => formatNumber(Number(value), language),
  }
  return (key, params = {}) => plain(key, spoken.test(key) ? spokenParams(params, codeWords, speech) : params)
}
