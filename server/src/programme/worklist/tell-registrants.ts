import { sql } from 'kysely'
import { accountPersonIdOf } from '../../identity/index.ts'
import { keepNotices } from '../../office/index.ts'
import { holderPersonIdOf } from '../../organisation/index.ts'
import type { PublicContext } from '../../platform/context.ts'
import type { PublishedEvent, Subscriber } from '../../platform/jobs/events.ts'
import { programmeDb } from '../tables.ts'

/** What a registrant is told, by event. */
const tellings: Readonly<Record<string, (payload: PublishedEvent['payload']) => string>> = {
  'evidence.judged': (payload) => (payload.state === 'accepted' ? 'evidence_accepted' : 'evidence_refused'),
  'work.completion_decided': (payload) =>
    payload.outcome === 'accept' ? 'completion_accepted' : 'completion_refused',
  'work.suspended': () => 'suspended',
  'work.resumed': () => 'resumed',
  'work.reminded': () => 'reminded',
  'adjustment.decided': (payload) =>
    payload.outcome === 'accepted' ? 'adjustment_accepted' : 'adjustment_refused',
}

/**
 * Notifies the people of a work about what others decided: the holder of the post, and the registrant. Once per event,
 * however often the job runs.
 */
export const tellRegistrants: Subscriber = {
  name: 'programme.tell_registrants',
  events: ['decision.recorded', ...Object.keys(tellings)],
  async handle(c, event) {
    if (event.event === 'decision.recorded') {
      await tellDecision(c, event)
      return
    }
    const kind = tellings[event.event]?.(event.payload)
    if (kind !== undefined) await tell(c, event.id, [{ workId: String(event.payload.workId), kind }])
  },
}

async function tellDecision(c: PublicContext, event: PublishedEvent): Promise<void> {
  const items = await programmeDb(c)
    .selectFrom('decision_item')
    .select(['work_id', 'action'])
    .where('decision_id', '=', String(event.payload.decisionId))
    .orderBy('ord')
    .execute()
  // Approved and assigned in one decision is told as assigned: the last word on each work counts.
  const last = new Map(items.map((item) => [item.work_id, item.action]))
  await tell(
    c,
    event.id,
    [...last].map(([workId, action]) => ({ workId, kind: `decision_${action}` })),
  )
}

async function tell(
  c: PublicContext,
  eventId: string,
  news: readonly { readonly workId: string; readonly kind: string }[],
): Promise<void> {
  const people = await programmeDb(c)
    .selectFrom('work')
    .select(['work.id', holderPersonIdOf('work.owner_holding_id').as('holder')])
    .select(accountPersonIdOf('work.created_by').as('registrant'))
    .where('work.id', '=', sql<string>`any(${news.map((one) => one.workId)}::uuid[])`)
    .execute()
  const tellings = people.flatMap(({ id, holder, registrant }) => {
    const kind = news.find((one) => one.workId === id)?.kind ?? ''
    return [...new Set([holder, registrant])].flatMap((personId) =>
      personId === null ? [] : [{ personId, kind, subject: { kind: 'work', id } }],
    )
  })
  await keepNotices(c, eventId, tellings)
}
