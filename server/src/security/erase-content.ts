import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../platform/audit/audit.ts'
import type { Context } from '../platform/context.ts'
import { date, text } from '../platform/http/fields.ts'
import { endpoint } from '../platform/http/route.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { mayErase, within } from './policy.ts'

export const eraseContentInput = z.strictObject({
  entryId: z.uuid('error.entry_id'),
  /** The paper of the body that decided it: its number, its day, who issued it. */
  number: text(100),
  decidedOn: date(),
  issuer: text(300),
  reason: text(1000),
})

/**
 * Erases the content of an entry by a decision on paper: a secret that was spilled, a person's right. The entry stays, the
 * decision becomes an entry of its own, and the seal of both holds. The technical administrator does it without reading it.
 */
export const eraseContentEndpoint = endpoint({
  name: 'audit.erase',
  input: eraseContentInput,
  scope: 'admin',
  fresh: true,
  async run(c, input) {
    if (!mayErase(c)) throw new Refusal('forbidden', { act: 'audit.erase' }, { status: 403 })
    await requireErasable(c, input.entryId)
    if (input.decidedOn > c.today)
      throw new Refusal(
        'erasure_in_future',
        {},
        {
          reasons: [{ code: 'erasure_in_future', field: 'decidedOn' }],
        },
      )
    const { entryId, ...decision } = input
    const decidedBy = await audit(c, 'audit.erase', { kind: 'audit-entry', id: entryId }, decision)
    // The decision first: without it on the record the database refuses to erase.
    await sql`select erase_audit_payload(${entryId}::uuid)`.execute(c.db)
    return { entryId, decidedBy }
  },
})

/** @throws Refusal `not_found` where it is not in the actor's scope, `content_erased`, `decision_stays` */
async function requireErasable(c: Context, entryId: string): Promise<void> {
  const { rows } = await sql<{ action: string; erased: boolean }>`select action,
      not exists (select from audit_payload where audit_payload.entry_id = audit_entry.id) as erased
    from audit_entry where id = ${entryId}::uuid and ${within(c, 'system-admin')}`.execute(c.db)
  const [entry] = rows
  if (entry === undefined) throw notFound('audit-entry')
  if (entry.erased) throw new Refusal('content_erased', {}, { status: 409 })
  // Else a second decision could do away with the reasons of the first.
  if (entry.action === 'audit.erase') throw new Refusal('decision_stays', {}, { status: 409 })
}
