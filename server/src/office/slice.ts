import type { Slice } from '../platform/slices/slice.ts'
import { filterApi } from './api/filters.ts'
import { newsApi } from './api/news.ts'
import { filteredLists } from './list/filtered-list.ts'
import { savedFilters } from './list/saved-filters.ts'
import { messages as actsEn } from './messages/acts.en.ts'
import { messages as actsVi } from './messages/acts.vi.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { newsForm } from './pages/news.tsx'
import { filterPages } from './pages/saved-filters.tsx'
import { subjectKinds } from './subject.ts'
import { tellCommented } from './talk/tell-commented.ts'
import { officeWorklist } from './worklist.ts'

export const officeSlice: Slice = {
  messages: [{ vi, en }],
  acts: { vi: actsVi, en: actsEn },
  routes: ({ offers }) => {
    const kinds = offers.at(subjectKinds)
    const filters = savedFilters(offers.at(filteredLists))
    return [newsForm(kinds), ...newsApi(kinds), ...filterPages(filters), ...filterApi(filters)]
  },
  worklist: ({ offers }) => officeWorklist(offers.at(subjectKinds)),
  subscribers: ({ offers }) => [tellCommented(offers.at(subjectKinds))],
}
