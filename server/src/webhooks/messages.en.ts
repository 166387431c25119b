import { messages as refusals } from './messages/refusals.en.ts'
/** What the sending of events to other systems says. */
export const messages = {
  ...refusals,
  'webhooks.title': 'Events for other systems',
  'webhooks.lead':
    'Each webhook below receives the events that your post is allowed to see. Messages are signed and retried until the receiver accepts them.',
  'webhooks.open': 'Webhooks',
  'webhooks.create': 'Add a webhook',
  'webhooks.create_lead':
    'A message says only what happened and where to read it, without any content. The receiver reads that through the API with its own token.',
  'webhooks.closed': 'No events leave this server yet',
  'webhooks.closed_help':
    'The server administrator has not allowed any receiving host (setting WEBHOOK_HOSTS). Ask them to add it.',
  'webhooks.list': 'Webhooks',
  'webhooks.none': 'No webhook yet',
  'webhooks.none_help': 'With a webhook, another system is notified at once and does not need to poll.',
  'webhooks.one': 'Webhook',
  'webhooks.url': 'URL',
  'webhooks.url_hint': 'Allowed hosts: {hosts}',
  'webhooks.state': 'State',
  'webhooks.created_at': 'Added',
  'webhooks.hears': 'Receiving',
  'webhooks.paused': 'Paused',
  'webhooks.paused_failing':
    'Many attempts over three days have failed. Check the receiving system, then resume: undelivered messages are sent again.',
  'webhooks.paused_gone':
    'The receiving system answered that this URL is no longer in use (410). Resume if it is; otherwise remove it.',
  'webhooks.paused_post_gone':
    'You no longer hold the post in which this webhook was added. Remove it and add it again in your current post.',
  'webhooks.paused_ones': 'Paused webhooks',
  'webhooks.paused_ones_lead': 'The receiving system gets no events until you act.',
  'webhooks.resume': 'Resume',
  'webhooks.ping': 'Send a test message',
  'webhooks.remove': 'Remove the webhook',
  'webhooks.remove_lead':
    'The URL will receive nothing more, pending messages are dropped and the signing secret is erased. This cannot be undone.',
  'webhooks.back': 'Back',
  'webhooks.events': 'Events',
  'webhooks.events_hint':
    'Choose the events to receive. Only works that your post is allowed to see are included.',
  'webhooks.event': 'Event',
  'webhooks.letters': 'Sent and pending messages',
  'webhooks.letters_lead': 'Kept for 30 days. A message can arrive more than once, always with the same id.',
  'webhooks.no_letters': 'No message yet',
  'webhooks.no_letters_help':
    'When something happens, the message appears here with the receiver’s response.',
  'webhooks.letter_waiting': 'Pending',
  'webhooks.letter_taken': 'Delivered',
  'webhooks.letter_given_up': 'Not delivered',
  'webhooks.happened_at': 'At',
  'webhooks.answer': 'Response',
  'webhooks.answered': 'Answered {status}',
  'webhooks.not_tried': 'Not sent yet',
  'webhooks.next_try': 'Tried {tries} times, again at {at}',
  'webhooks.trouble_host_not_allowed': 'This host is no longer allowed',
  'webhooks.trouble_address_not_allowed': 'The name resolves to an IP address that is not allowed',
  'webhooks.trouble_unreachable': 'Could not be reached',
  'webhooks.trouble_certificate': 'The certificate of the host is not valid',
  'webhooks.trouble_secret_unreadable':
    'The signing secret cannot be decrypted: the server’s key has changed',
  'webhooks.trouble_slow': 'No answer within 10 seconds',
  'webhooks.resend': 'Send again',
  'webhooks.secret': 'Signing secret',
  'webhooks.secret_once_help':
    'Copy it into the receiving system now. Anyone who has it can forge messages; if it is lost, remove the webhook and add it again.',
  'webhooks.created_told': 'The webhook was added.',
  'webhooks.created_lead':
    'With the secret below the receiver can verify that a message is really from this system.',
  'webhooks.removed_told': 'The webhook was removed.',
  'webhooks.resumed_told': 'The webhook is active again; undelivered messages are being sent.',
  'webhooks.pinged_told':
    'The test message is being sent. Reload the page in a few seconds to see the response.',
  'webhooks.resent_told': 'The message is being sent again.',
  'webhooks.event.ping': 'Test message',
} as const
