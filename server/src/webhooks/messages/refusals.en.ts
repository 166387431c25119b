import type { messages as vietnamese } from './refusals.vi.ts'

/** Why an act on addresses for webhooks is refused, and what to do. */
export const messages: Readonly<Record<keyof typeof vietnamese, string>> = {
  'refusal.webhook_own_post':
    'You cannot add a webhook while acting for another person or using emergency access. Return to your own post.',
  'refusal.webhook_hosts_none':
    'The server is not allowed to send events anywhere yet. Ask the server administrator to set WEBHOOK_HOSTS.',
  'refusal.webhook_host_not_allowed':
    'Sending to “{host}” is not allowed. Use the https URL of a host that the server administrator has allowed.',
  'refusal.webhook_url_password':
    'The URL must not contain a user name or password. Remove the part before the @.',
  'refusal.webhook_events_none': 'No event is chosen. Choose at least one.',
  'refusal.webhook_too_many': 'An account has at most {most} webhooks. Remove one that is not used.',
  'refusal.webhook_not_paused': 'This webhook is active; there is nothing to resume.',
  'refusal.webhook_paused': 'This webhook is paused. Resume it first.',
}
