import { addDays, laterOf, type PlainDate } from '../../../platform/time/plain-date.ts'
import { completeWork } from './complete.ts'
import { dayOf, shareOfWay } from './dates.ts'
import { inventedUntil, type PromisedTarget, valueAfter } from './promises.ts'
import { offer } from './prove.ts'
import { isCompletion, type Recipe } from './recipes.ts'
import type { Making } from './register-work.ts'
import { report } from './report.ts'
import { adjust, suspend } from './setbacks.ts'
import type { WorkBuilder } from './work-builder.ts'

/** When a work of this course must be done. */
export function dueOnOf({ choices }: Making, recipe: Recipe): PlainDate {
  switch (recipe) {
    case 'late':
      return dayOf(choices.pick(['04-30', '05-05', '05-10']))
    case 'completed':
      return dayOf(choices.pick(['04-29', '05-05', '05-10', '05-15']))
    case 'completed_late':
      return dayOf('04-20')
    case 'completed_early':
    case 'behind':
    case 'completion_refused':
      return dayOf(choices.pick(['06-30', '07-31']))
    case 'completion_reported':
      return dayOf(choices.pick(['05-15', '05-31', '06-15']))
    case 'adjusted':
    case 'adjustment_asked':
    case 'adjustment_refused':
      return dayOf(choices.pick(['06-30', '07-15']))
    default:
      return dayOf(choices.pick(['12-31', '12-31', '12-15', '11-30', '10-31', '09-30', '08-31']))
  }
}

/** Carries an assigned work as far as its course has come by the demonstration's day. */
export function carryOut(making: Making, work: WorkBuilder, recipe: Recipe): void {
  const { choices, campaign } = making
  const { assignedOn } = campaign.calendar
  const unit = { bodyId: work.owner.unitId }
  if (recipe === 'silent_deed') return
  const startedOn = addDays(assignedOn, choices.whole(2, 10))
  work.move('start', { on: startedOn, ...unit })
  if (recipe === 'silent' || recipe === 'stale') return
  doSteps(making, work, recipe)
  const progress = progressOf(making, work, recipe)
  reportFirstQuarter(making, work, recipe, progress)
  if (isCompletion(recipe)) {
    completeWork(making, work, recipe)
    return
  }
  proveProgress(making, work, recipe, progress)
  if (recipe === 'suspended') suspend(making, work)
  if (recipe.startsWith('adjust')) adjust(making, work, recipe)
}

/** Steps that fell due are done in time, but for what the course leaves undone. */
function doSteps({ choices, campaign }: Making, work: WorkBuilder, recipe: Recipe): void {
  for (const [index, step] of work.promise.steps.entries()) {
    const isMissed =
      (recipe === 'step_missed' && index === 0) ||
      (recipe === 'late' && index === work.promise.steps.length - 1)
    if (step.dueOn > inventedUntil || isMissed) continue
    const early = addDays(step.dueOn, -choices.whole(0, 6))
    step.doneOn = laterOf(early, addDays(campaign.calendar.assignedOn, 2))
  }
}

interface Progress {
  readonly target: PromisedTarget
  /** What is proved by now, and what the owner says. */
  readonly value: number
}

/** How far the numbered promises have come: level with the planned line or ahead, or too far behind it. */
function progressOf({ choices, campaign }: Making, work: WorkBuilder, recipe: Recipe): readonly Progress[] {
  const line = shareOfWay(campaign.calendar.assignedOn, work.promise.dueOn, inventedUntil)
  const numbered = work.promise.targets.filter(({ operator }) => operator !== 'done')
  return numbered.map((target, index) => {
    const isBehind = index === 0 && (recipe === 'behind' || recipe === 'late')
    const share = isBehind
      ? Math.max(0, line - 0.1 - choices.whole(8, 25) / 100)
      : Math.min(1, line + choices.whole(1, 18) / 100)
    return { target, value: valueAfter(target, share, isBehind ? 'back' : 'on') }
  })
}

function reportFirstQuarter(
  making: Making,
  work: WorkBuilder,
  recipe: Recipe,
  progress: readonly Progress[],
): void {
  const { choices } = making
  const on =
    recipe === 'reported_late' ? dayOf(`04-${choices.whole(11, 19)}`) : dayOf(`04-0${choices.whole(1, 5)}`)
  const readings: Map<PromisedTarget, number | boolean> = new Map()
  for (const { target, value } of progress) {
    // In the first quarter a good half of what is there by May has been reached.
    readings.set(target, between(target, value, choices.whole(55, 90) / 100))
  }
  for (const target of work.promise.targets) if (target.operator === 'done') readings.set(target, false)
  report(choices, work, { period: 'q1', on, readings })
}

/** A value on the way from the baseline to another. */
function between(target: PromisedTarget, value: number, share: number): number {
  const start = target.baseline ?? 0
  return Math.round(start + (value - start) * share)
}

function proveProgress(
  making: Making,
  work: WorkBuilder,
  recipe: Recipe,
  progress: readonly Progress[],
): void {
  const { choices } = making
  for (const { target, value } of progress) {
    if (target.modality === 'aspirational' || value === (target.baseline ?? 0)) continue
    const offeredOn = dayOf(`04-${choices.whole(11, 20)}`)
    const verdict = { state: 'accepted', on: addDays(offeredOn, choices.whole(3, 9)) } as const
    offer(making, work, { target, value, offeredOn, verdict })
  }
  const [first] = work.promise.targets
  if (first === undefined) return
  const value = first.operator === 'done' ? null : onwards(first, progress)
  const piece = { target: first, value, offeredOn: dayOf(`05-${choices.whole(10, 17)}`) }
  if (recipe === 'new_proof') offer(making, work, { ...piece, verdict: null })
  if (recipe === 'proof_refused') offer(making, work, { ...piece, ...refusedEarly(making) })
  if (recipe === 'proof_replaced') {
    const { verdict, offeredOn } = refusedEarly(making)
    const earlier = offer(making, work, { ...piece, offeredOn, verdict: { ...verdict, state: 'replaced' } })
    offer(making, work, { ...piece, verdict: null, replaces: earlier })
  }
}

/** A little further than what was proved; of a recognition one more. */
function onwards(target: PromisedTarget, progress: readonly Progress[]): number {
  if (target.recognisedBy !== null) return 1
  const value = progress.find((one) => one.target === target)?.value ?? 0
  const goal = target.value ?? target.min ?? value
  return (
    value +
    Math.sign(goal - value) *
      Math.min(Math.abs(goal - value), Math.max(1, Math.round(Math.abs(goal - value) / 10)))
  )
}

function refusedEarly({ choices }: Making) {
  const offeredOn = dayOf(`04-${choices.whole(24, 28)}`)
  const reason = choices.pick([
    'Biên bản thiếu chữ ký của đại diện nhân dân.',
    'Số liệu không khớp biểu kèm theo; đề nghị đối chiếu lại.',
    'Ảnh không thấy được vị trí và ngày chụp.',
  ])
  return {
    offeredOn,
    verdict: { state: 'refused', on: addDays(offeredOn, choices.whole(4, 9)), reason },
  } as const
}
