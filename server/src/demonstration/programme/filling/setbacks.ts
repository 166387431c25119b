import { newId } from '../../../platform/id.ts'
import { addDays } from '../../../platform/time/plain-date.ts'
import { numberOf } from './campaigns.ts'
import { dayOf } from './dates.ts'
import type { Recipe } from './recipes.ts'
import type { Making } from './register-work.ts'
import type { WorkBuilder } from './work-builder.ts'

/** The assigning body stops a work for a while, with its reason and paper. */
export function suspend({ choices, campaign }: Making, work: WorkBuilder): void {
  work.move('suspend', {
    on: dayOf(`04-${choices.whole(21, 29)}`),
    reason: choices.pick([
      'Chờ ý kiến về nguồn vốn.',
      'Tạm dừng do dịch bệnh tại địa bàn.',
      'Chờ điều chỉnh quy hoạch.',
    ]),
    document: numberOf(campaign, 'CV', choices.whole(20, 69)),
    bodyId: campaign.issuerId,
  })
}

/** Asks for another due date; the assigning body grants it, refuses it, or has not answered yet. */
export function adjust({ choices, campaign }: Making, work: WorkBuilder, recipe: Recipe): void {
  const before = work.promise.dueOn
  const after = addDays(before, choices.pick([31, 45, 62]))
  const isOpen = recipe === 'adjustment_asked'
  const askedOn = isOpen ? dayOf(`05-${choices.whole(11, 16)}`) : dayOf(`04-${choices.whole(21, 25)}`)
  const decidedOn = isOpen ? null : addDays(askedOn, choices.whole(4, 9))
  const isGranted = recipe === 'adjusted'
  work.rows.adjustments.push({
    id: newId(),
    work_id: work.id,
    kind: 'due_on',
    before: { dueOn: before },
    after: { dueOn: after },
    reason: 'Đơn vị phối hợp bàn giao chậm; đề nghị lùi thời hạn.',
    asked_on: askedOn,
    person_id: work.owner.speaker.personId,
    outcome: isOpen ? null : isGranted ? 'accepted' : 'refused',
    decided_on: decidedOn,
    decided_by_person_id: isOpen ? null : campaign.decider.personId,
    decided_for_unit_id: isOpen ? null : campaign.issuerId,
    document: isOpen ? null : numberOf(campaign, 'TB', choices.whole(70, 99)),
    decision_reason: isOpen
      ? null
      : isGranted
        ? 'Lý do khách quan.'
        : 'Có thể rút ngắn khâu phối hợp; giữ thời hạn đã giao.',
  })
  if (!isGranted || decidedOn === null) return
  work.set({ due_on: after })
  work.keepVersion('adjusted', decidedOn)
}
