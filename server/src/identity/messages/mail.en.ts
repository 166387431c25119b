export const messages = {
  'identity.mail': 'Daily email',
  'identity.mail_open': 'Email settings',
  'identity.mail_lead': 'One email each working morning with what waits for you; none if nothing waits.',
  'identity.mail_not_set_up':
    'This installation is not connected to a mail server, so no email can be sent. The technical administrator sets SMTP_URL and MAIL_FROM.',
  'identity.mail_address': 'Email address',
  'identity.mail_address_hint': 'Preferably your office address',
  'identity.mail_address_domains': 'Only addresses of {domains}',
  'identity.mail_digest': 'Send me one email each morning',
  'identity.mail_keep': 'Save',
  'identity.mail_set': 'Your choice was saved.',
  'error.mail_address': 'This is not an email address; one looks like name@example.vn.',
}
