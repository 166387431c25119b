/**
 * Every reason for which a rule of the programme refuses: its stable code and the parameters of its sentence.
 * The sentences are in `refusals.vi.ts` and `refusals.en.ts`; each says what is missing and who can supply it.
 *
 * The name of a parameter decides how it is said (`platform/spoken-params.ts`); `codeWords` names those that are words of
 * `words.vi.ts` and `words.en.ts`.
 */
export const refusalParams = {
  // Any act
  action_not_open: ['action', 'state'],
  programme_closed: ['year'],
  reason_missing: [],
  document_missing: [],
  assigner_unknown: [],
  not_assigning_body: ['body'],

  // The form of a registration
  title_missing: [],
  theme_missing: [],
  rationale_missing: [],
  product_missing: [],
  proof_missing: [],
  minutes_missing: [],
  due_on_missing: [],
  due_on_outside_year: ['dueOn', 'year'],
  due_on_past: ['dueOn', 'from'],
  target_missing: [],
  target_measure_missing: ['number'],
  target_operator_missing: ['number'],
  target_value_missing: ['number'],
  target_range_reversed: ['number'],
  target_unit_missing: ['number'],
  target_recognition_unnamed: ['number'],
  target_measure_needs_number: ['number'],
  step_missing: [],
  step_name_missing: ['number'],
  step_date_missing: ['number'],
  step_outside_year: ['number', 'year'],
  step_after_due: ['number', 'dueOn'],

  // Submitting
  window_missing: ['tier', 'year'],
  window_opens_later: ['tier', 'opensOn'],
  window_closed: ['tier', 'closedOn'],

  // Appraising and deciding
  own_unit_may_not_appraise: [],
  registrant_may_not_appraise: [],
  submitter_may_not_appraise: [],
  answer_date_missing: [],
  answer_date_past: ['answerOn'],
  appraisal_missing: [],
  appraisal_outdated: ['version'],
  duplicate_warning_open: ['works'],
  decision_number_missing: [],
  decision_date_missing: [],
  decision_in_future: ['decidedOn'],
  decision_before_last_change: ['decidedOn', 'changedOn'],

  // Assigning
  post_not_held: ['post', 'decidedOn'],
  issuer_not_above_unit: ['issuer', 'unit', 'decidedOn'],
  issuer_not_managing_post: ['issuer', 'post', 'decidedOn'],
  post_not_head: ['issuer', 'post'],
  no_works_listed: [],
  work_unknown: ['code'],
  work_listed_twice: ['code'],
  work_of_other_programme: ['code', 'year'],

  // Reporting and evidence
  period_not_open: ['period', 'opensOn'],
  period_frozen: ['period'],
  period_before_assignment: ['period', 'assignedOn'],
  report_empty: [],
  report_in_future: ['reportedOn'],
  report_before_assignment: ['reportedOn', 'assignedOn'],
  report_superseded: [],
  target_measured_live: ['target'],
  target_takes_number: ['target'],
  target_takes_done: ['target'],
  target_note_missing: ['target'],
  evidence_without_paper: [],
  evidence_in_future: ['effectiveOn'],
  evidence_before_year: ['effectiveOn', 'year'],
  evidence_not_open: ['state'],
  recognition_incomplete: ['part'],
  recognition_in_future: ['recognisedOn'],
  recognition_before_year: ['recognisedOn', 'year'],

  // Completing
  final_value_missing: ['target'],
  live_value_missing: ['target'],
  evidence_missing: ['target'],
  recognition_missing: ['target', 'authority'],
  done_on_missing: [],
  done_on_in_future: ['doneOn'],
  done_before_assignment: ['doneOn', 'assignedOn'],
  own_unit_may_not_accept: [],
  registrant_may_not_accept: [],
  same_person_may_not_judge: ['body'],
  checker_may_not_accept: ['body'],
  target_not_met: ['target', 'confirmed'],
  target_not_done: ['target'],
  target_not_confirmed: ['target'],

  // Adjusting
  adjustment_empty: [],
  adjustment_pending: ['askedOn'],
  adjustment_needs_force_majeure: ['afterOn'],
  remind_not_in_force: ['state'],
  reminded_today: [],
  adjusted_due_past: ['dueOn'],

  // The close of the year
  year_not_over: ['endsOn'],
  result_missing: [],
  successor_missing: [],
  successor_not_later: ['year'],
  registrant_may_not_evaluate: [],
  evaluation_part_missing: ['part'],
  exceeding_not_measurable: [],
} as const satisfies Record<string, readonly string[]>

export type RefusalCode = keyof typeof refusalParams
export type RefusalParams<Code extends RefusalCode> = Readonly<
  Record<(typeof refusalParams)[Code][number], string | number>
>

/** One reason why an act is not open. An empty list of them means that the act is open. */
export interface Reason {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
  /** The field of the form or of the JSON body that it concerns, as a dotted path. */
  readonly field?: string
}

/** Makes a reason; the compiler sees to it that its sentence gets every parameter. */
export function reason<Code extends RefusalCode>(
  code: Code,
  params: RefusalParams<Code>,
  field?: string,
): Reason {
  return field === undefined ? { code, params } : { code, params, field }
}

/** The reason where the condition holds, as a list to be spread among others. */
export function reasonIf<Code extends RefusalCode>(
  condition: boolean,
  code: Code,
  params: RefusalParams<Code>,
  field?: string,
): readonly Reason[] {
  return condition ? [reason(code, params, field)] : []
}

/** The parameters that are code words. */
export const codeWords = ['state', 'action', 'tier', 'period', 'part'] as const
