export const messages: Readonly<Record<string, string>> = {
  'help.title': 'Help',
  'help.lead':
    'Each part says what a page is for and how to use it. The question mark at the head of a page opens the part of that page.',
  'help.contents': 'Parts',
  'help.keys': 'Keyboard',
  'help.keys_lead':
    'Press them outside of a field. “g, then …” means: press g, let go, then press the next key.',
  'help.key_search': 'Goes to the search field',
  'help.key_help': 'Opens the help for this page',
  'help.key_then': 'g, then {key}',
  'help.words': 'Words you will meet',
  'help.word_claimed': 'Claimed',
  'help.word_claimed_text': 'What the owner reports. Nobody has checked it, so it meets no target.',
  'help.word_confirmed': 'Confirmed',
  'help.word_confirmed_text':
    'Rests on proof that the assigning body accepted. Only this decides whether a target is met.',
  'help.word_silent': 'Silent',
  'help.word_silent_text': 'The due date of a report has passed without it.',
  'help.word_risk': 'At risk',
  'help.word_risk_text':
    'A milestone was missed, or the confirmed value lies more than a tenth of the way behind the plan.',
  'help.word_kept': 'Promises kept',
  'help.word_kept_text': 'Of the works that have fallen due, those accepted as complete and done in time.',

  'help.viec-cua-toi.title': 'My work',
  'help.viec-cua-toi.what': 'What waits for you in the post in which you act, the most pressing first.',
  'help.viec-cua-toi.1':
    'Each number opens exactly the list it counts. The number in the menu is what presses now.',
  'help.viec-cua-toi.2': 'If you hold several posts, switch at the top right; what waits follows the post.',
  'help.viec-cua-toi.3': '“News” tells what others decided and which comments call you.',
  'help.viec-cua-toi.4': 'For a letter each morning, go to Account · Morning letter.',
}
