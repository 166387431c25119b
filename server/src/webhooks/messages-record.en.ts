/** What the record calls the acts and things of this slice. */
export const messages: Readonly<Record<string, string>> = {
  'act.webhook.create': 'Added a webhook',
  'act.webhook.pause': 'Paused a webhook',
  'act.webhook.ping': 'Sent a test message',
  'act.webhook.remove': 'Removed a webhook',
  'act.webhook.resend': 'Sent a message of a webhook again',
  'act.webhook.unpause': 'Resumed a webhook',
  'recorded.webhook': 'Webhook',
}
