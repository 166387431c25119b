import { describe, expect, test } from 'vitest'
import { plainDate } from '../../../platform/time/plain-date.ts'
import type { Issuer, OwnerOnDate } from '../competence.ts'
import type { DraftTarget, RegistrationDraft } from '../completeness.ts'
import { decimal } from '../decimal.ts'
import type { Reason } from '../refusals.ts'
import { nextState, type WorkAction, type WorkState, workStates } from '../states.ts'
import type { Assessment } from '../targets.ts'
import * as appraisal from './appraisal.ts'
import { guardAssign } from './assigning.ts'
import * as carrying from './carrying-out.ts'
import * as completion from './completion.ts'
import * as evidence from './evidence.ts'
import * as registration from './registration.ts'
import * as reporting from './reporting.ts'
import type { ActorRelation, Assigner, Standing } from './standing.ts'
import * as yearEnd from './year-end.ts'

const today = plainDate('2022-05-18')
const stranger: ActorRelation = { isRegistrant: false, inRegistrantUnit: false, didFirst: false }
const assigner: Assigner = { isActing: true, name: 'Ban Thường vụ Tỉnh ủy' }
const at = (state: WorkState): Standing => ({ state, year: 2022, programmeClosed: false })
const codes = (reasons: readonly Reason[]): readonly string[] => reasons.map(({ code }) => code)

const target: DraftTarget = {
  measure: 'vùng sản xuất được công nhận',
  unit: 'vùng',
  operator: 'range',
  value: null,
  min: decimal(1),
  max: decimal(2),
  modality: 'committed',
  recognitionRequired: true,
  recognitionBy: 'cấp có thẩm quyền',
  measureKey: null,
}
const draft: RegistrationDraft = {
  ownerKind: 'collective',
  year: 2022,
  title: 'Xây dựng 1-2 vùng sản xuất',
  hasTheme: true,
  rationale: 'Chưa có vùng nào được công nhận',
  baseline: '0 vùng',
  product: '',
  proof: 'Quyết định công nhận',
  minutesReference: 'Biên bản số 12 ngày 10/01/2022',
  resources: '',
  risks: '',
  dueOn: plainDate('2022-12-15'),
  targets: [target],
  steps: [{ name: 'Làm đường', dueOn: plainDate('2022-06-30') }],
}
const submitting = (state: WorkState): registration.SubmitFacts => ({
  standing: at(state),
  tier: 'direct',
  window: { opensOn: plainDate('2022-01-04'), closesOn: plainDate('2022-05-31') },
  returnBy: null,
  today,
  draft,
})
const deciding = (state: WorkState): appraisal.WorkDecision => ({
  standing: at(state),
  decision: { number: '12-QĐ/TU', decidedOn: plainDate('2022-05-16'), today },
  changedOn: plainDate('2022-05-10'),
})
const approving = (state: WorkState): appraisal.ApproveFacts => ({
  ...deciding(state),
  currentVersion: 2,
  appraisals: [{ version: 2, concluded: true, byOwnUnit: false }],
  openDuplicates: [],
})
const issuer: Issuer = { name: 'Ban Thường vụ Tỉnh ủy', unitId: 'btv', rootId: 'tinh-uy', headsOnly: true }
const committee: OwnerOnDate = { kind: 'collective', unit: 'Huyện ủy A', ancestorIds: ['tinh-uy'] }
const assigning = (state: WorkState) => ({ ...deciding(state), owner: committee, issuer })
const pausing = (state: WorkState) => ({ standing: at(state), assigner })
const asking = (state: WorkState): carrying.AdjustmentRequest => ({
  standing: at(state),
  today,
  reason: 'Chậm vốn',
  forceMajeure: false,
  ordinaryUntil: plainDate('2022-09-30'),
  newDueOn: plainDate('2022-12-31'),
  newGoal: null,
  dueOn: plainDate('2022-12-15'),
  pendingSince: null,
})
const reportingOn = (state: WorkState): reporting.ReportFacts => ({
  standing: at(state),
  today,
  reportedOn: today,
  assignedOn: plainDate('2022-03-15'),
  period: {
    key: 'h1',
    opensOn: plainDate('2022-04-01'),
    dataClosesOn: plainDate('2022-06-30'),
    frozen: false,
  },
  content: 'Đã làm xong đường',
  readings: [],
})
const offering = (state: WorkState): evidence.OfferFacts => ({
  standing: at(state),
  today,
  hasPaper: true,
  forTarget: true,
  effectiveOn: plainDate('2022-05-02'),
  reading: null,
  recognition: {
    authority: 'Sở Nông nghiệp (minh hoạ)',
    competence: 'Công nhận vùng sản xuất',
    number: '15/QĐ',
    recognisedOn: plainDate('2022-05-02'),
    quantity: decimal(1),
  },
})
const judgingEvidence = (state: WorkState): evidence.DecideEvidenceFacts => ({
  standing: at(state),
  evidence: 'offered',
  action: 'accept',
  actor: stranger,
  assigner,
  reason: '',
})
const zones: completion.FinalTarget = {
  target: { measure: 'vùng', measureKey: null, modality: 'committed', recognitionRequired: true },
  recognitionBy: 'cấp có thẩm quyền',
  assessment: { claimed: decimal(2), confirmed: decimal(1) },
  evidenceCount: 1,
  recognitionCount: 1,
}
const finishing = (state: WorkState): completion.ReportCompletionFacts => ({
  standing: at(state),
  today,
  assignedOn: plainDate('2022-03-15'),
  doneOn: plainDate('2022-05-10'),
  targets: [zones],
})
const assessed = (fields: Partial<Assessment>): Assessment => ({
  claimed: decimal(2),
  confirmed: decimal(1),
  met: 'met',
  basis: 'recognised',
  ...fields,
})
const judging = (state: WorkState) => ({
  standing: at(state),
  actor: stranger,
  assigner,
  reason: 'Chưa đủ',
  pendingSince: null,
  targets: [{ target: zones.target, assessment: assessed({}) }],
})
const newYearsEve = plainDate('2022-12-31')
const ending = (state: WorkState) => ({
  standing: at(state),
  today: newYearsEve,
  assigner,
  reason: 'Chưa xong',
  document: 'Quyết định số 9 ngày 31/12/2022',
  result: 'Được một nửa',
  successorYear: 2023,
})
const evaluating = (state: WorkState) => ({
  standing: at(state),
  isAssignee: false,
  evaluation: { result: 'đạt', timeliness: 'đúng hạn', quality: 'tốt', exceeds: false },
  someExceeded: false,
  reason: 'Xét lại',
})

/** Each guard with facts under which nothing but the state can stand against its act. */
const open: Readonly<Record<WorkAction, (state: WorkState) => readonly Reason[]>> = {
  submit: (state) => registration.guardSubmit(submitting(state)),
  resubmit: (state) => registration.guardResubmit(submitting(state)),
  withdraw: (state) => registration.guardWithdraw(at(state)),
  edit: (state) => registration.guardEdit(at(state)),
  open_appraisal: (state) => appraisal.guardOpenAppraisal(at(state), stranger),
  appraise: (state) => appraisal.guardAppraise(at(state), stranger),
  return: (state) => appraisal.guardReturn({ ...deciding(state), reason: 'Chưa đo được', answerOn: today }),
  reject: (state) => appraisal.guardReject({ ...deciding(state), reason: 'Việc thường xuyên' }),
  drop: (state) => appraisal.guardDrop({ ...deciding(state), reason: 'Đã nhập vào việc khác' }),
  approve: (state) => appraisal.guardApprove(approving(state)),
  assign: (state) => guardAssign(assigning(state)),
  start: (state) => carrying.guardStart(at(state)),
  suspend: (state) => carrying.guardSuspend(pausing(state)),
  resume: (state) => carrying.guardResume(pausing(state)),
  request_adjustment: (state) => carrying.guardRequestAdjustment(asking(state)),
  decide_adjustment: (state) =>
    carrying.guardDecideAdjustment({
      standing: at(state),
      actor: stranger,
      assigner,
      outcome: 'accepted',
      reason: '',
    }),
  report: (state) => reporting.guardReport(reportingOn(state)),
  correct_report: (state) =>
    reporting.guardCorrectReport({ ...reportingOn(state), isNewest: true, reason: 'Nhầm số' }),
  offer_evidence: (state) => evidence.guardOfferEvidence(offering(state)),
  decide_evidence: (state) => evidence.guardDecideEvidence(judgingEvidence(state)),
  report_completion: (state) => completion.guardReportCompletion(finishing(state)),
  check_completion: (state) => completion.guardCheckCompletion(judging(state)),
  accept_completion: (state) => completion.guardAcceptCompletion(judging(state)),
  refuse_completion: (state) => completion.guardRefuseCompletion(judging(state)),
  lapse: (state) => yearEnd.guardLapse(at(state), newYearsEve),
  record_not_completed: (state) => yearEnd.guardRecordNotCompleted(ending(state)),
  carry_over: (state) => yearEnd.guardCarryOver(ending(state)),
  terminate: (state) => yearEnd.guardTerminate(ending(state)),
  evaluate: (state) => yearEnd.guardEvaluate(evaluating(state)),
  close: (state) => yearEnd.guardClose(at(state)),
  reopen_work: (state) => yearEnd.guardReopen(at(state), 'reopen_work', 'Xét lại'),
  reopen_completion: (state) => yearEnd.guardReopen(at(state), 'reopen_completion', 'Xét lại'),
}

describe.each(Object.entries(open))('%s', (action, guard) => {
  test.each(workStates)('asks the table of states, at %s', (state) => {
    const isOpen = nextState(state, action as WorkAction) !== null
    expect(codes(guard(state))).toEqual(isOpen ? [] : ['action_not_open'])
  })
})

test('after the programme is closed everything is read-only (section 5)', () => {
  const closed = { ...at('draft'), programmeClosed: true }
  expect(codes(registration.guardWithdraw(closed))).toEqual(['programme_closed'])
  expect(codes(yearEnd.guardReopen({ ...closed, state: 'evaluated' }, 'reopen_work', 'Xét lại'))).toEqual([
    'programme_closed',
  ])
})

const day = plainDate
const submit = (fields: Partial<registration.SubmitFacts>) =>
  registration.guardSubmit({ ...submitting('draft'), ...fields })
const resubmit = (fields: Partial<registration.SubmitFacts>) =>
  registration.guardResubmit({ ...submitting('returned'), ...fields })
const decide = (fields: Partial<appraisal.WorkDecision['decision']>) =>
  appraisal.guardReject({
    ...deciding('appraising'),
    reason: 'Việc thường xuyên',
    decision: { ...deciding('appraising').decision, ...fields },
  })
const giveBack = (fields: { reason?: string; answerOn?: ReturnType<typeof day> | null }) =>
  appraisal.guardReturn({ ...deciding('appraising'), reason: 'Chưa đo được', answerOn: today, ...fields })
const approve = (fields: Partial<appraisal.ApproveFacts>) =>
  appraisal.guardApprove({ ...approving('appraising'), ...fields })
const adjust = (fields: Partial<carrying.AdjustmentRequest>) =>
  carrying.guardRequestAdjustment({ ...asking('in_progress'), ...fields })
const goal = (fields: Partial<NonNullable<carrying.AdjustmentRequest['newGoal']>>) => ({
  number: 1,
  operator: 'gte' as const,
  value: decimal(2),
  min: null,
  max: null,
  unit: 'vùng',
  measureKey: null,
  ...fields,
})
const report = (fields: Partial<reporting.ReportFacts>) =>
  reporting.guardReport({ ...reportingOn('in_progress'), ...fields })
const period = reportingOn('in_progress').period
const typed = (reading: reporting.TypedReading['reading'], measureKey: string | null, done: boolean) => ({
  readings: [
    {
      target: {
        measure: 'tỉ lệ',
        measureKey,
        goal: done ? ({ operator: 'done' } as const) : ({ operator: 'eq', value: decimal(100) } as const),
      },
      reading,
      note: '',
    },
  ],
})
const offer = (fields: Partial<evidence.OfferFacts>) =>
  evidence.guardOfferEvidence({ ...offering('in_progress'), ...fields })
const recognition = (fields: Partial<evidence.TypedRecognition>) => {
  const { recognition: complete } = offering('in_progress')
  return offer({ recognition: complete === null ? null : { ...complete, ...fields } })
}
const judgeEvidence = (fields: Partial<evidence.DecideEvidenceFacts>) =>
  evidence.guardDecideEvidence({ ...judgingEvidence('in_progress'), ...fields })
const finish = (fields: Partial<completion.ReportCompletionFacts>) =>
  completion.guardReportCompletion({ ...finishing('in_progress'), ...fields })
const finishTarget = (fields: Partial<completion.FinalTarget>) =>
  finish({ targets: [{ ...zones, ...fields }] })
const accept = (assessment: Partial<Assessment>, modality: DraftTarget['modality'] = 'committed') =>
  completion.guardAcceptCompletion({
    ...judging('completion_reported'),
    targets: [{ target: { ...zones.target, modality }, assessment: assessed(assessment) }],
  })
const evaluate = (fields: Partial<ReturnType<typeof evaluating>>) =>
  yearEnd.guardEvaluate({ ...evaluating('completed'), ...fields })
const own: ActorRelation = { isRegistrant: false, inRegistrantUnit: true, didFirst: false }
const self: ActorRelation = { isRegistrant: true, inRegistrantUnit: true, didFirst: false }
const author: ActorRelation = { isRegistrant: false, inRegistrantUnit: false, didFirst: true }
const other: Assigner = { isActing: false, name: 'Ban Thường vụ Tỉnh ủy' }
const live = { ...zones.target, measureKey: 'documents.signed_ratio', recognitionRequired: false }
const unreached = { claimed: decimal(0), confirmed: null }

/** The guard table of section 5, row by row: what is lacking, and the reasons that must come of it. */
const refused: readonly (readonly [
  source: string,
  reasons: readonly Reason[],
  expected: readonly string[],
])[] = [
  ['submit: no window for the tier', submit({ window: null }), ['window_missing']],
  ['submit: before the window', submit({ today: day('2022-01-03') }), ['window_opens_later']],
  ['submit: on its first day', submit({ today: day('2022-01-04') }), []],
  ['submit: on its last day', submit({ today: day('2022-05-31') }), []],
  ['submit: after the window', submit({ today: day('2022-06-01') }), ['window_closed']],
  [
    'submit: all that is missing at once',
    submit({ draft: { ...draft, title: ' ', proof: '' } }),
    ['title_missing', 'proof_missing'],
  ],
  [
    'submit: a collective without minutes',
    submit({ draft: { ...draft, minutesReference: '' } }),
    ['minutes_missing'],
  ],
  [
    'submit: due in another year',
    submit({ draft: { ...draft, dueOn: day('2023-01-01') } }),
    ['due_on_outside_year'],
  ],
  [
    'submit: due yesterday',
    submit({ today: day('2022-05-18'), draft: { ...draft, dueOn: day('2022-05-17'), steps: [] } }).filter(
      ({ code }) => code.startsWith('due_on'),
    ),
    ['due_on_past'],
  ],
  [
    'submit: due today',
    submit({ today: day('2022-05-18'), draft: { ...draft, dueOn: day('2022-05-18') } }).filter(({ code }) =>
      code.startsWith('due_on'),
    ),
    [],
  ],
  [
    'resubmit: by the date of the return',
    resubmit({ today: day('2022-06-10'), returnBy: day('2022-06-10') }),
    [],
  ],
  [
    'resubmit: after it',
    resubmit({ today: day('2022-06-11'), returnBy: day('2022-06-10') }),
    ['window_closed'],
  ],
  ['resubmit: within the window, after it', resubmit({ returnBy: day('2022-05-17') }), []],
  ['open: own unit', appraisal.guardOpenAppraisal(at('submitted'), own), ['own_unit_may_not_appraise']],
  [
    'open: what they submitted',
    appraisal.guardOpenAppraisal(at('submitted'), author),
    ['submitter_may_not_appraise'],
  ],
  ['open: own work', appraisal.guardOpenAppraisal(at('submitted'), self), ['registrant_may_not_appraise']],
  ['decide: without number', decide({ number: ' ' }), ['decision_number_missing']],
  ['decide: without date', decide({ decidedOn: null }), ['decision_date_missing']],
  ['decide: dated tomorrow', decide({ decidedOn: day('2022-05-19') }), ['decision_in_future']],
  [
    'decide: back-dated (section 8, 9)',
    decide({ decidedOn: day('2022-05-09') }),
    ['decision_before_last_change'],
  ],
  ['decide: on the day of the last change', decide({ decidedOn: day('2022-05-10') }), []],
  ['return: without reason', giveBack({ reason: '' }), ['reason_missing']],
  ['return: without date', giveBack({ answerOn: null }), ['answer_date_missing']],
  ['return: by yesterday', giveBack({ answerOn: day('2022-05-17') }), ['answer_date_past']],
  [
    'reject: without reason',
    appraisal.guardReject({ ...deciding('appraising'), reason: '' }),
    ['reason_missing'],
  ],
  ['drop: without reason', appraisal.guardDrop({ ...deciding('approved'), reason: '' }), ['reason_missing']],
  ['approve: not appraised', approve({ appraisals: [] }), ['appraisal_missing']],
  [
    'approve: by the own unit only',
    approve({ appraisals: [{ version: 2, concluded: true, byOwnUnit: true }] }),
    ['appraisal_missing'],
  ],
  [
    'approve: appraisal not concluded',
    approve({ appraisals: [{ version: 2, concluded: false, byOwnUnit: false }] }),
    ['appraisal_missing'],
  ],
  [
    'approve: of an older version',
    approve({ appraisals: [{ version: 1, concluded: true, byOwnUnit: false }] }),
    ['appraisal_outdated'],
  ],
  [
    'approve: duplicate open',
    approve({ openDuplicates: ['2022-a-001', '2022-b-004'] }),
    ['duplicate_warning_open'],
  ],
  [
    'assign: not competent',
    guardAssign({ ...assigning('approved'), owner: { ...committee, ancestorIds: [] } }),
    ['issuer_not_above_unit'],
  ],
  [
    'assign: decision without date',
    guardAssign({ ...assigning('approved'), decision: { number: '1', decidedOn: null, today } }),
    ['decision_date_missing'],
  ],
  [
    'suspend: another body',
    carrying.guardSuspend({ ...pausing('in_progress'), assigner: other }),
    ['not_assigning_body'],
  ],
  [
    'suspend: no reason, no document',
    carrying.pauseReasons({ reason: '', document: ' ' }),
    ['reason_missing', 'document_missing'],
  ],
  ['resume: no document', carrying.pauseReasons({ reason: 'Chờ vốn', document: '' }), ['document_missing']],
  ['adjust: nothing changes', adjust({ newDueOn: day('2022-12-15') }), ['adjustment_empty']],
  ['adjust: a target only', adjust({ newDueOn: null, newGoal: goal({}) }), []],
  [
    'adjust: a number that is not there',
    adjust({ newGoal: goal({ value: null }) }),
    ['target_value_missing'],
  ],
  ['adjust: no operator', adjust({ newGoal: goal({ operator: null }) }), ['target_operator_missing']],
  ['adjust: no unit', adjust({ newGoal: goal({ unit: null }) }), ['target_unit_missing']],
  ['adjust: without reason', adjust({ reason: '' }), ['reason_missing']],
  ['adjust: into the next year', adjust({ newDueOn: day('2023-01-31') }), ['due_on_outside_year']],
  ['adjust: into the past', adjust({ newDueOn: day('2022-05-17') }), ['adjusted_due_past']],
  ['adjust: on 30/9', adjust({ today: day('2022-09-30') }), []],
  ['adjust: after 30/9', adjust({ today: day('2022-10-01') }), ['adjustment_needs_force_majeure']],
  ['adjust: after 30/9, force majeure', adjust({ today: day('2022-10-01'), forceMajeure: true }), []],
  ['adjust: one waits already', adjust({ pendingSince: day('2022-05-01') }), ['adjustment_pending']],
  [
    'adjust: decided by the requester',
    carrying.guardDecideAdjustment({
      standing: at('in_progress'),
      actor: author,
      assigner,
      outcome: 'accepted',
      reason: '',
    }),
    ['same_person_may_not_judge'],
  ],
  [
    'adjust: decided by another body',
    carrying.guardDecideAdjustment({
      actor: stranger,
      standing: at('in_progress'),
      assigner: other,
      outcome: 'accepted',
      reason: '',
    }),
    ['not_assigning_body'],
  ],
  [
    'adjust: refused without reason',
    carrying.guardDecideAdjustment({
      standing: at('in_progress'),
      actor: stranger,
      assigner,
      outcome: 'refused',
      reason: '',
    }),
    ['reason_missing'],
  ],
  ['report: period frozen (section 3.5)', report({ period: { ...period, frozen: true } }), ['period_frozen']],
  [
    'report: period not open yet',
    report({ period: { ...period, opensOn: day('2022-07-01') } }),
    ['period_not_open'],
  ],
  ['report: late is taken', report({ today: day('2022-08-01'), reportedOn: day('2022-08-01') }), []],
  [
    'report: period closed before the assignment',
    report({ period: { ...period, dataClosesOn: day('2022-03-14') } }),
    ['period_before_assignment'],
  ],
  ['report: says nothing', report({ content: '\n' }), ['report_empty']],
  ['report: dated tomorrow', report({ reportedOn: day('2022-05-19') }), ['report_in_future']],
  [
    'report: back-dated before the assignment',
    report({ reportedOn: day('2022-03-14') }),
    ['report_before_assignment'],
  ],
  [
    'report: a live measure cannot be typed',
    report(typed(decimal(100), 'documents.signed_ratio', false)),
    ['target_measured_live'],
  ],
  ['report: nothing typed for it', report(typed(null, 'documents.signed_ratio', false)), []],
  ['report: done where a number is meant', report(typed(true, null, false)), ['target_takes_number']],
  ['report: a number where done is meant', report(typed(decimal(100), null, true)), ['target_takes_done']],
  ['report: done without a note (scenario 5)', report(typed(true, null, true)), ['target_note_missing']],
  [
    'correct: an older version',
    reporting.guardCorrectReport({ ...reportingOn('in_progress'), isNewest: false, reason: '' }),
    ['report_superseded'],
  ],
  [
    'correct: without reason',
    reporting.guardCorrectReport({ ...reportingOn('in_progress'), isNewest: true, reason: '' }),
    ['reason_missing'],
  ],
  [
    'adjustment: nobody assigned it, so nobody could decide',
    carrying.guardRequestAdjustment({
      ...asking('in_progress'),
      standing: { ...at('in_progress'), unassigned: true },
    }),
    ['assigner_unknown'],
  ],
  [
    'completion: nobody assigned it, so nobody could accept',
    completion.guardReportCompletion({
      ...finishing('in_progress'),
      standing: { ...at('in_progress'), unassigned: true },
    }),
    ['assigner_unknown'],
  ],
  ['evidence: of tomorrow', offer({ effectiveOn: day('2022-05-19') }), ['evidence_in_future']],
  [
    'evidence: a paper of last year for a target',
    offer({ effectiveOn: day('2021-12-31') }),
    ['evidence_before_year'],
  ],
  [
    'evidence: a paper of last year for no target',
    offer({ effectiveOn: day('2021-12-31'), forTarget: false }),
    [],
  ],
  ['evidence: without paper', offer({ hasPaper: false }), ['evidence_without_paper']],
  [
    'evidence: recognition without anything',
    recognition({ authority: '', competence: '', number: '', recognisedOn: null, quantity: null }),
    Array.from({ length: 5 }, () => 'recognition_incomplete'),
  ],
  ['evidence: nothing recognised', recognition({ quantity: decimal(0) }), ['recognition_incomplete']],
  [
    'evidence: recognised tomorrow',
    recognition({ recognisedOn: day('2022-05-19') }),
    ['recognition_in_future'],
  ],
  [
    'evidence: recognised last year (scenario 3)',
    recognition({ recognisedOn: day('2021-12-31') }),
    ['recognition_before_year'],
  ],
  ['evidence: decided already', judgeEvidence({ evidence: 'refused' }), ['evidence_not_open']],
  ['evidence: by the own unit', judgeEvidence({ actor: own }), ['own_unit_may_not_accept']],
  ['evidence: by the registrant', judgeEvidence({ actor: self }), ['registrant_may_not_accept']],
  ['evidence: by another body', judgeEvidence({ assigner: other }), ['not_assigning_body']],
  ['evidence: refused without reason', judgeEvidence({ action: 'refuse' }), ['reason_missing']],
  [
    'completion: 2 built, 0 recognised (scenario 3)',
    finishTarget({ recognitionCount: 0 }),
    ['recognition_missing'],
  ],
  [
    'completion: no final value',
    finishTarget({ assessment: { claimed: null, confirmed: null } }),
    ['final_value_missing'],
  ],
  [
    'completion: no evidence',
    finishTarget({ evidenceCount: 0, target: { ...zones.target, recognitionRequired: false } }),
    ['evidence_missing'],
  ],
  [
    'completion: an aspiration unreached (scenario 6)',
    finishTarget({
      target: { ...zones.target, modality: 'aspirational' },
      assessment: unreached,
      evidenceCount: 0,
      recognitionCount: 0,
    }),
    [],
  ],
  [
    'completion: its value unsaid',
    finishTarget({
      target: { ...zones.target, modality: 'aspirational' },
      assessment: { claimed: null, confirmed: null },
    }),
    ['final_value_missing'],
  ],
  [
    'completion: a live measure needs no paper',
    finishTarget({
      target: live,
      assessment: { claimed: null, confirmed: decimal('98.9') },
      evidenceCount: 0,
      recognitionCount: 0,
    }),
    [],
  ],
  [
    'completion: a live measure without value',
    finishTarget({ target: live, assessment: { claimed: null, confirmed: null } }),
    ['live_value_missing'],
  ],
  ['completion: day done unsaid', finish({ doneOn: null }), ['done_on_missing']],
  ['completion: done tomorrow', finish({ doneOn: day('2022-05-19') }), ['done_on_in_future']],
  [
    'completion: done before the assignment',
    finish({ doneOn: day('2022-03-14') }),
    ['done_before_assignment'],
  ],
  [
    'accept: own unit',
    completion.guardAcceptCompletion({ ...judging('completion_reported'), actor: own }),
    ['own_unit_may_not_accept'],
  ],
  [
    'accept: own work',
    completion.guardAcceptCompletion({ ...judging('completion_reported'), actor: self }),
    ['registrant_may_not_accept'],
  ],
  [
    'accept: a request for an adjustment waits',
    completion.guardAcceptCompletion({
      ...judging('completion_reported'),
      targets: [],
      pendingSince: day('2022-09-01'),
    }),
    ['adjustment_pending'],
  ],
  [
    'accept: another body',
    completion.guardAcceptCompletion({ ...judging('completion_reported'), assigner: other }),
    ['not_assigning_body'],
  ],
  [
    'accept: not met by the confirmed value',
    accept({ confirmed: decimal(0), met: 'not_met' }),
    ['target_not_met'],
  ],
  ['accept: nothing confirmed', accept({ confirmed: null, met: 'undetermined' }), ['target_not_confirmed']],
  [
    'accept: confirmed as not done',
    accept({ confirmed: false, met: 'not_met' }, 'carry_out'),
    ['target_not_done'],
  ],
  ['accept: exceeded', accept({ confirmed: decimal(3), met: 'exceeded' }), []],
  [
    'accept: an aspiration unmet (scenario 6)',
    accept({ confirmed: decimal(0), met: 'not_met' }, 'aspirational'),
    [],
  ],
  [
    'refuse: without reason',
    completion.guardRefuseCompletion({ ...judging('completion_reported'), reason: '' }),
    ['reason_missing'],
  ],
  [
    'lapse: before the year is over',
    yearEnd.guardLapse(at('approved'), day('2022-12-30')),
    ['year_not_over'],
  ],
  [
    'not completed: before the year is over',
    yearEnd.guardRecordNotCompleted({ ...ending('in_progress'), today: day('2022-12-30') }),
    ['year_not_over'],
  ],
  [
    'not completed: another body (scenario 10)',
    yearEnd.guardRecordNotCompleted({ ...ending('in_progress'), assigner: other }),
    ['not_assigning_body'],
  ],
  [
    'carry over: silently (scenario 10)',
    yearEnd.guardCarryOver({ ...ending('in_progress'), reason: '', result: '', successorYear: null }),
    ['reason_missing', 'result_missing', 'successor_missing'],
  ],
  [
    'carry over: into the same year',
    yearEnd.guardCarryOver({ ...ending('in_progress'), successorYear: 2022 }),
    ['successor_not_later'],
  ],
  [
    'terminate: without document',
    yearEnd.guardTerminate({ ...ending('in_progress'), document: '' }),
    ['document_missing'],
  ],
  ['evaluate: the assignee', evaluate({ isAssignee: true }), ['registrant_may_not_evaluate']],
  [
    'evaluate: not all four',
    evaluate({ evaluation: { result: ' ', timeliness: 'đúng hạn', quality: 'tốt', exceeds: false } }),
    ['evaluation_part_missing'],
  ],
  [
    'evaluate: exceeds what cannot be exceeded (section 3.6)',
    evaluate({ evaluation: { ...evaluating('completed').evaluation, exceeds: true }, reason: '' }),
    ['exceeding_not_measurable'],
  ],
  [
    'evaluate: exceeds, with reasons',
    evaluate({ evaluation: { ...evaluating('completed').evaluation, exceeds: true } }),
    [],
  ],
  ['reopen: without reason', yearEnd.guardReopen(at('evaluated'), 'reopen_work', ''), ['reason_missing']],
]

test.each(refused)('%s', (_source, reasons, expected) => {
  expect(codes(reasons)).toEqual(expected)
})

test('a superior adds a complete work by decision, without minutes of the owner', () => {
  const facts = {
    programmeClosed: false,
    decision: { number: '12-QĐ/TU', decidedOn: today, today },
    reason: 'Không ai đăng ký',
    draft: { ...draft, minutesReference: '' },
  }
  expect(codes(registration.guardAdd(facts))).toEqual([])
  expect(codes(registration.guardAdd({ ...facts, reason: '' }))).toEqual(['reason_missing'])
  expect(codes(registration.guardAdd({ ...facts, programmeClosed: true }))).toEqual(['programme_closed'])
})
