import { type RawBuilder, sql } from 'kysely'
import { holderNameOf, postTitleOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { countSubjects } from '../../platform/counts/count-subjects.ts'
import { type Lines, noSum, type SubjectCount } from '../../platform/counts/subject-count.ts'
import { codeKey } from '../../platform/message-key.ts'
import type {
  Worklist,
  WorklistCount,
  WorklistItem,
  WorklistSection,
} from '../../platform/slices/navigation.ts'
import { addDays } from '../../platform/time/plain-date.ts'
import { type Debt, longestDebts } from '../figures/debts.ts'
import { allWorks, type WorkFilter } from '../filter/filter.ts'
import { matches, worksWithin } from '../filter/filter-sql.ts'
import { narrowScope, resolveWorkFilter, type WorkScope } from '../filter/work-scope.ts'
import { paths } from '../paths.ts'
import { mayFollow } from '../rights.ts'
import { programmeDb } from '../tables.ts'
import { dueSoonDays, type Pile, type PileDetail, piles } from './worklist-piles.ts'

/** So many of a pile are shown; the rest is in its list. */
const shownOfPile = 5

// Of years that are still open at once there are two or three.
const maxYears = 5

/** What the programme has for a person on "Việc của tôi", and the number in the menu. */
export const programmeWorklist: Worklist = {
  async sections(c) {
    const scopes = await openScopes(c)
    const open = piles.filter((pile) => pile.open(c))
    const counts = await countPiles(c, scopes, open)
    const sections: WorklistSection[] = []
    for (const pile of open) sections.push(await pileSection(c, pile, counts))
    if (mayFollow(c)) sections.push(await givenOut(c, scopes))
    return sections
  },

  async count(c) {
    const open = piles.filter((pile) => pile.open(c))
    let pressing = 0
    for (const scope of open.length === 0 ? [] : await openScopes(c)) {
      const parts = open.flatMap((pile) => {
        const filter = pile.presses(scope.filter, c.today)
        return filter === null ? [] : [matches(c, narrowScope(scope, filter))]
      })
      // Every page asks; between two changes of the register only the works that changed are looked at.
      pressing += (await worksByPile(c, scope, { pressing: sql<boolean>`(${sql.join(parts, sql` or `)})` }))
        .size
    }
    return pressing
  },
}

/** Every work of each open year as of today; a year without works has nothing that waits. */
async function openScopes(c: Context): Promise<readonly WorkScope[]> {
  const years = await programmeDb(c)
    .selectFrom('programme')
    .select('year')
    .where('status', '=', 'open')
    .where(sql<boolean>`exists (select from work where work.programme_id = programme.id)`)
    .orderBy('year', 'desc')
    .limit(maxYears)
    .execute()
  const scopes: WorkScope[] = []
  for (const { year } of years) scopes.push(await resolveWorkFilter(c, allWorks(year, c.today)))
  return scopes
}

/** How many works of one year a pile has, and the filter that lists exactly these. */
interface PileCount {
  readonly pile: Pile
  readonly scope: WorkScope
  readonly filter: WorkFilter
  readonly total: number
}

/** The counts of all piles, with one query a year. */
async function countPiles(
  c: Context,
  scopes: readonly WorkScope[],
  open: readonly Pile[],
): Promise<readonly PileCount[]> {
  const counts: PileCount[] = []
  for (const scope of open.length === 0 ? [] : scopes) {
    const asked = open.map((pile) => ({ pile, filter: pile.filter(scope.filter, c.today) }))
    const kept = await worksByPile(
      c,
      scope,
      Object.fromEntries(asked.map(({ pile, filter }) => [pile.key, matches(c, narrowScope(scope, filter))])),
    )
    const row = totalsOf(kept)
    counts.push(
      ...asked.map(({ pile, filter }) => ({
        pile,
        filter,
        scope: narrowScope(scope, filter),
        total: row[pile.key] ?? 0,
      })),
    )
  }
  return counts
}

/** The piles that a work lies on; of those that lie on none nothing is kept. */
type WorksByPile = SubjectCount<readonly string[], unknown>

function worksByPile(
  c: Context,
  within: WorkScope,
  conditions: Readonly<Record<string, RawBuilder<boolean>>>,
): Promise<WorksByPile> {
  return countSubjects(c, {
    kind: 'work',
    query(only) {
      const on = Object.entries(conditions).map(
        ([pile, condition]) => sql`case when ${condition} then ${sql.lit(pile)} end`,
      )
      const works = worksWithin(c, only === null ? within : { ...within, only }).select([
        'work.id',
        sql`concat_ws(' ', ${sql.join(on)})`.as('piles'),
      ])
      return sql<Lines>`select string_agg(id || ' ' || piles, e'\n') as lines from (${works}) works where piles <> ''`.compile(
        c.db,
      )
    },
    keyOf: (word) => word.split(' '),
    sum: noSum,
  })
}

function totalsOf({ groups }: WorksByPile): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {}
  for (const { key, size } of groups) for (const pile of key) totals[pile] = (totals[pile] ?? 0) + size
  return totals
}

async function pileSection(c: Context, pile: Pile, counted: readonly PileCount[]): Promise<WorklistSection> {
  const full = counted.filter((one) => one.pile === pile && one.total > 0)
  const items: WorklistItem[] = []
  for (const { scope } of full) items.push(...(await itemsOf(c, pile, scope)))
  items.sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
  return {
    key: pile.key,
    title: c.t(codeKey('worklist', pile.key)),
    lead: c.t(codeKey('worklist', `${pile.key}_lead`), { days: dueSoonDays }),
    icon: pile.icon,
    order: 10 * piles.indexOf(pile),
    kind: 'task',
    items: items.slice(0, shownOfPile),
    counts: full.map(({ filter, total }) =>
      countOf(c, { filter, total, several: full.length > 1, label: null }),
    ),
    act: pile.act === undefined || full.length === 0 ? null : { ...pile.act, label: c.t(pile.act.label) },
    clear: null,
  }
}

// What has no day waits behind what has one.
const dayOf = ({ dueOn, since }: WorklistItem) => dueOn ?? since ?? '9999'

function countOf(
  c: Context,
  one: {
    readonly filter: WorkFilter
    readonly total: number
    readonly several: boolean
    readonly label: string | null
  },
): WorklistCount {
  const year = one.several ? c.t('worklist.of_year', { year: one.filter.year }) : null
  const label = [one.label, year].filter((part) => part !== null).join(' ')
  return { label: label === '' ? null : label, total: one.total, href: paths.works(one.filter) }
}

async function itemsOf(c: Context, pile: Pile, scope: WorkScope): Promise<WorklistItem[]> {
  const detail = pile.detail(c, scope)
  const rows = await worksWithin(c, scope)
    .select(['work.id', 'work.code', 'work.title', 'work.illustrative'])
    .select([
      unitNameOf('work.owner_unit_id').as('unit_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      detail.as('detail'),
    ])
    .orderBy(sql`(${detail})->>'on'`, (order) => order.asc().nullsLast())
    .orderBy('work.id')
    .limit(shownOfPile)
    .execute()
  return rows.map((row) => {
    const found: PileDetail = row.detail ?? { on: null }
    const dueOn = pile.dated === 'due' ? found.on : null
    return {
      key: row.id,
      title: row.title,
      href: pile.href(row.code ?? row.id, found),
      note: noteOf([row.holder_name, row.post_title, row.unit_name], pile.why(c, found)),
      dueOn,
      since: pile.dated === 'since' ? found.on : null,
      urgent: pile.key === 'returned' || (dueOn !== null && dueOn < c.today),
      illustrative: row.illustrative,
    }
  })
}

/** Whose it is, then why it is here. */
function noteOf(owner: readonly (string | null)[], why: string | null): string {
  const whose = owner.filter((part) => part !== null && part !== '').join(', ')
  return why === null ? whose : `${whose} · ${why}`
}

/** What the actor's body gave out and is owed: late, or without the report that was due. */
async function givenOut(c: Context, scopes: readonly WorkScope[]): Promise<WorklistSection> {
  const counts: WorklistCount[] = []
  const debts: Debt[] = []
  const all = scopes.map((scope) => ({ ...scope.filter, relation: 'given_out' as const }))
  for (const [index, filter] of all.entries()) {
    const scope = scopes[index]
    if (scope === undefined) continue
    const signalled = (['late', 'silent'] as const).map((signal) => ({
      signal,
      filter: { ...filter, signal },
    }))
    const given = narrowScope(scope, filter)
    const parts = signalled.map((one) => [one.signal, matches(c, narrowScope(scope, one.filter))])
    const row = totalsOf(await worksByPile(c, given, Object.fromEntries(parts)))
    for (const one of signalled) {
      const total = row[one.signal] ?? 0
      const label = c.t(`worklist.given_out.${one.signal}`)
      if (total > 0) counts.push(countOf(c, { ...one, total, label, several: scopes.length > 1 }))
    }
    debts.push(...(await longestDebts(c, narrowScope(scope, filter), shownOfPile)))
  }
  debts.sort((a, b) => b.days - a.days)
  return {
    key: 'given_out',
    title: c.t('worklist.given_out'),
    lead: c.t('worklist.given_out_lead'),
    icon: 'clock-exclamation',
    order: 500,
    kind: 'watch',
    items: debts.slice(0, shownOfPile).map((debt) => debtItem(c, debt)),
    counts,
    act: null,
    clear: null,
  }
}

function debtItem(c: Context, debt: Debt): WorklistItem {
  const isLate = debt.signals.includes('late')
  return {
    key: debt.workId,
    title: debt.title,
    href: paths.work(debt.code ?? debt.workId),
    note: noteOf(
      [debt.holderName, debt.postTitle, debt.unitName],
      isLate ? null : c.t('worklist.given_out.silent'),
    ),
    // Owed since the day after its due date: counted as everywhere else.
    dueOn: addDays(debt.since, -1),
    since: null,
    urgent: true,
    illustrative: debt.illustrative,
  }
}
