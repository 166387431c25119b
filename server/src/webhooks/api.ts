import { z } from 'zod'
import { optionalText, whole } from '../platform/http/fields.ts'
import { type ApiRoute, apiRead, apiWrite } from '../platform/http/route.ts'
import { troubles } from './post-letter.ts'
import {
  type DeliveryView,
  getWebhook,
  listDeliveries,
  listWebhooks,
  type WebhookView,
} from './webhook-queries.ts'
import {
  type createWebhookEndpoint,
  pingWebhookEndpoint,
  removeWebhookEndpoint,
  resendDeliveryEndpoint,
  resumeWebhookEndpoint,
  type WebhookOffer,
} from './webhooks.ts'

const instant = () => z.iso.datetime()

const webhook = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  createdAt: instant(),
  pausedAt: instant().nullable(),
  pausedBecause: z
    .enum(['failing', 'gone', 'post_gone'])
    .nullable()
    .describe(
      'failing: no letter was taken for days; gone: it answered 410; post_gone: the post is no longer held.',
    ),
})

const said = ({ createdAt, pausedAt, events, ...view }: WebhookView) => ({
  ...view,
  events: [...events],
  createdAt: createdAt.toISOString(),
  pausedAt: pausedAt?.toISOString() ?? null,
})

const delivery = z.object({
  id: z.string().describe('The header webhook-id: the same for each try.'),
  event: z.string(),
  body: z.string().describe('The very text that is signed and sent.'),
  createdAt: instant(),
  state: z.enum(['waiting', 'taken', 'given_up']),
  tries: z.number().int(),
  nextTryAt: instant().nullable(),
  lastTriedAt: instant().nullable(),
  lastStatus: z.number().int().nullable().describe('The HTTP status of the last answer.'),
  lastTrouble: z.enum(troubles).nullable().describe('What kept the last try from an answer.'),
})

const saidDelivery = (view: DeliveryView) => ({
  ...view,
  createdAt: view.createdAt.toISOString(),
  nextTryAt: view.nextTryAt?.toISOString() ?? null,
  lastTriedAt: view.lastTriedAt?.toISOString() ?? null,
})

const none = z.strictObject({})

/** The same for machines. Only the secret is not read again. */
export const webhooksApi = (
  offer: WebhookOffer,
  create: ReturnType<typeof createWebhookEndpoint>,
): readonly ApiRoute[] => [
  apiRead({
    path: '/webhook-events',
    name: 'webhook.list-events',
    query: none,
    output: z.object({ items: z.array(z.string()) }),
    run: async () => ({ items: [...offer.events] }),
  }),
  apiRead({
    path: '/webhooks',
    name: 'webhook.list',
    query: none,
    output: z.object({ items: z.array(webhook) }),
    run: async (c) => ({ items: (await listWebhooks(c)).map(said) }),
  }),
  apiRead({
    path: '/webhooks/:webhookId',
    name: 'webhook.read',
    query: none,
    output: webhook,
    run: async (c, { params: { webhookId = '' } }) => said(await getWebhook(c, webhookId)),
  }),
  apiRead({
    path: '/webhooks/:webhookId/deliveries',
    name: 'webhook.list-deliveries',
    query: z.strictObject({ limit: whole(1, 200).optional(), cursor: optionalText(1000) }),
    output: z.object({ items: z.array(delivery), next: z.string().nullable() }),
    async run(c, { params: { webhookId = '' }, query: { cursor, limit } }) {
      const list = await listDeliveries(c, webhookId, { cursor: cursor || null, limit })
      return { items: list.items.map(saidDelivery), next: list.next }
    },
  }),
  apiWrite({
    path: '/webhooks',
    endpoint: create,
    output: z.object({
      webhookId: z.string(),
      secret: z.string().describe('Signs each letter. Shown now and never again.'),
    }),
    status: 201,
    location: ({ webhookId }) => `/webhooks/${webhookId}`,
  }),
  apiWrite({
    path: '/webhooks/:webhookId/removal',
    endpoint: removeWebhookEndpoint,
    output: z.object({ webhookId: z.string() }),
  }),
  apiWrite({
    path: '/webhooks/:webhookId/resumption',
    endpoint: resumeWebhookEndpoint,
    output: z.object({ webhookId: z.string(), again: z.number().int() }),
  }),
  apiWrite({
    path: '/webhooks/:webhookId/pings',
    endpoint: pingWebhookEndpoint,
    output: z.object({ webhookId: z.string(), deliveryId: z.string() }),
    status: 201,
    location: ({ webhookId }) => `/webhooks/${webhookId}/deliveries`,
  }),
  apiWrite({
    path: '/webhooks/:webhookId/deliveries/:deliveryId/resending',
    endpoint: resendDeliveryEndpoint,
    output: z.object({ webhookId: z.string(), deliveryId: z.string() }),
  }),
]
