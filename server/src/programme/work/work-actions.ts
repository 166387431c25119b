import type { Context } from '../../platform/context.ts'
import { byOthersThan } from '../../platform/permission/two-people.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type ActOnWork, askAbout, type WorkActName, workActNames } from '../act-on-work.ts'
import { appraiseAct, dismissDuplicateAct, openAppraisalAct } from '../appraisal/appraise-work.ts'
import { remindAct } from '../carrying-out/remind-work.ts'
import { startAct } from '../carrying-out/report-work.ts'
import { resumeAct, suspendAct } from '../carrying-out/suspend-work.ts'
import { checkReasons } from '../completion/complete-work.ts'
import { decideAct } from '../decisions/record-decision.ts'
import { paths } from '../paths.ts'
import { may, type WorkAct } from '../policy.ts'
import { type AssessedTarget, assessTargets } from '../progress/target-facts.ts'
import { editAct } from '../registration/save-draft.ts'
import { submitAct } from '../registration/submit-work.ts'
import { withdrawAct } from '../registration/withdraw-work.ts'
import { guardDecideAdjustment } from '../rules/guards/carrying-out.ts'
import {
  guardAcceptCompletion,
  guardCheckCompletion,
  guardRefuseCompletion,
  guardReportCompletion,
} from '../rules/guards/completion.ts'
import { guardDecideEvidence } from '../rules/guards/evidence.ts'
import { type ActorRelation, guarded } from '../rules/guards/standing.ts'
import type { WorkState } from '../rules/states.ts'
import { programmeDb } from '../tables.ts'
import { actorRelationOf, type SecondAct } from '../two-people.ts'
import { assignerOf, getWork, type LoadedWork, refOf } from '../work.ts'

/** An act that the actor's post may do to a work, where it is done, and what stands against it now. */
export interface OpenAct {
  readonly name: WorkActName
  readonly href: string
  /** Why it is closed now; empty where it is open. */
  readonly closed: readonly Reason[]
}

type Judgement = Exclude<SecondAct, 'appraise' | 'acceptCompletion'>

/** What the reasons are read from, loaded once for all acts. */
interface Facts {
  readonly work: LoadedWork
  readonly today: PlainDate
  /** How the actor stands to the work and to what they would judge. */
  readonly actor: Readonly<Record<Judgement, ActorRelation>>
  readonly assigner: ReturnType<typeof assignerOf>
  readonly targets: readonly AssessedTarget[]
  readonly offeredEvidenceId: string | null
  readonly completion: { readonly isChecked: boolean; readonly againstCheck: readonly Reason[] } | null
  readonly adjustmentAskedOn: PlainDate | null
}

interface Plan {
  readonly act: WorkAct
  /** The states in which the act is worth showing, open or closed with its reason; in others it would only be noise. */
  readonly shownIn: readonly WorkState[]
  href(ref: string, facts: Facts): string
  /** Null where there is nothing to do it to. */
  closed(facts: Facts): readonly Reason[] | null
}

// What the form asks for is taken as given: the page of the act says what is wrong with what is typed there.
const given = 'x'

const underWay = ['assigned', 'in_progress', 'suspended'] as const

type PlannedName = Exclude<
  WorkActName,
  | 'submit'
  | 'edit'
  | 'withdraw'
  | 'open_appraisal'
  | 'appraise'
  | 'dismiss_duplicate'
  | 'decide'
  | 'start'
  | 'remind'
  | 'suspend'
  | 'resume'
>

const plans: Readonly<Record<PlannedName, Plan>> = {
  report: {
    act: 'report',
    shownIn: [...underWay, 'completion_reported'],
    href: (ref) => paths.report(ref),
    closed: ({ work }) => guarded(work.standing, 'report'),
  },
  offer_evidence: {
    act: 'offerEvidence',
    shownIn: [...underWay, 'completion_reported'],
    href: (ref) => paths.offerEvidence(ref),
    closed: ({ work }) => guarded(work.standing, 'offer_evidence'),
  },
  judge_evidence: {
    act: 'judgeEvidence',
    shownIn: [...underWay, 'completion_reported', 'completed', 'not_completed', 'carried_over', 'terminated'],
    href: (ref, { offeredEvidenceId }) => paths.judgeEvidence(ref, offeredEvidenceId ?? ''),
    closed: ({ work, offeredEvidenceId, actor, assigner }) =>
      offeredEvidenceId === null
        ? null
        : guardDecideEvidence({
            standing: work.standing,
            evidence: 'offered',
            action: 'accept',
            actor: actor.judgeEvidence,
            assigner,
            reason: given,
          }),
  },
  report_completion: {
    act: 'reportCompletion',
    shownIn: underWay,
    href: paths.reportCompletion,
    closed: ({ work, today, targets }) =>
      guardReportCompletion({
        standing: work.standing,
        today,
        assignedOn: (work.row.assigned_on ?? work.row.state_since) as PlainDate,
        doneOn: today,
        targets,
      }),
  },
  check_completion: {
    act: 'checkCompletion',
    shownIn: ['completion_reported'],
    href: paths.checkCompletion,
    closed: ({ work, completion, actor, assigner }) =>
      completion === null || completion.isChecked
        ? null
        : guardCheckCompletion({ standing: work.standing, actor: actor.judgeCompletion, assigner }),
  },
  decide_completion: {
    act: 'decideCompletion',
    shownIn: ['completion_reported'],
    href: paths.decideCompletion,
    closed: completionReasons,
  },
  ask_adjustment: {
    act: 'askAdjustment',
    shownIn: underWay,
    href: paths.askAdjustment,
    closed: ({ work, adjustmentAskedOn }) =>
      guarded(
        work.standing,
        'request_adjustment',
        adjustmentAskedOn === null
          ? []
          : [{ code: 'adjustment_pending', params: { askedOn: adjustmentAskedOn } }],
      ),
  },
  decide_adjustment: {
    act: 'decideAdjustment',
    shownIn: [...underWay, 'completion_reported'],
    href: paths.decideAdjustment,
    closed: ({ work, actor, assigner, adjustmentAskedOn }) =>
      adjustmentAskedOn === null
        ? null
        : guardDecideAdjustment({
            standing: work.standing,
            actor: actor.decideAdjustment,
            assigner,
            outcome: 'accepted',
            reason: given,
          }),
  },
}

// Those of which page, list and act share one object; the others are still planned above (decision 031).
const acts: readonly ActOnWork[] = [
  submitAct,
  editAct,
  withdrawAct,
  openAppraisalAct,
  appraiseAct,
  dismissDuplicateAct,
  decideAct,
  startAct,
  remindAct,
  suspendAct,
  resumeAct,
]

/** Refusing needs less than accepting: the act is open as soon as either is, and the page of the act says which. */
function completionReasons({
  work,
  completion,
  actor,
  assigner,
  targets,
  adjustmentAskedOn,
}: Facts): readonly Reason[] | null {
  if (completion === null) return null
  const judged = { standing: work.standing, actor: actor.judgeCompletion, assigner }
  const refusing = guardRefuseCompletion({ ...judged, reason: given })
  if (refusing.length === 0) return []
  const accepting = guardAcceptCompletion({ ...judged, targets, pendingSince: adjustmentAskedOn })
  return [...accepting, ...completion.againstCheck]
}

const plannedNames = Object.keys(plans) as readonly PlannedName[]

/**
 * What the actor's post can do to a work today, each act with its URL and, if it is blocked, with what is missing and who
 * can fix it. Acts of other posts are not listed.
 */
export async function openActsOf(c: Context, ref: string): Promise<readonly OpenAct[]> {
  const work = await getWork(c, ref)
  const known = refOf(work.row)
  const isShown = ({ shownIn, permission }: Pick<ActOnWork, 'shownIn' | 'permission'>) =>
    shownIn.includes(work.standing.state) && may(c, permission, work.record)
  const planned = plannedNames.filter((name) => isShown({ ...plans[name], permission: plans[name].act }))
  const open: OpenAct[] = []
  const asked = askAbout(c, work)
  for (const act of acts.filter(isShown)) {
    const subjectId = (await act.subject?.find(asked)) ?? null
    if (act.subject === undefined || subjectId !== null)
      open.push({
        name: act.name,
        href: act.href(known, subjectId),
        closed: await act.against(asked, subjectId),
      })
  }
  if (planned.length > 0) {
    const facts = await loadFacts(c, work)
    for (const name of planned) {
      const closed = plans[name].closed(facts)
      if (closed !== null) open.push({ name, href: plans[name].href(known, facts), closed })
    }
  }
  return open.sort((a, b) => workActNames.indexOf(a.name) - workActNames.indexOf(b.name))
}

async function loadFacts(c: Context, work: LoadedWork): Promise<Facts> {
  const { id, custodian_unit_id: custodianUnitId } = work.row
  const placed = [{ id, custodianUnitId }]
  const waiting = await waitingOf(c, work)
  return {
    work,
    today: c.today,
    actor: await relationsOf(c, work, waiting.offeredEvidenceId),
    assigner: assignerOf(c, work),
    targets: (await assessTargets(c, placed, work.standing.year, c.today)).get(id) ?? [],
    ...waiting,
  }
}

async function relationsOf(c: Context, work: LoadedWork, evidenceId: string | null): Promise<Facts['actor']> {
  const to = (second: Judgement, thingId?: string) => actorRelationOf(c, work, second, thingId)
  return {
    judgeEvidence: await to('judgeEvidence', evidenceId ?? undefined),
    judgeCompletion: await to('judgeCompletion'),
    decideAdjustment: await to('decideAdjustment'),
  }
}

/** What waits to be judged about the work. */
async function waitingOf(
  c: Context,
  work: LoadedWork,
): Promise<Pick<Facts, 'offeredEvidenceId' | 'completion' | 'adjustmentAskedOn'>> {
  const db = programmeDb(c)
  const workId = work.row.id
  const evidence = await db
    .selectFrom('evidence')
    .select('id')
    .where('work_id', '=', workId)
    .where('state', '=', 'offered')
    // What they may not judge themselves comes last.
    .orderBy(
      byOthersThan(c.actor, { person: 'evidence.person_id', forPerson: 'evidence.for_person_id' }),
      'desc',
    )
    .orderBy('effective_on')
    .orderBy('id')
    .executeTakeFirst()
  const completion = await db
    .selectFrom('completion')
    .select('checked_on')
    .where('work_id', '=', workId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  const adjustment = await db
    .selectFrom('adjustment')
    .select('asked_on')
    .where('work_id', '=', workId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return {
    offeredEvidenceId: evidence?.id ?? null,
    completion:
      completion === undefined
        ? null
        : {
            isChecked: completion.checked_on !== null,
            againstCheck: await checkReasons(c, work, completion.checked_on !== null),
          },
    adjustmentAskedOn: (adjustment?.asked_on ?? null) as PlainDate | null,
  }
}
