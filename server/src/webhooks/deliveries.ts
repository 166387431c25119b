import type { PublicContext } from '../platform/context.ts'
import { newId } from '../platform/id.ts'
import { type DeliveryId, type WebhookId, webhooksDb } from './tables.ts'

export const pingEvent = 'ping'

export interface Letter {
  /** Null: it is about nothing that happened. */
  readonly eventId: string | null
  readonly event: string
  /** As Standard Webhooks shapes it. */
  readonly body: { readonly type: string; readonly timestamp: string; readonly data: object }
}

/** Keeps a letter to be sent; one about the same event for the same address is kept once. */
export async function keepDelivery(
  c: Pick<PublicContext, 'db' | 'now'>,
  webhookId: WebhookId,
  { eventId, event, body }: Letter,
): Promise<DeliveryId> {
  const id = newId<'webhook-delivery'>()
  await webhooksDb(c)
    .insertInto('webhook_delivery')
    .values({
      id,
      webhook_id: webhookId,
      event_id: eventId,
      event,
      body: JSON.stringify(body),
      created_at: c.now,
      state: 'waiting',
      next_try_at: c.now,
    })
    .onConflict((conflict) => conflict.columns(['webhook_id', 'event_id']).doNothing())
    .execute()
  return id
}
