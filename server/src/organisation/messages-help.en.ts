export const messages: Readonly<Record<string, string>> = {
  'help.danh-ba.title': 'Units and posts',
  'help.danh-ba.what': 'Who is where, holds which post, managed by which body, as of a day.',
  'help.danh-ba.1': 'Look at an earlier day to see the name a unit had then and who held a post.',
  'help.danh-ba.2': 'Founding, renaming, moving and ending a unit need the effective date and the paper.',
  'help.danh-ba.3':
    'Take it out to Excel, edit, put it back: see each change and each bad cell first, then all is written or nothing.',
  'help.danh-ba.4': 'Rights go with the post: who leaves it has them no longer.',
}
