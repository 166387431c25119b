import { recordedKinds } from '../platform/slices/recorded-kind.ts'
import type { Slice } from '../platform/slices/slice.ts'
import { spillSites } from '../platform/slices/spill-sites.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { messages as actsEn } from './messages-acts.en.ts'
import { messages as actsVi } from './messages-acts.vi.ts'
import { messages as helpEn } from './messages-help.en.ts'
import { messages as helpVi } from './messages-help.vi.ts'
import { securityNavigation, securityRoutes } from './routes.ts'
import { spillNavigation, spillRoutes } from './spill-routes.ts'
import { recordedWords } from './words.ts'

export const securitySlice: Slice = {
  messages: [
    { vi, en },
    { vi: helpVi, en: helpEn },
  ],
  acts: { vi: actsVi, en: actsEn },
  help: [
    { slug: 'nhat-ky', section: 'security.record', steps: 3 },
    { slug: 'bao-mat', section: 'security.spills', steps: 3 },
  ],
  routes: ({ offers, recordKeys }) => [
    ...securityRoutes(recordedWords(offers.at(recordedKinds), recordKeys)),
    ...spillRoutes(offers.at(spillSites)),
  ],
  navigation: [...securityNavigation, spillNavigation],
}
