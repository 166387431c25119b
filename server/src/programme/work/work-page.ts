import { countComments } from '../../office/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type ReminderView, remindersOf } from '../carrying-out/remind-work.ts'
import { allWorks } from '../filter/filter.ts'
import { type ProgrammeView, resolveWorkFilter } from '../filter/work-scope.ts'
import { authorize, may } from '../policy.ts'
import { loadSignalFacts } from '../progress/signal-facts.ts'
import { type AssessedTarget, assessTargets } from '../progress/target-facts.ts'
import { courseOfTarget, type TargetCourse } from '../progress/work-course.ts'
import { type Cause, causesOn } from '../rules/signal-causes.ts'
import { type Signal, signalSpans, signalsOn } from '../rules/signals.ts'
import { getWork, type LoadedWork } from '../work.ts'
import { guidanceOfProgramme, type ProgrammeGuidance } from '../year/guidance.ts'
import { type EvidenceView, evidenceOf } from './work-evidence.ts'
import { loadFace, type WorkFace } from './work-face.ts'
import {
  type DecisionLink,
  decisionsOf,
  historyOf,
  type PassageView,
  type VersionView,
  versionsOf,
} from './work-history.ts'
import {
  type AdjustmentView,
  type AppraisalView,
  adjustmentsOf,
  appraisalsOfWork,
  type CompletionView,
  completionsOf,
} from './work-judgements.ts'
import {
  type ContentGroupLink,
  contentGroupsOf,
  type LineageLink,
  lineageOf,
  type PressFact,
  pressFactsOf,
  type Siblings,
  siblingsOf,
  supportingUnitsOf,
} from './work-links.ts'
import { type ReportView, reportsOf, type StepView, stepsOf } from './work-record.ts'

/** Everything that one work's page shows, as of a day. What the actor may do with it is asked elsewhere. */
export interface WorkPage extends WorkFace {
  readonly asOf: PlainDate
  readonly programme: ProgrammeView
  readonly contentGroups: readonly ContentGroupLink[]
  readonly supportingUnits: readonly { readonly code: string; readonly name: string }[]
  readonly signals: readonly Signal[]
  readonly causes: readonly Cause[]
  readonly targets: readonly TargetView[]
  readonly steps: readonly StepView[]
  readonly reports: readonly ReportView[]
  /** Null where the actor may not read proof. */
  readonly evidence: readonly EvidenceView[] | null
  /** How many words fell about it, whatever the day; null where the actor may not read them. */
  readonly comments: number | null
  readonly decisions: readonly DecisionLink[]
  readonly history: readonly PassageView[]
  readonly versions: readonly VersionView[]
  readonly appraisals: readonly AppraisalView[]
  readonly completions: readonly CompletionView[]
  readonly adjustments: readonly AdjustmentView[]
  readonly guidance: ProgrammeGuidance
  readonly siblings: Siblings
  readonly continues: LineageLink | null
  readonly continuedBy: readonly LineageLink[]
  readonly pressFacts: readonly PressFact[]
  readonly reminders: readonly ReminderView[]
}

/** A target as it stands on the day, with its course. */
export interface TargetView extends AssessedTarget {
  readonly course: TargetCourse
}

/**
 * One work as of a day, with a fixed number of queries.
 * @throws Refusal `not_found` if there is none, where the actor may not see it, or where it was not there yet
 */
export async function getWorkPage(c: Context, ref: string, asOf: PlainDate): Promise<WorkPage> {
  const work = await getWork(c, ref)
  authorize(c, 'read', work.record)
  const scope = await resolveWorkFilter(c, allWorks(work.standing.year, asOf))
  const face = await loadFace(c, scope, work)
  const question = { workId: work.row.id, asOf }
  return {
    ...face,
    asOf,
    programme: scope.programme,
    ...(await promiseOf(c, work, face, asOf)),
    steps: await stepsOf(c, question),
    reports: await reportsOf(c, question),
    evidence: may(c, 'readEvidence', work.record) ? await evidenceOf(c, question) : null,
    comments: may(c, 'readEvidence', work.record)
      ? await countComments(c, { kind: 'work', id: work.row.id })
      : null,
    decisions: await decisionsOf(c, question),
    history: await historyOf(c, question),
    versions: await versionsOf(c, question),
    appraisals: await appraisalsOfWork(c, question),
    completions: await completionsOf(c, question),
    adjustments: await adjustmentsOf(c, question),
    guidance: await guidanceOfProgramme(c, work.row.programme_id),
    contentGroups: await contentGroupsOf(c, work),
    supportingUnits: await supportingUnitsOf(c, work),
    siblings: await siblingsOf(c, work, face.owner.unitCode, asOf),
    ...(await lineageOf(c, work)),
    pressFacts: await pressFactsOf(c, work),
    reminders: await remindersOf(c, question),
  }
}

/** The targets with their courses, and the signals that follow from the same facts. */
async function promiseOf(
  c: Context,
  work: LoadedWork,
  face: WorkFace,
  asOf: PlainDate,
): Promise<Pick<WorkPage, 'targets' | 'signals' | 'causes'>> {
  const { year } = work.standing
  const placed = [{ id: work.row.id, custodianUnitId: work.row.custodian_unit_id }]
  const targets = (await assessTargets(c, placed, year, asOf)).get(work.row.id) ?? []
  const facts = (await loadSignalFacts(c, [work.row.id])).get(work.row.id)?.facts
  if (facts === undefined) return { targets: [], signals: [], causes: [] }
  const dates = { assignedOn: face.assignedOn, dueOn: face.dueOn }
  return {
    targets: targets.map((target) => ({ ...target, course: courseOfTarget(target, facts, dates, asOf) })),
    signals: signalsOn(signalSpans(facts), asOf),
    causes: causesOn(facts, asOf),
  }
}
