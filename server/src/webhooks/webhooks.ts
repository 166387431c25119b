import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../platform/audit/audit.ts'
import type { Context } from '../platform/context.ts'
import { lockThing } from '../platform/data/locks.ts'
import { choice, id, many, text } from '../platform/http/fields.ts'
import { endpoint } from '../platform/http/route.ts'
import { newId } from '../platform/id.ts'
import { type OutwardHost, outwardHostOf } from '../platform/outward/outward-hosts.ts'
import { invariant, notFound, type Reason, Refusal, refuseIf } from '../platform/refusal.ts'
import { keepDelivery, pingEvent } from './deliveries.ts'
import { giveUpLetters } from './pause.ts'
import { newWebhookSecret } from './signature.ts'
import { type WebhookId, webhooksDb } from './tables.ts'

/** What the installation offers: the events that there are, and the hosts that the operator lets them go to. */
export interface WebhookOffer {
  readonly events: readonly string[]
  readonly hosts: readonly OutwardHost[]
}

function eventName({ events }: WebhookOffer) {
  const [first, ...others] = events
  invariant(first !== undefined, 'a product has events')
  return choice([first, ...others])
}

// A bound, not a page: one receiver tells many readers better than we do.
const maxOfAccount = 10

export const webhookSecretPlace = (webhookId: string) => ({ purpose: 'webhook', id: webhookId })

/** Lets an address hear of events, as far as the actor's post may read what they are about. Its secret is shown once. */
export const createWebhookEndpoint = (offer: WebhookOffer) =>
  endpoint({
    name: 'webhook.create',
    input: z.strictObject({ url: text(500), events: many(eventName(offer), offer.events.length) }),
    secret: true,
    fresh: true,
    async run(c, input) {
      // It would go on hearing after what was lent or opened for days and minutes has ended.
      if (c.actor.standsFor !== undefined || c.actor.emergency !== undefined)
        throw new Refusal('webhook_own_post', {}, { status: 403 })
      refuseIf(reasonsAgainst(offer, input))
      await lockThing(c, 'webhooks_of_account', c.actor.accountId)
      await refuseTooMany(c)
      const webhookId = newId<'webhook'>()
      const secret = newWebhookSecret()
      const events = [...new Set(input.events)].sort()
      await webhooksDb(c)
        .insertInto('webhook')
        .values({
          id: webhookId,
          account_id: c.actor.accountId,
          holding_id: c.actor.holdingId,
          url: input.url,
          events,
          secret_encrypted: c.secretKeys.encrypt(webhookSecretPlace(webhookId), secret),
          created_at: c.now,
        })
        .execute()
      await audit(c, 'webhook.create', { kind: 'webhook', id: webhookId }, { url: input.url, events })
      return { webhookId, secret }
    },
  })

function reasonsAgainst(offer: WebhookOffer, { url, events }: { url: string; events: readonly string[] }) {
  const reasons: Reason[] = []
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  if (offer.hosts.length === 0) reasons.push({ code: 'webhook_hosts_none', field: 'url' })
  else if (!URL.canParse(url) || outwardHostOf(new URL(url), offer.hosts) === undefined)
    reasons.push({ code: 'webhook_host_not_allowed', params: { host }, field: 'url' })
  // Addresses are shown and logged; a password in one would be too.
  else if (new URL(url).username !== '' || new URL(url).password !== '')
    reasons.push({ code: 'webhook_url_password', field: 'url' })
  if (events.length === 0) reasons.push({ code: 'webhook_events_none', field: 'events' })
  return reasons
}

async function refuseTooMany(c: Context): Promise<void> {
  const { count } = await webhooksDb(c)
    .selectFrom('webhook')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', c.actor.accountId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= maxOfAccount) throw new Refusal('webhook_too_many', { most: maxOfAccount })
}

const ofWebhook = z.strictObject({ webhookId: id() })

/** One's own, locked. @throws Refusal `not_found`, also where it is another's */
async function getOwnForUpdate(c: Context, webhookId: string) {
  const row = await webhooksDb(c)
    .selectFrom('webhook')
    .select(['id', 'paused_at'])
    .where('id', '=', webhookId)
    .where('account_id', '=', c.actor.accountId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('webhook')
  return row as typeof row & { id: WebhookId }
}

/** Ends it at once: what waits is given up, and its secret is forgotten. */
export const removeWebhookEndpoint = endpoint({
  name: 'webhook.remove',
  input: ofWebhook,
  async run(c, { webhookId }) {
    const { id } = await getOwnForUpdate(c, webhookId)
    await webhooksDb(c)
      .updateTable('webhook')
      .set({ removed_at: c.now, secret_encrypted: '' })
      .where('id', '=', webhookId)
      .execute()
    await giveUpLetters(c, id)
    await audit(c, 'webhook.remove', { kind: 'webhook', id: webhookId }, {})
    return { webhookId }
  },
})

/** Lets an address that was paused hear again, and sends what was given up in the last days once more. */
export const resumeWebhookEndpoint = endpoint({
  name: 'webhook.unpause',
  input: ofWebhook,
  async run(c, { webhookId }) {
    const own = await getOwnForUpdate(c, webhookId)
    if (own.paused_at === null) throw new Refusal('webhook_not_paused', {}, { status: 409 })
    await webhooksDb(c)
      .updateTable('webhook')
      .set({ paused_at: null, paused_because: null })
      .where('id', '=', webhookId)
      .execute()
    const again = await sendAgain(c, webhookId)
    await audit(c, 'webhook.unpause', { kind: 'webhook', id: webhookId }, { again })
    return { webhookId, again }
  },
})

async function sendAgain(c: Context, webhookId: string, deliveryId?: string): Promise<number> {
  const { numUpdatedRows } = await webhooksDb(c)
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', tries: 0, next_try_at: c.now })
    .where('webhook_id', '=', webhookId)
    .$if(deliveryId === undefined, (query) => query.where('state', '=', 'given_up'))
    .$if(deliveryId !== undefined, (query) => query.where('id', '=', sql<string>`${deliveryId}::uuid`))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Sends a letter about nothing, so that the receiver can be tried. */
export const pingWebhookEndpoint = endpoint({
  name: 'webhook.ping',
  input: ofWebhook,
  async run(c, { webhookId }) {
    const own = await getOwnForUpdate(c, webhookId)
    if (own.paused_at !== null) throw new Refusal('webhook_paused', {}, { status: 409 })
    const deliveryId = await keepDelivery(c, own.id, {
      eventId: null,
      event: pingEvent,
      body: { type: pingEvent, timestamp: c.now.toISOString(), data: {} },
    })
    await audit(c, 'webhook.ping', { kind: 'webhook', id: webhookId }, {})
    return { webhookId, deliveryId: deliveryId as string }
  },
})

/** Sends one letter once more, whatever became of it: with the same id, by which the receiver knows it. */
export const resendDeliveryEndpoint = endpoint({
  name: 'webhook.resend',
  input: ofWebhook.extend({ deliveryId: id() }),
  async run(c, { webhookId, deliveryId }) {
    const own = await getOwnForUpdate(c, webhookId)
    if (own.paused_at !== null) throw new Refusal('webhook_paused', {}, { status: 409 })
    if ((await sendAgain(c, webhookId, deliveryId)) === 0) throw notFound('webhook-delivery')
    await audit(c, 'webhook.resend', { kind: 'webhook', id: webhookId }, { deliveryId })
    return { webhookId, deliveryId }
  },
})
