/** Why a rule of the programme says no: what is missing, and who can correct it. */
export const refusals: Readonly<Record<string, string>> = {
  'refusal.action_not_open':
    'The action “{action}” is not available while the work is “{state}”. The work’s page shows the available actions.',
  'refusal.programme_closed':
    'The programme of {year} is closed and read-only. The programme office records a correction as a new entry.',
  'refusal.reason_missing':
    'The reason is missing. The person taking this step must say why, so that the other side knows what to do.',
  'refusal.document_missing':
    'The number and date of the document that this is based on are missing. The assigning body has to give them.',
  'refusal.assigner_unknown':
    'It is not recorded which body assigned this work, so no one can decide. Register a work that continues it, and have that one assigned.',
  'refusal.not_assigning_body': 'Only {body}, which assigned the work, can take this step. Ask that body.',

  'refusal.title_missing': 'The work has no title. The registrant has to give it one.',
  'refusal.theme_missing':
    'No theme or content group is chosen. The registrant has to choose one of the programme or of their own committee.',
  'refusal.rationale_missing':
    'The reason why this is a breakthrough is missing. The registrant has to name the bottleneck and since when it exists.',
  'refusal.product_missing':
    'No expected product is named, though a target has no number. The registrant has to name the product.',
  'refusal.proof_missing':
    'The promised proof is missing. The registrant has to say what will prove the result.',
  'refusal.minutes_missing':
    'A collective’s work needs the number and date of the minutes or conclusion of its meeting. The registrant has to add them.',
  'refusal.due_on_missing': 'There is no due date. The registrant has to give one within the year.',
  'refusal.due_on_past': 'The due date {dueOn} is past. The registrant must choose {from} or later.',
  'refusal.due_on_outside_year':
    'The due date {dueOn} is not in {year}. A work must be finished within its year; the registrant has to change the date.',
  'refusal.target_missing': 'There is no target. The registrant has to add at least one.',
  'refusal.target_measure_missing':
    'Target {number} does not say what is measured. The registrant has to add it.',
  'refusal.target_operator_missing':
    'Target {number} has no comparison. The registrant chooses exactly, at least, at most, a range, or done.',
  'refusal.target_value_missing': 'Target {number} has no number to reach. The registrant has to give it.',
  'refusal.target_range_reversed':
    'Target {number} has a minimum above its maximum. The registrant has to correct the range.',
  'refusal.target_unit_missing':
    'Target {number} has a number but no unit. The registrant has to name the unit.',
  'refusal.target_recognition_unnamed':
    'Target {number} must be recognised, but no authority is named. The registrant has to name the authority.',
  'refusal.target_measure_needs_number':
    'Target {number} uses a live measure and so needs a number. The registrant chooses another comparison or removes the measure.',
  'refusal.step_missing': 'There is no step. The registrant has to add at least one with a date.',
  'refusal.step_name_missing': 'Step {number} has no name. The registrant has to name it.',
  'refusal.step_date_missing': 'Step {number} has no date. The registrant has to add it.',
  'refusal.step_outside_year': 'The date of step {number} is not in {year}. The registrant has to change it.',
  'refusal.step_after_due':
    'Step {number} ends after the due date of the work ({dueOn}). The registrant has to change one of the two.',

  'refusal.window_missing':
    'No registration window of {year} is set for: {tier}. The programme office has to set it.',
  'refusal.window_opens_later':
    'Registration for {tier} opens on {opensOn}. The draft is saved; submit it from then on.',
  'refusal.window_closed':
    'Registration for {tier} closed on {closedOn}. The programme office can extend it; the actual date of submission is kept.',

  'refusal.own_unit_may_not_appraise':
    'The appraiser must not belong to the registrant’s unit. Someone from another unit has to appraise.',
  'refusal.registrant_may_not_appraise':
    'You cannot appraise your own work. Someone from another unit has to appraise.',
  'refusal.submitter_may_not_appraise':
    'You, or the person you are acting for, submitted this registration. Another person has to appraise it.',
  'refusal.answer_date_missing':
    'A return needs a date by which to submit again. The decider has to give it.',
  'refusal.answer_date_past':
    'The date to submit again, {answerOn}, is past. The decider has to choose today or later.',
  'refusal.appraisal_missing':
    'There is no appraisal by someone outside the registrant’s unit. The appraising body has to appraise first.',
  'refusal.appraisal_outdated':
    'The appraisal is of an earlier version; the current one is {version}. The appraising body has to appraise that.',
  'refusal.duplicate_warning_open':
    'There is an open duplicate warning: {works}. The appraising body has to compare the works and record the result.',
  'refusal.decision_number_missing':
    'The decision has no number. The person recording it must give the number.',
  'refusal.decision_date_missing': 'The decision has no date. The person recording it must give the date.',
  'refusal.decision_in_future':
    'The decision’s date {decidedOn} is in the future. The person recording it must give the date on the document.',
  'refusal.decision_before_last_change':
    'The decision’s date {decidedOn} is before the last change of the work ({changedOn}). Dates cannot be backdated; the person recording it must check the date.',

  'refusal.post_not_held':
    'On {decidedOn} no one held the post {post} that registered the work. The organisation’s administrator has to record the holder, or the work must be removed from the list.',
  'refusal.issuer_not_above_unit':
    '{issuer} was not above {unit} in that unit’s own system on {decidedOn}. The competent body above has to assign the work.',
  'refusal.issuer_not_managing_post':
    '{issuer} did not manage the post {post} on {decidedOn}. The body that manages the post has to assign the work.',
  'refusal.post_not_head':
    '{issuer} assigns works only to heads, and {post} is not a head. Remove the work from the list, or let another body assign it.',
  'refusal.no_works_listed':
    'The list contains no work. The person recording the decision must choose works.',
  'refusal.work_unknown':
    'There is no work with the code {code}. The person recording the decision must check the code.',
  'refusal.work_listed_twice':
    'The work {code} is listed twice. The person recording the decision must remove one line.',
  'refusal.work_of_other_programme':
    'The work {code} does not belong to the programme of {year}. The person recording the decision must remove this line.',

  'refusal.period_not_open': 'The period “{period}” opens on {opensOn}. The owner reports from then on.',
  'refusal.period_frozen':
    'The figures of the period “{period}” are frozen. The owner reports the change in the next period.',
  'refusal.period_before_assignment':
    'The data of the period “{period}” closed before the work was assigned ({assignedOn}). The owner chooses a later period.',
  'refusal.report_empty': 'The report has no content. The owner has to say what was done.',
  'refusal.report_in_future':
    'The report’s date {reportedOn} is in the future. The owner has to give the actual date.',
  'refusal.report_before_assignment':
    'The report’s date {reportedOn} is before the assignment ({assignedOn}). The owner has to give the actual date.',
  'refusal.report_superseded':
    'There is a newer correction of this report. Open the newest one and correct that.',
  'refusal.target_measured_live':
    'The target “{target}” uses a live measure and cannot be typed. It changes when the actual work does.',
  'refusal.target_takes_number': 'The target “{target}” takes a number. The owner has to give it.',
  'refusal.target_takes_done':
    'The target “{target}” has no number. The owner says done or not done, with a note.',
  'refusal.target_note_missing':
    'The target “{target}” is judged done or not done, so it needs a note. The owner has to write it.',
  'refusal.evidence_without_paper': 'The evidence has no file. The owner has to attach it.',
  'refusal.evidence_not_open':
    'The evidence is “{state}” and cannot be decided again. The owner can submit another piece instead.',
  'refusal.recognition_incomplete': 'The recognition lacks: {part}. The owner has to complete it.',
  'refusal.recognition_in_future':
    'The recognition’s date {recognisedOn} is in the future. The owner has to give the date on the document.',
  'refusal.evidence_in_future':
    'The date of the evidence, {effectiveOn}, is in the future. Give the date on the document.',
  'refusal.evidence_before_year':
    'The evidence of {effectiveOn} is older than {year} and so does not count for any target of this work. The owner has to submit evidence from this year, or submit this document without a target.',
  'refusal.recognition_before_year':
    'The recognition of {recognisedOn} is older than {year} and so is not a result of this work. The owner has to submit one from this year.',

  'refusal.final_value_missing': 'The target “{target}” has no final value. The owner has to report it.',
  'refusal.live_value_missing':
    'The live measure of the target “{target}” gives no value. The administrator has to check the measure.',
  'refusal.evidence_missing': 'The target “{target}” has no evidence. The owner has to submit it.',
  'refusal.recognition_missing':
    'The target “{target}” must be recognised ({authority}), and there is no recognition. The owner has to submit it.',
  'refusal.done_on_missing': 'The day on which the work was done is missing. The owner has to give it.',
  'refusal.done_on_in_future':
    'The completion date {doneOn} is in the future. The owner has to give the actual date.',
  'refusal.done_before_assignment':
    'The completion date {doneOn} is before the assignment ({assignedOn}). The owner has to check it.',
  'refusal.own_unit_may_not_accept':
    'The registrant’s own unit cannot judge its result. The assigning body has to.',
  'refusal.same_person_may_not_judge':
    'You, or the person you are acting for, submitted what is to be judged here. Another authorised person of {body} has to judge it.',
  'refusal.checker_may_not_accept':
    'You checked this work, so you cannot accept its completion yourself. Another decider of {body} has to accept it, unless a rule of that body lets one person do both.',
  'refusal.registrant_may_not_accept':
    'You cannot judge the result of your own work. Someone else of the assigning body has to.',
  'refusal.target_not_met':
    'The target “{target}” is not met: {confirmed} is confirmed. The owner continues and submits evidence, or requests an adjustment.',
  'refusal.target_not_done':
    'The target “{target}” is confirmed as not done. The owner continues and submits evidence, or requests an adjustment.',
  'refusal.target_not_confirmed':
    'The target “{target}” has no confirmed value. The assigning body has to decide on its evidence; the owner submits what is missing.',

  'refusal.adjustment_empty':
    'The request changes nothing. The requester must give a new date or a new target.',
  'refusal.adjustment_pending':
    'A request of {askedOn} is waiting. The assigning body has to decide on it first.',
  'refusal.remind_not_in_force':
    'Reminders are possible only for works in force; this one is in the state “{state}”.',
  'refusal.reminded_today':
    'A reminder for this work was already sent today. Once a day is enough; try again tomorrow.',
  'refusal.adjustment_needs_force_majeure':
    'After {afterOn} an adjustment is possible only for force majeure. The requester must give such a reason.',
  'refusal.adjusted_due_past': 'The new date {dueOn} is past. The requester must choose today or later.',

  'refusal.year_not_over':
    'The year is not over before {endsOn}. The assigning body can record this result from then on.',
  'refusal.result_missing':
    'This year’s result is not recorded. The assigning body has to record it before carrying over.',
  'refusal.successor_missing':
    'No work of the next year continues this one. The assigning body has to create or choose it.',
  'refusal.successor_not_later':
    'The continuing work is of {year}, which is not later than this one. The assigning body has to choose a work of a later year.',
  'refusal.registrant_may_not_evaluate':
    'The assignee cannot evaluate their own work. Another evaluator has to.',
  'refusal.evaluation_part_missing': 'The evaluation lacks: {part}. The evaluator has to give all four.',
  'refusal.exceeding_not_measurable':
    'No target can be measured as exceeded. To record it, the assigning body has to give its reasons.',
}
