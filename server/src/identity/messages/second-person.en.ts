import type { messages as vietnamese } from './second-person.vi.ts'

export const messages: Record<keyof typeof vietnamese, string> = {
  'identity.confirmations': 'Confirm access',
  'identity.confirmations_lead':
    'What one person does alone (open an account, set a password, appoint, grant a right) has no effect until a second person confirms it. Confirm only what you know to be right. A new account also needs an activation code, which you give to its owner yourself.',
  'identity.no_confirmation': 'Nothing waits for confirmation',
  'identity.no_confirmation_help':
    'When someone within your scope is given an account, a post or a right, that person appears here.',
  'identity.confirm': 'Confirm the selected',
  'identity.confirm_whom': 'People waiting for confirmation',
  'identity.confirm_what': 'What waits',
  'identity.access_confirmed': 'Confirmed',
  'identity.activation_codes': 'Activation codes',
  'identity.activation_codes_lead':
    'Confirmed. Hand each code to its owner yourself, not through the person who opened the account. The owner signs in, opens “Activate account” and enters the code within {days} days.',
  'identity.activation_code': 'Activation code',
  'identity.activation_letters_bar':
    '{count} letters with activation codes. Print them now and hand them over in person, not through the person who opened the accounts: once this page is closed the codes cannot be shown again.',
  'identity.confirmed_without_code': 'Confirmed, no code needed: {people}',
  'identity.activation_letter_title': 'Activation code',
  'identity.activation_letter_intro':
    'Your account in Đột Phá has been confirmed. The code below proves that it is you who uses it.',
  'identity.activation_letter_how':
    'Sign in with the password you have, open “Activate account”, enter the code and choose a new password that only you know. The code expires after {days} days.',
  'identity.activation_letter_care':
    'Do not give the code to anyone, not even an administrator. If this letter was opened or the account is not yours, tell the person who handed you this letter at once.',
  'identity.no_code_needed': 'No code needed',
  'identity.code_given': 'Code issued, waiting for the owner to enter it before {until} ({by})',
  'identity.waits_for_second': 'Waiting for a second person',
  'identity.waits_for_second_help':
    'What is listed below has no effect yet. An inspector, a decider or another administrator above, or the head of the unit, can confirm it; the person who did it cannot.',
  'identity.thing_created': 'Account opened',
  'identity.thing_password': 'Password set',
  'identity.thing_factors': 'Second step removed',
  'identity.thing_outside': 'Linked to the external identity {what}',
  'identity.thing_holding': 'Holds the post {what}, {unit}',
  'identity.thing_grant': 'Right “{role}” over {unit} ({what})',
  'identity.thing_lending': 'Stands in for the post {what}',
  'identity.thing_by': '{by}, {at}',
  'identity.activate': 'Activate account',
  'identity.activate_lead':
    'Someone else opened or reset this account, so it has no rights yet. Enter the code that the confirming person (not the one who opened the account) gave you, and choose a new password that only you know. All other sessions end.',
  'identity.activate_hint': 'Four groups of four characters.',
  'identity.activated': 'The account is active; your other sessions have ended',
  'identity.activate_nothing': 'This account does not wait for activation.',
  'identity.account_waits': 'Your rights wait for a second person',
  'identity.account_waits_help':
    'Someone else opened or reset your account. Enter your activation code here; if you have none yet, ask the head of your unit or the inspector.',
  'identity.notice_account_opened': '{by} opened this account.',
  'identity.notice_password_set': '{by} set another password for this account.',
  'identity.notice_outside_linked': '{by} linked this account to the external identity “{subject}”.',
  'identity.notice_post_given': '{by} appointed you to the post {post}.',
  'identity.notice_right_given': '{by} gave your post {post} another right.',
  'identity.notice_access_confirmed': '{by} confirmed your access.',
  'identity.notice_seen_account_opened': '{by} opened the account “{username}” for {person}.',
  'identity.notice_seen_accounts_opened': '{by} opened {count} accounts at once.',
  'identity.notice_seen_password_set': '{by} set another password for the account “{username}” of {person}.',
  'identity.notice_seen_factors_removed':
    '{by} removed the second step of the account “{username}” of {person}.',
  'identity.notice_seen_outside_linked':
    '{by} linked the account “{username}” of {person} to the external identity “{subject}”.',
  'identity.notice_seen_right_given': '{by} gave the post {post} of {person} another right.',
  'identity.notice_seen_post_given': '{by} appointed {person} to the post {post}.',
  'identity.notice_seen_access_confirmed': '{by} confirmed the access of {person} (“{username}”).',
  'identity.notice_seen_accesses_confirmed': '{by} confirmed the rights of {count} people at once.',
}
