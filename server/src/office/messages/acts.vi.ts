/** What the record calls the acts and things of this slice. */
export const messages = {
  'act.comment.add': 'Viết ý kiến',
  'act.comment.withdraw': 'Rút ý kiến',
  'act.news.read': 'Đọc tin',
  'recorded.comment': 'Ý kiến',
}

declare module '../../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
