/** What the record calls the acts and things of this slice. */
export const messages: Readonly<Record<string, string>> = {
  'act.webhook.create': 'Added an address for events',
  'act.webhook.pause': 'Paused an address for events',
  'act.webhook.ping': 'Sent a trial letter',
  'act.webhook.remove': 'Removed an address for events',
  'act.webhook.resend': 'Sent a letter of an event again',
  'act.webhook.unpause': 'Resumed an address for events',
  'recorded.webhook': 'Address for events',
}
