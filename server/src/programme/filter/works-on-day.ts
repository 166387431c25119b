import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { spanCovers } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DB } from '../../platform/data/schema.gen.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { readableWorks, workColumns } from '../policy.ts'
import type { WorkState } from '../rules/states.ts'
import { programmeDb } from '../tables.ts'
import { bitOf, type DayFact, type DayPredicate, dayFacts } from './day-predicates.ts'
import type { WorkScope } from './work-scope.ts'

type Condition = RawBuilder<boolean>

type WorksDb = Pick<DB, 'work' | 'work_content_group' | 'work_signal' | 'theme_group' | 'press_source'>

/** Works, aliased `work`; use `stateOf`, `sinceOf` and `dueOf` for what held on the day. */
export type WorksQuery = SelectQueryBuilder<WorksDb, 'work', object>

/** Every work of the programme that was there on the day; without permission: only for what nobody is shown. */
export function worksOnDay(c: Context, scope: WorkScope): WorksQuery {
  const on = scope.filter.asOf
  let query = programmeDb(c).selectFrom('work').where('work.programme_id', '=', scope.programme.id)
  if (scope.only !== undefined) query = query.where('work.id', '=', anyOf(scope.only))
  if (scope.statesMoved) {
    query = query
      .leftJoin(pastStates(c, scope), 'past.work_id', 'work.id')
      .where(sql<boolean>`(work.state_since <= ${on}::date or past.work_id is not null)`) as typeof query
  }
  if (scope.duesMoved) {
    query = query.leftJoin(pastDues(c, scope), 'past_due.work_id', 'work.id') as typeof query
  }
  return query as unknown as WorksQuery
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`

// The span that is open now covers the day unless it began later, and then a closed one does: only those are looked up.
const pastStates = (c: Context, { programme, filter }: WorkScope) =>
  programmeDb(c)
    .selectFrom('work_state_span')
    .select(['work_id', 'state', 'from_on'])
    .where('programme_id', '=', programme.id)
    .where('from_on', '<=', filter.asOf)
    .where('to_on', '>', filter.asOf)
    .as('past')

// What the first adjustment after the day changed is what held on the day.
const pastDues = (c: Context, { filter }: WorkScope) =>
  programmeDb(c)
    .selectFrom('adjustment')
    .distinctOn('work_id')
    .select(['work_id', sql<PlainDate | null>`(before->>'dueOn')::date`.as('due_on')])
    .where('outcome', '=', 'accepted')
    .where('decided_on', '>', filter.asOf)
    .where(sql<boolean>`after->>'dueOn' is not null`)
    .orderBy('work_id')
    .orderBy('decided_on')
    .orderBy('id')
    .as('past_due')

/** The state of a work on the day. */
export function stateOf(scope: WorkScope): RawBuilder<WorkState> {
  if (!scope.statesMoved) return sql<WorkState>`work.state`
  return sql<WorkState>`case when work.state_since <= ${scope.filter.asOf}::date then work.state else past.state end`
}

/**
 * The works that the actor may read, as a condition on the rows of `worksOnDay`. Who they are and what they may is judged by
 * today (design 8.4); but what was a draft on the day was its author's alone on that day, and handing it in later does
 * not put it into what everybody above saw then: the past does not change.
 */
export function readableOnDay(c: Context, scope: WorkScope): Condition {
  if (!scope.statesMoved) return readableWorks(c)
  const code = sql`case when ${stateOf(scope)} = 'draft' then null else work.code end`
  return readableWorks(c, 'read', { ...workColumns, code })
}

/**
 * The works that the actor may read today, of all years, as a condition on the rows of `work`: what has happened by now. What
 * is only on record for later days is left out, as by `readableOnDay`.
 */
export function readableToday(c: Context): Condition {
  const later = sql`(select span.state from work_state_span span where span.work_id = work.id
    and ${spanCovers('span.from_on', 'span.to_on', c.today)} order by span.from_on desc limit 1)`
  const state = sql`case when work.state_since <= ${c.today}::date then work.state else ${later} end`
  const code = sql`case when ${state} = 'draft' then null else work.code end`
  return sql<boolean>`(${readableWorks(c, 'read', { ...workColumns, code })} and ${state} is not null)`
}

/** Since when it was in that state. */
export function sinceOf(scope: WorkScope): RawBuilder<PlainDate> {
  if (!scope.statesMoved) return sql<PlainDate>`work.state_since`
  return sql<PlainDate>`case when work.state_since <= ${scope.filter.asOf}::date then work.state_since else past.from_on end`
}

/** The due date that held on the day. */
export function dueOf(scope: WorkScope): RawBuilder<PlainDate | null> {
  return scope.duesMoved
    ? sql<PlainDate | null>`coalesce(past_due.due_on, work.due_on)`
    : sql<PlainDate | null>`work.due_on`
}

/** The due date that was promised first. */
export const firstDueOf = sql<PlainDate | null>`coalesce(work.first_due_on, work.due_on)`

export const stateIn = (scope: WorkScope, states: readonly WorkState[]): Condition =>
  sql<boolean>`${stateOf(scope)} = any(${[...states]}::text[])`

/** A predicate of the day as a condition on the rows of `worksOnDay`. */
export function dayCondition(scope: WorkScope, predicate: DayPredicate): Condition {
  switch (predicate.kind) {
    case 'state':
      return stateIn(scope, predicate.states)
    case 'fact':
      return factOf(scope, predicate.fact)
    case 'all':
    case 'any': {
      const parts = predicate.parts.map((part) => dayCondition(scope, part))
      return sql<boolean>`(${sql.join(parts, predicate.kind === 'all' ? sql` and ` : sql` or `)})`
    }
    case 'not':
      // A date that is missing makes a fact NULL in SQL, and false for us.
      return sql<boolean>`not coalesce(${dayCondition(scope, predicate.part)}, false)`
  }
}

/** One fact of the day as a condition. */
export function factOf(scope: WorkScope, fact: DayFact): Condition {
  const { asOf, from } = scope.filter
  const inPeriod = (day: RawBuilder<unknown>): Condition =>
    from === null
      ? sql<boolean>`${day} <= ${asOf}::date`
      : sql<boolean>`${day} between ${from}::date and ${asOf}::date`
  const before = (day: RawBuilder<unknown>): Condition => sql<boolean>`${day} < ${asOf}::date`
  switch (fact) {
    case 'late':
    case 'at_risk':
    case 'silent':
    case 'stale':
      return sql<boolean>`work.id in (select work_id from work_signal where ${signalsOnDay(scope)} and signal = ${fact})`
    case 'assigned':
      return sql<boolean>`work.assigned_on <= ${asOf}::date`
    case 'accepted':
      return sql<boolean>`work.accepted_on <= ${asOf}::date`
    case 'accepted_in_period':
      return inPeriod(sql`work.accepted_on`)
    case 'due':
      return inPeriod(dueOf(scope))
    case 'first_due':
      return inPeriod(firstDueOf)
    case 'overdue':
      return before(dueOf(scope))
    case 'first_overdue':
      return before(firstDueOf)
    case 'in_time':
      return sql<boolean>`work.work_done_on <= ${dueOf(scope)}`
    case 'first_in_time':
      return sql<boolean>`work.work_done_on <= ${firstDueOf}`
  }
}

/** The signals of the programme that stand on the day, as a condition on `work_signal`. */
export const signalsOnDay = ({ programme, filter }: WorkScope): Condition =>
  sql<boolean>`work_signal.programme_id = ${programme.id}::uuid
    and ${spanCovers('work_signal.from_on', 'work_signal.to_on', filter.asOf)}`

/** All facts of a work on the day as one number, in the bits of `dayFacts`; needs the join of `signalledWorks`. */
export function factsOf(scope: WorkScope): RawBuilder<number> {
  const parts = dayFacts
    .filter((fact) => !signalFacts.includes(fact))
    .map((fact) => sql`case when ${factOf(scope, fact)} then ${sql.lit(bitOf(fact))} else 0 end`)
  return sql<number>`(coalesce(signalled.facts, 0) + ${sql.join(parts, sql` + `)})`
}

const signalFacts: readonly DayFact[] = ['late', 'at_risk', 'silent', 'stale']

/**
 * Each work with the bits of its signals on the day, and since when its owner owes something: one small table to join, and
 * not four to look into.
 */
export function signalledWorks(c: Context, scope: WorkScope) {
  const bit = sql`case signal ${sql.join(
    signalFacts.map((fact) => sql`when ${fact} then ${sql.lit(bitOf(fact))}`),
    sql` `,
  )} end`
  return programmeDb(c)
    .selectFrom('work_signal')
    .select(['work_id', sql<number>`sum(${bit})::integer`.as('facts')])
    .select(sql<PlainDate | null>`min(from_on) filter (where signal in ('late', 'silent'))`.as('owed_since'))
    .where(signalsOnDay(scope))
    .$if(scope.only !== undefined, (query) => query.where('work_id', '=', anyOf(scope.only ?? [])))
    .groupBy('work_id')
    .as('signalled')
}
