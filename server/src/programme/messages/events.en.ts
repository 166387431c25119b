/** What the events are called that machines outside may hear of. */
export const messages = {
  'webhooks.event.work.submitted': 'Registration submitted',
  'webhooks.event.work.added': 'Work added by a superior',
  'webhooks.event.work.reported': 'Progress reported',
  'webhooks.event.work.reminded': 'Owner reminded',
  'webhooks.event.work.suspended': 'Work suspended',
  'webhooks.event.work.resumed': 'Work resumed',
  'webhooks.event.work.completion_reported': 'Completion reported',
  'webhooks.event.work.completion_decided': 'Completion decided',
  'webhooks.event.adjustment.asked': 'Adjustment requested',
  'webhooks.event.adjustment.decided': 'Adjustment decided',
  'webhooks.event.evidence.offered': 'Evidence submitted',
  'webhooks.event.evidence.judged': 'Evidence judged',
  'webhooks.event.comment.added': 'New comment',
  'webhooks.event.decision.recorded': 'Decision of a body recorded',
}
