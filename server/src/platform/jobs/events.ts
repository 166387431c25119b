import { sql } from 'kysely'
import type { PublicContext } from '../context.ts'
import { newId } from '../id.ts'

/** A fact that has happened, for slices above the one that tells it. */
export interface PublishedEvent {
  readonly id: string
  readonly event: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** One reader of events. It may be called twice for the same event, but its transaction commits at most once. */
export interface Subscriber {
  readonly name: string
  readonly events: readonly string[]
  handle(c: PublicContext, event: PublishedEvent): Promise<void>
}

/**
 * Writes the event into the outbox, in the transaction of the act: it is published if and only if the act was committed.
 */
export async function publish(
  c: Pick<PublicContext, 'db' | 'now'>,
  event: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<string> {
  const id = newId<'event'>()
  await c.db
    .insertInto('outbox')
    .values({ id, event, payload: JSON.stringify(payload), published_at: c.now })
    .execute()
  await sql`select pg_notify('outbox', '')`.execute(c.db)
  return id
}
