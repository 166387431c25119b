import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { cutPage, decodeCursor, type Page, pageSizeOf } from '../platform/http/paging.ts'
import { isId } from '../platform/id.ts'
import { notFound } from '../platform/refusal.ts'
import type { PauseCause } from './pause.ts'
import type { Trouble } from './post-letter.ts'
import { webhooksDb } from './tables.ts'

export interface WebhookView {
  readonly id: string
  readonly url: string
  readonly events: readonly string[]
  readonly createdAt: Date
  readonly pausedAt: Date | null
  readonly pausedBecause: PauseCause | null
}

// Ten of one account at the most.
const mine = (c: Context) =>
  webhooksDb(c)
    .selectFrom('webhook')
    .select(['id', 'url', 'events', 'created_at', 'paused_at', 'paused_because'])
    .where('account_id', '=', c.actor.accountId)
    .where('removed_at', 'is', null)

type WebhookRow = Awaited<ReturnType<ReturnType<typeof mine>['execute']>>[number]

const viewOf = (row: WebhookRow): WebhookView => ({
  id: row.id,
  url: row.url,
  events: row.events,
  createdAt: row.created_at,
  pausedAt: row.paused_at,
  pausedBecause: row.paused_because as PauseCause | null,
})

/** The actor's own, oldest first. */
export async function listWebhooks(c: Context): Promise<readonly WebhookView[]> {
  return (await mine(c).orderBy('created_at').orderBy('id').execute()).map(viewOf)
}

/** @throws Refusal `not_found`, also where it is another's */
export async function getWebhook(c: Context, id: string): Promise<WebhookView> {
  const row = isId(id) ? await mine(c).where('id', '=', id).executeTakeFirst() : undefined
  if (row === undefined) throw notFound('webhook')
  return viewOf(row)
}

export interface DeliveryView {
  readonly id: string
  readonly event: string
  readonly body: string
  readonly createdAt: Date
  readonly state: 'waiting' | 'taken' | 'given_up'
  readonly tries: number
  readonly nextTryAt: Date | null
  readonly lastTriedAt: Date | null
  readonly lastStatus: number | null
  readonly lastTrouble: Trouble | null
}

/** What was sent, or waits, newest first. @throws Refusal `not_found`, `cursor_invalid` */
export async function listDeliveries(
  c: Context,
  webhookId: string,
  { cursor, limit }: { readonly cursor: string | null; readonly limit?: number | undefined },
): Promise<Page<DeliveryView>> {
  await getWebhook(c, webhookId)
  const size = pageSizeOf(limit, { usual: 30 })
  let query = webhooksDb(c)
    .selectFrom('webhook_delivery')
    .select(['id', 'event', 'body', 'created_at', 'state', 'tries', 'next_try_at', 'last_tried_at'])
    .select(['last_status', 'last_trouble'])
    .where('webhook_id', '=', webhookId)
  if (cursor !== null) {
    const [at, id] = decodeCursor(cursor, ['instant', 'id'])
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  const views = rows.map((row) => ({
    id: row.id,
    event: row.event,
    body: row.body,
    createdAt: row.created_at,
    state: row.state as DeliveryView['state'],
    tries: row.tries,
    nextTryAt: row.next_try_at,
    lastTriedAt: row.last_tried_at,
    lastStatus: row.last_status,
    lastTrouble: row.last_trouble as Trouble | null,
  }))
  return cutPage(views, size, (row) => [row.createdAt.toISOString(), row.id])
}
