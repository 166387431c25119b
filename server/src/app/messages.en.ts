import { messages as help } from './messages-help.en.ts'

export const messages: Readonly<Record<string, string>> = {
  ...help,
  'app.group_work': 'Work',
  'app.my_work': 'My work',
  'app.my_work_of': 'Welcome, {name}',
  'app.my_work_no_post': 'No post is held today: please ask the administrator of the directory.',
  'app.nothing_waits': 'Nothing waits for you',
  'app.nothing_waits_text': 'What is returned, falls due or waits for your act is shown on this page.',
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
  'app.search_hint': 'Title or code of a work, a unit, a holder of a post; accents do not matter',
  'app.search_total': '{total} found among what you may see',
  'app.search_all': 'See all {total}',
  'app.search_list': 'Open the list of {total}',
  'app.search_empty': 'Type a few letters',
  'app.search_short': 'Type at least one more letter',
  'app.search_empty_text':
    'Such as part of a title, a code, the name of a district, a department or a person.',
  'app.search_none': '“{text}” was not found',
  'app.search_none_text': 'Try fewer letters, or leave the accents out. Only what you may see is searched.',
  'app.in_stead': 'for {lender} – {post}',
  'app.stand_ins': 'Standing in',
  'app.account': 'My account',
  'app.error_number': 'Number to quote to the administrator',
  'app.day_moved': 'The day of the demonstration was moved.',
  'app.day_title': 'Move the day of the demonstration',
  'app.day_lead': 'All figures and due dates are reckoned at this day. Only the demonstration can move it.',
  'app.day': 'Day',
  'app.day_move': 'Move',
  'refusal.not_a_demonstration':
    'Only the demonstration can move its day. A real system goes by the real date in Vietnam.',
  'refusal.day_out_of_range': 'The demonstration goes from 01/01/2021 to 31/12/2030.',
  'app.stopped.title': 'Stopped: the content bears a mark of secrecy',
  'app.stopped.todo': 'What to do now',
  'app.stopped.close':
    'Do not send it again, and copy it nowhere else in the system. Close this tab; delete what is left of it on this computer if that is connected to a network.',
  'app.stopped.tell': 'Tell the secrecy officer of your unit at once, even though it was stopped.',
  'app.stopped.register':
    'If it is a secret paper: register and handle it in the separate book, or the separate system without a network, as the law on state secrets says.',
  'app.stopped.mistaken':
    'If it is none: write it so that the word of a level does not stand alone as a stamp does (in a heading, in the name of a file), and send it again.',
  'app.stopped.kept':
    'All that is recorded: who, when, in which form and field, for which unit, and that it was stopped. No word and no file is kept.',
  'app.digest_subject': 'Đột Phá: {total} things wait for you on {date}',
  'app.digest_greeting': 'Dear {name},',
  'app.digest_due': 'due {date}',
  'app.digest_why':
    'You get this letter because you chose it under “Account · Morning letter”; turn it off there.',
}
