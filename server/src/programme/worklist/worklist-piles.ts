import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { MessageKey } from '../../platform/message-key.ts'
import { codeKey } from '../../platform/message-key.ts'
import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import { formatDate } from '../../ui/format.ts'
import { deskQueues } from '../desk/desk-queue.ts'
import type { WaitingAct, WorkFilter } from '../filter/filter.ts'
import { owedPeriod } from '../filter/filter-waiting.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { dueOf } from '../filter/works-on-day.ts'
import { paths } from '../paths.ts'
import { mayAppraise, mayDecide, mayFollow, mayRegister } from '../rights.ts'
import { isUnfinished } from '../rules/signals.ts'
import { type WorkState, workStates } from '../rules/states.ts'

/** So many days before its date a work is shown as due, and so many before it presses. */
export const dueSoonDays = 30
const pressingDays = 7

/** What a pile knows of a work besides its face; `on` is the day that orders the pile. */
export interface PileDetail {
  readonly on: PlainDate | null
  /** A reason, a period, a proposal: whatever the pile says about it. */
  readonly said?: string | null
  readonly count?: number
  readonly evidenceId?: string
  readonly dueOn?: PlainDate | null
}

/** Works that wait in one way: which, in what order, and where it is done. */
export interface Pile {
  readonly key: string
  readonly icon: string
  /** Whether `on` is the day by which, or the day since when. */
  readonly dated: 'due' | 'since'
  open(c: Context): boolean
  /** Exactly the works of the pile, out of all of a year. */
  filter(all: WorkFilter, today: PlainDate): WorkFilter
  /** Those of them that press; the menu counts these. Null: none. */
  presses(all: WorkFilter, today: PlainDate): WorkFilter | null
  detail(c: Context, scope: WorkScope): RawBuilder<PileDetail | null>
  href(ref: string, detail: PileDetail): string
  /** Where all of them are dealt with at once, and the key of what it is called; most are dealt with one by one. */
  readonly act?: { readonly href: string; readonly label: MessageKey }
  /** Why it is here, in words. */
  why(c: Context, detail: PileDetail): string | null
}

const unfinished: readonly WorkState[] = workStates.filter(isUnfinished)

const mine = (all: WorkFilter, states: readonly WorkState[]): WorkFilter => ({
  ...all,
  relation: 'mine',
  states,
})

const returned: Pile = {
  key: 'returned',
  icon: 'arrow-back-up',
  dated: 'due',
  open: mayRegister,
  filter: (all) => mine(all, ['returned']),
  presses: (all) => mine(all, ['returned']),
  detail:
    () => sql`json_build_object('on', work.return_by, 'said', (select span.reason from work_state_span span
    where span.work_id = work.id and span.to_on is null))`,
  href: (ref) => paths.edit(ref),
  why: (c, { said }) => (said ? c.t('worklist.returned_why', { reason: said }) : null),
}

const due: Pile = {
  key: 'due',
  icon: 'calendar-due',
  dated: 'due',
  open: mayRegister,
  filter: (all, today) => ({ ...mine(all, unfinished), dueTo: addDays(today, dueSoonDays) }),
  presses: (all, today) => ({ ...mine(all, unfinished), dueTo: addDays(today, pressingDays) }),
  detail: (_c, scope) => sql`json_build_object('on', ${dueOf(scope)})`,
  href: (ref) => paths.work(ref),
  why: () => null,
}

const drafts: Pile = {
  key: 'drafts',
  icon: 'pencil',
  dated: 'due',
  open: mayRegister,
  filter: (all) => mine(all, ['draft']),
  presses: () => null,
  detail: () => sql`json_build_object('on', (select closes_on from registration_window opening
    where opening.programme_id = work.programme_id and opening.tier = work.tier))`,
  href: (ref) => paths.edit(ref),
  why: () => null,
}

/** A group of works that wait for one act: users who can do the act have the group, and all of it is urgent. */
function waiting(
  act: WaitingAct,
  more: Pick<Pile, 'icon' | 'open' | 'detail' | 'href'> & Partial<Pick<Pile, 'why' | 'dated' | 'act'>>,
): Pile {
  const filter = (all: WorkFilter): WorkFilter => ({ ...all, waiting: act })
  const isOnDesk = (deskQueues as readonly WaitingAct[]).includes(act)
  return {
    key: act,
    dated: 'since',
    filter,
    presses: filter,
    why: () => null,
    ...(isOnDesk && { act: { href: paths.desk(act), label: 'worklist.desk_act' } }),
    ...more,
  }
}

const sinceState = () => sql<PileDetail>`json_build_object('on', work.state_since)`

const openCompletion = () => sql<PileDetail>`(select json_build_object(
    'on', coalesce(completion.checked_on, completion.reported_on), 'said', completion.work_done_on)
  from completion where completion.work_id = work.id and completion.outcome is null)`

const completionDone: Pile['why'] = (c, { said }) =>
  said ? c.t('worklist.completion_done', { date: formatDate(said, c.language) }) : null

/** The piles in the order in which they are shown: what came back and what is late first. */
export const piles: readonly Pile[] = [
  returned,
  due,
  waiting('report', {
    icon: 'report-analytics',
    dated: 'due',
    open: (c) => c.actor.grants.some(({ role }) => role === 'registrant'),
    detail: (c) =>
      sql`(select json_build_object('on', owed.due_on, 'said', owed.key) from ${owedPeriod(c)} owed)`,
    href: (ref, { said }) => paths.report(ref, said ?? undefined),
    why: (c, { said }) =>
      said ? c.t('worklist.report_period', { period: c.t(codeKey('period', said)) }) : null,
  }),
  waiting('decide', {
    icon: 'gavel',
    open: mayDecide,
    detail:
      () => sql`(select json_build_object('on', appraisal.concluded_on, 'said', appraisal.outcome) from appraisal
      where appraisal.work_id = work.id and appraisal.outcome is not null
        and appraisal.work_version = work.submitted_version
      order by appraisal.recorded_at desc, appraisal.id desc limit 1)`,
    href: (ref) => paths.recordDecision({ refs: [ref] }),
    why: (c, { said }) => (said ? c.t(codeKey('worklist.decide_proposal', said)) : null),
  }),
  waiting('assign', {
    icon: 'send',
    open: mayDecide,
    act: { href: paths.assign(), label: 'worklist.assign_act' },
    detail: sinceState,
    href: (ref) => paths.assign({ refs: [ref] }),
  }),
  waiting('decide_completion', {
    icon: 'flag-check',
    open: mayDecide,
    detail: openCompletion,
    href: (ref) => paths.decideCompletion(ref),
    why: completionDone,
  }),
  waiting('decide_adjustment', {
    icon: 'calendar-share',
    open: mayDecide,
    detail: () => sql`(select json_build_object('on', adjustment.asked_on, 'said', adjustment.kind,
        'dueOn', adjustment.after->>'dueOn')
      from adjustment where adjustment.work_id = work.id and adjustment.outcome is null
      order by adjustment.asked_on, adjustment.id limit 1)`,
    href: (ref) => paths.decideAdjustment(ref),
    why: (c, { dueOn }) =>
      dueOn
        ? c.t('worklist.adjustment_due', { date: formatDate(dueOn, c.language) })
        : c.t('worklist.adjustment_target'),
  }),
  waiting('open_appraisal', {
    icon: 'list-search',
    open: mayAppraise,
    detail: sinceState,
    href: (ref) => paths.openAppraisal(ref),
  }),
  waiting('appraise', {
    icon: 'scale',
    open: mayAppraise,
    detail: sinceState,
    href: (ref) => paths.appraise(ref),
  }),
  waiting('check_completion', {
    icon: 'clipboard-check',
    open: (c) => c.actor.grants.some(({ role }) => role === 'monitor'),
    detail: openCompletion,
    href: (ref) => paths.checkCompletion(ref),
    why: completionDone,
  }),
  waiting('judge_evidence', {
    icon: 'file-check',
    open: mayFollow,
    detail: () => sql`(select json_build_object('on', min(evidence.effective_on), 'count', count(*),
        'evidenceId', (array_agg(evidence.id order by evidence.effective_on, evidence.id))[1])
      from evidence where evidence.work_id = work.id and evidence.state = 'offered')`,
    href: (ref, { evidenceId }) => paths.judgeEvidence(ref, evidenceId ?? ''),
    why: (c, { count = 1 }) =>
      count === 1 ? c.t('worklist.evidence_one') : c.t('worklist.evidence_many', { count }),
  }),
  drafts,
]
