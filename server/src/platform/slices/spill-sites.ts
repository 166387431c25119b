import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { extensionPoint } from './extension-point.ts'

/** A place in which something may stand that must not be here, and how it is taken out of it. Slices offer theirs. */
export interface SpillSite {
  /** As the spill is recorded: `work`, `upload`. */
  readonly kind: string
  /** The thing that an address of ours leads to, and the unit whose it is; null where it is none of this kind. */
  find(c: Context, address: string): Promise<{ readonly objectId: string; readonly unitId: string } | null>
  /**
   * Takes out all that it said, everywhere. The decision is on the record when this is called.
   * @returns every other thing whose entries in the audit log may repeat it
   */
  erase(c: Context, objectId: string): Promise<readonly string[]>
}

/** The places from which a spill is taken out. */
export const spillSites = extensionPoint<SpillSite>()

/**
 * The ids of things of a kind that are isolated: something is in them that must not be here, and has not been erased yet.
 * A subquery that PostgreSQL runs once for a list.
 */
export const isolatedIds = (kind: string): RawBuilder<string[]> =>
  sql`array(select object_id::uuid from spill where kind = ${kind} and erased_at is null)`

/** Whether a thing was ever isolated. @param id the id as text, of the row in question */
export const wasIsolated = (kind: string, id: RawBuilder<string>): RawBuilder<boolean> =>
  sql`exists (select from spill where spill.kind = ${kind} and spill.object_id = ${id})`
