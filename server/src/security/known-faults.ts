import { sql } from 'kysely'
import { z } from 'zod'
import { personNameOf, topUnits } from '../organisation/index.ts'
import { audit } from '../platform/audit/audit.ts'
import type { Fault } from '../platform/audit/verdict.ts'
import type { Context } from '../platform/context.ts'
import { type Database, sliceHandle } from '../platform/data/database.ts'
import { text } from '../platform/http/fields.ts'
import { cutPage, decodeCursor, pageSizeOf } from '../platform/http/paging.ts'
import { endpoint } from '../platform/http/route.ts'
import { byDifferentPeople, doerOf } from '../platform/permission/two-people.ts'
import { notFound, Refusal } from '../platform/refusal.ts'

const faultDb = sliceHandle<'audit_fault'>()
// So many rows in one statement.
const keptAtOnce = 200

/** Keeps what a verification found, so that two people can acknowledge it; what was found before stays as it is. */
export async function rememberFaults(database: Database, faults: readonly Fault[], now: Date): Promise<void> {
  for (let at = 0; at < faults.length; at += keptAtOnce)
    await database
      .insertInto('audit_fault')
      .values(
        faults.slice(at, at + keptAtOnce).map(({ fingerprint, code, seq, entryId, batch }) => {
          return { fingerprint, code, seq, entry_id: entryId, batch, found_at: now }
        }),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

type Role = 'inspector' | 'system-admin'

/** The record is one for all bodies: who speaks for it has a scope that nothing stands above. */
async function isOverAll(c: Context, roles: readonly Role[]): Promise<boolean> {
  const units = c.actor.grants.filter(({ role }) => roles.includes(role as Role)).map(({ unitId }) => unitId)
  if (units.length === 0) return false
  const { over } = await c.db.selectNoFrom(topUnits(c, units).as('over')).executeTakeFirstOrThrow()
  return over
}

async function requireOverAll(c: Context, act: string, roles: readonly Role[]): Promise<void> {
  if (!(await isOverAll(c, roles))) throw new Refusal('forbidden', { act }, { status: 403 })
}

// Of the two at least one inspects: those who run the installation cannot agree among themselves.
const acknowledging: readonly Role[] = ['inspector', 'system-admin']
const confirming: readonly Role[] = ['inspector']

export const authorizeFaults = (c: Context, act: string): Promise<void> =>
  requireOverAll(c, act, acknowledging)
export const authorizeConfirming = (c: Context, act: string): Promise<void> =>
  requireOverAll(c, act, confirming)

/** What was found last, first. @throws Refusal `forbidden`, `cursor_invalid` */
export async function listFaults(
  c: Context,
  { cursor = null, limit }: { readonly cursor?: string | null; readonly limit?: number | undefined } = {},
) {
  await authorizeFaults(c, 'audit-fault.list')
  const size = pageSizeOf(limit)
  const [at, last] = cursor === null ? [] : decodeCursor(cursor, ['instant', 'text'])
  const rows = await faultDb(c)
    .selectFrom('audit_fault')
    .select(['fingerprint', 'code', 'seq', 'entry_id', 'batch', 'found_at', 'reason'])
    .select(['acknowledged_at', 'confirmed_at'])
    .select(personNameOf('audit_fault.acknowledged_by_person_id').as('acknowledgedBy'))
    .select(personNameOf('audit_fault.confirmed_by_person_id').as('confirmedBy'))
    .$if(cursor !== null, (query) =>
      query
        .where('found_at', '<=', sql<Date>`${at}::timestamptz`)
        .where(sql<boolean>`(found_at < ${at}::timestamptz or fingerprint > ${last})`),
    )
    .orderBy('found_at', 'desc')
    .orderBy('fingerprint')
    .limit(size + 1)
    .execute()
  const page = cutPage(rows, size, (row) => [row.found_at.toISOString(), row.fingerprint])
  return { ...page, mayConfirm: await isOverAll(c, confirming) }
}

export type FoundFault = Awaited<ReturnType<typeof listFaults>>['items'][number]

async function faultForUpdate(c: Context, fingerprint: string) {
  const row = await faultDb(c)
    .selectFrom('audit_fault')
    .selectAll()
    .where('fingerprint', '=', fingerprint)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('audit-fault')
  return row
}

/** One that no verification printed is not found. */
const fingerprint = () => text(64)

/** The first of two says why a fault is known. */
export const acknowledgeFaultEndpoint = endpoint({
  name: 'audit.acknowledge-fault',
  input: z.strictObject({ fingerprint: fingerprint(), reason: text(1000) }),
  scope: 'admin',
  fresh: true,
  async run(c, { fingerprint, reason }) {
    await authorizeFaults(c, 'audit.acknowledge-fault')
    const fault = await faultForUpdate(c, fingerprint)
    if (fault.acknowledged_at !== null) throw new Refusal('fault_acknowledged', {}, { status: 409 })
    const { personId, forPersonId } = doerOf(c.actor)
    await faultDb(c)
      .updateTable('audit_fault')
      .set({ reason, acknowledged_at: c.now })
      .set({ acknowledged_by_person_id: personId, acknowledged_for_person_id: forPersonId })
      .where('fingerprint', '=', fingerprint)
      .execute()
    const { code, seq, entry_id: entryId, batch } = fault
    const said = { code, seq, entryId, batch, reason }
    await audit(c, 'audit.acknowledge-fault', { kind: 'audit-fault', id: fingerprint }, said)
    return { fingerprint }
  },
})

/** The second, another person, says so too: from then on the verification counts the fault as known. */
export const confirmFaultEndpoint = endpoint({
  name: 'audit.confirm-fault',
  input: z.strictObject({ fingerprint: fingerprint() }),
  scope: 'admin',
  fresh: true,
  async run(c, { fingerprint }) {
    await authorizeConfirming(c, 'audit.confirm-fault')
    const fault = await faultForUpdate(c, fingerprint)
    if (fault.acknowledged_at === null) throw new Refusal('fault_not_acknowledged', {}, { status: 409 })
    if (fault.confirmed_at !== null) throw new Refusal('fault_confirmed', {}, { status: 409 })
    const first = {
      personId: fault.acknowledged_by_person_id,
      forPersonId: fault.acknowledged_for_person_id,
    }
    const second = doerOf(c.actor)
    if (!byDifferentPeople(first, second)) throw new Refusal('same_person_may_not_confirm')
    await faultDb(c)
      .updateTable('audit_fault')
      .set({ confirmed_at: c.now })
      .set({ confirmed_by_person_id: second.personId, confirmed_for_person_id: second.forPersonId })
      .where('fingerprint', '=', fingerprint)
      .execute()
    const { code, seq, entry_id: entryId, batch } = fault
    const said = { code, seq, entryId, batch }
    await audit(c, 'audit.confirm-fault', { kind: 'audit-fault', id: fingerprint }, said)
    return { fingerprint }
  },
})
