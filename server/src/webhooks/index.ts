/**
 * Events for machines outside: an address of an account in a post hears what that post may read, in letters that are signed
 * and sent until they are taken. Which events there are, and who may hear of what, the slices say by `OutwardEvents`.
 */
import type { Route } from '../platform/http/route.ts'
import { webhooksApi } from './api.ts'
import { webhookPage } from './pages/webhook.tsx'
import { webhookForms } from './pages/webhook-forms.tsx'
import { webhooksPage } from './pages/webhooks.tsx'
import { createWebhookEndpoint, type WebhookOffer } from './webhooks.ts'

export { messages as messagesEn } from './messages.en.ts'
export { messages as messagesVi } from './messages.vi.ts'
export { webhooksPanel } from './pages/account-panel.tsx'
export { forgetLetters, WebhookSender } from './sender.ts'
export { takeEvents } from './take-events.ts'
export { webhookWorklist } from './webhook-worklist.ts'

/** All addresses of this slice. */
export function webhookRoutes(offer: WebhookOffer): readonly Route[] {
  const create = createWebhookEndpoint(offer)
  return [webhooksPage(offer), ...webhookForms(offer, create), webhookPage, ...webhooksApi(offer, create)]
}
