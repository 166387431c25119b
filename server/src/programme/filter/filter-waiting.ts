import { type RawBuilder, sql } from 'kysely'
import { unitsGranted } from '../../identity/index.ts'
import { unitsOfNearerBodies } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { compile, type Rule, subjectOf } from '../../platform/permission/rule.ts'
import { byOthersThan } from '../../platform/permission/two-people.ts'
import { addDays } from '../../platform/time/plain-date.ts'
import { type WorkColumns, type WorkRecord, workColumns, workPolicy } from '../policy.ts'
import { nextState, owesReports, type WorkAction, workStates } from '../rules/states.ts'
import type { WaitingAct } from './filter.ts'

type Condition = RawBuilder<boolean>

/** So many days before the data of a period close, its report begins to wait: earlier there is nothing to write yet. */
export const reportAheadDays = 15

const inStates = (action: WorkAction): Condition =>
  sql`work.state = any(${workStates.filter((state) => nextState(state, action) !== null)}::text[])`

const owing = workStates.filter(owesReports)

/**
 * The period of the oldest report that a work owes and that it is time to write, as a row (key, due_on) next to `work`. A later
 * report makes up for an earlier one, and what was not owed when the data closed is not asked for (rules/signals.ts).
 */
export const owedPeriod = (
  c: Pick<Context, 'today'>,
) => sql`(select period.key, period.due_on from report_period period
  where period.programme_id = work.programme_id and period.data_closes_on > work.assigned_on
    and period.data_closes_on <= ${addDays(c.today, reportAheadDays)}::date
    and (period.data_closes_on >= ${c.today}::date or exists (select from work_state_span span
      where span.work_id = work.id and span.state = any(${owing}::text[])
        and span.from_on <= period.data_closes_on and (span.to_on is null or span.to_on > period.data_closes_on)))
    and not exists (select from report join report_period answered
        on answered.programme_id = report.programme_id and answered.key = report.period_key
      where report.work_id = work.id and answered.data_closes_on >= period.data_closes_on)
  order by period.data_closes_on limit 1)`

const toReport = (c: Pick<Context, 'today'>): Condition =>
  sql<boolean>`(work.state = any(${owing}::text[]) and exists ${owedPeriod(c)})`

// An opinion on an earlier version is none on what was submitted again.
const concluded = sql`exists (select from appraisal where appraisal.work_id = work.id
  and appraisal.outcome is not null and appraisal.work_version = work.submitted_version)`

// What two people must do waits for nobody who has a part in the first of the two (two-people.ts).
const handedInByOthers = (c: Pick<Context, 'actor'>) => sql`not exists (select from work_version
  where work_version.work_id = work.id and work_version.number = work.submitted_version
    and not ${byOthersThan(c.actor, { person: 'work_version.person_id', forPerson: 'work_version.for_person_id' })})`

const byOthers = (c: Pick<Context, 'actor'>, table: string) =>
  byOthersThan(c.actor, { person: `${table}.person_id`, forPerson: `${table}.for_person_id` })

// Of a year that is closed everything is read-only.
const inOpenYear: Condition = sql`work.programme_id in (select id from programme where status = 'open')`

/** What must be so for the act to be waited for, and who may do it. */
const waits: Readonly<
  Record<
    WaitingAct,
    {
      readonly act: keyof typeof workPolicy
      /** The role of a nearer body that would do it before us. */
      readonly nearer?: 'appraiser' | 'decider'
      there(c: Pick<Context, 'today' | 'actor'>): Condition
    }
  >
> = {
  report: { act: 'report', there: toReport },
  open_appraisal: {
    act: 'appraise',
    nearer: 'appraiser',
    there: (c) => sql`(work.state = 'submitted' and ${handedInByOthers(c)})`,
  },
  appraise: {
    act: 'appraise',
    nearer: 'appraiser',
    there: (c) => sql`(work.state = 'appraising' and not ${concluded} and ${handedInByOthers(c)})`,
  },
  decide: {
    act: 'decide',
    nearer: 'decider',
    there: () => sql`(work.state = 'appraising' and ${concluded})`,
  },
  assign: { act: 'decide', nearer: 'decider', there: () => sql`work.state = 'approved'` },
  judge_evidence: {
    act: 'judgeEvidence',
    there: (c) =>
      sql`(${inStates('decide_evidence')} and work.id in (
        select work_id from evidence where state = 'offered' and ${byOthers(c, 'evidence')}))`,
  },
  check_completion: {
    act: 'checkCompletion',
    there: (c) => sql`(work.state = 'completion_reported' and work.id in (
      select work_id from completion where outcome is null and checked_on is null and ${byOthers(c, 'completion')}))`,
  },
  // What is not checked yet waits for another: the decider may refuse it, but not accept it.
  decide_completion: {
    act: 'decideCompletion',
    there: (c) => sql`(work.state = 'completion_reported' and work.id in (
      select work_id from completion where outcome is null and checked_on is not null and ${byOthers(c, 'completion')}))`,
  },
  decide_adjustment: {
    act: 'decideAdjustment',
    there: (c) =>
      sql`(${inStates('decide_adjustment')} and work.id in (
        select work_id from adjustment where outcome is null and ${byOthers(c, 'adjustment')}))`,
  },
}

/** The acts of the actor's judgement; a report is owed, not judged. */
const judging = [
  'open_appraisal',
  'appraise',
  'decide',
  'assign',
  'judge_evidence',
  'check_completion',
  'decide_completion',
  'decide_adjustment',
] as const satisfies readonly WaitingAct[]

/**
 * Not another's to do first. Permission reaches down the whole tree; what waits is only what stands nearest: a person's work
 * waits for the body that manages the post, a collective's for the first body above it that has somebody with the role.
 */
function nearestOf(c: Context, role: 'appraiser' | 'decider'): Condition {
  const mine = c.actor.grants.filter((grant) => grant.role === role).map(({ unitId }) => unitId)
  return sql<boolean>`case when work.owner_kind = 'individual' and work.managing_root_id is not null
    then work.managing_root_id = any(${mine}::uuid[])
    else work.custodian_unit_id not in (${unitsOfNearerBodies(c, { mine, bodies: unitsGranted(c, role) })}) end`
}

/** The works whose appraisal is the actor's and no nearer body's, whatever it has come to. */
export function appraisedByActor(c: Context): Condition {
  return sql<boolean>`(${nearestOf(c, 'appraiser')}
    and coalesce(${compile<WorkRecord, WorkColumns>(workPolicy.appraise, subjectOf(c), workColumns)}, false))`
}

/** The works that wait for this act of the actor now, whatever the day of the question: an inbox has no past. */
export function waitingFor(c: Context, act: WaitingAct): Condition {
  const { act: permitted, nearer, there } = waits[act]
  const rule: Rule<WorkRecord, WorkColumns> = workPolicy[permitted]
  const nearest = nearer === undefined ? sql<boolean>`true` : nearestOf(c, nearer)
  return sql<boolean>`(${there(c)} and ${inOpenYear} and ${nearest} and coalesce(${compile(rule, subjectOf(c), workColumns)}, false))`
}

/** The works that wait for any judgement of the actor. */
export function waitingForJudgement(c: Context): Condition {
  return sql<boolean>`(${sql.join(
    judging.map((act) => waitingFor(c, act)),
    sql` or `,
  )})`
}
