import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { PublicContext } from '../context.ts'
import { newId } from '../id.ts'
import { payloadCommitment } from './hash.ts'

/** Plain data about an act: what was done to what, before and after. Never a secret, never the text of a document. */
export type AuditPayload = Readonly<Record<string, unknown>>

export interface AuditTarget {
  readonly kind: string
  readonly id: string
}

export type AuditOutcome = 'done' | 'refused' | 'failed' | 'read'

type AuditContext = Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>

/**
 * Writes one audit entry in the transaction of the act, so that both are saved or neither. The entry commits to `H(salt ‖
 * payload)`; the payload is in a separate table, where a recorded decision can erase it (design 4). Entry, payload and
 * the row in the sealer's queue are one statement, because every act that writes needs it.
 * @returns the id of the entry
 */
export async function audit(
  c: AuditContext,
  action: string,
  object: AuditTarget | null,
  payload: AuditPayload = {},
  outcome: AuditOutcome = 'done',
): Promise<string> {
  const id = newId<'audit'>()
  const salt = randomBytes(32)
  const text = JSON.stringify({ ...payload, ...inWhoseStead(c.actor) })
  await sql`with entry as (
    insert into audit_entry (id, recorded_at, action, outcome, object_kind, object_id, account_id, person_id, holding_id,
      body_id, source_address, request_id, payload_commitment)
    values (${id}, ${c.now}, ${action}, ${outcome}, ${object?.kind ?? null}, ${object?.id ?? null},
      ${c.actor?.accountId ?? null}, ${c.actor?.personId ?? null}, ${c.actor?.holdingId ?? null},
      ${c.actor?.unitId ?? null}, ${c.origin.address}, ${c.origin.requestId}, ${payloadCommitment(salt, text)})
  ), content as (
    insert into audit_payload (entry_id, salt, payload) values (${id}, ${salt}, ${text})
  )
  insert into audit_waiting (entry_id) values (${id})`.execute(c.db)
  return id
}

/** "X for Y" is part of what is proved: the holding is Y's, the person is X, and this explains why. */
function inWhoseStead(actor: AuditContext['actor']): AuditPayload {
  const { standsFor, emergency } = actor ?? {}
  return {
    ...(standsFor && { standsFor: { standInId: standsFor.standInId, personId: standsFor.personId } }),
    ...(emergency && { emergencyId: emergency.accessId }),
  }
}
