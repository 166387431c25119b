export const messages: Readonly<Record<string, string>> = {
  'app.group_work': 'Work',
  'app.group_programme': 'Programme',
  'app.group_directory': 'Directory',
  'app.my_work': 'My work',
  'app.account': 'My account',
  'app.error_what_now': 'Go back to the page before, or to',
  'app.error_number': 'Number to quote to the administrator',
  'app.day_moved': 'The day of the demonstration was moved.',
  'app.day_title': 'Move the day of the demonstration',
  'app.day_lead': 'All figures and due dates are reckoned at this day. Only the demonstration can move it.',
  'app.day': 'Day',
  'app.day_move': 'Move',
  'refusal.not_a_demonstration':
    'Only the demonstration can move its day. A real system goes by the real date in Vietnam.',
  'refusal.day_out_of_range': 'The demonstration goes from 01/01/2021 to 31/12/2030.',
}
