import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../tables.ts'
import { spanCovers } from './scope.ts'

/** Whether one of the units has nothing above it today, in any ladder: whose scope is over one of them is over everything. */
export function topUnits(c: Pick<Reader, 'today'>, units: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select from unnest(${[...units]}::uuid[]) top (id) where not exists (
    select from unit_ancestor above where above.unit_id = top.id and above.ancestor_id <> top.id
      and ${spanCovers('above.from_on', 'above.to_on', c.today)}))`
}
