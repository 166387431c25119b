import { recordedFacts } from '../platform/audit/verify-facts.ts'
import { offer } from '../platform/slices/extension-point.ts'
import { recordedKinds } from '../platform/slices/recorded-kind.ts'
import type { Slice } from '../platform/slices/slice.ts'
import { citations, firstCitation, unitDependants, unitPanels } from './extension-points.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { messages as helpEn } from './messages-help.en.ts'
import { messages as helpVi } from './messages-help.vi.ts'
import { messages as actsEn } from './messages-record.en.ts'
import { messages as actsVi } from './messages-record.vi.ts'
import { recordedHoldings } from './people/recorded-holdings.ts'
import { recordedUnits } from './recorded-kinds.ts'
import { organisationNavigation, organisationRoutes } from './routes.ts'
import { directorySearch } from './search-directory.ts'
import { namesOfToday } from './units/rename-unit.ts'

export const organisationSlice: Slice = {
  messages: [
    { vi, en },
    { vi: helpVi, en: helpEn },
  ],
  acts: { vi: actsVi, en: actsEn },
  help: [{ slug: 'danh-ba', section: 'organisation.directory', steps: 4 }],
  routes: ({ offers }) =>
    organisationRoutes({
      unitPanels: offers.at(unitPanels),
      unitDependants: offers.at(unitDependants),
      citation: (c) => firstCitation(c, offers.at(citations)),
    }),
  navigation: organisationNavigation,
  search: directorySearch,
  upkeep: [namesOfToday],
  offers: [...offer(recordedKinds, recordedUnits), ...offer(recordedFacts, recordedHoldings)],
}
