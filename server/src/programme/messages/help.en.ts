export const messages: Readonly<Record<string, string>> = {
  'help.tong-quan.title': 'Overview of a programme',
  'help.tong-quan.what':
    'All breakthrough works of a year as of a day: registered, assigned, on course, late, finished.',
  'help.tong-quan.1': 'Press any number to open exactly the works it counts.',
  'help.tong-quan.2': 'Choose a date to see the figures of that day; choose a unit to see only its works.',
  'help.tong-quan.3':
    'The table by unit shows the units with the most overdue works first; press a name to see the units below it.',
  'help.tong-quan.4':
    'Published totals are shown next to the register; differences are shown, and neither number is adjusted.',
  'help.tong-quan.5': 'Numbers count only what you can see.',

  'help.viec-dot-pha.title': 'Breakthrough works',
  'help.viec-dot-pha.what':
    'The list, the page of each work with its promise, progress and evidence, and every form for it.',
  'help.viec-dot-pha.1':
    'The URL contains the filter: send the URL to share the filter. You can save a filter under a name and share it with your unit.',
  'help.viec-dot-pha.2':
    'Registration: the draft is saved while you type, and the page shows at once what is missing. Only the owner can submit it.',
  'help.viec-dot-pha.3': 'Report by period; a correction is a new version and the old one stays visible.',
  'help.viec-dot-pha.4':
    'Submit evidence for each target. Only evidence that the assigning body accepts counts as confirmed.',
  'help.viec-dot-pha.5': 'Request a later date or another target; the first promise stays visible.',
  'help.viec-dot-pha.6':
    'Report completion when each target has its evidence; one person checks, another accepts.',
  'help.viec-dot-pha.7': 'Comment on a work and mention people by name under “Discussion”.',

  'help.tham-dinh.title': 'Appraisal',
  'help.tham-dinh.what':
    'Registrations that wait for an appraiser, who comes from outside the registrant’s unit.',
  'help.tham-dinh.1':
    'Open an appraisal to take it on; from then on the registration can no longer be withdrawn.',
  'help.tham-dinh.2':
    'Score by the criteria and conclude: propose approval, return with a date, or rejection, each with its reason.',
  'help.tham-dinh.3': 'The works of a unit and of its head are shown side by side.',
  'help.tham-dinh.4':
    'If there is a duplicate warning, look at the other work, then explain why it is not a duplicate, or return it.',

  'help.quyet-dinh.title': 'Decisions',
  'help.quyet-dinh.what': 'What a competent body decides: approve, return, reject, add, assign.',
  'help.quyet-dinh.1':
    'One decision can cover many works: all are recorded or none, and each work that cannot be recorded is listed with its reason.',
  'help.quyet-dinh.2': 'Enter number, date and issuer as on the document; a number can be used once a year.',
  'help.quyet-dinh.3': 'Works can be selected in the list and added to a decision.',
  'help.quyet-dinh.4': 'The annex can be printed; the document can be added later, but never replaced.',

  'help.cai-dat.title': 'Settings of the programme',
  'help.cai-dat.what': 'Opening a year, themes, the registration time of each tier, policies of units.',
  'help.cai-dat.1': 'Open the year first, then set the registration time of each tier.',
  'help.cai-dat.2': 'The province’s themes apply to everyone; a district can add its own content groups.',
  'help.cai-dat.3': 'Changing a registration period does not lose anything that was submitted.',

  'help.chi-so.title': 'Measures',
  'help.chi-so.what': 'Computed live from acts in the system, never typed.',
  'help.chi-so.1': 'Each ratio has a numerator, a denominator and exclusions; all three open their lists.',
  'help.chi-so.2': 'Choose a date and a unit to see their value.',
  'help.chi-so.3': 'If the denominator is 0, it says “nothing fell due”, not 0% or 100%.',

  'help.can-cu.title': 'Guidance',
  'help.can-cu.what': 'From directive to evidence: which document led to which programme, theme and work.',
  'help.can-cu.1': 'Press a document to see the works that carry it out.',
  'help.can-cu.2': 'On the page of a work the chain can be followed both ways.',

  'help.bai-bao.title': 'The article',
  'help.bai-bao.what': 'The source of the demo: each statement quoted next to the register.',
  'help.bai-bao.1': 'Facts that the article does not state are marked “not stated”, never guessed.',
  'help.bai-bao.2': 'Everything added for illustration is marked and can be excluded from the counts.',
}
