import { newId } from '../../../platform/id.ts'
import { addDays, earlierOf, laterOf, type PlainDate } from '../../../platform/time/plain-date.ts'
import { numberOf } from '../filling/campaigns.ts'
import { dayBetween, dayOf } from '../filling/dates.ts'
import { type Planned, toldUntil } from './calendar.ts'
import type { LaterWork } from './later-work.ts'

/** A request for another due date that will be made, and what the assigning body says to it. */
export interface Request {
  readonly askedOn: PlainDate
  readonly decidedOn: PlainDate
  readonly askedDueOn: PlainDate
  /** The date as it holds after the decision. */
  readonly grantedDueOn: PlainDate
  readonly isGranted: boolean
}

/** The nine months are the last point for an ordinary reason (programme specification, 3.5). */
const ordinaryUntil = dayOf('09-30')

/** A few owners ask for more time some weeks before theirs is up. */
export function requestOf(work: LaterWork, from: PlainDate): Request | null {
  const { choices, dueOn } = work
  const firstOn = laterOf(addDays(from, 9), addDays(dueOn, -50))
  const lastOn = addDays(dueOn, -9)
  if (lastOn < firstOn || dueOn > dayOf('12-15') || !choices.chance(8)) return null
  const askedOn = dayBetween(choices, firstOn, lastOn)
  const askedDueOn = earlierOf(addDays(dueOn, choices.pick([15, 30, 45])), toldUntil)
  const isGranted = choices.chance(65)
  const decidedOn = addDays(askedOn, choices.whole(4, 14))
  return { askedOn, decidedOn, askedDueOn, isGranted, grantedDueOn: isGranted ? askedDueOn : dueOn }
}

export function requesting(work: LaterWork, request: Request | null): readonly Planned[] {
  if (request === null) return []
  const { askedOn, decidedOn, askedDueOn, isGranted } = request
  const { campaign, choices, dueOn } = work
  const id = newId<'adjustment'>()
  const isLate = askedOn > ordinaryUntil
  const document = numberOf(campaign, 'TB', choices.whole(100, 899))
  return [
    {
      on: askedOn,
      act: () =>
        work.add(askedOn, 'adjustments', {
          id,
          work_id: work.id,
          kind: 'due_on',
          before: { dueOn },
          after: { dueOn: askedDueOn },
          reason: isLate
            ? 'Mưa lũ kéo dài, hiện trường ngập; đề nghị lùi thời hạn.'
            : 'Đơn vị phối hợp bàn giao chậm; đề nghị lùi thời hạn.',
          force_majeure: isLate,
          asked_on: askedOn,
          person_id: work.work.owner.speaker.personId,
        }),
    },
    {
      on: decidedOn,
      act: () => {
        work.change(decidedOn, 'adjustments', {
          id,
          outcome: isGranted ? 'accepted' : 'refused',
          decided_on: decidedOn,
          decided_by_person_id: campaign.decider.personId,
          decided_for_unit_id: campaign.issuerId,
          document,
          decision_reason: isGranted
            ? 'Lý do khách quan.'
            : 'Có thể rút ngắn khâu phối hợp; giữ thời hạn đã giao.',
        })
        if (isGranted) work.postpone(decidedOn, askedDueOn)
      },
    },
  ]
}
