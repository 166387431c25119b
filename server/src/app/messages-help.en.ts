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

  'help.tong-quan.title': 'Overview of a programme',
  'help.tong-quan.what':
    'All breakthrough works of a year as of a day: registered, assigned, on course, late, finished.',
  'help.tong-quan.1': 'Press any number to open exactly the works it counts.',
  'help.tong-quan.2': 'Choose a day to see how things stood then; choose a unit to narrow down.',
  'help.tong-quan.3':
    'The table by unit puts the biggest debtor first; press a name to see what is below it.',
  'help.tong-quan.4':
    'Published totals stand beside the register; a deviation is printed, and neither is set to the other.',
  'help.tong-quan.5': 'Numbers count only what you may see.',

  'help.viec-dot-pha.title': 'Breakthrough works',
  'help.viec-dot-pha.what':
    'The list, one work with its promise, course and proof, and every form that acts on it.',
  'help.viec-dot-pha.1':
    'The address keeps the filter: send the address and you send the filter. A filter can be kept under a name and shared with your unit.',
  'help.viec-dot-pha.2':
    'Registering: the draft is kept while you type, and the page says at once what is missing. Only the owner can hand it in.',
  'help.viec-dot-pha.3': 'Report by period; a correction is a new version and the old one stays readable.',
  'help.viec-dot-pha.4':
    'Offer proof for each target. Only proof that the assigning body accepts counts as confirmed.',
  'help.viec-dot-pha.5': 'Ask for a later date or another target; the first promise stays in sight.',
  'help.viec-dot-pha.6':
    'Report completion when each target has its proof; one person checks, another accepts.',
  'help.viec-dot-pha.7': 'Talk about a work and call people by name under “Discussion”.',

  'help.tham-dinh.title': 'Appraisal',
  'help.tham-dinh.what':
    'Registrations that wait for an appraiser, who comes from outside the registrant’s unit.',
  'help.tham-dinh.1':
    'Open an appraisal to take it on; from then on the registration can no longer be withdrawn.',
  'help.tham-dinh.2':
    'Score by the criteria and conclude: propose approval, return with a date, or rejection, each with its reason.',
  'help.tham-dinh.3': 'The works of a unit and of its head stand side by side.',
  'help.tham-dinh.4':
    'Where a likeness is warned of, look at the other work, then say why it is none or return it.',

  'help.quyet-dinh.title': 'Decisions',
  'help.quyet-dinh.what': 'What a competent body decides: approve, return, reject, add, assign.',
  'help.quyet-dinh.1':
    'One decision may hold many works: all are recorded or none, and each that cannot be is named with its reason.',
  'help.quyet-dinh.2':
    'Type number, date and issuer as they stand on the paper; a number is used once a year.',
  'help.quyet-dinh.3': 'Works can be chosen in the list and sent on to a decision.',
  'help.quyet-dinh.4': 'The annex prints; the paper can be added later, never put in place of another.',

  'help.cai-dat.title': 'Settings of the programme',
  'help.cai-dat.what': 'Opening a year, themes, the registration time of each tier, policies of units.',
  'help.cai-dat.1': 'Open the year first, then set the registration time of each tier.',
  'help.cai-dat.2': 'The province’s themes are for all; a district adds content groups of its own.',
  'help.cai-dat.3': 'Another time loses nothing that was handed in.',

  'help.chi-so.title': 'Measures',
  'help.chi-so.what': 'Counted live from acts in the system. Nobody types a percentage.',
  'help.chi-so.1': 'Each ratio has a numerator, a denominator and exclusions; all three open their lists.',
  'help.chi-so.2': 'Choose day and unit to see that day’s and that unit’s value.',
  'help.chi-so.3': 'Where the denominator is 0 it says “nothing arose”, not 0% or 100%.',

  'help.can-cu.title': 'Guidance',
  'help.can-cu.what': 'From directive to proof: which paper led to which programme, theme and work.',
  'help.can-cu.1': 'Press a paper to see the works that carry it out.',
  'help.can-cu.2': 'On the page of a work the chain can be walked both ways.',

  'help.bai-bao.title': 'The article',
  'help.bai-bao.what': 'The source of the demonstration: each statement quoted beside the register.',
  'help.bai-bao.1': 'What the article does not say is marked “not stated”, never guessed.',
  'help.bai-bao.2': 'Everything added for illustration says so and can be left out of the counts.',

  'help.danh-ba.title': 'Units and posts',
  'help.danh-ba.what': 'Who is where, holds which post, managed by which body, as of a day.',
  'help.danh-ba.1': 'Look at an earlier day to see the name a unit had then and who held a post.',
  'help.danh-ba.2': 'Founding, renaming, moving and ending a unit need the effective date and the paper.',
  'help.danh-ba.3':
    'Take it out to Excel, edit, put it back: see each change and each bad cell first, then all is written or nothing.',
  'help.danh-ba.4': 'Rights go with the post: who leaves it has them no longer.',

  'help.tai-khoan-quan-tri.title': 'User accounts',
  'help.tai-khoan-quan-tri.what':
    'Making, closing and opening accounts; a new password; taking away a lost second step.',
  'help.tai-khoan-quan-tri.1': 'A new password is shown once; hand it over in person and let it be changed.',
  'help.tai-khoan-quan-tri.2': 'Closing an account ends all its sessions.',
  'help.tai-khoan-quan-tri.3': 'An administrator reads nobody’s proof or evaluation.',

  'help.vai-tro.title': 'Roles',
  'help.vai-tro.what': 'Which post may do what, over which units, from which day to which.',
  'help.vai-tro.1': 'A role is given to a post, not to a person.',
  'help.vai-tro.2': 'Nobody gives himself a role: another administrator has to.',
  'help.vai-tro.3': 'Taking one back works at once; its history stays.',

  'help.xac-nhan-quyen.title': 'Confirm access',
  'help.xac-nhan-quyen.what':
    'Accounts, passwords, appointments and roles given by one administrator take effect only when somebody else confirms them.',
  'help.xac-nhan-quyen.1': 'Open each waiting line: who gave it, to whom, and what it opens.',
  'help.xac-nhan-quyen.2': 'Ask the person concerned, then confirm, or refuse with a reason.',
  'help.xac-nhan-quyen.3': 'Hand over the activation code in person: it is shown once.',
  'help.nhat-ky.title': 'Record of acts',
  'help.nhat-ky.what': 'Who did what, when, on whose behalf; refused acts too.',
  'help.nhat-ky.1': 'Filter by person, act, object and time. The search itself is recorded.',
  'help.nhat-ky.2': 'The record is sealed by chained hashes: a change, a removal or an insertion is found.',
  'help.nhat-ky.3': 'Contents are erased only by a decision, and the trace of it stays.',

  'help.tai-khoan.title': 'My account',
  'help.tai-khoan.what': 'Your posts and rights, password, second step, and where you are signed in.',
  'help.tai-khoan.1':
    'If you see a computer you do not know among the open sessions, end it and change your password.',
  'help.tai-khoan.2': 'Set up an authenticator or a passkey; keep the recovery codes in another place.',
  'help.tai-khoan.3': 'A token for a machine is shown once, when it is made.',
  'help.tai-khoan.4': 'Choose language, light or dark.',
  'help.tai-khoan.5':
    'Before assigning, deciding or accepting you may be asked for your password again; what you typed stays.',
  'help.xem-khan.title': 'Emergency reading',
  'help.xem-khan.what':
    'Opens a work outside of your scope for some minutes, with a reason and the consent of a second person.',
  'help.xem-khan.1':
    'Whoever asks names the work and the reason; somebody else, in another role, agrees or refuses.',
  'help.xem-khan.2':
    'Only the work that was named can be read, until the minutes are over; each page that was read is recorded.',
  'help.xem-khan.3': 'The owner of the work is told that it was read, by whom and why.',
  'help.bao-mat.title': 'Spills of secrets',
  'help.bao-mat.what': 'When something secret has come in: stop, isolate, erase by a decision.',
  'help.bao-mat.1': 'Isolate first: from then on nobody sees it, not even who typed it.',
  'help.bao-mat.2': 'Copy the content nowhere, and send no pictures of the screen.',
  'help.bao-mat.3':
    'Erasing needs a decision; what stays is that there was a spill. Backups are cleaned as the operations guide says.',
}
