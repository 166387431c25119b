import { messages as completion } from './messages/completion.en.ts'
import { messages as events } from './messages/events.en.ts'
import { messages as forms } from './messages/forms.en.ts'
import { messages as lists } from './messages/lists.en.ts'
import { messages as pages } from './messages/pages.en.ts'
import { messages as queries } from './messages/queries.en.ts'
import { messages as records } from './messages/records.en.ts'
import { messages as worklist } from './messages/worklist.en.ts'
import { refusals } from './rules/refusals.en.ts'
import { words } from './rules/words.en.ts'

export const messages: Readonly<Record<string, string>> = {
  ...refusals,
  ...words,
  ...forms,
  ...events,
  ...completion,
  ...pages,
  ...queries,
  ...worklist,
  ...records,
  ...lists,
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
}
