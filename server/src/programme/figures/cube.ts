import { sql } from 'kysely'
import { type OrganisationSystem, unitsByChild } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { countSubjects } from '../../platform/counts/count-subjects.ts'
import type { Lines, SubjectCount } from '../../platform/counts/subject-count.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { worksWithin } from '../filter/filter-sql.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { factsOf, signalledWorks, stateOf } from '../filter/works-on-day.ts'
import type { OwnerKind, Tier } from '../tables.ts'
import type { Counted } from './tally.ts'

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
  /**
   * By the unit directly below the top one; under its own id what is the top unit's own, and under `elsewhere` what stands
   * neither in it nor below it in its ladder. Each work is in one group, so that the parts add up to the whole.
   */
  readonly units: readonly GroupCount[]
  readonly contentGroups: readonly GroupCount[]
  /** The works owed for longest, the longest first. */
  readonly owed: readonly { readonly workId: string; readonly since: PlainDate }[]
}

/** The group of the works that are not below the top unit in its ladder. */
export const elsewhere = ''

/** All that any figure asks of a work. */
interface Kind extends Omit<Counted, 'count'> {
  readonly tier: Tier
  readonly ownerKind: OwnerKind
  readonly theme: number
  /** The child of the top unit, the top unit itself, or `elsewhere`. */
  readonly unitId: string
  readonly contentGroupIds: readonly string[]
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
    await countSubjects<Kind, CubeSums>(c, {
      kind: 'work',
      query: (only) => kindsQuery(c, only === null ? scope : { ...scope, only }, top),
      keyOf: kindOf,
      sum: () => new CubeSums(),
    }),
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
  const members = sql`select member.work_id, string_agg(member.content_group_id::text, ',' order by member.content_group_id) as ids
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
  // Sorting or hashing so many columns would cost more than the rest: the works are put together by their lines.
  return sql<Lines>`select string_agg(works.id || ' ' || concat_ws('|', tier, owner_kind, coalesce(theme_group.ord, 0), state, facts,
      coalesce(unit_id::text, ''), coalesce(members.ids, ''), owed_since), e'\\n') as lines
    from (${works}) works left join (${members}) members on members.work_id = works.id
    left join theme_group on theme_group.id = works.theme_group_id`.compile(c.db)
}

function kindOf(word: string): Kind {
  const [tier, ownerKind, theme, state, facts, unitId, groups = '', owedSince] = word.split('|')
  return {
    tier: tier as Tier,
    ownerKind: ownerKind as OwnerKind,
    theme: Number(theme),
    state: state as Kind['state'],
    facts: Number(facts),
    unitId: unitId ?? elsewhere,
    contentGroupIds: groups === '' ? [] : groups.split(','),
    owedSince: (owedSince || null) as PlainDate | null,
  }
}

function cubeOf(kept: SubjectCount<Kind, CubeSums>): Cube {
  const { sum } = kept
  sum.cube ??= {
    kinds: sum.kinds.rows,
    units: sum.units.rows,
    contentGroups: sum.contentGroups.rows,
    owed: longestOwed(kept),
  }
  return sum.cube
}

class CubeSums {
  readonly kinds = new Sums<CubeRow>()
  readonly units = new Sums<GroupCount>()
  readonly contentGroups = new Sums<GroupCount>()
  /** How many works are owed since each day. */
  readonly owedDays = new Map<PlainDate, number>()
  /** What was made of them, until a work comes or goes. */
  cube: Cube | null = null

  add(kind: Kind, count: number): void {
    this.cube = null
    const { tier, ownerKind, theme, state, facts, unitId, contentGroupIds, owedSince } = kind
    if (owedSince !== null) {
      const owed = (this.owedDays.get(owedSince) ?? 0) + count
      if (owed === 0) this.owedDays.delete(owedSince)
      else this.owedDays.set(owedSince, owed)
    }
    const view = { state, facts }
    const alike = `${state} ${facts}`
    this.kinds.add(`${tier} ${ownerKind} ${theme} ${alike}`, count, () => ({
      tier,
      ownerKind,
      theme,
      ...view,
    }))
    this.units.add(`${unitId} ${alike}`, count, () => ({ groupId: unitId, ...view }))
    for (const groupId of contentGroupIds)
      this.contentGroups.add(`${groupId} ${alike}`, count, () => ({ groupId, ...view }))
  }
}

/** Adds up what is alike in everything but its count. A row is never changed but replaced: others may hold it. */
class Sums<Row extends Counted> {
  readonly #rows = new Map<string, Row>()

  /** @param word says all that is alike */
  add(word: string, count: number, alike: () => Omit<Row, 'count'>): void {
    const row = this.#rows.get(word)
    const sum = (row?.count ?? 0) + count
    if (sum === 0) this.#rows.delete(word)
    else this.#rows.set(word, { ...(row ?? alike()), count: sum } as Row)
  }

  get rows(): readonly Row[] {
    return [...this.#rows.values()]
  }
}

function longestOwed(kept: SubjectCount<Kind, CubeSums>): Cube['owed'] {
  // Few days hold the longest debts: only their works are looked at one by one.
  const days = new Set<PlainDate>()
  let found = 0
  for (const day of [...kept.sum.owedDays.keys()].sort()) {
    days.add(day)
    found += kept.sum.owedDays.get(day) ?? 0
    if (found >= maxOwed) break
  }
  const groups = kept.groups.filter(({ key }) => key.owedSince !== null && days.has(key.owedSince))
  const owed = kept.idsOf(groups).flatMap((ids, index) => {
    const since = groups[index]?.key.owedSince
    return since == null ? [] : [...ids].map((workId) => ({ workId, since }))
  })
  return owed.sort((a, b) => (a.since + a.workId < b.since + b.workId ? -1 : 1)).slice(0, maxOwed)
}
