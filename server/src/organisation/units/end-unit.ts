import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { date, id, version } from '../../platform/http/fields.ts'
import { publish } from '../../platform/jobs/events.ts'
import { type Reason, refuseIf } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { getUnitForUpdate, requireVersion } from '../lock.ts'
import { type PaperInput, paperFields, recordPaper } from '../paper.ts'
import { authorizeUnits } from '../policy.ts'
import { lockTree, rebuildAncestors } from '../relations/closure.ts'
import { organisationDb } from '../tables.ts'

export const endUnitInput = z.strictObject({
  unitId: id(),
  version: version(),
  /** The first day on which it is no more. */
  endsOn: date(),
  ...paperFields,
})
export type EndUnitInput = Omit<z.output<typeof endUnitInput>, keyof PaperInput> & PaperInput

/** A unit that is to end. */
export interface EndingUnit {
  readonly unitId: string
  readonly name: string
  /** The first day on which it is no more. */
  readonly endsOn: PlainDate
}

/**
 * What an upper slice has hanging on units that are to end, with what must be done first: a reason for each unit that
 * cannot end, found for all of them with one query; `subject` is the id of the unit.
 */
export type UnitDependants = (c: Context, ending: readonly EndingUnit[]) => Promise<readonly Reason[]>

/** Why units cannot end for the sake of other slices' things. */
export async function dependantsElsewhere(
  c: Context,
  others: readonly UnitDependants[],
  ending: readonly EndingUnit[],
): Promise<Reason[]> {
  const reasons: Reason[] = []
  for (const ask of others) reasons.push(...(await ask(c, ending)))
  return ending.length === 1 ? reasons.map(({ subject: _, ...reason }) => reason) : reasons
}

/** Ends a unit on which nothing depends any more; its posts and its place end with it, its history stays. */
export async function endUnit(
  c: Context,
  input: EndUnitInput,
  others: readonly UnitDependants[] = [],
): Promise<void> {
  await lockTree(c)
  const unit = await getUnitForUpdate(c, input.unitId)
  await authorizeUnits(c, 'unit.end', [input.unitId])
  requireVersion(unit, input.version)
  if (unit.valid_to !== null)
    refuseIf([{ code: 'unit_already_ended', params: { name: unit.name, on: unit.valid_to } }])
  if (input.endsOn <= unit.valid_from)
    refuseIf([{ code: 'end_before_start', params: { from: unit.valid_from }, field: 'endsOn' }])
  await lockPosts(c, input.unitId)
  refuseIf([
    ...(await reasonsOfDependants(c, input, unit.name)),
    ...(await dependantsElsewhere(c, others, [{ unitId: unit.id, name: unit.name, endsOn: input.endsOn }])),
  ])

  await closeAll(c, input)
  await rebuildAncestors(c, [input.unitId])
  await recordPaper(c, { unitId: input.unitId, act: 'end', effectiveOn: input.endsOn }, input)
  await audit(c, 'unit.end', { kind: 'unit', id: input.unitId }, { ...input })
  await publish(c, 'unit.ended', { unitId: input.unitId, endsOn: input.endsOn })
}

/**
 * An appointment locks the post first: without these locks a holding could begin in a post that ends at the same time.
 */
async function lockPosts(c: Context, unitId: string): Promise<void> {
  await organisationDb(c)
    .selectFrom('post')
    .select('id')
    .where('unit_id', '=', unitId)
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function reasonsOfDependants(
  c: Context,
  { unitId, endsOn }: EndUnitInput,
  name: string,
): Promise<Reason[]> {
  const { rows } = await sql<Record<(typeof codes)[number], number>>`select
    (select count(*) from unit_parent p join unit u on u.id = p.unit_id where p.parent_id = ${unitId}::uuid
      and ${lasts('p.to_on')} and ${lasts('u.valid_to')}) as unit_has_children,
    (select count(*) from unit where acts_for_id = ${unitId}::uuid and ${lasts('unit.valid_to')}) as unit_has_bodies,
    (select count(*) from post_holding h join post p on p.id = h.post_id where p.unit_id = ${unitId}::uuid
      and ${lasts('h.to_on')}) as unit_has_holders,
    (select count(*) from post_management m join post p on p.id = m.post_id where m.unit_id = ${unitId}::uuid
      and p.unit_id <> m.unit_id and ${lasts('m.to_on')} and ${lasts('p.valid_to')}) as unit_manages_posts,
    (select count(*) from unit_parent where unit_id = ${unitId}::uuid and from_on >= ${endsOn}::date)
      + (select count(*) from post where unit_id = ${unitId}::uuid and valid_from >= ${endsOn}::date)
      + (select count(*) from post_management m join post p on p.id = m.post_id
        where p.unit_id = ${unitId}::uuid and m.from_on >= ${endsOn}::date)
      as unit_has_future`.execute(c.db)
  const found = rows[0]
  return codes.flatMap((code) => {
    const count = found?.[code] ?? 0
    return count === 0 ? [] : [{ code, params: { name, count, on: endsOn } }]
  })

  function lasts(column: string) {
    return sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} > ${endsOn}::date)`
  }
}

const codes = [
  'unit_has_children',
  'unit_has_bodies',
  'unit_has_holders',
  'unit_manages_posts',
  'unit_has_future',
] as const

async function closeAll(c: Context, { unitId, endsOn }: EndUnitInput): Promise<void> {
  const db = organisationDb(c)
  const stillOpen = (column: string) =>
    sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} > ${endsOn}::date)`
  await db
    .updateTable('unit')
    .set({ valid_to: endsOn, version: sql`version + 1` })
    .where('id', '=', unitId)
    .execute()
  await db
    .updateTable('unit_parent')
    .set({ to_on: endsOn })
    .where('unit_id', '=', unitId)
    .where(stillOpen('to_on'))
    .execute()
  const posts = db.selectFrom('post').select('id').where('unit_id', '=', unitId)
  await db
    .updateTable('post_management')
    .set({ to_on: endsOn })
    .where('post_id', 'in', posts)
    .where(stillOpen('to_on'))
    .execute()
  await db
    .updateTable('post')
    .set({ valid_to: endsOn, version: sql`version + 1` })
    .where('unit_id', '=', unitId)
    .where(stillOpen('valid_to'))
    .execute()
}
