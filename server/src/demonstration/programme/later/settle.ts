import { addDays, type PlainDate } from '../../../platform/time/plain-date.ts'
import { numberOf } from '../filling/campaigns.ts'
import { dayBetween, dayOf } from '../filling/dates.ts'
import { inventedUntil } from '../filling/promises.ts'
import { decide, finishAgain } from './finish.ts'
import type { LaterWork } from './later-work.ts'

/**
 * Brings to an end what was open when the demonstration opened: requests are answered, paused works go on, reported
 * completions are judged. Gives the day from which the work goes on, null where it does not.
 */
export function settle(work: LaterWork): PlainDate | null {
  switch (work.state) {
    case 'completion_reported':
      judgeReported(work)
      return null
    case 'suspended':
      return resume(work)
    case 'assigned':
    case 'in_progress':
      return answerRequest(work)
    default:
      return null
  }
}

function judgeReported(work: LaterWork): void {
  const completion = work.standing.completions.find(({ outcome }) => outcome == null)
  if (completion === undefined) return
  const done = {
    doneOn: completion.work_done_on as PlainDate,
    reportedOn: completion.reported_on as PlainDate,
  }
  const refusal = work.choices.chance(10)
    ? 'Chưa có biên bản nghiệm thu của cơ sở; bổ sung rồi báo cáo lại.'
    : null
  // Its proof was judged by the third of June at the latest.
  const refusedOn = decide(work, completion.id, done, refusal, dayOf('06-03'))
  if (refusal !== null && refusedOn !== null) finishAgain(work, refusedOn)
}

function resume(work: LaterWork): PlainDate {
  const { choices, campaign } = work
  const on = dayBetween(choices, dayOf('06-06'), dayOf('08-12'))
  work.move('resume', {
    on,
    reason: 'Đã gỡ vướng mắc; tiếp tục thực hiện.',
    document: numberOf(campaign, 'CV', choices.whole(100, 499)),
    bodyId: campaign.issuerId,
  })
  return on
}

function answerRequest(work: LaterWork): PlainDate {
  const { choices, campaign } = work
  const open = work.standing.adjustments.find(({ outcome }) => outcome == null)
  if (open === undefined) return inventedUntil
  const on = dayBetween(choices, dayOf('05-24'), dayOf('06-02'))
  const isGranted = choices.chance(70)
  work.change(on, 'adjustments', {
    id: open.id,
    outcome: isGranted ? 'accepted' : 'refused',
    decided_on: on,
    decided_by_person_id: campaign.decider.personId,
    decided_for_unit_id: campaign.issuerId,
    document: numberOf(campaign, 'TB', choices.whole(100, 499)),
    decision_reason: isGranted ? 'Lý do khách quan.' : 'Có thể rút ngắn khâu phối hợp; giữ thời hạn đã giao.',
  })
  const { dueOn } = open.after as { readonly dueOn?: PlainDate }
  if (isGranted && dueOn !== undefined) work.postpone(on, dueOn)
  return addDays(on, 1)
}
