import { newId } from '../../../platform/id.ts'
import { addDays, earlierOf, laterOf, type PlainDate } from '../../../platform/time/plain-date.ts'
import { numberOf } from './campaigns.ts'
import { dayBetween, dayOf } from './dates.ts'
import { finalValue, inventedUntil } from './promises.ts'
import { offer } from './prove.ts'
import type { CompletionRecipe } from './recipes.ts'
import type { Making } from './register-work.ts'
import { type Readings, report } from './report.ts'
import type { WorkBuilder } from './work-builder.ts'

interface Days {
  readonly doneOn: PlainDate
  readonly reportedOn: PlainDate
  readonly decidedOn: PlainDate
}

/** Brings a work to its end: last report, proof, report of completion, and what the assigning body says to it. */
export function completeWork(making: Making, work: WorkBuilder, recipe: CompletionRecipe): void {
  const { choices, campaign } = making
  const days = daysOf(making, work, recipe)
  for (const step of work.promise.steps) step.doneOn = earlierOf(step.doneOn ?? days.doneOn, days.doneOn)
  const readings: Readings = new Map(
    work.promise.targets.map((target) => [
      target,
      target.operator === 'done' ? true : finalValue(choices, target),
    ]),
  )
  report(choices, work, { period: 'h1', on: days.reportedOn, readings })
  proveAll(making, work, readings, days, recipe)
  const body = { bodyId: work.owner.unitId }
  work.move('report_completion', { on: days.reportedOn, ...body })
  const isOpen = recipe === 'completion_reported'
  const isChecked = !isOpen || choices.chance(50)
  const isRefused = recipe === 'completion_refused'
  const refusal = 'Một phần kết quả chưa được nghiệm thu tại hiện trường; bổ sung biên bản.'
  const document = numberOf(campaign, 'TB', choices.whole(30, 69))
  work.rows.completions.push({
    id: newId(),
    work_id: work.id,
    number: 1,
    reported_on: days.reportedOn,
    work_done_on: days.doneOn,
    content: `Đã hoàn thành toàn bộ nội dung đăng ký. ${work.promise.product}`,
    person_id: work.owner.speaker.personId,
    checked_on: isChecked ? earlierOf(addDays(days.reportedOn, 1), inventedUntil) : null,
    checked_by_person_id: isChecked ? campaign.monitor : null,
    check_comment: isChecked ? 'Đã đối chiếu minh chứng với từng chỉ tiêu.' : null,
    outcome: isOpen ? null : isRefused ? 'refused' : 'accepted',
    decided_on: isOpen ? null : days.decidedOn,
    decided_by_person_id: isOpen ? null : campaign.decider.personId,
    decided_for_unit_id: isOpen ? null : campaign.issuerId,
    document: isOpen ? null : document,
    reason: isRefused ? refusal : null,
  })
  if (isOpen) return
  const decided = { on: days.decidedOn, bodyId: campaign.issuerId, document }
  if (isRefused) {
    work.move('refuse_completion', { ...decided, reason: refusal })
    return
  }
  work.move('accept_completion', decided)
  work.set({ work_done_on: days.doneOn, accepted_on: days.decidedOn })
}

function daysOf({ choices }: Making, work: WorkBuilder, recipe: CompletionRecipe): Days {
  const { dueOn } = work.promise
  const [from, to] = recipe === 'completion_reported' ? ['05-09', '05-14'] : ['04-21', '05-04']
  const inTime = dayBetween(choices, dayOf(from), earlierOf(dayOf(to), dueOn))
  const doneOn = recipe === 'completed_late' ? addDays(dueOn, 9) : inTime
  const reportedOn = addDays(doneOn, choices.whole(1, 3))
  return { doneOn, reportedOn, decidedOn: addDays(reportedOn, choices.whole(4, 8)) }
}

/** Each promise gets its proof; before a completion is accepted, so is the proof of what binds. */
function proveAll(
  making: Making,
  work: WorkBuilder,
  readings: Readings,
  days: Days,
  recipe: CompletionRecipe,
): void {
  const { choices } = making
  for (const [target, reading] of readings) {
    const offeredOn = laterOf(days.doneOn, addDays(days.reportedOn, -1))
    const accepted = {
      state: 'accepted',
      on: earlierOf(addDays(offeredOn, choices.whole(1, 3)), inventedUntil),
    } as const
    const isJudged = recipe !== 'completion_reported' || choices.chance(50)
    const verdict = isJudged ? accepted : null
    offer(making, work, { target, value: typeof reading === 'boolean' ? null : reading, offeredOn, verdict })
  }
}
