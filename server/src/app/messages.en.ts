import { messages as help } from './messages-help.en.ts'

export const messages: Readonly<Record<string, string>> = {
  ...help,
  'app.group_work': 'Work',
  'app.my_work': 'My work',
  'app.my_work_of': 'Welcome, {name}',
  'app.my_work_pressing':
    '{count} items to deal with, as the number in the menu says. One work can be in several groups.',
  'app.my_work_no_post': 'You hold no post today: please ask the administrator of the directory.',
  'app.nothing_waits': 'Nothing waits for you',
  'app.nothing_waits_text': 'Returned works, due dates and tasks that wait for you are shown on this page.',
  'app.see_works': 'See the works',
  'app.see_all': 'See all {total}',
  'app.see_list': '{total} in the list',
  'app.see_all_of': '{total} {label}',
  'app.waits_days': 'for {days} days',
  'app.waits_today': 'since today',
  'app.unread': 'unread',
  'app.search': 'Search',
  'app.search_of': 'Search for “{text}”',
  'app.search_words': 'Words to look for',
  'app.search_hint':
    'A few words of a work, a unit, a person, a decision number, or what you want to do; accents are optional',
  'app.search_lists': 'Number in each list',
  'app.search_near': 'Close matches',
  'app.search_near_text': 'One letter differs, or some of the words are missing.',
  'app.search_near_only':
    'Nothing has all the words “{text}”. In these, one letter differs or some of the words are missing.',
  'app.search_empty': 'Type a few letters',
  'app.search_short': 'Type at least one more letter',
  'app.search_empty_text':
    'Such as part of a title, a code, the name of a district, a department or a person.',
  'app.search_none': '“{text}” was not found',
  'app.search_none_text': 'Try fewer letters, or leave the accents out. Only what you can see is searched.',
  'app.in_stead': 'for {lender} – {post}',
  'app.stand_ins': 'Standing in',
  'app.account': 'My account',
  'app.error_number': 'Number to quote to the administrator',
  'app.day_moved': 'The date of the demo was changed.',
  'app.day_title': 'Change the date of the demo',
  'app.day_lead': 'All figures and due dates are computed as of this date. Only the demo can change it.',
  'app.day': 'Day',
  'app.day_move': 'Change',
  'refusal.not_a_demonstration':
    'Only the demo can change its date. A real system uses the real date in Vietnam.',
  'refusal.day_out_of_range': 'The demo covers 01/01/2021 to 31/12/2030.',
  'app.stopped.title': 'Rejected: the content has a secrecy marking',
  'app.stopped.todo': 'What to do now',
  'app.stopped.close':
    'Do not send it again, and do not copy it anywhere else in the system. Close this tab; delete it from this computer if that is connected to a network.',
  'app.stopped.tell': 'Inform the secrecy officer of your unit at once, even though it was rejected.',
  'app.stopped.register':
    'If it is a secret document: register and handle it in the separate register, or in the separate offline system, as the law on state secrets requires.',
  'app.stopped.mistaken':
    'If it is not: rewrite it so that the word of a level does not stand alone like a stamp (in a heading, in a file name), and send it again.',
  'app.stopped.kept':
    'Only this is recorded: who, when, in which form and field, for which unit, and that it was rejected. No text and no file is stored.',
  'app.digest_subject': 'Đột Phá: {total} things wait for you on {date}',
  'app.digest_greeting': 'Dear {name},',
  'app.digest_due': 'due {date}',
  'app.digest_why':
    'You get this email because you chose it under “Account · Daily email”; turn it off there.',
}
