import { createHash, randomBytes } from 'node:crypto'
import type { PublicContext } from './context.ts'
import { newId } from './id.ts'

/** Plain data of an act: what was done to what, before and after. Never a secret, never the text of a document. */
export type AuditPayload = Readonly<Record<string, unknown>>

export interface AuditTarget {
  readonly kind: string
  readonly id: string
}

export type AuditOutcome = 'done' | 'refused' | 'failed' | 'read'

type AuditContext = Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>

/**
 * Writes one entry of the record in the transaction of the act itself: both are kept, or neither. The entry commits to
 * `H(salt ‖ payload)`, the payload stands in a table of its own, which a recorded decision may erase (design 4).
 */
export async function audit(
  c: AuditContext,
  action: string,
  object: AuditTarget | null,
  payload: AuditPayload = {},
  outcome: AuditOutcome = 'done',
): Promise<void> {
  const id = newId<'audit'>()
  const salt = randomBytes(32)
  const text = JSON.stringify(payload)
  await c.db
    .insertInto('audit_entry')
    .values({
      id,
      recorded_at: c.now,
      action,
      outcome,
      object_kind: object?.kind ?? null,
      object_id: object?.id ?? null,
      account_id: c.actor?.accountId ?? null,
      person_id: c.actor?.personId ?? null,
      holding_id: c.actor?.holdingId ?? null,
      body_id: c.actor?.unitId ?? null,
      source_address: c.origin.address,
      request_id: c.origin.requestId,
      payload_commitment: payloadCommitment(salt, text),
    })
    .execute()
  await c.db.insertInto('audit_payload').values({ entry_id: id, salt, payload: text }).execute()
}

/** SHA-256 over the 32 bytes of salt and the UTF-8 of the payload. */
export function payloadCommitment(salt: Buffer, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload, 'utf8').digest()
}
