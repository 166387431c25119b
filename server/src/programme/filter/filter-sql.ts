import { type RawBuilder, sql } from 'kysely'
import { assigner, unitsBelow, unitsOfKinds } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { byRole, compile, is, type Rule, subjectOf } from '../../platform/permission/rule.ts'
import type { TextMatch } from '../../platform/text-search/text-match.ts'
import { type WorkColumns, type WorkRecord, workColumns, workPolicy } from '../policy.ts'
import { owesReports, workStates } from '../rules/states.ts'
import { promisePredicates, signalPredicates, standingPredicates } from './day-predicates.ts'
import type { WorkFilter, WorkRelation } from './filter.ts'
import { waitingFor, waitingForJudgement } from './filter-waiting.ts'
import { filterUnknown, type WorkScope } from './work-scope.ts'
import {
  dayCondition,
  dueOf,
  factOf,
  readableOnDay,
  stateIn,
  type WorksQuery,
  worksOnDay,
} from './works-on-day.ts'

type Condition = RawBuilder<boolean>

/**
 * The works that the actor may read and the filter names, as of its day: what is counted and what is listed both begin
 * here, so that they cannot disagree (design 8.3). Who may see is judged by today, what is shown by the day (8.4).
 */
export function worksWithin(c: Context, scope: WorkScope): WorksQuery {
  return worksOnDay(c, scope).where(readableOnDay(c, scope)).where(matches(c, scope))
}

/**
 * Whether it owes reports and the due date of one has passed: `reportStanding` of the rules, whichever way it stands; or whether
 * a report bears a date before the day on which it was sent.
 */
function reportingCondition(scope: WorkScope, which: NonNullable<WorkFilter['reporting']>): Condition {
  const { programme, filter } = scope
  if (which === 'backdated')
    return sql<boolean>`work.id in (select work_id from report where programme_id = ${programme.id}::uuid
      and sent_on > effective_on and sent_on <= ${filter.asOf}::date
      ${filter.from === null ? sql`` : sql`and sent_on >= ${filter.from}::date`})`
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
    ...onWork(scope),
    ...onDay(scope),
    ...onPlace(c, scope),
    ...onRelation(c, filter),
  ]
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(parts, sql` and `)})`
}

function onWork({ filter, textMatch }: WorkScope): Condition[] {
  const parts: Condition[] = []
  if (textMatch !== null) parts.push(textCondition(textMatch))
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
    if (found === undefined) throw filterUnknown('unit', code)
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
  if (filter.outside !== null) {
    const { id } = unit(filter.outside.unit)
    const below = unitsBelow(c, { unitId: id, system: filter.outside.ladder, on: filter.asOf })
    parts.push(sql`(work.custodian_unit_id <> ${id}::uuid and work.custodian_unit_id not in (${below}))`)
  }
  if (filter.assigner !== null) parts.push(sql`work.assigner_root_id = ${unit(filter.assigner).rootId}::uuid`)
  if (filter.managing !== null) parts.push(sql`work.managing_root_id = ${unit(filter.managing).rootId}::uuid`)
  if (filter.ownerUnitKinds.length > 0)
    parts.push(sql`work.owner_unit_id in (${unitsOfKinds(c, filter.ownerUnitKinds)})`)
  return parts
}

const wordsOfWork = sql.ref('work_search.words')

const textCondition = (match: TextMatch): Condition =>
  sql<boolean>`work.id in (select work_search.work_id from work_search where ${match.condition(wordsOfWork)})`

/** How far a work is from what was typed, the nearest first; null where nothing was typed. */
export function textRank({ textMatch }: WorkScope): RawBuilder<number> | null {
  if (textMatch === null) return null
  return sql<number>`-(select ${textMatch.fit(wordsOfWork)} from work_search where work_search.work_id = work.id)`
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
