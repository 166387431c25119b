import { sql } from 'kysely'
import { type OrganisationSystem, unitsByChild } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { remember } from '../platform/remember.ts'
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
interface GroupRow extends Counted {
  readonly groupId: string
}

/** Everything that one pass over the works counts. */
export interface Cube {
  readonly kinds: readonly CubeRow[]
  /** By the unit directly below the top one; under its own id what is the top unit's own. */
  readonly units: readonly GroupRow[]
  readonly contentGroups: readonly GroupRow[]
  /** The works owed for longest, the longest first. */
  readonly owed: readonly { readonly workId: string; readonly since: PlainDate }[]
}

const maxOwed = 10

/**
 * One pass over all works: how many there are of each kind that any figure asks for, under each child of the top unit, and
 * in each content group, and which are owed for longest. Which works count, and how they stand, is found once and then only
 * grouped.
 */
export async function countCube(c: Context, scope: WorkScope, top: TopUnit): Promise<Cube> {
  const children = unitsByChild(c, { unitId: top.id, system: top.ladder, on: scope.filter.asOf }).as('child')
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
  const query = sql<CountedGroup>`with works as materialized (${works})
    select tier, owner_kind, theme_group.ord as theme, null::uuid as unit_id, null::uuid as content_group_id, null::uuid as owed_id,
      null::date as since, state, facts, count
    from (select tier, owner_kind, theme_group_id, state, facts, count(*)::integer as count from works group by 1, 2, 3, 4, 5) as kinds
    left join theme_group on theme_group.id = kinds.theme_group_id
    union all
    select null, null, null, unit_id, null, null, null, state, facts, count(*)::integer from works where unit_id is not null
    group by unit_id, state, facts
    union all
    select null, null, null, null, member.content_group_id, null, null, state, facts, count(*)::integer
    from works join work_content_group as member on member.work_id = works.id
      and member.content_group_id in (select id from content_group where programme_id = ${scope.programme.id}::uuid)
    group by member.content_group_id, state, facts
    union all
    (select null, null, null, null, null, id, owed_since, state, facts, 1 from works where owed_since is not null
      order by owed_since, id limit ${maxOwed})`.compile(c.db)
  return cubeOf(await remember(c, query))
}

interface CountedGroup extends Counted {
  readonly tier: Tier | null
  readonly owner_kind: OwnerKind | null
  readonly theme: number | null
  readonly unit_id: string | null
  readonly content_group_id: string | null
  readonly owed_id: string | null
  readonly since: PlainDate | null
}

function cubeOf(rows: readonly CountedGroup[]): Cube {
  const kinds: CubeRow[] = []
  const units: GroupRow[] = []
  const contentGroups: GroupRow[] = []
  const owed: { workId: string; since: PlainDate }[] = []
  for (const row of rows) {
    const { state, facts, count } = row
    if (row.owed_id !== null && row.since !== null) owed.push({ workId: row.owed_id, since: row.since })
    else if (row.unit_id !== null) units.push({ state, facts, count, groupId: row.unit_id })
    else if (row.content_group_id !== null)
      contentGroups.push({ state, facts, count, groupId: row.content_group_id })
    else if (row.tier !== null && row.owner_kind !== null)
      kinds.push({ state, facts, count, tier: row.tier, ownerKind: row.owner_kind, theme: row.theme ?? 0 })
  }
  return { kinds, units, contentGroups, owed }
}
