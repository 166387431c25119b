import { z } from 'zod'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { publish } from '../platform/events.ts'
import * as field from '../platform/fields.ts'
import { endpoint } from '../platform/http/route.ts'
import { newId } from '../platform/id.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { notFound, refuseIf } from '../platform/refusal.ts'
import { authorize } from './policy.ts'
import { refreshSignals } from './refresh-signals.ts'
import { readRegistration } from './registration.ts'
import { touch, typedReading } from './report-work.ts'
import { guardDecideAdjustment, guardRequestAdjustment } from './rules/guards/carrying-out.ts'
import { ordinaryAdjustmentsUntil, reportPeriods } from './rules/periods.ts'
import { operators } from './rules/targets.ts'
import { keepVersion } from './submit-work.ts'
import { programmeDb } from './tables.ts'
import { assignerOf, getWorkForUpdate, type LoadedWork, refOf, requireVersion } from './work.ts'

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
    const pending = await pendingAdjustment(c, work)
    refuseIf(
      guardRequestAdjustment({
        standing: work.standing,
        today: c.today,
        reason: input.reason,
        forceMajeure: input.forceMajeure,
        ordinaryUntil: ordinaryAdjustmentsUntil(reportPeriods(work.standing.year), work.standing.year),
        newDueOn: input.newDueOn,
        changesTarget: input.targetId !== null,
        dueOn: work.row.due_on as PlainDate | null,
        pendingSince: (pending?.asked_on ?? null) as PlainDate | null,
      }),
    )
    const change = await changeOf(c, work, input)
    const id = newId<'adjustment'>()
    await programmeDb(c)
      .insertInto('adjustment')
      .values({
        id,
        work_id: work.row.id,
        target_id: input.targetId,
        kind: change.kind,
        before: JSON.stringify(change.before),
        after: JSON.stringify(change.after),
        reason: input.reason,
        force_majeure: input.forceMajeure,
        asked_on: c.today,
        account_id: c.actor.accountId,
        person_id: c.actor.personId,
        recorded_at: c.now,
      })
      .execute()
    await touch(c, work)
    await audit(c, 'adjustment.ask', { kind: 'adjustment', id }, { work: work.row.code, ...change })
    await publish(c, 'adjustment.asked', { workId: work.row.id, adjustmentId: id })
    return { id, ref: refOf(work.row) }
  },
})

async function changeOf(c: Context, work: LoadedWork, input: AskInput) {
  if (input.targetId === null) {
    return { kind: 'due_on' as const, before: { dueOn: work.row.due_on }, after: { dueOn: input.newDueOn } }
  }
  const targets = await programmeDb(c)
    .selectFrom('target')
    .selectAll()
    .where('work_id', '=', work.row.id)
    .execute()
  typedReading(targets, { targetId: input.targetId, value: null, done: null, note: '' }, 'targetId')
  const before = targets.find((target) => target.id === input.targetId)
  const { operator, value, min, max, unit } = input
  return {
    kind: 'target' as const,
    before: {
      operator: before?.operator,
      value: before?.value,
      min: before?.min,
      max: before?.max,
      unit: before?.unit,
      dueOn: work.row.due_on,
    },
    after: {
      operator,
      value,
      min,
      max,
      unit: unit === '' ? (before?.unit ?? null) : unit,
      dueOn: input.newDueOn,
    },
  }
}

async function pendingAdjustment(c: Context, work: LoadedWork) {
  return programmeDb(c)
    .selectFrom('adjustment')
    .selectAll()
    .where('work_id', '=', work.row.id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
}

/** Decides on what was asked: the assigning body. Accepted, it is a new version of the work; the old one stays readable. */
export const decideAdjustment = endpoint({
  name: 'adjustment.decide',
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
        assigner: assignerOf(c, work),
        outcome: input.outcome,
        reason: input.reason,
      }),
    )
    const pending = await pendingAdjustment(c, work)
    if (pending === undefined) throw notFound('adjustment')
    await programmeDb(c)
      .updateTable('adjustment')
      .set({
        outcome: input.outcome,
        decided_on: c.today,
        decided_by_person_id: c.actor.personId,
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
  await keepVersion(c, work.row.id, await readRegistration(c, work.row.id), 'adjusted')
}
