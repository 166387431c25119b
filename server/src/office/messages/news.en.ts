/** The words of notices and of their reading. */
export const messages: Readonly<Record<string, string>> = {
  'worklist.news': 'News',
  'worklist.news_lead': 'Decisions and comments on my works',
  'worklist.news_unread': 'unread',
  'worklist.news_read_all': 'Mark as read',
  'worklist.news_told': 'The news is marked as read.',
  'worklist.news_title': 'News of my works',
  'worklist.news_page_lead':
    'What others decided on the works that you own or registered, and comments that mention you.',
  'worklist.news_none': 'No news yet',
  'worklist.news_none_text':
    'When a work of yours is returned, approved, assigned or accepted, it appears here.',
  'worklist.news_what': 'News',
  'worklist.news_when': 'When',
  'worklist.news_about': 'About',
  'worklist.news_state': 'State',
}
