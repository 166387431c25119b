import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { rebuildAncestors } from '../relations/closure.ts'

/**
 * Corrects the first day of a unit to an earlier one, behind the lock of the tree: its first name and its first places began
 * then too, and what was placed below it only because it was not there before stands there from its own first day on.
 */
export async function beginEarlier(
  c: Context,
  unit: { readonly id: string; readonly valid_from: string },
  from: PlainDate,
): Promise<void> {
  const { id, valid_from: before } = unit
  await sql`update unit set valid_from = ${from}::date where id = ${id}::uuid`.execute(c.db)
  await sql`update unit_name set from_on = ${from}::date
    where unit_id = ${id}::uuid and from_on = ${before}::date`.execute(c.db)
  await sql`update unit_parent placed set from_on = greatest(child.valid_from, parent.valid_from)
    from unit child, unit parent
    where child.id = placed.unit_id and parent.id = placed.parent_id
      and ${id}::uuid in (placed.unit_id, placed.parent_id) and placed.from_on = ${before}::date
      and greatest(child.valid_from, parent.valid_from) < placed.from_on
      and not exists (select from unit_parent earlier where earlier.unit_id = placed.unit_id
        and earlier.system = placed.system and earlier.from_on < placed.from_on)`.execute(c.db)
  await rebuildAncestors(c, [id])
}
