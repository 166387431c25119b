/** What the sending of events to other systems says. */
export const messages = {
  'webhooks.title': 'Events for other systems',
  'webhooks.lead':
    'Each address below is told of events that your post may see. The letters are signed and sent again until the receiver takes them.',
  'webhooks.open': 'Addresses that hear of events',
  'webhooks.create': 'Add an address',
  'webhooks.create_lead':
    'A letter says only what happened and where to read it, never what stands there. The receiver reads that through the API with a token of its own.',
  'webhooks.closed': 'No events leave this server yet',
  'webhooks.closed_help':
    'The server administrator has not allowed any receiving host (setting WEBHOOK_HOSTS). Ask them to add it.',
  'webhooks.list': 'Addresses',
  'webhooks.none': 'No address yet',
  'webhooks.none_help':
    'Once an address is added, another system learns at once what happened, without asking again and again.',
  'webhooks.one': 'Address that hears of events',
  'webhooks.url': 'Address',
  'webhooks.url_hint': 'Allowed hosts: {hosts}',
  'webhooks.state': 'State',
  'webhooks.created_at': 'Added',
  'webhooks.hears': 'Receiving',
  'webhooks.paused': 'Paused',
  'webhooks.paused_failing':
    'After many tries in three days this address still takes nothing. Check the receiving system, then resume: what could not be sent is sent again.',
  'webhooks.paused_gone':
    'The receiving system answered that the address is no longer in use (410). Resume if it is; otherwise remove it.',
  'webhooks.paused_post_gone':
    'The post in which this address was added is no longer held. Remove the address and add it again in today’s post.',
  'webhooks.paused_ones': 'Paused addresses',
  'webhooks.paused_ones_lead': 'The system at this address hears nothing until you act.',
  'webhooks.resume': 'Resume',
  'webhooks.ping': 'Send a trial letter',
  'webhooks.remove': 'Remove the address',
  'webhooks.remove_lead':
    'The address will receive nothing more, letters that wait are dropped and the signing secret is erased. This cannot be undone.',
  'webhooks.back': 'Back',
  'webhooks.events': 'Events',
  'webhooks.events_hint': 'Choose what to be told of. Only works that your post may see are spoken of.',
  'webhooks.event': 'Event',
  'webhooks.letters': 'Letters sent and waiting',
  'webhooks.letters_lead': 'Kept for 30 days. A letter may come more than once, always with the same id.',
  'webhooks.no_letters': 'No letter yet',
  'webhooks.no_letters_help':
    'When something happens, the letter stands here with the answer of the receiver.',
  'webhooks.letter_waiting': 'Waiting',
  'webhooks.letter_taken': 'Taken',
  'webhooks.letter_given_up': 'Not delivered',
  'webhooks.happened_at': 'At',
  'webhooks.answer': 'Answer',
  'webhooks.answered': 'Answered {status}',
  'webhooks.not_tried': 'Not sent yet',
  'webhooks.next_try': 'Tried {tries} times, again at {at}',
  'webhooks.trouble_host_not_allowed': 'This host is no longer allowed',
  'webhooks.trouble_address_not_allowed': 'The name leads to an address that is not allowed',
  'webhooks.trouble_unreachable': 'Could not be reached',
  'webhooks.trouble_certificate': 'The certificate of the host is not valid',
  'webhooks.trouble_secret_unreadable':
    'The signing secret cannot be read: the key of the server is another one',
  'webhooks.trouble_slow': 'No answer within 10 seconds',
  'webhooks.resend': 'Send again',
  'webhooks.secret': 'Signing secret',
  'webhooks.secret_once_help':
    'Copy it into the receiving system now. Anyone who has it can forge messages; if it is lost, remove the address and add it again.',
  'webhooks.created_told': 'The address was added.',
  'webhooks.created_lead':
    'With the secret below the receiver knows that a letter is really from this system.',
  'webhooks.removed_told': 'The address was removed.',
  'webhooks.resumed_told': 'The address receives again; what could not be sent is being sent.',
  'webhooks.pinged_told':
    'The trial letter is being sent. Load the page again in a few seconds to see the answer.',
  'webhooks.resent_told': 'The letter is being sent again.',
  'webhooks.event.ping': 'Trial letter',
  'refusal.webhook_own_post':
    'While acting for somebody else or reading in an emergency, no address can be added. Return to your own post.',
  'refusal.webhook_hosts_none':
    'The server may not send events anywhere yet. Ask the server administrator to set WEBHOOK_HOSTS.',
  'refusal.webhook_host_not_allowed':
    'Nothing may be sent to “{host}”. Use the https address of a host that the server administrator has allowed.',
  'refusal.webhook_url_password':
    'The address may not hold a user name or password. Leave out what stands before the @.',
  'refusal.webhook_events_none': 'No event is chosen. Choose at least one.',
  'refusal.webhook_too_many': 'An account has at most {most} addresses. Remove one that is not used.',
  'refusal.webhook_not_paused': 'This address is receiving; there is nothing to resume.',
  'refusal.webhook_paused': 'This address is paused. Resume it first.',
} as const
