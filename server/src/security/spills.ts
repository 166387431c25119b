import { sql } from 'kysely'
import { z } from 'zod'
import {
  inSubtree,
  loadUnitPlace,
  type PlacedColumns,
  type PlacedRecord,
  personNameOf,
  unitNameOf,
  unitPlaceColumns,
} from '../organisation/index.ts'
import { audit } from '../platform/audit/audit.ts'
import type { Context } from '../platform/context.ts'
import { sliceHandle } from '../platform/data/database.ts'
import { date, id, text } from '../platform/http/fields.ts'
import { cutPage, decodeCursor, pageSizeOf } from '../platform/http/paging.ts'
import { endpoint } from '../platform/http/route.ts'
import { newId } from '../platform/id.ts'
import { byRole, compile, evaluate, is, type Rule, subjectOf } from '../platform/permission/rule.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import type { SpillSite } from '../platform/slices/spill-sites.ts'

const spillDb = sliceHandle<'spill' | 'stopped_mark' | 'audit_entry' | 'audit_payload'>()

/** Who deals with spills: the officer for state secrets of a body, for it and all below. They read none of what they take out. */
const officers: Rule<PlacedRecord, PlacedColumns> = byRole(['secrecy-officer'], is(inSubtree()))

export const isSecrecyOfficer = (c: Context): boolean =>
  c.actor.grants.some(({ role }) => role === 'secrecy-officer')

/** @throws Refusal `forbidden` */
export function authorizeOfficer(c: Context, act: string): void {
  if (!isSecrecyOfficer(c)) throw new Refusal('forbidden', { act }, { status: 403 })
}

async function mayDealWith(c: Context, unitId: string): Promise<boolean> {
  return evaluate(officers, subjectOf(c), await loadUnitPlace(c, unitId))
}

const inScope = (c: Context, column: string) =>
  compile(officers, subjectOf(c), unitPlaceColumns(sql.ref(column)))

const pageSize = pageSizeOf(undefined)

/** Behind the row that a cursor names, newest first. */
function after(at: string, idColumn: string, cursor: string | null) {
  if (cursor === null) return sql<boolean>`true`
  const [instant, rowId] = decodeCursor(cursor, ['instant', 'id'])
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(idColumn)}) < (${instant}::timestamptz, ${rowId}::uuid)`
}

/** What was stopped at the door, newest first: by whom, where and when, as far as it is the officer's to know. */
export async function listStopped(c: Context, cursor: string | null = null) {
  authorizeOfficer(c, 'secret-mark.list')
  const rows = await spillDb(c)
    .selectFrom('stopped_mark')
    .where(inScope(c, 'stopped_mark.unit_id'))
    .select(['id', 'stopped_at', 'act', 'field', 'kind'])
    .select(unitNameOf('stopped_mark.unit_id').as('unit'))
    .select(sql<string | null>`${personNameOf('stopped_mark.person_id')}`.as('person'))
    .where(after('stopped_mark.stopped_at', 'stopped_mark.id', cursor))
    .orderBy('stopped_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute()
  return cutPage(rows, pageSize, (row) => [row.stopped_at.toISOString(), row.id])
}

/** The spills, newest first. */
export async function listSpills(c: Context, cursor: string | null = null) {
  authorizeOfficer(c, 'spill.list')
  const rows = await spillDb(c)
    .selectFrom('spill')
    .where(inScope(c, 'spill.unit_id'))
    .select(['id', 'kind', 'isolated_at', 'officer_told_on', 'erased_at', 'decided_by'])
    .select(unitNameOf('spill.unit_id').as('unit'))
    .where(after('spill.isolated_at', 'spill.id', cursor))
    .orderBy('isolated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute()
  return cutPage(rows, pageSize, (row) => [row.isolated_at.toISOString(), row.id])
}

/** @throws Refusal `not_found` also where it is not the officer's */
export async function getSpill(c: Context, spillId: string) {
  authorizeOfficer(c, 'spill.read')
  const row = await spillDb(c)
    .selectFrom('spill')
    .selectAll()
    .where('id', '=', spillId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || !(await mayDealWith(c, row.unit_id))) throw notFound('spill')
  return row
}

/** Takes the thing at an address out of everybody's sight at once, the officer's own too. Nothing of it is read or kept. */
export const isolateSpill = (sites: readonly SpillSite[]) =>
  endpoint({
    name: 'spill.isolate',
    input: z.strictObject({ address: text(500), officerToldOn: date() }),
    async run(c, { address, officerToldOn }) {
      authorizeOfficer(c, 'spill.isolate')
      for (const site of sites) {
        const found = await site.find(c, address)
        if (found === null) continue
        if (!(await mayDealWith(c, found.unitId))) break
        const spillId = newId<'spill'>()
        const inserted = await spillDb(c)
          .insertInto('spill')
          .values({
            id: spillId,
            kind: site.kind,
            object_id: found.objectId,
            unit_id: found.unitId,
            isolated_at: c.now,
            isolated_by: c.actor.accountId,
            officer_told_on: officerToldOn,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (inserted.numInsertedOrUpdatedRows === 0n)
          throw new Refusal(
            'spill_known',
            {},
            { status: 409, reasons: [{ code: 'spill_known', field: 'address' }] },
          )
        await audit(c, 'spill.isolate', { kind: 'spill', id: spillId }, { kind: site.kind })
        return { spillId }
      }
      throw new Refusal('spill_not_found', {}, { reasons: [{ code: 'spill_not_found', field: 'address' }] })
    },
  })

/**
 * Takes the content out for good, by a decision on paper: of the tables and their versions, of the store of files, of the
 * search, and of the contents in the audit log. What stays is that something spilled here, then.
 */
export const eraseSpill = (sites: readonly SpillSite[]) =>
  endpoint({
    name: 'spill.erase',
    input: z.strictObject({ spillId: id(), decision: text(300), decidedOn: date() }),
    fresh: true,
    async run(c, { spillId, decision, decidedOn }) {
      const spill = await getSpill(c, spillId)
      if (spill.erased_at !== null) throw new Refusal('spill_erased', {}, { status: 409 })
      const site = sites.find(({ kind }) => kind === spill.kind)
      if (site === undefined) throw notFound('spill')
      // The decision first: without it on the record the database refuses to erase.
      await audit(c, 'spill.erase', { kind: 'spill', id: spillId }, { document: decision, decidedOn })
      await spillDb(c)
        .updateTable('spill')
        .set({ erased_at: c.now, erased_by: c.actor.accountId, decided_by: decision })
        .where('id', '=', spillId)
        .execute()
      const others = await site.erase(c, spill.object_id)
      const entries = await eraseRecorded(c, [spill.object_id, ...others], { decision, decidedOn })
      return { spillId, entries }
    },
  })

/** The contents of all entries that speak of these things, each by a decision of its own on the record. */
async function eraseRecorded(
  c: Context,
  objectIds: readonly string[],
  decided: { readonly decision: string; readonly decidedOn: string },
): Promise<number> {
  const entries = await spillDb(c)
    .selectFrom('audit_entry')
    .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
    .select('audit_entry.id')
    .where('object_id', 'in', objectIds)
    .where('action', '<>', 'audit.erase')
    .execute()
  for (const entry of entries) {
    await audit(
      c,
      'audit.erase',
      { kind: 'audit-entry', id: entry.id },
      { document: decided.decision, decidedOn: decided.decidedOn },
    )
    await sql`select erase_audit_payload(${entry.id}::uuid)`.execute(c.db)
  }
  return entries.length
}

export type IsolateSpill = ReturnType<typeof isolateSpill>
export type EraseSpill = ReturnType<typeof eraseSpill>
