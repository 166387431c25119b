import { type Expression, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { DB } from '../../platform/data/schema.gen.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type OrganisationSystem, organisationDb, type Reader } from '../tables.ts'

/** A half-open span of days covers `on`: the first day counts, the last (null: none) does not. */
export function spanCovers(
  from: RawBuilder<unknown> | string,
  to: RawBuilder<unknown> | string,
  on: PlainDate,
): RawBuilder<boolean> {
  const ref = (column: RawBuilder<unknown> | string) =>
    typeof column === 'string' ? sql.ref(column) : column
  return sql<boolean>`(${ref(from)} <= ${on}::date and (${ref(to)} is null or ${ref(to)} > ${on}::date))`
}

type OwnDb = Pick<
  DB,
  'unit' | 'unit_parent' | 'unit_ancestor' | 'person' | 'post' | 'post_management' | 'post_holding'
>

/** Ids of units, for a `where … in`. */
export type UnitIds = SelectQueryBuilder<OwnDb, 'unit_ancestor', { unit_id: string }>

/**
 * The ids of a unit and of all below it in today's tree (who may see is always judged by today, design 8.4), for
 * `where('work.custodian_unit_id', 'in', unitsInScope(c, { unitId }))`. Without a system: in any ladder.
 */
export function unitsInScope(
  c: Reader,
  scope: { readonly unitId: string; readonly system?: OrganisationSystem | null },
): UnitIds {
  return unitsBelow(c, { ...scope, on: c.today })
}

/** The same in the tree of another day: for figures and lists that speak of the past. */
export function unitsBelow(
  c: Pick<Reader, 'db'>,
  scope: { readonly unitId: string; readonly system?: OrganisationSystem | null; readonly on: PlainDate },
): UnitIds {
  const { system } = scope
  return organisationDb(c)
    .selectFrom('unit_ancestor')
    .select('unit_ancestor.unit_id')
    .where('unit_ancestor.ancestor_id', '=', scope.unitId)
    .where(spanCovers('unit_ancestor.from_on', 'unit_ancestor.to_on', scope.on))
    .$if(system !== undefined && system !== null, (query) =>
      query.where('unit_ancestor.system', '=', system as string),
    )
}

/**
 * The ids of the units that have one of `bodies` nearer above them than the units of `mine`: what is done there is done by
 * that nearer body first. The bodies themselves are not among them.
 */
export function unitsOfNearerBodies(
  c: Reader,
  { mine, bodies }: { readonly mine: readonly string[]; readonly bodies: Expression<unknown> },
) {
  const below = organisationDb(c)
    .selectFrom('unit_ancestor as mine')
    .select('mine.unit_id')
    .where('mine.ancestor_id', '=', sql<string>`any(${[...mine]}::uuid[])`)
    .where('mine.depth', '>', 0)
    .where(spanCovers('mine.from_on', 'mine.to_on', c.today))
  return organisationDb(c)
    .selectFrom('unit_ancestor as nearer')
    .select('nearer.unit_id')
    .where('nearer.depth', '>', 0)
    .where(spanCovers('nearer.from_on', 'nearer.to_on', c.today))
    .where(sql<boolean>`nearer.ancestor_id in (${bodies})`)
    .where('nearer.ancestor_id', 'in', below)
}

/** A day, or the column in which it stands. */
export type NameDay = PlainDate | { readonly column: string }

const dayOf = (on: NameDay) => (typeof on === 'string' ? sql`${on}::date` : sql.ref(on.column))

/**
 * The name that a unit of the query had on a day: old papers keep old names. Only units that were ever renamed have rows
 * in `unit_name`, so that this costs one look into a small index.
 */
export function nameOn(unit: string, on: NameDay): RawBuilder<string> {
  return sql<string>`coalesce(${namedOn(unit, 'name', on)}, ${sql.ref(`${unit}.name`)})`
}

/** Its short name of that day. */
export function shortNameOn(unit: string, on: NameDay): RawBuilder<string> {
  return sql<string>`coalesce(${namedOn(unit, 'short_name', on)}, ${sql.ref(`${unit}.short_name`)})`
}

function namedOn(unit: string, column: 'name' | 'short_name', on: NameDay) {
  return sql`(select then_named.${sql.ref(column)} from unit_name then_named
    where then_named.unit_id = ${sql.ref(`${unit}.id`)} and then_named.from_on <= ${dayOf(on)}
      and (then_named.to_on is null or then_named.to_on > ${dayOf(on)}))`
}

/** The units above these today, themselves included, in every ladder, for a `where … in`. */
export function unitsAbove(c: Pick<Reader, 'db' | 'today'>, unitIds: readonly string[]) {
  return organisationDb(c)
    .selectFrom('unit_ancestor as above')
    .select('above.ancestor_id')
    .where('above.unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .where(spanCovers('above.from_on', 'above.to_on', c.today))
}

/** The name of the unit whose id stands in a column, for a list's select: of today, or the one that it had on a day. */
export function unitNameOf(column: string, on?: NameDay): RawBuilder<string> {
  const name = on === undefined ? sql`named_unit.name` : nameOn('named_unit', on)
  return sql<string>`(select ${name} from unit named_unit where named_unit.id = ${sql.ref(column)})`
}

/** Its short name, for narrow columns. */
export function unitShortNameOf(column: string, on?: NameDay): RawBuilder<string> {
  const name = on === undefined ? sql`named_unit.short_name` : shortNameOn('named_unit', on)
  return sql<string>`(select ${name} from unit named_unit where named_unit.id = ${sql.ref(column)})`
}

/** Its code, for addresses. */
export function unitCodeOf(column: string): RawBuilder<string> {
  return sql<string>`(select named_unit.code from unit named_unit where named_unit.id = ${sql.ref(column)})`
}

/** The name of the person who has the holding in a column, or null. */
export function holderNameOf(column: string): RawBuilder<string | null> {
  return sql<string | null>`(select held_by.full_name from post_holding held
    join person held_by on held_by.id = held.person_id where held.id = ${sql.ref(column)})`
}

/** The name of the person whose id stands in a column. */
export function personNameOf(column: string): RawBuilder<string> {
  return sql<string>`(select named_person.full_name from person named_person where named_person.id = ${sql.ref(column)})`
}

/** The title of the post in a column, or null. */
export function postTitleOf(column: string): RawBuilder<string | null> {
  return sql<
    string | null
  >`(select titled_post.title from post titled_post where titled_post.id = ${sql.ref(column)})`
}

/**
 * The root of a body: the committee that a standing committee acts for, else the unit itself. What a standing committee
 * assigns is assigned by its committee's authority.
 */
export function rootOf(column: string): RawBuilder<string> {
  return sql<string>`(select coalesce(rooted.acts_for_id, rooted.id) from unit rooted where rooted.id = ${sql.ref(column)})`
}

/** The person who has the holding in a column, or null. */
export function holderPersonIdOf(column: string): RawBuilder<string | null> {
  return sql<string | null>`(select held.person_id from post_holding held where held.id = ${sql.ref(column)})`
}

/** The unit in which the post of a column stands. */
export function postUnitIdOf(column: string): RawBuilder<string> {
  return sql<string>`(select placed_post.unit_id from post placed_post where placed_post.id = ${sql.ref(column)})`
}

/** The name of that unit. */
export function postUnitNameOf(column: string): RawBuilder<string> {
  return sql<string>`(select placed_unit.name from post placed_post join unit placed_unit on placed_unit.id = placed_post.unit_id
    where placed_post.id = ${sql.ref(column)})`
}

/** Who holds the post of a column on a day, in the order of their days; empty where nobody does. */
export function holderNamesOf(column: string, on: PlainDate): RawBuilder<readonly string[]> {
  return sql<
    readonly string[]
  >`(select coalesce(jsonb_agg(held_by.full_name order by held.from_on, held.id), '[]'::jsonb)
    from post_holding held join person held_by on held_by.id = held.person_id
    where held.post_id = ${sql.ref(column)} and ${spanCovers('held.from_on', 'held.to_on', on)})`
}
