import type { Route } from '../platform/http/route.ts'
import { webhooksApi } from './api.ts'
import { webhookPage } from './pages/webhook.tsx'
import { webhookForms } from './pages/webhook-forms.tsx'
import { webhooksPage } from './pages/webhooks.tsx'
import { createWebhookEndpoint, type WebhookOffer } from './webhooks.ts'

/** All addresses of this slice. */
export function webhookRoutes(offer: WebhookOffer): readonly Route[] {
  const create = createWebhookEndpoint(offer)
  return [webhooksPage(offer), ...webhookForms(offer, create), webhookPage, ...webhooksApi(offer, create)]
}
