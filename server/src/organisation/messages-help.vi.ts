export const messages = {
  'help.danh-ba.title': 'Đơn vị, chức vụ',
  'help.danh-ba.what': 'Ai ở đâu, giữ chức vụ gì, do cơ quan nào quản lý, tính đến một ngày.',
  'help.danh-ba.1': 'Xem ở ngày trước để biết lúc đó đơn vị tên gì, ai giữ chức vụ.',
  'help.danh-ba.2': 'Lập, đổi tên, chuyển cấp trên, kết thúc đơn vị đều cần ngày hiệu lực và văn bản.',
  'help.danh-ba.3':
    'Xuất ra Excel, sửa, nạp lại: xem trước từng thay đổi và từng ô sai, rồi ghi tất cả hoặc không ghi gì.',
  'help.danh-ba.4': 'Quyền đi theo chức vụ: người thôi giữ chức vụ là hết quyền của chức vụ đó.',
}

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
