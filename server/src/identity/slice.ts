import { recordedFacts } from '../platform/audit/verify-facts.ts'
import { emergencyKinds } from '../platform/slices/emergency.ts'
import { offer } from '../platform/slices/extension-point.ts'
import { recordedKinds } from '../platform/slices/recorded-kind.ts'
import type { Slice } from '../platform/slices/slice.ts'
import { accountWorklist } from './accounts/account-worklist.ts'
import { accountPanels, shownAccounts } from './extension-points.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { messages as helpEn } from './messages-help.en.ts'
import { messages as helpVi } from './messages-help.vi.ts'
import { messages as actsEn } from './messages-record.en.ts'
import { messages as actsVi } from './messages-record.vi.ts'
import { recordedAccounts } from './recorded-kinds.ts'
import { recordedGrants } from './roles/recorded-grants.ts'
import { identityNavigation, identityRoutes } from './routes.ts'
import { tellAppointed } from './second-person/tell-holders.ts'

export const identitySlice: Slice = {
  messages: [
    { vi, en },
    { vi: helpVi, en: helpEn },
  ],
  acts: { vi: actsVi, en: actsEn },
  help: [
    { slug: 'tai-khoan-quan-tri', section: 'identity.accounts', steps: 3 },
    { slug: 'vai-tro', section: 'identity.grants', steps: 3 },
    { slug: 'xac-nhan-quyen', section: 'identity.confirmations', steps: 3 },
    { slug: 'xem-khan', section: 'identity.emergencies', steps: 3 },
    { slug: 'tai-khoan', section: 'account', steps: 5 },
  ],
  routes: ({ offers, settings }) =>
    identityRoutes({
      demonstrationAccounts: offers.at(shownAccounts),
      mail: settings?.mail ?? null,
      outside: settings?.oidc,
      publicUrl: settings?.publicUrl,
      emergencyKinds: offers.at(emergencyKinds),
      accountPanels: offers.at(accountPanels),
    }),
  navigation: identityNavigation,
  worklist: () => accountWorklist,
  subscribers: () => [tellAppointed],
  offers: [...offer(recordedKinds, recordedAccounts), ...offer(recordedFacts, recordedGrants)],
}
