import { type RawBuilder, sql } from 'kysely'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import { locks } from '../../platform/data/locks.ts'
import { Refusal } from '../../platform/refusal.ts'

interface Writer {
  readonly db: DatabaseTransaction
}

// No ladder in Vietnam has more than some six rungs. The bound ends the walk where a cycle would make it endless.
const maxDepth = 32

/**
 * Lets one act change one thing of the directory next to others. The import of a workbook changes many, and waits until
 * all of these have ended and then keeps new ones waiting: so neither sees the other's half, and neither locks the other in.
 */
export async function lockDirectoryBesideOthers(c: Writer): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${locks.directory})`.execute(c.db)
}

/** Keeps every other writer of the directory out until the transaction ends. It must be the first lock that is taken. */
export async function lockDirectoryAlone(c: Writer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${locks.directory})`.execute(c.db)
}

/**
 * Lets one writer at a time change who stands above whom, until the transaction ends: two moves that are sound each by
 * itself can make a cycle together.
 */
export async function lockTree(c: Writer): Promise<void> {
  await lockDirectoryBesideOthers(c)
  await sql`select pg_advisory_xact_lock(${locks.tree})`.execute(c.db)
}

/** A parent counts only while both units exist. `least` passes over null, which here means "without end". */
const edges = sql`edge as materialized (
  select p.unit_id, p.parent_id, p.system,
    greatest(p.from_on, child.valid_from, parent.valid_from) as from_on,
    least(p.to_on, child.valid_to, parent.valid_to) as to_on
  from unit_parent p
  join unit child on child.id = p.unit_id
  join unit parent on parent.id = p.parent_id
  where greatest(p.from_on, child.valid_from, parent.valid_from)
    < coalesce(least(p.to_on, child.valid_to, parent.valid_to), 'infinity')
)`

/** Every way up, its span cut down to the days on which the whole way stands. */
function ways(start: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${edges}, way(unit_id, ancestor_id, system, depth, from_on, to_on) as (
    select unit_id, parent_id, system, 1, from_on, to_on from edge where ${start}
    union all
    select way.unit_id, edge.parent_id, way.system, way.depth + 1,
      greatest(way.from_on, edge.from_on), least(way.to_on, edge.to_on)
    from way join edge on edge.unit_id = way.ancestor_id and edge.system = way.system
      and edge.from_on < coalesce(way.to_on, 'infinity') and way.from_on < coalesce(edge.to_on, 'infinity')
    where way.depth < ${sql.lit(maxDepth)} and way.ancestor_id <> way.unit_id
  )`
}

/** A unit is its own ancestor in its own ladder and in every other in which it stands above or below somebody. */
function selves(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select u.id, u.id, s.system, 0, u.valid_from, u.valid_to
    from unit u join (
      select id as unit_id, system from unit
      union select unit_id, system from unit_parent
      union select parent_id, system from unit_parent
    ) s on s.unit_id = u.id
    where ${which}`
}

const columns = sql`(unit_id, ancestor_id, system, depth, from_on, to_on)`

/** Computes the whole closure from scratch, in one statement: for bulk loads. @throws Refusal `organisation_cycle` */
export async function rebuildAllAncestors(db: DatabaseTransaction): Promise<void> {
  await refuseCycle(db, sql`true`)
  await sql`delete from unit_ancestor`.execute(db)
  await sql`with recursive ${ways(sql`true`)}
    insert into unit_ancestor ${columns} select * from way union all ${selves(sql`true`)}`.execute(db)
}

/**
 * Recomputes the closure for the units and for all units that were or will be below them, over all time.
 * @throws Refusal `organisation_cycle` if a unit would be above itself
 */
export async function rebuildAncestors(c: Writer, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return
  const affected = await descendantsEver(c, unitIds)
  const among = (column: string) => sql`${sql.ref(column)} = any(${affected}::uuid[])`
  await refuseCycle(c.db, among('edge.unit_id'))
  await sql`delete from unit_ancestor where ${among('unit_id')}`.execute(c.db)
  await sql`with recursive ${ways(among('edge.unit_id'))}
    insert into unit_ancestor ${columns} select * from way union all ${selves(among('u.id'))}`.execute(c.db)
  // Somebody above may have come to stand in this ladder only now.
  await sql`insert into unit_ancestor ${columns}
    ${selves(sql`u.id in (select parent_id from unit_parent where ${among('unit_id')})`)}
    on conflict do nothing`.execute(c.db)
}

async function descendantsEver(c: Writer, unitIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive below(id) as (
      select unnest(${[...unitIds]}::uuid[])
      union
      select p.unit_id from unit_parent p join below on p.parent_id = below.id
    ) select id from below`.execute(c.db)
  return rows.map((row) => row.id)
}

async function refuseCycle(db: DatabaseTransaction, start: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string }>`with recursive ${ways(start)}
    select unit_id as id from way where unit_id = ancestor_id or depth >= ${sql.lit(maxDepth)} limit 1`.execute(
    db,
  )
  if (rows.length > 0) throw new Refusal('organisation_cycle', {}, { status: 409 })
}
