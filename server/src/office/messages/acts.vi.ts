/** What the record calls the acts and things of this slice. */
export const messages = {
  'act.comment.add': 'Viết ý kiến',
  'act.comment.withdraw': 'Rút ý kiến',
  'act.filter.change': 'Sửa bộ lọc đã lưu',
  'act.filter.remove': 'Bỏ bộ lọc đã lưu',
  'act.filter.save': 'Lưu bộ lọc',
  'act.news.read': 'Đọc tin',
  'recorded.comment': 'Ý kiến',
}

declare module '../../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
