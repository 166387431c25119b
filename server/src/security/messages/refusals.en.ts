import type { messages as vietnamese } from './refusals.vi.ts'

/** Why an act on the record or on spills is refused, and what to do. */
export const messages: Readonly<Record<keyof typeof vietnamese, string>> = {
  'refusal.fault_acknowledged': 'Someone has already acknowledged this fault.',
  'refusal.fault_not_acknowledged': 'No one has acknowledged this fault yet.',
  'refusal.fault_confirmed': 'Two people have already acknowledged this fault.',
  'refusal.same_person_may_not_confirm':
    'The person who acknowledged it cannot also confirm it, not even on behalf of another person.',
  'refusal.content_erased': 'The content of this entry has already been erased.',
  'refusal.decision_stays': 'This entry records a decision to erase: its content stays.',
  'refusal.erasure_in_future': 'The day of the decision must not be after today.',
  'refusal.record_too_long':
    'There are more than {most} entries. Choose fewer days or add a condition, and download in parts.',
  'refusal.spill_known': 'This content has already been isolated.',
  'refusal.spill_not_found':
    'There is no work or file at this address within your scope. Copy the address of the work or of the file.',
  'refusal.spill_erased': 'This content has been erased already.',
}
