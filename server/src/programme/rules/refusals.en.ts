/** Why a rule of the programme says no: what is missing, and who can correct it. */
export const refusals: Readonly<Record<string, string>> = {
  'refusal.action_not_open':
    'The act “{action}” is not open while the work is “{state}”. The work’s page shows which steps are open.',
  'refusal.programme_closed':
    'The programme of {year} is closed and read-only. The programme office records a correction as a new entry.',
  'refusal.reason_missing':
    'No reason is given. The person taking this step must say why, so that the other side knows what to do.',
  'refusal.document_missing':
    'The number and date of the paper that this rests on are missing. The assigning body has to give them.',
  'refusal.assigner_unknown':
    'No body is recorded to have assigned this work, so none can answer. Register a work that continues it, and have that one assigned.',
  'refusal.not_assigning_body': 'Only {body}, which assigned the work, may take this step. Ask that body.',

  'refusal.title_missing': 'The work has no title. The registrant has to give it one.',
  'refusal.theme_missing':
    'No theme or content group is chosen. The registrant has to choose one of the programme or of the own committee.',
  'refusal.rationale_missing':
    'It is not said why this is a breakthrough. The registrant has to name the bottleneck and since when it stands.',
  'refusal.product_missing':
    'No expected product is named, though a target has no number. The registrant has to name the product.',
  'refusal.proof_missing':
    'The promised proof is missing. The registrant has to say what will prove the result.',
  'refusal.minutes_missing':
    'A collective’s work needs the number and date of the minutes or conclusion of its meeting. The registrant has to add them.',
  'refusal.due_on_missing': 'There is no finishing date. The registrant has to give one within the year.',
  'refusal.due_on_past': 'The due date {dueOn} is past. The registrant must choose {from} or later.',
  'refusal.due_on_outside_year':
    'The finishing date {dueOn} does not lie in {year}. A work is finished within its year; the registrant has to change the date.',
  'refusal.target_missing': 'There is no target. The registrant has to add at least one.',
  'refusal.target_measure_missing':
    'Target {number} does not say what is measured. The registrant has to say it.',
  'refusal.target_operator_missing':
    'Target {number} has no comparison. The registrant chooses exactly, at least, at most, a range, or done.',
  'refusal.target_value_missing': 'Target {number} has no number to reach. The registrant has to give it.',
  'refusal.target_range_reversed':
    'Target {number} has a minimum above its maximum. The registrant has to correct the range.',
  'refusal.target_unit_missing':
    'Target {number} has a number but no unit. The registrant has to name the unit.',
  'refusal.target_recognition_unnamed':
    'Target {number} must be recognised, but nobody is named who recognises it. The registrant has to name the authority.',
  'refusal.target_measure_needs_number':
    'Target {number} is bound to a live measure and so needs a number. The registrant chooses another comparison or unbinds the measure.',
  'refusal.step_missing': 'There is no step. The registrant has to add at least one with a date.',
  'refusal.step_name_missing': 'Step {number} has no name. The registrant has to name it.',
  'refusal.step_date_missing': 'Step {number} has no date. The registrant has to say by when it is done.',
  'refusal.step_outside_year':
    'The date of step {number} does not lie in {year}. The registrant has to change it.',
  'refusal.step_after_due':
    'Step {number} ends after the finishing date of the work ({dueOn}). The registrant has to change one of the two.',

  'refusal.window_missing':
    'No registration window of {year} is set for: {tier}. The programme office has to set it.',
  'refusal.window_opens_later':
    'Registration for {tier} opens on {opensOn}. The draft is kept; submit it from then on.',
  'refusal.window_closed':
    'Registration for {tier} closed on {closedOn}. The programme office can extend it; the true date of submission stays.',

  'refusal.own_unit_may_not_appraise':
    'The appraiser may not belong to the registrant’s unit. Somebody of another unit has to appraise.',
  'refusal.registrant_may_not_appraise':
    'Nobody appraises a work of their own. Somebody of another unit has to appraise.',
  'refusal.submitter_may_not_appraise':
    'You, or the person you are acting for, submitted this registration. Another person has to appraise it.',
  'refusal.answer_date_missing':
    'A return needs a date by which to submit again. The decider has to give it.',
  'refusal.answer_date_past':
    'The date to submit again, {answerOn}, is past. The decider has to choose today or later.',
  'refusal.appraisal_missing':
    'There is no appraisal by somebody outside the registrant’s unit. The appraising body has to appraise first.',
  'refusal.appraisal_outdated':
    'The appraisal is of an earlier version; the current one is {version}. The appraising body has to appraise that.',
  'refusal.duplicate_warning_open':
    'A warning of a duplicate is open: {works}. The appraising body has to compare and record what it found.',
  'refusal.decision_number_missing':
    'The decision has no number. The person recording it must give the number.',
  'refusal.decision_date_missing': 'The decision has no date. The person recording it must give the date.',
  'refusal.decision_in_future':
    'The decision’s date {decidedOn} lies in the future. The person recording it must give the date on the paper.',
  'refusal.decision_before_last_change':
    'The decision’s date {decidedOn} lies before the last change of the work ({changedOn}). Nothing is back-dated; the person recording it must check the date.',

  'refusal.post_not_held':
    'On {decidedOn} nobody held the post {post} that registered the work. The organisation’s administrator has to record the holder, or the work leaves the list.',
  'refusal.issuer_not_above_unit':
    '{issuer} was not above {unit} in that unit’s own system on {decidedOn}. The competent body above has to assign the work.',
  'refusal.issuer_not_managing_post':
    '{issuer} did not manage the post {post} on {decidedOn}. The body that manages the post has to assign the work.',
  'refusal.post_not_head':
    '{issuer} assigns works to heads only, and {post} is no head. Take the work off the list, or let another body assign it.',
  'refusal.no_works_listed': 'The list holds no work. The person recording the decision must choose works.',
  'refusal.work_unknown':
    'There is no work with the code {code}. The person recording the decision must check the code.',
  'refusal.work_listed_twice':
    'The work {code} is listed twice. The person recording the decision must remove one line.',
  'refusal.work_of_other_programme':
    'The work {code} is not of the programme of {year}. The person recording the decision must remove this line.',

  'refusal.period_not_open': 'The period “{period}” opens on {opensOn}. The owner reports from then on.',
  'refusal.period_frozen':
    'The figures of the period “{period}” are frozen. The owner reports the change in the next period.',
  'refusal.period_before_assignment':
    'The data of the period “{period}” closed before the work was assigned ({assignedOn}). The owner chooses a later period.',
  'refusal.report_empty': 'The report has no content. The owner has to say what was done.',
  'refusal.report_in_future':
    'The report’s date {reportedOn} lies in the future. The owner has to give the true date.',
  'refusal.report_before_assignment':
    'The report’s date {reportedOn} lies before the assignment ({assignedOn}). The owner has to give the true date.',
  'refusal.report_superseded':
    'There is a newer correction of this report. Open the newest one and correct that.',
  'refusal.target_measured_live':
    'The target “{target}” is read from a live measure and cannot be typed. It moves when the real work does.',
  'refusal.target_takes_number': 'The target “{target}” takes a number. The owner has to give it.',
  'refusal.target_takes_done':
    'The target “{target}” has no number. The owner says done or not done, with a note.',
  'refusal.target_note_missing':
    'The target “{target}” is judged done or not done, so it needs a note. The owner has to write it.',
  'refusal.evidence_without_paper': 'The evidence has no file. The owner has to attach it.',
  'refusal.evidence_not_open':
    'The evidence is “{state}” and is not decided again. The owner may offer another piece in its place.',
  'refusal.recognition_incomplete': 'The recognition lacks: {part}. The owner has to complete it.',
  'refusal.recognition_in_future':
    'The recognition’s date {recognisedOn} lies in the future. The owner has to give the date on the paper.',
  'refusal.evidence_in_future':
    'The date of the evidence, {effectiveOn}, is still to come. Give the date on the paper.',
  'refusal.evidence_before_year':
    'The proof of {effectiveOn} is older than {year} and so meets no target of this work. The owner has to offer one of this year, or this paper without a target.',
  'refusal.recognition_before_year':
    'The recognition of {recognisedOn} is older than {year} and so no result of this work. The owner has to offer one of this year.',

  'refusal.final_value_missing': 'The target “{target}” has no final value. The owner has to report it.',
  'refusal.live_value_missing':
    'The live measure of the target “{target}” gives no value. The administrator has to check the measure.',
  'refusal.evidence_missing': 'The target “{target}” has no evidence. The owner has to offer it.',
  'refusal.recognition_missing':
    'The target “{target}” must be recognised ({authority}), and no recognition is there. The owner has to offer it.',
  'refusal.done_on_missing': 'The day on which the work was done is missing. The owner has to give it.',
  'refusal.done_on_in_future':
    'The day done, {doneOn}, lies in the future. The owner has to give the true day.',
  'refusal.done_before_assignment':
    'The day done, {doneOn}, lies before the assignment ({assignedOn}). The owner has to check it.',
  'refusal.own_unit_may_not_accept':
    'The registrant’s own unit may not judge its result. The assigning body has to.',
  'refusal.same_person_may_not_judge':
    'You, or the person you are acting for, submitted what is to be judged here. Another person entitled by {body} has to judge it.',
  'refusal.checker_may_not_accept':
    'You checked this work, so you may not accept its completion yourself. Another decider of {body} accepts it, or a rule of that body lets one person do both.',
  'refusal.registrant_may_not_accept':
    'Nobody judges the result of a work of their own. Somebody else of the assigning body has to.',
  'refusal.target_not_met':
    'Of the target “{target}”, {confirmed} is confirmed: it is not met. The owner carries on and offers evidence, or asks for an adjustment.',
  'refusal.target_not_done':
    'The target “{target}” is confirmed as not done. The owner carries on and offers evidence, or asks for an adjustment.',
  'refusal.target_not_confirmed':
    'The target “{target}” has no confirmed value. The assigning body has to decide on its evidence; the owner offers what is lacking.',

  'refusal.adjustment_empty':
    'The request changes nothing. The requester must give a new date or a new target.',
  'refusal.adjustment_pending':
    'A request of {askedOn} is waiting. The assigning body has to decide on it first.',
  'refusal.remind_not_in_force': 'Only works in force are reminded of; this one is in the state “{state}”.',
  'refusal.reminded_today':
    'This work was reminded of today. Once a day is enough; it can be done again tomorrow.',
  'refusal.adjustment_needs_force_majeure':
    'After {afterOn} only force majeure allows an adjustment. The requester must give a reason of that kind.',
  'refusal.adjusted_due_past': 'The new date {dueOn} is past. The requester must choose today or later.',

  'refusal.year_not_over':
    'The year is not over before {endsOn}. The assigning body records this result from then on.',
  'refusal.result_missing':
    'This year’s result is not recorded. The assigning body has to record it before carrying over.',
  'refusal.successor_missing':
    'No work of the next year continues this one. The assigning body has to make or choose it.',
  'refusal.successor_not_later':
    'The continuing work is of {year}, which is not later than this one. The assigning body has to choose a work of a later year.',
  'refusal.registrant_may_not_evaluate':
    'The assignee does not evaluate the own work. Another evaluator has to.',
  'refusal.evaluation_part_missing': 'The evaluation lacks: {part}. The evaluator has to give all four.',
  'refusal.exceeding_not_measurable':
    'No target can be measured as exceeded. To record it, the assigning body has to give its reasons.',
}
