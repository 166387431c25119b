import { newId } from '../../../platform/id.ts'
import { addDays, earlierOf, laterOf, type PlainDate } from '../../../platform/time/plain-date.ts'
import { appraisalCriteria } from '../../../programme/import/index.ts'
import type { Campaign, Decisions } from './campaigns.ts'
import { dayBetween } from './dates.ts'
import type { Choices } from './random.ts'
import type { WorkBuilder } from './work-builder.ts'

/** The act of making up: where chance comes from, who decides, and the papers on which it stands. */
export interface Making {
  readonly choices: Choices
  readonly campaign: Campaign
  readonly decisions: Decisions
}

const returnReasons = [
  'Chỉ tiêu chưa đo được; bổ sung đơn vị tính và mốc ban đầu.',
  'Nội dung còn là nhiệm vụ thường xuyên, chưa rõ điểm đột phá.',
  'Chưa nêu minh chứng sẽ nộp; làm rõ ai công nhận kết quả.',
  'Thời hạn các bước dồn vào tháng 12; phân bổ lại mốc giữa năm.',
]

const rejectReasons = [
  'Trùng nhiệm vụ đã giao trong kế hoạch công tác năm; không phải việc đột phá.',
  'Vượt thẩm quyền của đơn vị đăng ký.',
  'Không thể hoàn thành dứt điểm trong năm.',
]

/** Brings a work from its registration to its assignment. */
export function registerAndAssign(
  making: Making,
  work: WorkBuilder,
  options: { readonly returnedOnce: boolean; readonly addedBySuperior: boolean },
): void {
  const { choices, campaign } = making
  const { calendar } = campaign
  if (options.addedBySuperior) addBySuperior(making, work)
  else {
    const registeredOn = dayBetween(choices, calendar.registerFrom, addDays(calendar.submitBy, -8))
    let submittedOn = submit(making, work, registeredOn, calendar.submitBy)
    if (options.returnedOnce) submittedOn = returnAndResubmit(making, work, submittedOn)
    const openedOn = open(making, work, submittedOn)
    const concludedOn = dayBetween(choices, addDays(openedOn, 1), calendar.concludeBy)
    conclude(making, work, { openedOn, concludedOn, outcome: 'approve' })
    byDecision(making, work, 'approve', calendar.approvedOn)
  }
  byDecision(making, work, 'assign', calendar.assignedOn)
  work.set({
    assigner_unit_id: campaign.issuerId,
    assigner_root_id: campaign.issuerRootId,
    assigned_on: calendar.assignedOn,
  })
}

function addBySuperior(making: Making, work: WorkBuilder): void {
  const on = making.campaign.calendar.approvedOn
  const reason = 'Việc cấp bách chưa ai đăng ký; cấp trên giao bổ sung.'
  const id = making.decisions.decide(making.campaign, work.id, { action: 'add', on, reason })
  work.begin('add', { on, decisionId: id, reason, bodyId: making.campaign.issuerId })
  work.keepVersion('added', on)
  work.set({ added_by_superior: true, minutes_reference: '' })
}

/** Registers and hands in; gives the day of handing in. */
export function submit(making: Making, work: WorkBuilder, registeredOn: PlainDate, by: PlainDate): PlainDate {
  const submittedOn = dayBetween(making.choices, addDays(registeredOn, 1), by)
  work.begin('register', { on: registeredOn, bodyId: work.owner.unitId })
  work.move('submit', { on: submittedOn, bodyId: work.owner.unitId })
  work.keepVersion('submitted', submittedOn)
  return submittedOn
}

function returnAndResubmit(making: Making, work: WorkBuilder, submittedOn: PlainDate): PlainDate {
  const { appraiseFrom, submitBy, concludeBy } = making.campaign.calendar
  const openedOn = laterOf(addDays(submittedOn, 1), addDays(appraiseFrom, -4))
  work.move('open_appraisal', { on: openedOn, bodyId: making.campaign.appraiser.unitId })
  // All that are returned in a campaign are returned by one decision.
  const returnedOn = laterOf(addDays(submitBy, 3), addDays(openedOn, 1))
  const reason = conclude(making, work, { openedOn, concludedOn: returnedOn, outcome: 'return' })
  byDecision(making, work, 'return', returnedOn, { reason, returnBy: addDays(returnedOn, 7) })
  const again = earlierOf(addDays(returnedOn, making.choices.whole(1, 4)), addDays(concludeBy, -2))
  work.move('resubmit', { on: again, bodyId: work.owner.unitId })
  work.keepVersion('resubmitted', again)
  return again
}

function open(making: Making, work: WorkBuilder, submittedOn: PlainDate): PlainDate {
  const { appraiseFrom, concludeBy } = making.campaign.calendar
  const openedOn = dayBetween(making.choices, laterOf(submittedOn, appraiseFrom), addDays(concludeBy, -2))
  work.move('open_appraisal', { on: openedOn, bodyId: making.campaign.appraiser.unitId })
  return openedOn
}

interface Conclusion {
  readonly openedOn: PlainDate
  readonly concludedOn: PlainDate
  readonly outcome: 'approve' | 'return' | 'reject'
}

/** An appraisal with its scores and proposal; gives the comment, which a return or rejection repeats as its reason. */
export function conclude(making: Making, work: WorkBuilder, conclusion: Conclusion): string {
  const row = appraisalRow(making, { ...conclusion, workId: work.id, version: work.version })
  work.rows.appraisals.push(row)
  return row.comment
}

export function appraisalRow(
  { choices, campaign }: Pick<Making, 'choices' | 'campaign'>,
  {
    openedOn,
    concludedOn,
    outcome,
    ...work
  }: Conclusion & { readonly workId: string; readonly version: number },
) {
  const comment = {
    approve: choices.pick(['Đạt. Chỉ tiêu rõ, đo được.', 'Đạt. Lưu ý bám mốc giữa năm.', 'Đạt.']),
    return: choices.pick(returnReasons),
    reject: choices.pick(rejectReasons),
  }[outcome]
  const score = () => (outcome === 'approve' ? choices.whole(1, 2) : choices.whole(0, 2))
  return {
    id: newId<'appraisal'>(),
    work_id: work.workId,
    work_version: work.version,
    opened_on: openedOn,
    account_id: campaign.appraiser.accountId ?? campaign.appraiser.personId,
    person_id: campaign.appraiser.personId,
    appraiser_unit_id: campaign.appraiser.unitId,
    for_unit_id: campaign.issuerRootId,
    scores: Object.fromEntries(appraisalCriteria.map((criterion) => [criterion, score()])),
    comment,
    outcome,
    concluded_on: concludedOn,
  }
}

/** Moves the work by a decision of the body. */
export function byDecision(
  { campaign, decisions }: Making,
  work: WorkBuilder,
  action: 'approve' | 'return' | 'reject' | 'assign',
  on: PlainDate,
  why: { readonly reason?: string; readonly returnBy?: PlainDate } = {},
): void {
  const id = decisions.decide(campaign, work.id, { action, on, ...why })
  const { reason } = why
  work.move(action, {
    on,
    decisionId: id,
    bodyId: campaign.issuerId,
    ...(reason === undefined ? {} : { reason }),
  })
  work.set({ return_by: why.returnBy ?? null })
}
