import { unitsByIds } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { overseers } from '../policy.ts'

const wholeReaders: readonly string[] = [...overseers, 'programme-admin', 'system-admin']

/**
 * Of which part of a programme the actor's pages speak: null where it is all of it, else the names of the units to which the
 * actor's rights reach, at least one.
 */
export async function readingScope(
  c: Context,
  programmeUnitId: string,
  on: PlainDate,
): Promise<readonly string[] | null> {
  const reading = c.actor.grants.filter(({ role }) => wholeReaders.includes(role))
  if (reading.some(({ unitId, everywhere }) => everywhere || unitId === programmeUnitId)) return null
  const ids =
    reading.length > 0 ? reading.map(({ unitId }) => unitId) : c.actor.grants.map(({ unitId }) => unitId)
  const own = c.actor.unitName === null ? [] : [c.actor.unitName]
  const units = await unitsByIds(c, ids, on)
  return units.length === 0 ? own : units.map(({ name }) => name)
}
