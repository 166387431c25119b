export const messages: Readonly<Record<string, string>> = {
  'help.title': 'Help',
  'help.lead':
    'Each part says what a page is for and how to use it. The question mark at the top of a page opens the part about that page.',
  'help.contents': 'Parts',
  'help.demo': 'The demo',
  'help.demo_text':
    'Change the date in the bar at the top: what happens until that day then takes place, up to {date}. Going back only shows the earlier day. A work that somebody has acted on no longer goes on by itself.',
  'help.keys': 'Keyboard',
  'help.keys_lead':
    'They work outside of input fields. “g, then …” means: press g, release it, then press the next key.',
  'help.key_search': 'Goes to the search field',
  'help.key_help': 'Opens the help for this page',
  'help.desk_key.k': 'On a desk: the previous item',
  'help.desk_key.j': 'On a desk: the next item',
  'help.desk_key.a': 'On a desk: accept, or all criteria met',
  'help.desk_key.x': 'On a desk: refuse',
  'help.desk_key.s': 'On a desk: save and go to the next item',
  'help.key_then': 'g, then {key}',
  'help.words': 'Words you will meet',
  'help.word_claimed': 'Claimed',
  'help.word_claimed_text':
    'What the owner reports. It has not been checked, so it does not count towards a target.',
  'help.word_confirmed': 'Confirmed',
  'help.word_confirmed_text':
    'Backed by evidence that the assigning body accepted. Only this decides whether a target is met.',
  'help.word_silent': 'Silent',
  'help.word_silent_text': 'The due date of a report has passed without a report.',
  'help.word_risk': 'At risk',
  'help.word_risk_text':
    'A milestone was missed, or the confirmed value is more than a tenth of the way behind the plan.',
  'help.word_kept': 'Promises kept',
  'help.word_kept_text':
    'The share of works that have fallen due which were done in time and accepted as complete.',

  'help.viec-cua-toi.title': 'My work',
  'help.viec-cua-toi.what': 'What waits for you in your current post, the most urgent first.',
  'help.viec-cua-toi.1':
    'Each number opens exactly the list it counts. The number in the menu counts urgent items.',
  'help.viec-cua-toi.2': 'If you hold several posts, switch at the top right; what waits follows the post.',
  'help.viec-cua-toi.3': '“News” shows what others decided and which comments mention you.',
  'help.viec-cua-toi.4': 'For an email each morning, go to Account · Daily email.',
}
