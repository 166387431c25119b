/** Names of the platform's acts and objects in the audit log. */
export const messages = {
  'act.file.discard': 'Xoá tệp không gắn vào văn bản nào',
  'act.file.import': 'Nạp nhiều tệp',
  'act.file.upload': 'Tải tệp lên',
  'act.file.uploaded': 'Tải tệp lên',
  'act.installation.back_up': 'Sao lưu toàn bộ',
  'act.installation.move_day': 'Đổi ngày minh hoạ',
  'act.installation.restore': 'Khôi phục từ bản sao lưu',
  'act.page.read': 'Mở trang có ghi nhận việc đọc',
  'act.secret-mark.stop': 'Chặn tệp, văn bản có dấu mật',
  'act.virus.stop': 'Chặn tệp có vi-rút',
  'act.typing.forget': 'Bỏ nội dung gõ dở',
  'act.typing.keep': 'Giữ nội dung gõ dở',
  'recorded.installation': 'Hệ thống',
  'recorded.form': 'Biểu mẫu',
  'recorded.upload': 'Tệp',
}

declare module '../message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
