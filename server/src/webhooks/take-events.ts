import { actorInPost } from '../identity/index.ts'
import type { PublicContext } from '../platform/context.ts'
import type { PublishedEvent, Subscriber } from '../platform/jobs/events.ts'
import type { OutwardEvents, OutwardSubject } from '../platform/slices/outward-events.ts'
import { keepDelivery, type Letter } from './deliveries.ts'
import { pauseWebhook } from './pause.ts'
import { type WebhookId, webhooksDb } from './tables.ts'

/**
 * Writes a letter for each address that listens for an event and whose post may read what it is about. A letter says what
 * happened and to which thing, never what stands in it: the receiver reads that with a token, as far as it may by then.
 */
export function takeEvents(sources: readonly OutwardEvents[], apiUrl: string): Subscriber {
  return {
    name: 'webhooks.take-events',
    events: sources.flatMap(({ events }) => events),
    async handle(c, event) {
      const source = sources.find(({ events }) => events.includes(event.event))
      if (source === undefined) return
      for (const webhook of await listeningTo(c, event.event)) {
        const actor = await actorInPost(c, webhook.account_id, webhook.holding_id)
        if (actor === undefined) {
          await pauseWebhook(c, webhook.id, 'post_gone')
          continue
        }
        const subject = await source.about({ ...c, actor }, event)
        if (subject !== undefined) await keepDelivery(c, webhook.id, letterOf(c, event, subject, apiUrl))
      }
    },
  }
}

// Bounded by accounts that made one, ten of each at the most; an installation has a handful.
async function listeningTo(c: Pick<PublicContext, 'db'>, event: string) {
  const rows = await webhooksDb(c)
    .selectFrom('webhook')
    .select(['id', 'account_id', 'holding_id'])
    .where((eb) => eb('events', '@>', eb.val([event])))
    .where('removed_at', 'is', null)
    .where('paused_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as WebhookId }))
}

function letterOf(
  c: Pick<PublicContext, 'now'>,
  event: PublishedEvent,
  subject: OutwardSubject,
  apiUrl: string,
): Letter {
  const { kind, id, ref, path } = subject
  const data = { kind, id, ref, url: apiUrl + path }
  return {
    eventId: event.id,
    event: event.event,
    body: { type: event.event, timestamp: c.now.toISOString(), data },
  }
}
