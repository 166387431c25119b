import { newId } from '../../../platform/id.ts'
import { addDays, laterOf, type PlainDate } from '../../../platform/time/plain-date.ts'
import { dayBetween, dayOf } from '../filling/dates.ts'
import { appraisalRow } from '../filling/register-work.ts'
import { toldUntil } from './calendar.ts'
import { goOnFrom } from './course.ts'
import type { LaterDecisions } from './later-decisions.ts'
import type { LaterWork } from './later-work.ts'
import { temperOf } from './tempers.ts'

/** When the bodies decide about what came after the lists were closed; the last round is still open at the year's end. */
const decidedOn = dayOf('06-15')
const assignedOn = dayOf('06-20')

/** How a work goes on that was registered in spring and not assigned when the demonstration opened. */
export function goOnRegistering(work: LaterWork, decisions: LaterDecisions): void {
  switch (work.state) {
    case 'draft':
      giveUp(work)
      return
    case 'submitted':
    case 'appraising':
      appraise(work, decisions)
      return
    case 'returned':
      resubmit(work, decisions)
      return
    case 'approved':
      assign(work, decisions, dayOf('05-31'))
      return
    default:
  }
}

function giveUp(work: LaterWork): void {
  const { choices } = work
  if (!choices.chance(60)) return
  work.move('withdraw', {
    on: dayBetween(choices, dayOf('06-20'), dayOf('08-31')),
    reason: 'Đơn vị xin rút để lồng ghép vào việc khác.',
    bodyId: work.work.owner.unitId,
  })
}

function appraise(work: LaterWork, decisions: LaterDecisions): void {
  const { choices, campaign } = work
  const isConcluded = work.work.rows.appraisals.some(({ work_id }) => work_id === work.id)
  if (work.state === 'submitted')
    work.move('open_appraisal', {
      on: dayBetween(choices, dayOf('05-23'), dayOf('05-30')),
      bodyId: campaign.appraiser.unitId,
    })
  if (!isConcluded) {
    const concludedOn = dayBetween(choices, laterOf(addDays(work.since, 1), dayOf('05-31')), dayOf('06-10'))
    conclude(work, concludedOn)
  }
  approveAndAssign(work, decisions)
}

function conclude(work: LaterWork, concludedOn: PlainDate): void {
  work.add(concludedOn, 'appraisals', {
    ...appraisalRow(work, {
      workId: work.id,
      version: work.version,
      openedOn: work.since,
      concludedOn,
      outcome: 'approve',
    }),
    id: newId<'appraisal'>(),
  })
}

function approveAndAssign(work: LaterWork, decisions: LaterDecisions): void {
  decisions.decide(work, { action: 'approve', on: decidedOn })
  assign(work, decisions, assignedOn)
}

function assign(work: LaterWork, decisions: LaterDecisions, on: PlainDate): void {
  const { campaign } = work
  decisions.decide(work, { action: 'assign', on })
  work.change(on, 'works', {
    id: work.id,
    assigner_unit_id: campaign.issuerId,
    assigner_root_id: campaign.issuerRootId,
    assigned_on: on,
  })
  work.assignedOn = on
  goOnFrom(work, temperOf(work.work.owner.unitCode), on)
}

/** Some hand it in again at once; some only at the year's end, so that somebody has it to appraise then. */
function resubmit(work: LaterWork, decisions: LaterDecisions): void {
  const { choices } = work
  const lot = choices.whole(1, 100)
  if (lot <= 40) {
    handInAgain(work, dayBetween(choices, dayOf('05-20'), dayOf('05-26')))
    appraise(work, decisions)
  } else if (lot <= 70) {
    handInAgain(work, dayBetween(choices, dayOf('11-07'), dayOf('11-14')))
    openedLate(work, dayOf('11-28'))
  } else {
    handInAgain(work, dayBetween(choices, dayOf('12-12'), dayOf('12-19')))
  }
}

function handInAgain(work: LaterWork, on: PlainDate): void {
  work.move('resubmit', { on, bodyId: work.work.owner.unitId })
  work.keepVersion(on, 'resubmitted')
  work.change(on, 'works', { id: work.id, return_by: null })
}

/** Too late for this year: opened, judged, and left to the committee of the next. */
function openedLate(work: LaterWork, from: PlainDate): void {
  const on = dayBetween(work.choices, from, addDays(toldUntil, -20))
  work.move('open_appraisal', { on, bodyId: work.campaign.appraiser.unitId })
}
