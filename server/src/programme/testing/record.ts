import { expect } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'

/** Expects the act to be refused, for exactly these reasons in this order. @returns the refusal, for more questions */
export async function expectRefused(act: Promise<unknown>, ...codes: readonly string[]): Promise<Refusal> {
  const refusal = await act.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(refusal instanceof Refusal)) throw new Error(`not refused but: ${String(refusal)}`)
  expect(refusal.reasons.map(({ code }) => code)).toEqual(codes)
  return refusal
}

/** The last entry of the record that says so, with what it holds. */
export async function lastEntry(database: TestDatabase, action: string) {
  const entry = await database.db
    .selectFrom('audit_entry')
    .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
    .select(['audit_entry.outcome', 'audit_entry.object_kind', 'audit_entry.object_id'])
    .select(['audit_entry.person_id', 'audit_entry.body_id', 'audit_payload.payload'])
    .where('audit_entry.action', '=', action)
    .orderBy('audit_entry.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (entry === undefined) throw new Error(`no entry ${action}`)
  return { ...entry, payload: JSON.parse(entry.payload) as Readonly<Record<string, unknown>> }
}

/** The payloads of the events of this name, in the order in which they were told. */
export async function eventsNamed(database: TestDatabase, event: string) {
  const rows = await database.db
    .selectFrom('outbox')
    .select('payload')
    .where('event', '=', event)
    .orderBy('published_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.payload)
}

/** The states that a work passed, each with the day on which it began. */
export async function passages(database: TestDatabase, workId: string) {
  const spans = await database.db
    .selectFrom('work_state_span')
    .select(['state', 'from_on'])
    .where('work_id', '=', workId)
    .orderBy('id')
    .execute()
  return spans.map(({ state, from_on }) => `${from_on} ${state}`)
}
