export const messages = {
  'help.tai-khoan-quan-tri.title': 'Tài khoản người dùng',
  'help.tai-khoan-quan-tri.what':
    'Lập, khoá, mở tài khoản; đặt mật khẩu mới; gỡ bước xác thực thứ hai bị mất.',
  'help.tai-khoan-quan-tri.1': 'Mật khẩu mới chỉ hiện một lần; trao tận tay, người nhận đổi ngay.',
  'help.tai-khoan-quan-tri.2': 'Khoá tài khoản kết thúc mọi phiên đang mở.',
  'help.tai-khoan-quan-tri.3': 'Quản trị không đọc được minh chứng hay đánh giá của ai.',

  'help.vai-tro.title': 'Vai trò',
  'help.vai-tro.what': 'Chức vụ nào được làm gì, trong phạm vi nào, từ ngày nào đến ngày nào.',
  'help.vai-tro.1': 'Vai trò trao cho chức vụ, không trao cho người.',
  'help.vai-tro.2': 'Không ai tự trao vai trò cho mình: cần một quản trị khác.',
  'help.vai-tro.3': 'Thu hồi có hiệu lực ngay; lịch sử vẫn còn.',

  'help.xac-nhan-quyen.title': 'Xác nhận quyền',
  'help.xac-nhan-quyen.what':
    'Tài khoản, mật khẩu, bổ nhiệm và vai trò do một người quản trị cấp chỉ có hiệu lực khi một người khác xác nhận.',
  'help.xac-nhan-quyen.1': 'Mở từng dòng đang chờ: ai cấp, cho ai, mở ra những quyền gì.',
  'help.xac-nhan-quyen.2': 'Hỏi lại chính người được cấp, rồi xác nhận hoặc từ chối kèm lý do.',
  'help.xac-nhan-quyen.3': 'Trao mã kích hoạt tận tay người đó: mã chỉ hiện một lần.',
  'help.tai-khoan.title': 'Tài khoản của tôi',
  'help.tai-khoan.what':
    'Chức vụ và quyền của anh/chị, mật khẩu, bước xác thực thứ hai, các máy đang đăng nhập.',
  'help.tai-khoan.1': 'Thấy máy lạ trong “phiên đang mở” thì kết thúc phiên đó và đổi mật khẩu.',
  'help.tai-khoan.2': 'Đặt ứng dụng xác thực hoặc khoá truy cập; cất mã dự phòng ở nơi riêng.',
  'help.tai-khoan.3': 'Mã truy cập cho máy chỉ hiện một lần khi tạo.',
  'help.tai-khoan.4': 'Chọn ngôn ngữ, nền sáng hay tối.',
  'help.tai-khoan.5':
    'Trước khi giao, quyết định hay công nhận, hệ thống có thể hỏi lại mật khẩu; điều đã gõ vẫn còn.',
  'help.xem-khan.title': 'Xem khẩn',
  'help.xem-khan.what':
    'Mở một việc không thuộc phạm vi của mình trong ít phút, khi có lý do, và có người thứ hai đồng ý.',
  'help.xem-khan.1': 'Người xin nêu việc và lý do; một người khác, giữ vai khác, đồng ý hay từ chối.',
  'help.xem-khan.2': 'Chỉ đọc đúng việc đã nêu, hết số phút là thôi; mỗi trang đã đọc đều được ghi.',
  'help.xem-khan.3': 'Chủ thể của việc được báo rằng đã có người xem, ai và vì sao.',
}

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
