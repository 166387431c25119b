/** What the pages of completion and adjustment say. */
export const messages: Readonly<Record<string, string>> = {
  'refusal.completion_already_checked':
    'This report of completion has been checked. What was written stays; the assigning body decides next.',
  'programme.told.completion_reported':
    'Completion is reported. The work waits for its check and acceptance.',
  'programme.completion.title': 'Report completion',
  'programme.completion.lead':
    'Every target needs its final value, its evidence and, where that was promised, its recognition.',
  'programme.completion.readiness': 'What is there and what is missing, by target',
  'programme.completion.readiness_lead': '{ready} of {count} targets have all they need',
  'programme.completion.promised': 'Promised',
  'programme.completion.missing': 'Missing',
  'programme.completion.enough': 'Complete',
  'programme.completion.live': 'Live measure',
  'programme.completion.no_papers': 'none yet',
  'programme.completion.papers': '{count} pieces of evidence',
  'programme.completion.recognitions': 'recognitions among them: {count}',
  'programme.completion.to_report': 'Report the result',
  'programme.completion.to_evidence': 'Offer evidence',
  'programme.completion.to_recognition': 'Offer the recognition',
  'programme.completion.done_on': 'Day on which it was done',
  'programme.completion.done_on_hint':
    'The day on which the work itself was done, not that of its recognition. Due: {due}.',
  'programme.completion.content': 'What was done',
  'programme.completion.content_hint':
    'The result beside what was promised, where its product is, who uses it. Nothing secret.',
  'programme.completion.act': 'Report completion',
  'programme.completion.closed': '{count} targets still lack something, named above.',
  'programme.completion.note': 'The monitor checks it next, then {body} accepts.',
}
