import type { Slice } from '../platform/slices/slice.ts'
import { newsApi } from './api/news.ts'
import { messages as actsEn } from './messages/acts.en.ts'
import { messages as actsVi } from './messages/acts.vi.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { newsForm } from './pages/news.tsx'
import { subjectKinds } from './subject.ts'
import { tellCommented } from './talk/tell-commented.ts'
import { officeWorklist } from './worklist.ts'

export const officeSlice: Slice = {
  messages: [{ vi, en }],
  acts: { vi: actsVi, en: actsEn },
  routes: ({ offers }) => {
    const kinds = offers.at(subjectKinds)
    return [newsForm(kinds), ...newsApi(kinds)]
  },
  worklist: ({ offers }) => officeWorklist(offers.at(subjectKinds)),
  subscribers: ({ offers }) => [tellCommented(offers.at(subjectKinds))],
}
