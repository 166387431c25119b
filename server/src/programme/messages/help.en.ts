export const messages: Readonly<Record<string, string>> = {
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
}
