import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { choice, date, id, version } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { notFound, type Reason, refuseIf } from '../../platform/refusal.ts'
import { countUp, getUnitForUpdate, reasonsOutside, requireVersion } from '../lock.ts'
import { type PaperInput, paperFields, recordPaper } from '../paper.ts'
import { authorizeUnits } from '../policy.ts'
import { lockTree, rebuildAncestors } from '../relations/closure.ts'
import { organisationDb, systems } from '../tables.ts'

export const placeUnitInput = z.strictObject({
  unitId: id(),
  version: version(),
  system: choice(systems),
  parentId: id(),
  fromOn: date(),
  ...paperFields,
})
export type PlaceUnitInput = Omit<z.output<typeof placeUnitInput>, keyof PaperInput> & PaperInput

/** Puts a unit below another in one ladder from a day on; the day before is the last one below the old parent. */
export async function placeUnit(c: Context, input: PlaceUnitInput): Promise<void> {
  await lockTree(c)
  const unit = await getUnitForUpdate(c, input.unitId)
  await authorizeUnits(c, 'unit.place', [input.unitId, input.parentId])
  requireVersion(unit, input.version)

  const spans = await organisationDb(c)
    .selectFrom('unit_parent')
    .select(['id', 'parent_id', 'from_on', 'to_on'])
    .where('unit_id', '=', input.unitId)
    .where('system', '=', input.system)
    .where(sql<boolean>`(to_on is null or to_on > ${input.fromOn}::date)`)
    .orderBy('from_on')
    .execute()
  refuseIf([
    ...reasonsOutside('unit_not_there', unit, input.fromOn, 'fromOn'),
    ...(await reasonsOfParent(c, input)),
    ...reasonsOfSpans(spans, unit.name, input),
  ])

  const old = spans[0]
  if (old !== undefined)
    await organisationDb(c)
      .updateTable('unit_parent')
      .set({ to_on: input.fromOn })
      .where('id', '=', old.id)
      .execute()
  await organisationDb(c)
    .insertInto('unit_parent')
    .values({
      id: newId(),
      unit_id: input.unitId,
      parent_id: input.parentId,
      system: input.system,
      from_on: input.fromOn,
      // A span that had its end already ends there under the new parent too.
      to_on: old?.to_on ?? null,
    })
    .execute()
  await countUp(c, 'unit', input.unitId)
  await rebuildAncestors(c, [input.unitId])
  const { unitId, system, fromOn } = input
  await recordPaper(c, { unitId, act: 'place', system, effectiveOn: fromOn }, input)
  await audit(c, 'unit.place', { kind: 'unit', id: input.unitId }, { ...input, before: old ?? null })
  await publish(c, 'unit.placed', { unitId: input.unitId, system: input.system, fromOn: input.fromOn })
}

interface Span {
  readonly parent_id: string
  readonly from_on: string
}

/** What is written for the day or later stands: to move it, it is taken back first. */
function reasonsOfSpans(spans: readonly Span[], name: string, input: PlaceUnitInput): Reason[] {
  const field = 'fromOn'
  if (spans.some((span) => span.from_on >= input.fromOn))
    return [{ code: 'placement_overlaps', params: { name, on: input.fromOn }, field }]
  if (spans[0]?.parent_id === input.parentId)
    return [{ code: 'placement_unchanged', params: { name, on: input.fromOn }, field: 'parentId' }]
  return []
}

async function reasonsOfParent(c: Context, input: PlaceUnitInput): Promise<Reason[]> {
  const parent = await organisationDb(c)
    .selectFrom('unit')
    .select(['name', 'valid_from', 'valid_to'])
    .where('id', '=', input.parentId)
    .executeTakeFirst()
  if (parent === undefined) throw notFound('unit')
  const below = await organisationDb(c)
    .selectFrom('unit_ancestor')
    .select('unit_id')
    .where('unit_id', '=', input.parentId)
    .where('ancestor_id', '=', input.unitId)
    .where('system', '=', input.system)
    .where(sql<boolean>`(to_on is null or to_on > ${input.fromOn}::date)`)
    .executeTakeFirst()
  const isBelow = below !== undefined || input.parentId === input.unitId
  return [
    ...reasonsOutside('unit_not_there', parent, input.fromOn, 'parentId'),
    ...(isBelow
      ? [{ code: 'organisation_cycle', params: { name: parent.name }, field: 'parentId' } as const]
      : []),
  ]
}
