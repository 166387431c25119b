import type { messages as vietnamese } from './refusals.vi.ts'

/** Why an act of the programme is refused beyond its rules, and what to do. */
export const messages: Readonly<Record<keyof typeof vietnamese, string>> = {
  'refusal.no_post':
    'You hold no post that is in force, so this is not possible. Ask the administrator of the directory.',
  'refusal.post_not_held_today':
    'No one holds the post “{post}” of this registration today. Choose a person who holds it.',
  'refusal.continued_work_unknown':
    'No work has the code “{code}” to be continued. Check the code, or leave it empty and tick “continued, not linked yet”.',
  'refusal.theme_of_other_year': 'This theme does not belong to the programme of that year. Choose again.',
  'refusal.content_group_of_other_year':
    'A content group does not belong to the programme of that year. Choose again.',
  'refusal.unit_unknown': 'A supporting unit was not found. Choose from the list.',
  'refusal.measure_unknown': 'There is no live measure “{key}”. Choose from the list of measures.',
  'refusal.effective_before_last_change':
    'The date {effectiveOn} is before the work’s last change ({changedOn}). Dates cannot be backdated; give the date on the document.',
  'refusal.decision_refused':
    'The decision was not recorded: {count} works do not qualify, listed below. No work was assigned or approved.',
  'refusal.issuer_not_yours':
    'The post you act in is not allowed to record decisions of “{issuer}”. Choose the right issuing body.',
  'refusal.work_not_yours_to_decide': 'This body cannot decide on work {code}.',
  'refusal.decision_number_taken':
    'Decision number “{number}” of “{issuer}” is already recorded for that year. Check number and date.',
  'refusal.duplicate_warning_unknown': 'There is no open duplicate warning with “{code}” any more.',
  'refusal.target_unknown': 'This target does not belong to the work being reported. Open the page again.',
  'refusal.step_unknown': 'This step does not belong to the work being reported. Open the page again.',
  'refusal.step_done_after_report':
    'The step’s date ({doneOn}) is after the report’s. Correct one of the two.',
  'refusal.start_in_future': 'The start date {startedOn} is in the future. Give the date on which it began.',
  'refusal.completion_not_checked':
    'The monitor (the Office) has not checked it yet. A check is needed before the completion is accepted.',
  'refusal.completion_already_checked':
    'This report of completion has been checked. What was written stays; the assigning body decides next.',
  'refusal.no_adjustment_pending':
    'No adjustment request is pending. Someone else may have decided it; open the page of the work again.',
  'refusal.owner_missing':
    'The owner of the work is missing. The person recording the decision chooses the unit or the post holder.',
  'refusal.programme_exists': 'The programme of {year} is already open. Open the settings of that year.',
  'refusal.window_reversed': 'Registration closes before it opens. Correct one of the two dates.',
  'refusal.window_outside_year': 'Registration begins and ends in {year} or in the year before.',
  'refusal.file_already_there':
    'There is a file already, and it cannot be replaced; if another is needed, submit new evidence or record a new decision.',
  'refusal.evidence_closed': 'This piece was refused or replaced. Submit a new one.',
  'refusal.paper_missing': 'No file was chosen. Choose the file of the document.',
  'refusal.filter_unknown':
    'The filter contains “{value}”, which does not exist. Check the year, the unit or the content group.',
  'refusal.export_too_long':
    'The list has {count} works, more than {most}, and was not exported. Filter by unit, tier or theme and export it in parts.',
  'refusal.decision_file_closed':
    'The document also names works that the post you act in is not allowed to see, so its file is not available. The part you can see can be printed as its annex.',
  'refusal.unit_has_works':
    '“{name}” still has {count} unfinished breakthrough works. First complete or withdraw them, or have a decision reject or remove them.',
}
