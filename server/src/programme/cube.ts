import { sql } from 'kysely'
import { type OrganisationSystem, unitsByChild } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import { type GroupRow, type KeptCount, type KeptGroup, keepCount } from '../platform/keep-count.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { worksWithin } from './filter-sql.ts'
import type { OwnerKind, Tier } from './tables.ts'
import type { Counted } from './tally.ts'
import type { WorkScope } from './work-scope.ts'
import { factsOf, signalledWorks, stateOf } from './works-on-day.ts'

/** The unit whose children a breakdown shows: that of the filter, or of the programme. */
export interface TopUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly ladder: OrganisationSystem
}

export function topUnitOf({ filter, programme, units }: WorkScope): TopUnit {
  const chosen = filter.unit === null ? undefined : units.get(filter.unit)
  if (chosen !== undefined) return { ...chosen, ladder: filter.ladder ?? chosen.system }
  const { unitId, unitCode, unitName } = programme
  return { id: unitId, code: unitCode, name: unitName, ladder: filter.ladder ?? 'party' }
}

export interface CubeRow extends Counted {
  readonly tier: Tier
  readonly ownerKind: OwnerKind
  readonly theme: number
}

/** Works alike within one group: a unit below the top one, or a content group. */
interface GroupCount extends Counted {
  readonly groupId: string
}

/** Everything that one pass over the works counts. */
export interface Cube {
  readonly kinds: readonly CubeRow[]
  /** By the unit directly below the top one; under its own id what is the top unit's own. */
  readonly units: readonly GroupCount[]
  readonly contentGroups: readonly GroupCount[]
  /** The works owed for longest, the longest first. */
  readonly owed: readonly { readonly workId: string; readonly since: PlainDate }[]
}

/** All that any figure asks of a work. */
interface Kind extends Omit<Counted, 'count'> {
  readonly tier: Tier
  readonly ownerKind: OwnerKind
  readonly theme: number
  /** Null: not below the top unit in its ladder. */
  readonly unitId: string | null
  readonly contentGroupIds: readonly string[] | null
  /** Since when the owner owes something; null: nothing. */
  readonly owedSince: PlainDate | null
}

const maxOwed = 10

/**
 * How many works there are of each kind that any figure asks for, under each child of the top unit, and in each content
 * group, and which are owed for longest. Kept from question to question: only works that changed are looked at again.
 */
export async function countCube(c: Context, scope: WorkScope, top: TopUnit): Promise<Cube> {
  return cubeOf(
    await keepCount<Kind>(c, (only) => kindsQuery(c, only === null ? scope : { ...scope, only }, top)),
  )
}

function kindsQuery(c: Context, scope: WorkScope, top: TopUnit) {
  const { only, programme } = scope
  const among = sql`any(${[...(only ?? [])]}::uuid[])`
  const children = unitsByChild(c, { unitId: top.id, system: top.ladder, on: scope.filter.asOf })
    .$if(only !== undefined, (query) =>
      query.where(sql<boolean>`below.unit_id in (select custodian_unit_id from work where id = ${among})`),
    )
    .as('child')
  const members = sql`select member.work_id, array_agg(member.content_group_id order by member.content_group_id) as ids
    from content_group join work_content_group member on member.content_group_id = content_group.id
    where content_group.programme_id = ${programme.id}::uuid ${only === undefined ? sql`` : sql`and member.work_id = ${among}`}
    group by member.work_id`
  const works = worksWithin(c, scope)
    .leftJoin(signalledWorks(c, scope), 'signalled.work_id', 'work.id')
    .leftJoin(children, 'child.unit_id', 'work.custodian_unit_id')
    .select(['work.id', 'work.tier', 'work.owner_kind', 'work.theme_group_id'])
    .select([
      sql<string>`case when work.custodian_unit_id = ${top.id}::uuid then work.custodian_unit_id else child.child_id end`.as(
        'unit_id',
      ),
      stateOf(scope).as('state'),
      factsOf(scope).as('facts'),
      sql<PlainDate | null>`signalled.owed_since`.as('owed_since'),
    ])
  return sql<
    GroupRow<Kind>
  >`select kind.tier, kind.owner_kind as "ownerKind", coalesce(theme_group.ord, 0) as theme,
      kind.unit_id as "unitId", kind.content_group_ids as "contentGroupIds", kind.state, kind.facts, kind.owed_since as "owedSince",
      kind.ids
    from (select tier, owner_kind, theme_group_id, unit_id, members.ids as content_group_ids, state, facts, owed_since,
        string_agg(works.id::text, '') as ids
      from (${works}) works left join (${members}) members on members.work_id = works.id group by 1, 2, 3, 4, 5, 6, 7, 8) kind
    left join theme_group on theme_group.id = kind.theme_group_id`.compile(c.db)
}

/** What was made of a count stays good for as long as it does. */
const cubes = new WeakMap<object, Cube>()

function cubeOf(kept: KeptCount<Kind>): Cube {
  const known = cubes.get(kept.version)
  if (known !== undefined) return known
  const kinds = new Sums<CubeRow>()
  const units = new Sums<GroupCount>()
  const contentGroups = new Sums<GroupCount>()
  for (const { key, ids } of kept.groups) {
    const { tier, ownerKind, theme, state, facts } = key
    kinds.add({ tier, ownerKind, theme, state, facts }, ids.size)
    if (key.unitId !== null) units.add({ groupId: key.unitId, state, facts }, ids.size)
    for (const groupId of key.contentGroupIds ?? []) contentGroups.add({ groupId, state, facts }, ids.size)
  }
  const cube = {
    kinds: kinds.rows,
    units: units.rows,
    contentGroups: contentGroups.rows,
    owed: longestOwed(kept.groups),
  }
  cubes.set(kept.version, cube)
  return cube
}

/** Adds up what is alike in everything but its count. */
class Sums<Row extends Counted> {
  readonly #counts = new Map<string, { readonly key: Omit<Row, 'count'>; count: number }>()

  add(key: Omit<Row, 'count'>, count: number): void {
    const word = Object.values(key).join(' ')
    const sum = this.#counts.get(word)
    if (sum === undefined) this.#counts.set(word, { key, count })
    else sum.count += count
  }

  get rows(): readonly Row[] {
    return [...this.#counts.values()].map(({ key, count }) => ({ ...key, count }) as unknown as Row)
  }
}

function longestOwed(groups: readonly KeptGroup<Kind>[]): Cube['owed'] {
  const days = new Map<PlainDate, string[]>()
  for (const { key, ids } of groups) {
    if (key.owedSince === null) continue
    const day = days.get(key.owedSince) ?? []
    days.set(key.owedSince, day)
    day.push(...ids)
  }
  const owed: { workId: string; since: PlainDate }[] = []
  for (const since of [...days.keys()].sort()) {
    for (const workId of (days.get(since) ?? []).sort()) owed.push({ workId, since })
    if (owed.length >= maxOwed) break
  }
  return owed.slice(0, maxOwed)
}
