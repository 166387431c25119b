export const messages: Readonly<Record<string, string>> = {
  'identity.mail': 'Morning letter',
  'identity.mail_open': 'Choose letters',
  'identity.mail_lead': 'One letter each working morning with what waits for you; none where nothing waits.',
  'identity.mail_not_set_up':
    'This installation is not joined to a mail server, so no letters can be sent. The technical administrator sets SMTP_URL and MAIL_FROM.',
  'identity.mail_address': 'Mail address',
  'identity.mail_address_hint': 'Your office address is best',
  'identity.mail_address_domains': 'Only addresses of {domains}',
  'identity.mail_digest': 'Send me one letter each morning',
  'identity.mail_keep': 'Save',
  'identity.mail_set': 'Your choice was kept.',
  'error.mail_address': 'This is no mail address; one looks like name@example.vn.',
  'refusal.mail_not_set_up': 'This installation is not joined to a mail server.',
  'refusal.mail_address_missing': 'An address is needed to send to.',
  'refusal.mail_domain_foreign': 'Letters go only to addresses of {domains}.',
}
