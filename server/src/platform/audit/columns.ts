import { type RawBuilder, sql } from 'kysely'
import type { EntryFields } from './hash.ts'

/** An instant as the audit log stores it: UTC, six digits, so that the hash covers all stored digits. */
export const instantText = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** The columns of `audit_entry` under the names of `EntryFields`, for a select. */
export const entryColumns: RawBuilder<unknown> = sql`audit_entry.id, ${instantText('audit_entry.recorded_at')} as "recordedAt",
  action, outcome, object_kind as "objectKind", object_id as "objectId", account_id as "accountId",
  person_id as "personId", holding_id as "holdingId", body_id as "bodyId", source_address as "sourceAddress",
  request_id as "requestId", encode(payload_commitment, 'hex') as commitment`

/** A row of such a select. */
export type EntryRow = EntryFields

/** The columns of `audit_batch` under the names of `Batch`, for a select. */
export const batchColumns: RawBuilder<unknown> = sql`number, first_seq as "firstSeq", last_seq as "lastSeq",
  ${instantText('sealed_at')} as "sealedAt", encode(previous, 'hex') as previous,
  encode(leaves_root, 'hex') as "leavesRoot", encode(root, 'hex') as root`
