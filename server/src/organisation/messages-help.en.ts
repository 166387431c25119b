export const messages: Readonly<Record<string, string>> = {
  'help.danh-ba.title': 'Units and posts',
  'help.danh-ba.what': 'Which units exist, who holds which post, and which body manages it, as of a date.',
  'help.danh-ba.1': 'Look at an earlier day to see the name a unit had then and who held a post.',
  'help.danh-ba.2': 'Founding, renaming, moving and ending a unit need the effective date and the document.',
  'help.danh-ba.3':
    'Export to Excel, edit, import again: first review each change and each invalid cell, then all changes are saved or none.',
  'help.danh-ba.4': 'Rights belong to the post: a person who leaves it loses them.',
}
