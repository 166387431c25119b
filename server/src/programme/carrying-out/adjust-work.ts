import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { Refusal, refuseIf } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { authorize } from '../policy.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { keepVersion } from '../registration/submit-work.ts'
import { decimal } from '../rules/decimal.ts'
import { guardDecideAdjustment, guardRequestAdjustment } from '../rules/guards/carrying-out.ts'
import { ordinaryAdjustmentsUntil, reportPeriods } from '../rules/periods.ts'
import { operators } from '../rules/targets.ts'
import { programmeDb } from '../tables.ts'
import { actorRelationOf, doneBy } from '../two-people.ts'
import { assignerOf, getWorkForUpdate, type LoadedWork, refOf, requireVersion } from '../work.ts'
import { pendingAdjustment } from './pending-adjustment.ts'
import { touch } from './report-work.ts'

const askInput = z.strictObject({
  ref: field.text(80),
  version: field.version(),
  /** Another due date, or null where only a target is to change. */
  newDueOn: field.optionalDate(),
  targetId: field.optionalId(),
  operator: field.optionalChoice(operators),
  value: field.optionalDecimal(),
  min: field.optionalDecimal(),
  max: field.optionalDecimal(),
  unit: field.optionalText(60),
  reason: field.optionalText(4000),
  forceMajeure: field.flag(),
})
type AskInput = z.output<typeof askInput>

/** Asks the assigner for another date or target. What was promised first stays visible. */
export const askAdjustment = endpoint({
  name: 'adjustment.ask',
  input: askInput,
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'askAdjustment', work.record)
    requireVersion(work, input.version)
    const target = await targetToChange(c, work, input)
    refuseIf(
      guardRequestAdjustment({
        standing: work.standing,
        today: c.today,
        reason: input.reason,
        forceMajeure: input.forceMajeure,
        ...(await adjustmentCircumstances(c, work)),
        newDueOn: input.newDueOn,
        newGoal: target === null ? null : newGoalOf(target, input),
        dueOn: work.row.due_on as PlainDate | null,
      }),
    )
    const change = changeOf(work, target, input)
    const id = newId<'adjustment'>()
    await programmeDb(c)
      .insertInto('adjustment')
      .values({
        id,
        work_id: work.row.id,
        target_id: target?.id ?? null,
        kind: change.kind,
        before: JSON.stringify(change.before),
        after: JSON.stringify(change.after),
        reason: input.reason,
        force_majeure: input.forceMajeure,
        asked_on: c.today,
        account_id: c.actor.accountId,
        ...doneBy(c),
        recorded_at: c.now,
      })
      .execute()
    await touch(c, work)
    await audit(c, 'adjustment.ask', { kind: 'adjustment', id }, { work: work.row.code, ...change })
    await publish(c, 'adjustment.asked', { workId: work.row.id, adjustmentId: id })
    return { id, ref: refOf(work.row) }
  },
})

type TargetRow = Awaited<ReturnType<typeof targetsOfWork>>[number]

const targetsOfWork = (c: Context, workId: string) =>
  programmeDb(c).selectFrom('target').selectAll().where('work_id', '=', workId).execute()

/** The target that is to change; null where none was named, or it would stay as it is. */
async function targetToChange(c: Context, work: LoadedWork, input: AskInput): Promise<TargetRow | null> {
  if (input.targetId === null) return null
  const target = (await targetsOfWork(c, work.row.id)).find(({ id }) => id === input.targetId)
  if (target !== undefined) return isSameGoal(target, input) ? null : target
  throw new Refusal('target_unknown', {}, { reasons: [{ code: 'target_unknown', field: 'targetId' }] })
}

function isSameGoal(target: TargetRow, input: AskInput): boolean {
  const asked = newGoalOf(target, input)
  const now = { ...target, measureKey: target.measure_key, number: target.ord }
  const number = (value: string | null) => (value === null ? null : decimal(value))
  return (
    asked.operator === now.operator &&
    asked.unit === now.unit &&
    (['value', 'min', 'max'] as const).every((name) => asked[name] === number(now[name]))
  )
}

const unitOf = (target: TargetRow, { unit }: AskInput) => (unit === '' ? target.unit : unit)

/** A goal of numbers needs them, also where the target had none so far (acceptance scenario 5). */
function newGoalOf(target: TargetRow, input: AskInput) {
  const number = (value: number | null) => (value === null ? null : decimal(value))
  const { value, min, max } = numbersOf(input)
  return {
    number: target.ord,
    operator: input.operator,
    value: number(value),
    min: number(min),
    max: number(max),
    unit: unitOf(target, input),
    measureKey: target.measure_key,
  }
}

/** The numbers that the operator takes: those of another one may still stand in the form. */
function numbersOf({ operator, value, min, max }: AskInput) {
  if (operator === 'range') return { value: null, min, max }
  return { value: operator === 'done' ? null : value, min: null, max: null }
}

function changeOf(work: LoadedWork, target: TargetRow | null, input: AskInput) {
  const isMoved = input.newDueOn !== null && input.newDueOn !== work.row.due_on
  const before = isMoved ? { dueOn: work.row.due_on } : {}
  const after = isMoved ? { dueOn: input.newDueOn } : {}
  if (target === null) return { kind: 'due_on' as const, before, after }
  const { operator, value, min, max, unit } = target
  const asked = { operator: input.operator, ...numbersOf(input), unit: unitOf(target, input) }
  return {
    kind: 'target' as const,
    before: { operator, value, min, max, unit, ...before },
    after: { ...asked, ...after },
  }
}

/** What a request depends on besides what it asks for: one that waits, and until when an ordinary reason suffices. */
export async function adjustmentCircumstances(
  c: Context,
  work: LoadedWork,
): Promise<{ readonly pendingSince: PlainDate | null; readonly ordinaryUntil: PlainDate }> {
  const pending = await pendingAdjustment(c, work)
  const { year } = work.standing
  // The programme may have set another day on which the nine months close.
  const nineMonths = await programmeDb(c)
    .selectFrom('report_period')
    .select('data_closes_on')
    .where('programme_id', '=', work.row.programme_id)
    .where('key', '=', 'm9')
    .executeTakeFirst()
  return {
    pendingSince: (pending?.asked_on ?? null) as PlainDate | null,
    ordinaryUntil:
      nineMonths === undefined
        ? ordinaryAdjustmentsUntil(reportPeriods(year), year)
        : (nineMonths.data_closes_on as PlainDate),
  }
}

/** Decides on what was asked: the assigning body. Accepted, it is a new version of the work; the old one stays readable. */
export const decideAdjustment = endpoint({
  name: 'adjustment.decide',
  fresh: true,
  input: z.strictObject({
    ref: field.text(80),
    version: field.version(),
    outcome: field.choice(['accepted', 'refused']),
    reason: field.optionalText(4000),
    document: field.optionalText(300),
  }),
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'decideAdjustment', work.record)
    requireVersion(work, input.version)
    refuseIf(
      guardDecideAdjustment({
        standing: work.standing,
        actor: await actorRelationOf(c, work, 'decideAdjustment'),
        assigner: assignerOf(c, work),
        outcome: input.outcome,
        reason: input.reason,
      }),
    )
    const { person_id, for_person_id } = doneBy(c)
    const pending = await pendingAdjustment(c, work)
    if (pending === undefined) throw new Refusal('no_adjustment_pending', {}, { status: 409 })
    await programmeDb(c)
      .updateTable('adjustment')
      .set({
        outcome: input.outcome,
        decided_on: c.today,
        decided_by_person_id: person_id,
        decided_for_person_id: for_person_id,
        decided_for_unit_id: work.row.assigner_unit_id,
        document: input.document,
        decision_reason: input.reason,
      })
      .where('id', '=', pending.id)
      .execute()
    if (input.outcome === 'accepted') await applyAdjustment(c, work, pending)
    await touch(c, work)
    await refreshSignals(c, [work.row.id])
    await audit(
      c,
      'adjustment.decide',
      { kind: 'adjustment', id: pending.id },
      { work: work.row.code, outcome: input.outcome, before: pending.before, after: pending.after },
    )
    await publish(c, 'adjustment.decided', { workId: work.row.id, outcome: input.outcome })
    return { id: pending.id, ref: refOf(work.row), outcome: input.outcome }
  },
})

async function applyAdjustment(
  c: Context,
  work: LoadedWork,
  pending: { readonly target_id: string | null; readonly after: unknown },
): Promise<void> {
  const after = pending.after as Partial<Record<'dueOn' | 'operator' | 'unit', string | null>> &
    Partial<Record<'value' | 'min' | 'max', number | null>>
  if (after.dueOn != null)
    await programmeDb(c)
      .updateTable('work')
      .set({ due_on: after.dueOn })
      .where('id', '=', work.row.id)
      .execute()
  if (pending.target_id !== null) {
    const { operator = null, value = null, min = null, max = null, unit = null } = after
    await programmeDb(c)
      .updateTable('target')
      .set({ operator, value, min, max, unit })
      .where('id', '=', pending.target_id)
      .execute()
  }
  await keepVersion(c, work.row.id, 'adjusted')
}
