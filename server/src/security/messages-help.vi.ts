export const messages = {
  'help.nhat-ky.title': 'Nhật ký',
  'help.nhat-ky.what': 'Ai đã làm gì, lúc nào, thay cho cơ quan nào; kể cả việc bị từ chối.',
  'help.nhat-ky.1': 'Lọc theo người, hành động, đối tượng, thời gian. Lần tìm kiếm này cũng được ghi lại.',
  'help.nhat-ky.2': 'Nhật ký được niêm phong bằng mã băm nối nhau; ai sửa, xoá, chèn đều bị phát hiện.',
  'help.nhat-ky.3': 'Nội dung chỉ xoá được bằng một quyết định, và dấu vết của việc xoá ở lại.',

  'help.bao-mat.title': 'Sự cố lộ lọt bí mật',
  'help.bao-mat.what': 'Khi nội dung mật đã lọt vào hệ thống: dừng, cô lập, xoá theo quyết định.',
  'help.bao-mat.1': 'Cô lập trước: từ lúc đó không ai xem được, kể cả người nhập.',
  'help.bao-mat.2': 'Không chép nội dung sang nơi khác, không gửi ảnh chụp màn hình.',
  'help.bao-mat.3':
    'Xoá cần một quyết định; chỉ còn lại dấu rằng đã có sự cố. Bản sao lưu xoá theo tài liệu vận hành.',
}

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
