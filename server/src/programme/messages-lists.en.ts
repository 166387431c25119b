import type { messages as vietnamese } from './messages-lists.vi.ts'

export const messages: Readonly<Record<keyof typeof vietnamese, string>> = {
  'programme.policy.title': 'Rules of the committees’ own',
  'programme.policy.lead':
    'By default one person checks the result and another accepts the completion. A written rule of the assigning body may let one person do both, from a day on.',
  'programme.policy.add': 'Record a rule',
  'programme.policy.none': 'No rule of their own',
  'programme.policy.none_text': 'Checking and accepting a completion is always done by two people.',
  'programme.policy.from': 'From',
  'programme.policy.says': 'What it says',
  'programme.policy.document': 'Paper',
  'programme.policy.document_hint': 'Number, date and name, such as: Rule 05-QC/HU of 10/01/2022.',
  'programme.policy.one_person_completion.yes': 'One person may both check and accept a completion',
  'programme.policy.one_person_completion.no': 'Two people check and accept a completion',
  'programme.told.policy_recorded': 'The rule is recorded.',
  'programme.add_file.title': 'Add the paper',
  'programme.add_file.lead':
    '{title}: recorded before its file was at hand. A file that is added is a fact of its own, with its own day, and replaces none.',
  'programme.add_file.file': 'Paper',
  'programme.add_file.act': 'Add the file',
  'programme.add_file.added': 'added {date}',
  'programme.told.file_added': 'The file is added.',
  'refusal.file_already_there':
    'There is a file already. It is not replaced; where another is needed, offer new proof or record a new decision.',
  'refusal.evidence_closed': 'This piece was refused or replaced. Offer a new one.',
  'refusal.paper_missing': 'No file was chosen. Choose the file of the paper.',
}
