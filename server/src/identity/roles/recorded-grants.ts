import { sql } from 'kysely'
import type { RecordedFact } from '../../platform/audit/verify-facts.ts'

const grantEntries = (
  action: string,
) => sql`select entry.object_id::uuid as id, entry.recorded_at, entry.id as entry_id,
    content.payload::jsonb as payload
  from audit_entry entry join audit_payload content on content.entry_id = entry.id
  where entry.object_kind = 'role-grant' and entry.action = ${action} and entry.outcome = 'done'`

const end = (value: unknown) => sql`coalesce(${value}::text, 'null')`

/** What the record tells of rights: which, of which post, over which unit, and until when. */
export const recordedGrants: RecordedFact = {
  table: 'role_grant',
  fact: 'right',
  told: sql`select given.id, concat_ws(' ', given.payload ->> 'role', given.payload ->> 'unitId', given.payload ->> 'postId',
      ${end(sql`(case when ended.payload is null then given.payload ->> 'toOn' else ended.payload -> 'after' ->> 'toOn' end)`)}) as told
    from (${grantEntries('role.grant')}) given left join (
      select distinct on (id) id, payload from (${grantEntries('role.revoke')}) revoked
      order by id, recorded_at desc, entry_id desc) ended on ended.id = given.id`,
  stands: sql`concat_ws(' ', standing.role, standing.unit_id, standing.post_id, ${end(sql`standing.to_on`)})`,
}
