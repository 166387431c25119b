import { accountPanels } from '../identity/index.ts'
import { offer } from '../platform/slices/extension-point.ts'
import { outwardEvents } from '../platform/slices/outward-events.ts'
import type { Slice } from '../platform/slices/slice.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { messages as actsEn } from './messages-record.en.ts'
import { messages as actsVi } from './messages-record.vi.ts'
import { webhooksPanel } from './pages/account-panel.tsx'
import { webhookRoutes } from './routes.ts'
import { forgetLetters } from './sender.ts'
import { takeEvents } from './take-events.ts'
import { webhookWorklist } from './webhook-worklist.ts'

export const webhooksSlice: Slice = {
  messages: [{ vi, en }],
  acts: { vi: actsVi, en: actsEn },
  routes: ({ offers, settings }) =>
    webhookRoutes({
      events: offers.at(outwardEvents).flatMap(({ events }) => events),
      hosts: settings?.webhookHosts ?? [],
    }),
  worklist: () => webhookWorklist,
  subscribers: ({ offers, settings }) => [
    takeEvents(offers.at(outwardEvents), `${settings?.publicUrl ?? ''}/api/v1`),
  ],
  upkeep: [forgetLetters],
  offers: offer(accountPanels, webhooksPanel),
}
