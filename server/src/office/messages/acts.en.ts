/** What the record calls the acts and things of this slice. */
export const messages: Readonly<Record<string, string>> = {
  'act.comment.add': 'Wrote a comment',
  'act.comment.withdraw': 'Withdrew a comment',
  'act.news.read': 'Read the news',
  'recorded.comment': 'Comment',
}
