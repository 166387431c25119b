import { sql } from 'kysely'
import type { RecordedFact } from '../../platform/audit/verify-facts.ts'

/** What the record tells of appointments: who, to which post, from which day, in which capacity. */
export const recordedHoldings: RecordedFact = {
  table: 'post_holding',
  fact: 'appointment',
  told: sql`select (content.payload::jsonb ->> 'holdingId')::uuid as id, concat_ws(' ', content.payload::jsonb ->> 'personId',
      entry.object_id, content.payload::jsonb ->> 'fromOn', content.payload::jsonb ->> 'capacity') as told
    from audit_entry entry join audit_payload content on content.entry_id = entry.id
    where entry.object_kind = 'post' and entry.action = 'post.appoint' and entry.outcome = 'done'`,
  stands: sql`concat_ws(' ', standing.person_id, standing.post_id, standing.from_on, standing.capacity)`,
}
