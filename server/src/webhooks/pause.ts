import { audit } from '../platform/audit/audit.ts'
import type { PublicContext } from '../platform/context.ts'
import { type WebhookId, webhooksDb } from './tables.ts'

/** It takes no letter for days; it said that it is gone; or who made it no longer holds the post. */
export type PauseCause = 'failing' | 'gone' | 'post_gone'

/** Stops an address from hearing until its owner lets it go on. What waits is kept as given up, to be sent then. */
export async function pauseWebhook(c: PublicContext, webhookId: WebhookId, cause: PauseCause): Promise<void> {
  const paused = await webhooksDb(c)
    .updateTable('webhook')
    .set({ paused_at: c.now, paused_because: cause })
    .where('id', '=', webhookId)
    .where('paused_at', 'is', null)
    .executeTakeFirst()
  if (paused.numUpdatedRows === 0n) return
  await giveUpLetters(c, webhookId)
  await audit(c, 'webhook.pause', { kind: 'webhook', id: webhookId }, { cause })
}

/** Stops trying to send what waits for an address. */
export async function giveUpLetters(c: PublicContext, webhookId: WebhookId): Promise<void> {
  await webhooksDb(c)
    .updateTable('webhook_delivery')
    .set({ state: 'given_up', next_try_at: null })
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute()
}
