import type { messages as vietnamese } from './refusals.vi.ts'

/** Why an act on accounts, rights or access is refused, and what to do. */
export const messages: Readonly<Record<keyof typeof vietnamese, string>> = {
  'refusal.sign_in_refused':
    'The user name or the password is wrong, or this name is locked for a while after many failures. Check Caps Lock and your input method; after five failures wait a few minutes. Forgotten? Ask the administrator of your unit.',
  'refusal.password_wrong':
    'The current password is wrong, or it is locked for a while after many failures. After five failures wait a few minutes.',
  'refusal.username_taken': 'The user name “{username}” already exists. Choose another one.',
  'refusal.own_account': 'You cannot close your own account. Ask another administrator.',
  'refusal.account_disabled': 'The account “{username}” is already closed.',
  'refusal.account_not_disabled': 'The account “{username}” is open; there is nothing to do.',
  'refusal.grant_self': 'You cannot grant rights to a post that you hold. Ask another administrator.',
  'refusal.grant_exists': 'The post already has this right in that period.',
  'refusal.grant_span': 'The right must end after it begins.',
  'refusal.grant_over': 'This right has already ended.',
  'refusal.token_revoked': 'This token has already been revoked.',
  'refusal.session_needed': 'Only a person who has signed in can do this; a token cannot.',
  'refusal.acting_post_not_held': 'You do not hold this post today. Choose another.',
  'refusal.outside_own': 'You cannot link an identity to your own account. Ask another administrator.',
  'refusal.outside_taken': 'This identity is linked to an account. Remove it there first.',
  'refusal.own_sessions': 'End your own sessions on your account page.',
  'refusal.own_password': 'Change your own password on your account page, with the current one.',
  'refusal.grant_apart':
    'One post cannot both administer the system and monitor, decide on or evaluate works. Grant it to another post.',
  'refusal.person_without_post':
    'This person holds no post today, so no account can be created from the list. Leave this person out, or appoint first.',
  'refusal.usernames_taken':
    'Someone else has just created an account with one of these user names; no account was created. Try again, and other names are chosen.',
  'refusal.stand_in_lends': 'A stand-in cannot delegate further. Go back to your own post.',
  'refusal.stand_in_own_gain': 'You cannot delegate another person’s rights to yourself.',
  'refusal.stand_in_not_holding': 'This person does not hold that post on the first day.',
  'refusal.stand_in_past': 'A delegation begins today or later; it cannot be backdated.',
  'refusal.stand_in_span': 'The last day must not be before the first.',
  'refusal.stand_in_too_long':
    'Rights can be delegated for {days} days at most. For a longer time appoint another person.',
  'refusal.stand_in_self': 'The stand-in must be another person.',
  'refusal.stand_in_without_post': 'This person holds no post today, and so cannot be a stand-in.',
  'refusal.stand_in_beyond':
    'You chose a right that this post does not have or that can never be delegated. Choose again.',
  'refusal.stand_in_over': 'This delegation has already ended.',
  'refusal.no_own_post': 'You hold no post today that can be delegated.',
  'refusal.token_post_gone':
    'This token was created for a post that its owner no longer holds. The owner has to create another one in a current post.',
  'refusal.token_own_post': 'A token can be created only in your own post. Go back to it.',
  'refusal.emergency_nothing': 'No submitted work has this code. Check it.',
  'refusal.emergency_two_persons':
    'The requester cannot approve, whichever account is used. Another person has to.',
  'refusal.emergency_decided': 'This request has already been decided or withdrawn.',
  'refusal.emergency_over': 'This access is not open, or its time is over.',
  'refusal.emergency_reads_only':
    'Emergency access is read-only. Go back to your own post to do anything else.',
  'refusal.code_wrong':
    'The code is wrong or has expired. Enter the one that is shown now; if it is still wrong, set the clock of your phone.',
  'refusal.second_step_refused':
    'The code is wrong, was used before, or is locked for a while after too many attempts. Each code works once: wait for the next one. After five wrong attempts wait a few minutes.',
  'refusal.proof_wrong':
    'Not confirmed: the password or code is wrong, was used before, or is locked for a while after too many attempts. After five wrong attempts wait a few minutes.',
  'refusal.passkey_refused': 'This passkey cannot be used here. Try again, or use another method.',
  'refusal.passkey_too_many': 'An account has at most {max} passkeys. Remove one that you do not use.',
  'refusal.passkey_needs_address':
    'Passkeys work only if the system has an https address (PUBLIC_URL), or on localhost. Use another method, or ask an administrator.',
  'refusal.factor_there': 'The account already has a second step. Sign in with that.',
  'refusal.factor_unreadable':
    'The server cannot decrypt your authenticator’s secret, because the server’s key is missing or has been changed. Use a recovery code or a passkey, or ask an administrator to restore the key or to remove your second step.',
  'refusal.no_factor': 'This account has no second step.',
  'refusal.last_factor': 'Your rights require a second step. Set up a new one before you remove the last.',
  'refusal.own_factors': 'You cannot remove your own second step here. Ask another administrator.',
  'refusal.mail_not_set_up': 'This installation is not connected to a mail server.',
  'refusal.mail_address_missing': 'An email address is required.',
  'refusal.mail_domain_foreign': 'Email is sent only to addresses of {domains}.',
  'refusal.account_unconfirmed':
    'This account is not active yet, so it cannot get another sign-in method. Enter the activation code first.',
  'refusal.second_person_involved':
    'You own the account “{username}”, or you did one of the things that need confirmation yourself. Someone else has to confirm them.',
  'refusal.confirmation_changed':
    'The list for the account “{username}” has just changed. Check it again, then confirm.',
  'refusal.nothing_unconfirmed': 'Nothing about the account “{username}” needs confirmation.',
  'refusal.activation_wrong':
    'The activation code is wrong or has expired. Check it, or ask the confirming person for another one.',
}
