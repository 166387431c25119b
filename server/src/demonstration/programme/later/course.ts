import {
  addDays,
  daysBetween,
  earlierOf,
  laterOf,
  type PlainDate,
} from '../../../platform/time/plain-date.ts'
import { numberOf } from '../filling/campaigns.ts'
import { dayBetween } from '../filling/dates.ts'
import { inventedUntil } from '../filling/promises.ts'
import { type Course, carryOut, type Planned, toldUntil } from './calendar.ts'
import { finish } from './finish.ts'
import type { LaterWork } from './later-work.ts'
import { judgeWaitingProof, proveOnTheWay } from './proofs.ts'
import { reportsOf } from './reports.ts'
import { type Request, requesting, requestOf } from './requests.ts'
import { settle } from './settle.ts'
import type { Temper } from './tempers.ts'

/** Makes up how a work goes on after the day on which the demonstration opens, to the end of the year. */
export function goOn(work: LaterWork, temper: Temper): void {
  judgeWaitingProof(work)
  const from = settle(work)
  if (from !== null) goOnFrom(work, temper, from)
}

/** The same for a work that has just been assigned, or goes on from a day. */
export function goOnFrom(work: LaterWork, temper: Temper, from: PlainDate): void {
  const request = temper === 'usual' ? requestOf(work, from) : null
  const doneOn = doneOnOf(work, temper, request === null ? from : request.decidedOn, request?.grantedDueOn)
  const endsEarly = request === null && temper === 'usual' && doneOn !== null && work.choices.chance(1)
  if (endsEarly && daysBetween(from, doneOn) > 60) terminate(work, from, doneOn)
  else carryOn(work, temper, { from, doneOn, request })
}

/** When the owner is done: most in the last days before the due date, some early, some late, a few not this year. */
function doneOnOf(
  { choices, ...work }: Pick<LaterWork, 'choices' | 'dueOn'>,
  temper: Temper,
  from: PlainDate,
  dueOn = work.dueOn,
): PlainDate | null {
  const earliest = addDays(from, choices.whole(12, 24))
  if (dueOn <= addDays(inventedUntil, 5)) return laterOf(earliest, addDays(from, choices.whole(12, 75)))
  const days = {
    exemplary: () => -choices.whole(12, 30),
    slow: () => (choices.chance(60) ? choices.whole(8, 60) : null),
    usual: () => {
      const lot = choices.whole(1, 100)
      if (lot <= 50) return -choices.whole(0, 6)
      if (lot <= 70) return -choices.whole(7, 18)
      if (lot <= 80) return -choices.whole(19, 60)
      return lot <= 93 ? choices.whole(3, 34) : null
    },
  }[temper]()
  if (days === null) return null
  const doneOn = laterOf(earliest, addDays(dueOn, days))
  return doneOn > addDays(toldUntil, -3) ? lastMinute(choices, dueOn) : doneOn
}

/** What is due on the last day of the year is done on one of the last, or not at all. */
function lastMinute(choices: LaterWork['choices'], dueOn: PlainDate): PlainDate | null {
  return dueOn === toldUntil && choices.chance(70) ? addDays(toldUntil, -choices.whole(3, 9)) : null
}

interface Way {
  readonly from: PlainDate
  readonly doneOn: PlainDate | null
  readonly request: Request | null
}

function carryOn(work: LaterWork, temper: Temper, { from, doneOn, request }: Way): void {
  const { choices } = work
  const reportedOn = doneOn === null ? null : addDays(doneOn, choices.whole(0, 3))
  const mayPause = temper === 'usual' && request === null && work.state !== 'assigned'
  const paused = mayPause && choices.chance(4) ? pauseBetween(work, from, doneOn ?? toldUntil) : null
  const course: Course = { from, until: reportedOn, paused }
  carryOut([
    ...pausing(work, paused),
    ...requesting(work, request),
    ...stepsOf(work, temper, course, doneOn),
    ...proveOnTheWay(work, temper, course),
    ...reportsOf(work, temper, course),
  ])
  if (doneOn !== null && reportedOn !== null) finish(work, temper, { doneOn, reportedOn })
  recordNotCompleted(work)
}

function pauseBetween({ choices }: LaterWork, from: PlainDate, to: PlainDate): Course['paused'] {
  if (daysBetween(from, to) < 80) return null
  const pausedOn = dayBetween(choices, addDays(from, 10), addDays(to, -65))
  return { from: pausedOn, to: addDays(pausedOn, choices.whole(20, 50)) }
}

function pausing(work: LaterWork, paused: Course['paused']): readonly Planned[] {
  if (paused === null) return []
  const { choices, campaign } = work
  const paper = (kind: string) => numberOf(campaign, kind, choices.whole(100, 499))
  const [stop, again] = [paper('CV'), paper('CV')]
  const reason = choices.pick([
    'Chờ bố trí vốn đợt 2.',
    'Ảnh hưởng mưa lũ, tạm dừng thi công.',
    'Chờ hướng dẫn của cấp trên.',
  ])
  const bodyId = campaign.issuerId
  return [
    { on: paused.from, act: () => work.move('suspend', { on: paused.from, reason, document: stop, bodyId }) },
    {
      on: paused.to,
      act: () =>
        work.move('resume', {
          on: paused.to,
          reason: 'Đã gỡ vướng mắc; tiếp tục thực hiện.',
          document: again,
          bodyId,
        }),
    },
  ]
}

/** Steps are done about when they fall due; all that is left is done with the work. */
function stepsOf(
  work: LaterWork,
  temper: Temper,
  { from }: Course,
  doneOn: PlainDate | null,
): readonly Planned[] {
  const { choices } = work
  const lateIn100 = { exemplary: 0, usual: 10, slow: 50 }[temper]
  const open = work.work.promise.steps.filter((step) => step.doneOn === null)
  return open.flatMap((step) => {
    const days = choices.chance(lateIn100) ? choices.whole(5, 26) : -choices.whole(0, 6)
    const on = laterOf(addDays(from, choices.whole(2, 14)), addDays(step.dueOn, days))
    const isGivenUp = doneOn === null && (step.dueOn > addDays(toldUntil, -20) || on > toldUntil)
    if (isGivenUp) return []
    step.doneOn = doneOn === null ? on : earlierOf(on, doneOn)
    const day = step.doneOn
    return [{ on: day, act: () => work.change(day, 'steps', { id: step.id, done_on: day }) }]
  })
}

/** The assigning body ends a work whose ground has gone, by its decision. */
function terminate(work: LaterWork, from: PlainDate, doneOn: PlainDate): void {
  const { choices, campaign } = work
  const on = dayBetween(choices, addDays(from, 30), addDays(doneOn, -10))
  const course: Course = { from, until: on, paused: null }
  carryOut([
    ...proveOnTheWay(work, 'usual', course),
    ...reportsOf(work, 'usual', course),
    {
      on,
      act: () =>
        work.move('terminate', {
          on,
          reason: choices.pick([
            'Sáp nhập đơn vị chủ trì; nhiệm vụ chuyển về đơn vị mới.',
            'Quy hoạch thay đổi, việc không còn căn cứ thực hiện.',
          ]),
          document: numberOf(campaign, 'QĐ', choices.whole(100, 199)),
          bodyId: campaign.issuerId,
        }),
    },
  ])
}

/** On the last day of the year the assigning body records some of the promises that were not kept. */
function recordNotCompleted(work: LaterWork): void {
  const { choices, campaign } = work
  const isOpen = work.state === 'in_progress' || work.state === 'assigned'
  if (!isOpen || work.dueOn >= addDays(toldUntil, -10) || !choices.chance(55)) return
  work.move('record_not_completed', {
    on: toldUntil,
    reason: choices.pick([
      'Hết năm chưa đủ kết quả theo chỉ tiêu đã giao.',
      'Khối lượng còn lại chuyển sang kế hoạch công tác năm sau.',
    ]),
    bodyId: campaign.issuerId,
  })
}
