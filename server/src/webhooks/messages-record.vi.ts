/** What the record calls the acts and things of this slice. */
export const messages = {
  'act.webhook.create': 'Thêm địa chỉ nhận sự kiện',
  'act.webhook.pause': 'Tạm dừng địa chỉ nhận sự kiện',
  'act.webhook.ping': 'Gửi thư thử',
  'act.webhook.remove': 'Xoá địa chỉ nhận sự kiện',
  'act.webhook.resend': 'Gửi lại thư báo sự kiện',
  'act.webhook.unpause': 'Cho địa chỉ tiếp tục nhận sự kiện',
  'recorded.webhook': 'Địa chỉ nhận sự kiện',
}

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
