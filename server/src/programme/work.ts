import { type Selectable, sql } from 'kysely'
import { loadPlacements, type PlacedReference, unitNameOf } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import type { Work } from '../platform/data/schema.gen.ts'
import { isId } from '../platform/id.ts'
import { byDifferentPeople, doerOf } from '../platform/permission/two-people.ts'
import { invariant, notFound, Refusal } from '../platform/refusal.ts'
import { notIsolated, type WorkRecord } from './policy.ts'
import type { ActorPlace, Assigner, Standing } from './rules/guards/standing.ts'
import type { WorkState } from './rules/states.ts'
import { programmeDb } from './tables.ts'

/** A work as use cases handle it: its row, its place for permission, its standing for the guards. */
export interface LoadedWork {
  readonly row: Selectable<Work>
  readonly record: WorkRecord
  readonly standing: Standing
  readonly assignerName: string | null
}

/** What stands in addresses: the code, or before submission the id. */
export function refOf(work: Pick<Selectable<Work>, 'id' | 'code'>): string {
  return work.code ?? work.id
}

/**
 * Loads a work by code or id and locks it until the transaction ends, so that two writers come one after the other. The
 * lock keeps nobody from pointing to the work: two alike works handed in at once would wait for each other otherwise.
 * @throws Refusal `not_found`
 */
export async function getWorkForUpdate(c: Context, ref: string): Promise<LoadedWork> {
  return firstOf(await complete(c, await byRefs(c, [ref]).forNoKeyUpdate().execute()))
}

/** The same without a lock, for pages. @throws Refusal `not_found` */
export async function getWork(c: Context, ref: string): Promise<LoadedWork> {
  return firstOf(await complete(c, await byRefs(c, [ref]).execute()))
}

/** Loads and locks many works, always in the order of their ids, so that two acts over the same works never wait for each other in a ring. */
export async function listWorksForUpdate(
  c: Context,
  refs: readonly string[],
): Promise<readonly LoadedWork[]> {
  return complete(c, await byRefs(c, refs).orderBy('work.id').forNoKeyUpdate().execute())
}

function firstOf(works: readonly LoadedWork[]): LoadedWork {
  const [work] = works
  if (work === undefined) throw notFound('work')
  return work
}

function byRefs(c: Context, refs: readonly string[]) {
  const ids = refs.filter(isId)
  const codes = refs.filter((ref) => !isId(ref))
  return programmeDb(c)
    .selectFrom('work')
    .selectAll('work')
    .select(unitNameOf('work.assigner_unit_id').as('assigner_name'))
    .where(notIsolated)
    .where((eb) =>
      eb.or([
        eb('work.id', '=', sql<string>`any(${ids}::uuid[])`),
        eb('work.code', '=', sql<string>`any(${codes}::text[])`),
      ]),
    )
}

/** What the rows do not say themselves, with a fixed number of queries however many works. */
async function complete(
  c: Context,
  rows: readonly (Selectable<Work> & { assigner_name: string | null })[],
): Promise<LoadedWork[]> {
  if (rows.length === 0) return []
  const programmes = await programmeDb(c).selectFrom('programme').select(['id', 'year', 'status']).execute()
  const placed = await loadPlacements(c, rows.map(placedReferenceOf))
  return rows.map((row, index) => {
    const programme = programmes.find((one) => one.id === row.programme_id)
    const placement = placed[index]
    invariant(programme !== undefined && placement !== undefined, 'a work has a programme and a place')
    const state = row.state as WorkState
    return {
      row,
      record: { ...placement, code: row.code, id: row.id },
      standing: {
        state,
        year: programme.year,
        programmeClosed: programme.status === 'closed',
        unassigned: row.assigner_root_id === null,
      },
      assignerName: row.assigner_name,
    }
  })
}

/** Where a work stands in the organisation, as its row says. */
export function placedReferenceOf(row: Selectable<Work>): PlacedReference {
  return {
    ownerKind: row.owner_kind as PlacedReference['ownerKind'],
    ownerUnitId: row.owner_unit_id,
    custodianUnitId: row.custodian_unit_id,
    ownerHoldingId: row.owner_holding_id,
    managingRootId: row.managing_root_id,
    assignerRootId: row.assigner_root_id,
  }
}

/** @throws Refusal `version_conflict` where somebody else has written since the actor looked */
export function requireVersion(work: LoadedWork, version: number): void {
  if (work.row.version !== version) {
    throw new Refusal('version_conflict', { version: work.row.version }, { status: 409 })
  }
}

/** How the acting person and body stand to the registrant. */
export function placeOfActor(c: Pick<Context, 'actor'>, { record }: LoadedWork): ActorPlace {
  const { unitId, rootId, standsFor } = c.actor
  // // A stand-in has their own units and person too: they must not judge their own work on behalf of another.
  const units = [unitId, rootId, ...(standsFor?.ownUnitIds ?? [])]
  const owner = { personId: record.ownerPersonId, forPersonId: null }
  return {
    isRegistrant: !byDifferentPeople(doerOf(c.actor), owner),
    inRegistrantUnit: units.includes(record.ownerUnitId) || units.includes(record.custodianUnitId),
  }
}

/** Whether the actor acts for the body that assigned the work, by a grant over that very body. */
export function assignerOf(c: Pick<Context, 'actor'>, { row, assignerName }: LoadedWork): Assigner {
  const isActing =
    row.assigner_root_id !== null && c.actor.grants.some((grant) => grant.unitId === row.assigner_root_id)
  return { isActing, name: assignerName ?? '–' }
}
