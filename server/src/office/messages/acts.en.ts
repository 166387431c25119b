/** What the record calls the acts and things of this slice. */
export const messages: Readonly<Record<string, string>> = {
  'act.comment.add': 'Wrote a comment',
  'act.comment.withdraw': 'Withdrew a comment',
  'act.filter.change': 'Changed a saved filter',
  'act.filter.remove': 'Removed a saved filter',
  'act.filter.save': 'Saved a filter',
  'act.news.read': 'Read the news',
  'recorded.comment': 'Comment',
}
