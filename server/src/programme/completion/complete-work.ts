import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { notFound, type Reason, Refusal, refuseIf } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { pendingAdjustment } from '../carrying-out/pending-adjustment.ts'
import { touch } from '../carrying-out/report-work.ts'
import { moveState } from '../move-state.ts'
import { authorize } from '../policy.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { type AssessedTarget, assessTargets } from '../progress/target-facts.ts'
import {
  guardAcceptCompletion,
  guardCheckCompletion,
  guardRefuseCompletion,
  guardReportCompletion,
  guardTwoPeople,
} from '../rules/guards/completion.ts'
import { programmeDb } from '../tables.ts'
import { actorRelationOf, didFirst, doneBy } from '../two-people.ts'
import { assignerOf, getWorkForUpdate, type LoadedWork, refOf, requireVersion } from '../work.ts'
import { isAllowed } from '../year/unit-policy.ts'

/** Reports a work as done: every target has its final value, its evidence and, where demanded, its recognition. */
export const reportCompletion = endpoint({
  name: 'work.report_completion',
  input: z.strictObject({
    ref: field.text(80),
    version: field.version(),
    workDoneOn: field.date(),
    content: field.text(8000),
  }),
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'reportCompletion', work.record)
    requireVersion(work, input.version)
    const targets = await targetsOf(c, work, c.today)
    refuseIf(
      guardReportCompletion({
        standing: work.standing,
        today: c.today,
        assignedOn: (work.row.assigned_on ?? work.row.state_since) as PlainDate,
        doneOn: input.workDoneOn,
        targets,
      }),
    )
    const id = newId<'completion'>()
    const { count } = await programmeDb(c)
      .selectFrom('completion')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('work_id', '=', work.row.id)
      .executeTakeFirstOrThrow()
    await programmeDb(c)
      .insertInto('completion')
      .values({
        id,
        work_id: work.row.id,
        number: count + 1,
        reported_on: c.today,
        work_done_on: input.workDoneOn,
        content: input.content,
        account_id: c.actor.accountId,
        ...doneBy(c),
        recorded_at: c.now,
      })
      .execute()
    await moveState(c, work, { action: 'report_completion', on: c.today })
    await refreshSignals(c, [work.row.id])
    await audit(
      c,
      'work.report_completion',
      { kind: 'work', id: work.row.id },
      { workDoneOn: input.workDoneOn },
    )
    await publish(c, 'work.completion_reported', { workId: work.row.id })
    return { id: work.row.id, ref: refOf(work.row) }
  },
})

/** The monitor's check, before the decider of the assigning tier accepts (spec/programme.md, 5). */
export const checkCompletion = endpoint({
  name: 'work.check_completion',
  input: z.strictObject({ ref: field.text(80), version: field.version(), comment: field.text(4000) }),
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'checkCompletion', work.record)
    requireVersion(work, input.version)
    refuseIf(
      guardCheckCompletion({
        standing: work.standing,
        actor: await actorRelationOf(c, work, 'judgeCompletion'),
        assigner: assignerOf(c, work),
      }),
    )
    const open = await openCompletion(c, work)
    const { person_id, for_person_id } = doneBy(c)
    // What was checked once stands: another comment in its place would overwrite what the decider may have read.
    if (open.checked_on !== null) throw new Refusal('completion_already_checked', {}, { status: 409 })
    await programmeDb(c)
      .updateTable('completion')
      .set({
        checked_on: c.today,
        checked_by_person_id: person_id,
        checked_for_person_id: for_person_id,
        check_comment: input.comment,
      })
      .where('id', '=', open.id)
      .execute()
    await touch(c, work)
    await audit(c, 'work.check_completion', { kind: 'work', id: work.row.id }, { comment: input.comment })
    return { id: work.row.id, ref: refOf(work.row) }
  },
})

/** Accepts the result, or refuses it with a reason, and the work goes on. By the assigning tier, never by the doer's unit. */
export const decideCompletion = endpoint({
  name: 'work.decide_completion',
  fresh: true,
  input: z.strictObject({
    ref: field.text(80),
    version: field.version(),
    outcome: field.choice(['accept', 'refuse']),
    reason: field.optionalText(4000),
    document: field.optionalText(300),
  }),
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'decideCompletion', work.record)
    requireVersion(work, input.version)
    refuseIf(
      input.outcome === 'accept'
        ? await againstAccepting(c, work)
        : guardRefuseCompletion({ ...(await judgedBy(c, work)), reason: input.reason }),
    )
    const completion = await openCompletion(c, work)
    await keepOutcome(c, work, completion.id, input)
    const set =
      input.outcome === 'accept' ? { work_done_on: completion.work_done_on, accepted_on: c.today } : {}
    const action = input.outcome === 'accept' ? 'accept_completion' : 'refuse_completion'
    await moveState(c, work, { action, on: c.today, reason: input.reason, document: input.document, set })
    await refreshSignals(c, [work.row.id])
    await audit(
      c,
      'work.decide_completion',
      { kind: 'work', id: work.row.id },
      { outcome: input.outcome, reason: input.reason },
    )
    await publish(c, 'work.completion_decided', { workId: work.row.id, outcome: input.outcome })
    return { id: work.row.id, ref: refOf(work.row), outcome: input.outcome }
  },
})

const judgedBy = async (c: Context, work: LoadedWork) => ({
  standing: work.standing,
  actor: await actorRelationOf(c, work, 'judgeCompletion'),
  assigner: assignerOf(c, work),
})

/** All that stands against accepting what was reported as complete, the check that is still missing too. */
export async function againstAccepting(c: Context, work: LoadedWork): Promise<readonly Reason[]> {
  const open = await findOpenCompletion(c, work)
  return [
    ...(open === undefined ? [] : await checkReasons(c, work, open.checked_on !== null)),
    ...guardAcceptCompletion({
      ...(await judgedBy(c, work)),
      pendingSince: ((await pendingAdjustment(c, work))?.asked_on ?? null) as PlainDate | null,
      targets: await targetsOf(c, work, c.today),
    }),
  ]
}

/** The check that is still missing, or that was the actor's own. */
export async function checkReasons(
  c: Context,
  work: LoadedWork,
  isChecked: boolean,
): Promise<readonly Reason[]> {
  if (!isChecked) return [{ code: 'completion_not_checked' }]
  const { row, assignerName } = work
  return guardTwoPeople({
    isChecked: true,
    byActor: await didFirst(c, work, 'acceptCompletion'),
    onePersonAllowed:
      row.assigner_root_id !== null &&
      (await isAllowed(c, { key: 'one_person_completion', rootId: row.assigner_root_id, on: c.today })),
    body: assignerName ?? '–',
  })
}

async function targetsOf(c: Context, work: LoadedWork, on: PlainDate): Promise<readonly AssessedTarget[]> {
  const placed = [{ id: work.row.id, custodianUnitId: work.row.custodian_unit_id }]
  return (await assessTargets(c, placed, work.standing.year, on)).get(work.row.id) ?? []
}

const findOpenCompletion = (c: Context, work: LoadedWork) =>
  programmeDb(c)
    .selectFrom('completion')
    .select(['id', 'work_done_on', 'checked_on'])
    .where('work_id', '=', work.row.id)
    .where('outcome', 'is', null)
    .executeTakeFirst()

async function openCompletion(c: Context, work: LoadedWork) {
  const open = await findOpenCompletion(c, work)
  if (open === undefined) throw notFound('completion')
  return open
}

async function keepOutcome(
  c: Context,
  work: LoadedWork,
  completionId: string,
  input: { readonly outcome: 'accept' | 'refuse'; readonly reason: string; readonly document: string },
): Promise<void> {
  const { person_id, for_person_id } = doneBy(c)
  await programmeDb(c)
    .updateTable('completion')
    .set({
      outcome: input.outcome === 'accept' ? 'accepted' : 'refused',
      decided_on: c.today,
      decided_by_person_id: person_id,
      decided_for_person_id: for_person_id,
      decided_for_unit_id: work.row.assigner_unit_id,
      document: input.document,
      reason: input.reason,
      decided_at: c.now,
    })
    .where('id', '=', completionId)
    .execute()
}
