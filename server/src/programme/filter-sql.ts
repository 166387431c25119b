import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import {
  assigner,
  spanCovers,
  type UnitReference,
  unitCodeOf,
  unitNameOf,
  unitsBelow,
  unitsByCodes,
  unitsOfKinds,
} from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import { byRole, compile, is, type Rule, subjectOf } from '../platform/permission/rule.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DB } from '../platform/schema.gen.ts'
import {
  bitOf,
  type DayFact,
  type DayPredicate,
  dayFacts,
  promisePredicates,
  signalPredicates,
  standingPredicates,
} from './day-predicates.ts'
import type { WorkFilter, WorkRelation } from './filter.ts'
import { waitingFor, waitingForJudgement } from './filter-waiting.ts'
import { readableWorks, type WorkColumns, type WorkRecord, workColumns, workPolicy } from './policy.ts'
import { owesReports, type WorkState, workStates } from './rules/states.ts'
import { type ProgrammeId, programmeDb } from './tables.ts'

type Condition = RawBuilder<boolean>

/** A year's programme, and the committee whose it is. */
export interface ProgrammeView {
  readonly id: ProgrammeId
  readonly year: number
  readonly name: string
  readonly status: 'open' | 'closed'
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
}

/** A filter with the ids that its codes stand for, and what else its SQL needs to know of the day. */
export interface WorkScope {
  readonly filter: WorkFilter
  readonly programme: ProgrammeView
  readonly units: ReadonlyMap<string, UnitReference>
  /** Some work changed its state after the day: the state on the day must be looked up in the spans. */
  readonly statesMoved: boolean
  /** Some due date was adjusted after the day: that of the day must be looked up in the adjustments. */
  readonly duesMoved: boolean
}

/**
 * Finds what the filter names.
 * @throws Refusal `filter_unknown` that says which year, unit or group does not exist
 */
export async function resolveWorkFilter(c: Context, filter: WorkFilter): Promise<WorkScope> {
  const found = await programmeDb(c)
    .selectFrom('programme')
    .select(['programme.id', 'programme.year', 'programme.name', 'programme.status', 'programme.unit_id'])
    .select([
      unitCodeOf('programme.unit_id').as('unit_code'),
      unitNameOf('programme.unit_id').as('unit_name'),
    ])
    .select([
      sql<boolean>`exists (select from work later where later.programme_id = programme.id
        and later.state_since > ${filter.asOf}::date)`.as('states_moved'),
      sql<boolean>`exists (select from adjustment where outcome = 'accepted'
        and decided_on > ${filter.asOf}::date and after->>'dueOn' is not null)`.as('dues_moved'),
    ])
    .where('programme.year', '=', filter.year)
    .executeTakeFirst()
  if (found === undefined) throw unknown('year', filter.year)
  const units = await unitsByCodes(c, codesIn(filter))
  for (const [field, code] of unitFields(filter)) if (!units.has(code)) throw unknown(field, code)
  return {
    filter,
    programme: {
      id: found.id as ProgrammeId,
      year: found.year,
      name: found.name,
      status: found.status as ProgrammeView['status'],
      unitId: found.unit_id,
      unitCode: found.unit_code,
      unitName: found.unit_name,
    },
    units,
    statesMoved: found.states_moved,
    duesMoved: found.dues_moved,
  }
}

/** The same day and programme with another filter, whose codes have been looked up already. */
export function narrowScope(
  scope: WorkScope,
  filter: WorkFilter,
  units: WorkScope['units'] = scope.units,
): WorkScope {
  return { ...scope, filter, units }
}

function unknown(field: string, value: string | number): Refusal {
  return new Refusal(
    'filter_unknown',
    { field, value },
    { status: 404, reasons: [{ code: 'filter_unknown', params: { field, value }, field }] },
  )
}

function unitFields(filter: WorkFilter): [field: string, code: string][] {
  const fields: [string, string | null][] = [
    ['unit', filter.unit],
    ['assigner', filter.assigner],
    ['managing', filter.managing],
    ['contentGroup', filter.contentGroup?.unit ?? null],
  ]
  return fields.filter((one): one is [string, string] => one[1] !== null)
}

/** Every code of a unit that a filter names. */
export function codesIn(filter: WorkFilter): string[] {
  return unitFields(filter).map(([, code]) => code)
}

type WorksDb = Pick<DB, 'work' | 'work_content_group' | 'work_signal' | 'theme_group' | 'press_source'>

/** Works, aliased `work`; use `stateOf`, `sinceOf` and `dueOf` for what held on the day. */
export type WorksQuery = SelectQueryBuilder<WorksDb, 'work', object>

/**
 * The works that the actor may read and the filter names, as of its day: what is counted and what is listed both begin
 * here, so that they cannot disagree (design 8.3). Who may see is judged by today, what is shown by the day (8.4).
 */
export function worksWithin(c: Context, scope: WorkScope): WorksQuery {
  return worksOnDay(c, scope).where(readableWorks(c)).where(matches(c, scope))
}

/** Every work of the programme that was there on the day; without permission: only for what nobody is shown. */
export function worksOnDay(c: Context, scope: WorkScope): WorksQuery {
  const on = scope.filter.asOf
  let query = programmeDb(c).selectFrom('work').where('work.programme_id', '=', scope.programme.id)
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

const stateIn = (scope: WorkScope, states: readonly WorkState[]): Condition =>
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

function factOf(scope: WorkScope, fact: DayFact): Condition {
  const { asOf, from } = scope.filter
  const inPeriod = (day: RawBuilder<unknown>): Condition =>
    from === null
      ? sql<boolean>`${day} <= ${asOf}::date`
      : sql<boolean>`${day} between ${from}::date and ${asOf}::date`
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
    .groupBy('work_id')
    .as('signalled')
}

/** Whether it owes reports, and of one the due date has passed: `reportStanding` of the rules, whichever way it stands. */
function reportingCondition(scope: WorkScope, which: 'due' | 'silent'): Condition {
  const { programme, filter } = scope
  const owing = workStates.filter(owesReports)
  const due = sql<boolean>`(${stateIn(scope, owing)} and work.id in (
    select owed.id from report_period period
    join work_state_span span on span.programme_id = period.programme_id and span.state = any(${owing}::text[])
      and span.from_on <= period.data_closes_on and (span.to_on is null or span.to_on > period.data_closes_on)
    join work owed on owed.id = span.work_id and owed.assigned_on < period.data_closes_on
    where period.programme_id = ${programme.id}::uuid and period.due_on < ${filter.asOf}::date
      ${filter.from === null ? sql`` : sql`and period.due_on >= ${filter.from}::date`}))`
  return which === 'due' ? due : sql<boolean>`(${due} and ${factOf(scope, 'silent')})`
}

/** Everything that the filter says, as one condition on the rows of `worksOnDay`. */
export function matches(c: Context, scope: WorkScope): Condition {
  const { filter } = scope
  const parts: Condition[] = [
    ...onWork(filter),
    ...onDay(scope),
    ...onPlace(c, scope),
    ...onRelation(c, filter),
  ]
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(parts, sql` and `)})`
}

function onWork(filter: WorkFilter): Condition[] {
  const parts: Condition[] = []
  if (filter.text !== null) parts.push(textCondition(filter.text))
  if (filter.ownerKind !== null) parts.push(sql`work.owner_kind = ${filter.ownerKind}`)
  if (filter.tier !== null) parts.push(sql`work.tier = ${filter.tier}`)
  if (filter.illustrative === 'exclude') parts.push(sql`not work.illustrative`)
  return parts
}

function onDay(scope: WorkScope): Condition[] {
  const { states, standing, signal, promise, reporting, dueTo } = scope.filter
  return [
    ...(dueTo === null ? [] : [sql<boolean>`coalesce(${dueOf(scope)} <= ${dueTo}::date, false)`]),
    ...(states.length === 0 ? [] : [stateIn(scope, states)]),
    ...(standing === null ? [] : [dayCondition(scope, standingPredicates[standing])]),
    ...(signal === null ? [] : [dayCondition(scope, signalPredicates[signal])]),
    ...(promise === null ? [] : [dayCondition(scope, promisePredicates[promise])]),
    ...(reporting === null ? [] : [reportingCondition(scope, reporting)]),
  ]
}

function onPlace(c: Context, scope: WorkScope): Condition[] {
  const { filter, programme } = scope
  const unit = (code: string) => {
    const found = scope.units.get(code)
    if (found === undefined) throw unknown('unit', code)
    return found
  }
  const parts: Condition[] = []
  if (filter.theme === 0) parts.push(sql`work.theme_group_id is null`)
  else if (filter.theme !== null) {
    parts.push(sql`work.theme_group_id = (select id from theme_group
      where programme_id = ${programme.id}::uuid and ord = ${filter.theme})`)
  }
  if (filter.contentGroup !== null) {
    parts.push(sql`work.id in (select member.work_id from work_content_group member
      join content_group on content_group.id = member.content_group_id
      where content_group.programme_id = ${programme.id}::uuid and content_group.ord = ${filter.contentGroup.ord}
        and content_group.scope_unit_id = ${unit(filter.contentGroup.unit).id}::uuid)`)
  }
  if (filter.unit !== null) {
    const unitId = unit(filter.unit).id
    const { ladder: system, asOf: on } = filter
    parts.push(
      filter.subordinates
        ? sql`work.custodian_unit_id in (${unitsBelow(c, { unitId, system, on })})`
        : sql`work.custodian_unit_id = ${unitId}::uuid`,
    )
  }
  if (filter.assigner !== null) parts.push(sql`work.assigner_root_id = ${unit(filter.assigner).rootId}::uuid`)
  if (filter.managing !== null) parts.push(sql`work.managing_root_id = ${unit(filter.managing).rootId}::uuid`)
  if (filter.ownerUnitKinds.length > 0)
    parts.push(sql`work.owner_unit_id in (${unitsOfKinds(c, filter.ownerUnitKinds)})`)
  return parts
}

/** A pattern that finds the words anywhere; what LIKE would take for wildcards is taken as written. */
const containing = (text: RawBuilder<string>) =>
  sql<string>`'%' || regexp_replace(${text}, '([\\\\%_])', '\\\\\\1', 'g') || '%'`

function textCondition(text: string): Condition {
  const pattern = containing(sql<string>`fold(${text.trim()})`)
  return sql<boolean>`(work.title_folded like ${pattern} or work.code like ${pattern})`
}

/** 0 where the accents are those that were typed, else 1: what is written right comes first. */
export function textRank(text: string | null): RawBuilder<number> | null {
  if (text === null) return null
  const typed = text.trim().normalize('NFC')
  return sql<number>`case when position(lower(${typed}) in lower(work.title)) > 0
    or position(lower(${typed}) in work.code) > 0 then 0 else 1 end`
}

type WorkRule = Rule<WorkRecord, WorkColumns>

function onRelation(c: Context, { relation, waiting }: WorkFilter): Condition[] {
  return [
    ...(relation === null ? [] : [relationCondition(c, relation)]),
    ...(waiting === null ? [] : [waitingFor(c, waiting)]),
  ]
}

function relationCondition(c: Context, relation: WorkRelation): Condition {
  const ruled = (rule: WorkRule) =>
    sql<boolean>`coalesce(${compile<WorkRecord, WorkColumns>(rule, subjectOf(c), workColumns)}, false)`
  switch (relation) {
    case 'mine':
      return ruled(workPolicy.register)
    case 'given_out':
      return ruled(byRole(['decider', 'monitor'], is(assigner)))
    case 'to_judge':
      return waitingForJudgement(c)
  }
}
