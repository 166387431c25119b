import { newId } from '../../../platform/id.ts'
import { addDays, earlierOf, laterOf, type PlainDate } from '../../../platform/time/plain-date.ts'
import { type Course, type Planned, periodsOfYear, toldUntil } from './calendar.ts'
import type { LaterWork } from './later-work.ts'
import { readingsOn } from './proofs.ts'
import type { Temper } from './tempers.ts'

type Manner = 'in_time' | 'late' | 'backdated' | 'missing'

/** How many of a hundred reports come how; the rest is missing. */
const shares: Readonly<Record<Temper, Readonly<Record<Exclude<Manner, 'missing'>, number>>>> = {
  exemplary: { in_time: 100, late: 0, backdated: 0 },
  usual: { in_time: 84, late: 9, backdated: 3 },
  slow: { in_time: 25, late: 42, backdated: 12 },
}

/** The reports that a work owes until its end, each in time, late, dated back, or missing; and who is reminded of it. */
export function reportsOf(work: LaterWork, temper: Temper, course: Course): readonly Planned[] {
  const last = course.until ?? addDays(toldUntil, 1)
  const planned = periodsOfYear.flatMap((period) => {
    const { key, dataClosesOn, dueOn } = period
    if (work.hasReported(key) || dataClosesOn <= laterOf(work.assignedOn, addDays(course.from, -7))) return []
    if (dataClosesOn >= last) return []
    if (course.paused !== null && course.paused.from <= dataClosesOn && dataClosesOn < course.paused.to)
      return []
    const manner = mannerOf(work, temper)
    const sentOn = sentOnOf(work, manner, period)
    const isSent = sentOn !== null && sentOn < last && sentOn <= toldUntil
    const act = (on: PlainDate) => {
      const datedOn = manner === 'backdated' ? addDays(dueOn, -work.choices.whole(0, 4)) : on
      work.report(key, on, readingsOn(work, on), datedOn)
    }
    return [
      ...reminders(work, dueOn, earlierOf(isSent ? sentOn : last, last)),
      ...(isSent ? [{ on: sentOn, act: () => act(sentOn) }] : []),
    ]
  })
  return work.state === 'assigned' ? [...planned, startBefore(work, course)] : planned
}

function mannerOf({ choices }: LaterWork, temper: Temper): Manner {
  const { in_time, late, backdated } = shares[temper]
  const lot = choices.whole(1, 100)
  if (lot <= in_time) return 'in_time'
  if (lot <= in_time + late) return 'late'
  return lot <= in_time + late + backdated ? 'backdated' : 'missing'
}

function sentOnOf(
  { choices }: LaterWork,
  manner: Manner,
  { dataClosesOn, dueOn }: (typeof periodsOfYear)[number],
): PlainDate | null {
  switch (manner) {
    case 'in_time':
      return addDays(dataClosesOn, choices.whole(-3, 5))
    case 'late':
      return addDays(dueOn, choices.whole(1, 26))
    case 'backdated':
      return addDays(dueOn, choices.whole(3, 18))
    case 'missing':
      return null
  }
}

/** A work is started by its first report, and in any case before it can be finished. */
function startBefore(work: LaterWork, { from }: Course): Planned {
  const on = addDays(from, 9)
  const act = () => {
    if (work.state === 'assigned') work.move('start', { on, bodyId: work.work.owner.unitId })
  }
  return { on, act }
}

/** Some days after a report fell due its owner is reminded, where one who can sign in watches over the work. */
function reminders(work: LaterWork, dueOn: PlainDate, until: PlainDate): readonly Planned[] {
  const { campaign, choices } = work
  const { accountId, personId, unitId } = campaign.appraiser
  if (accountId === null || personId !== campaign.monitor) return []
  const on = addDays(dueOn, choices.whole(2, 6))
  if (on >= until || on > toldUntil || !choices.chance(70)) return []
  const act = () =>
    work.add(on, 'reminders', {
      id: newId<'reminder'>(),
      work_id: work.id,
      message: 'Đã quá hạn báo cáo; đề nghị gửi báo cáo trong tuần này.',
      reminded_on: on,
      account_id: accountId,
      person_id: personId,
      body_id: unitId,
    })
  return [{ on, act }]
}
