import { addDays } from '../../../platform/time/plain-date.ts'
import { dayBetween, dayOf } from './dates.ts'
import { byDecision, conclude, type Making, submit } from './register-work.ts'
import type { WorkBuilder } from './work-builder.ts'

/** Where works stand that came after the lists were closed: registered in April and May. */
export const pendingStages = [
  'draft',
  'submitted',
  'appraising',
  'appraised',
  'returned',
  'rejected',
  'withdrawn',
  'approved',
] as const
export type PendingStage = (typeof pendingStages)[number]

/** Brings a work of the second round as far as the stage. */
export function registerOnly(making: Making, work: WorkBuilder, stage: PendingStage): void {
  if (stage === 'draft') {
    const on = dayBetween(making.choices, dayOf('05-03'), dayOf('05-16'))
    work.begin('register', { on, bodyId: work.owner.unitId })
  } else if (stage === 'submitted' || stage === 'appraising') handInLate(making, work, stage)
  else decideInMay(making, work, stage)
}

function handInLate(making: Making, work: WorkBuilder, stage: 'submitted' | 'appraising'): void {
  const { choices, campaign } = making
  const submittedOn = submit(
    making,
    work,
    dayBetween(choices, dayOf('05-03'), dayOf('05-06')),
    dayOf('05-12'),
  )
  if (stage === 'submitted') return
  const on = dayBetween(choices, addDays(submittedOn, 1), dayOf('05-17'))
  work.move('open_appraisal', { on, bodyId: campaign.appraiser.unitId })
}

function decideInMay(
  making: Making,
  work: WorkBuilder,
  stage: Exclude<PendingStage, 'draft' | 'submitted' | 'appraising'>,
): void {
  const { choices, campaign } = making
  const submittedOn = submit(
    making,
    work,
    dayBetween(choices, dayOf('04-18'), dayOf('04-22')),
    dayOf('04-27'),
  )
  if (stage === 'withdrawn') {
    const on = addDays(submittedOn, choices.whole(1, 5))
    const reason = 'Đơn vị xin rút để lồng ghép vào việc khác.'
    work.move('withdraw', { on, reason, bodyId: work.owner.unitId })
    return
  }
  const openedOn = dayOf('04-29')
  work.move('open_appraisal', { on: openedOn, bodyId: campaign.appraiser.unitId })
  const outcome = stage === 'returned' ? 'return' : stage === 'rejected' ? 'reject' : 'approve'
  const concludedOn =
    stage === 'appraised' ? dayOf('05-13') : dayBetween(choices, dayOf('05-03'), dayOf('05-05'))
  const comment = conclude(making, work, { openedOn, concludedOn, outcome })
  if (stage === 'appraised') return
  byDecision(making, work, outcome, dayOf('05-09'), {
    ...(outcome === 'approve' ? {} : { reason: comment }),
    ...(outcome === 'return' ? { returnBy: dayOf('05-27') } : {}),
  })
}
