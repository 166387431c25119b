/** The words of lists, figures and claims. */
export const messages: Readonly<Record<string, string>> = {
  'refusal.filter_unknown':
    'The filter names “{value}”, which does not exist. Check the year, the unit or the content group.',
  'claim.partial': 'only a part can be seen',
  'programme.measured_work': '{owner} · due {dueOn}',
}
