export const messages: Readonly<Record<string, string>> = {
  'help.tai-khoan-quan-tri.title': 'User accounts',
  'help.tai-khoan-quan-tri.what':
    'Create, close and reopen accounts; set a new password; remove a lost second step.',
  'help.tai-khoan-quan-tri.1':
    'A new password is shown once; hand it over in person; its owner must change it.',
  'help.tai-khoan-quan-tri.2': 'Closing an account ends all its sessions.',
  'help.tai-khoan-quan-tri.3': 'An administrator cannot read evidence or evaluations.',

  'help.vai-tro.title': 'Roles',
  'help.vai-tro.what': 'What each post is allowed to do, over which units, in which period.',
  'help.vai-tro.1': 'A role is given to a post, not to a person.',
  'help.vai-tro.2': 'You cannot give yourself a role: another administrator has to.',
  'help.vai-tro.3': 'Revoking a role takes effect at once; its history stays.',

  'help.xac-nhan-quyen.title': 'Confirm access',
  'help.xac-nhan-quyen.what':
    'Accounts, passwords, appointments and roles given by one administrator take effect only after someone else confirms them.',
  'help.xac-nhan-quyen.1': 'Open each waiting line: who gave it, to whom, and what access it gives.',
  'help.xac-nhan-quyen.2': 'Ask the person concerned, then confirm, or refuse with a reason.',
  'help.xac-nhan-quyen.3': 'Hand over the activation code in person: it is shown once.',
  'help.tai-khoan.title': 'My account',
  'help.tai-khoan.what': 'Your posts and rights, password, second step, and where you are signed in.',
  'help.tai-khoan.1':
    'If you see a computer you do not know among the open sessions, end it and change your password.',
  'help.tai-khoan.2': 'Set up an authenticator or a passkey; keep the recovery codes in a different place.',
  'help.tai-khoan.3': 'An API token is shown only once, when it is created.',
  'help.tai-khoan.4': 'Choose the language and the light or dark theme.',
  'help.tai-khoan.5':
    'Before assigning, deciding or accepting you may be asked for your password again; what you typed stays.',
  'help.xem-khan.title': 'Emergency access',
  'help.xem-khan.what':
    'Gives read access to a work outside of your scope for some minutes, with a reason and the approval of a second person.',
  'help.xem-khan.1':
    'The requester names the work and the reason; another person, in another role, approves or refuses.',
  'help.xem-khan.2':
    'Only the named work can be read, until the time is over; each page that is read is logged.',
  'help.xem-khan.3': 'The owner of the work is told that it was read, by whom and why.',
}
