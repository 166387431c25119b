/** What the writing pages of the programme say, and what their acts refuse. */
export const messages: Readonly<Record<string, string>> = {
  'refusal.no_adjustment_pending':
    'No request for an adjustment is waiting. Somebody else may have decided it; open the page of the work again.',
  'refusal.owner_missing':
    'It is not said whose work it is. Whoever records the decision chooses the unit or the post holder.',
  'refusal.programme_exists': 'The programme of {year} is open already. Open the settings of that year.',
  'refusal.window_reversed': 'Registration closes before it opens. Mend one of the two dates.',
  'refusal.window_outside_year': 'Registration begins and ends in {year} or in the year before.',
}
