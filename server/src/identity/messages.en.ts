import type { messages as vietnamese } from './messages.vi.ts'

export const messages: Record<keyof typeof vietnamese, string> = {
  'identity.sign_in': 'Sign in',
  'identity.sign_out': 'Sign out',
  'identity.sign_out_ask': 'End the session on this computer.',
  'identity.signed_out': 'You have signed out.',
  'identity.username': 'User name',
  'identity.password': 'Password',
  'identity.language': 'Language',
  'identity.demo_accounts': 'Accounts to try',
  'identity.demo_accounts_lead': 'Press a name to fill in the name and its password.',
  'identity.demo_role': 'Role',
  'identity.demo_fill': 'Fill in',
  'refusal.sign_in_refused':
    'The user name or the password is not right, or this name is locked for a while after many failures. Check Caps Lock and your input method; after five failures wait a few minutes. Forgotten? Ask the administrator of your unit.',
}
