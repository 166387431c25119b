export const messages: Readonly<Record<string, string>> = {
  'help.tai-khoan-quan-tri.title': 'User accounts',
  'help.tai-khoan-quan-tri.what':
    'Making, closing and opening accounts; a new password; taking away a lost second step.',
  'help.tai-khoan-quan-tri.1': 'A new password is shown once; hand it over in person and let it be changed.',
  'help.tai-khoan-quan-tri.2': 'Closing an account ends all its sessions.',
  'help.tai-khoan-quan-tri.3': 'An administrator reads nobody’s proof or evaluation.',

  'help.vai-tro.title': 'Roles',
  'help.vai-tro.what': 'Which post may do what, over which units, from which day to which.',
  'help.vai-tro.1': 'A role is given to a post, not to a person.',
  'help.vai-tro.2': 'Nobody gives himself a role: another administrator has to.',
  'help.vai-tro.3': 'Taking one back works at once; its history stays.',

  'help.xac-nhan-quyen.title': 'Confirm access',
  'help.xac-nhan-quyen.what':
    'Accounts, passwords, appointments and roles given by one administrator take effect only when somebody else confirms them.',
  'help.xac-nhan-quyen.1': 'Open each waiting line: who gave it, to whom, and what it opens.',
  'help.xac-nhan-quyen.2': 'Ask the person concerned, then confirm, or refuse with a reason.',
  'help.xac-nhan-quyen.3': 'Hand over the activation code in person: it is shown once.',
  'help.tai-khoan.title': 'My account',
  'help.tai-khoan.what': 'Your posts and rights, password, second step, and where you are signed in.',
  'help.tai-khoan.1':
    'If you see a computer you do not know among the open sessions, end it and change your password.',
  'help.tai-khoan.2': 'Set up an authenticator or a passkey; keep the recovery codes in another place.',
  'help.tai-khoan.3': 'A token for a machine is shown once, when it is made.',
  'help.tai-khoan.4': 'Choose language, light or dark.',
  'help.tai-khoan.5':
    'Before assigning, deciding or accepting you may be asked for your password again; what you typed stays.',
  'help.xem-khan.title': 'Emergency reading',
  'help.xem-khan.what':
    'Opens a work outside of your scope for some minutes, with a reason and the consent of a second person.',
  'help.xem-khan.1':
    'The requester names the work and the reason; another person, in another role, approves or refuses.',
  'help.xem-khan.2':
    'Only the work that was named can be read, until the minutes are over; each page that was read is recorded.',
  'help.xem-khan.3': 'The owner of the work is told that it was read, by whom and why.',
}
