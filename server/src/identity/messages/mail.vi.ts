export const messages = {
  'identity.mail': 'Thư buổi sáng',
  'identity.mail_open': 'Chọn nhận thư',
  'identity.mail_lead':
    'Mỗi sáng ngày làm việc một thư gồm những việc đang chờ; không có việc thì không có thư.',
  'identity.mail_not_set_up':
    'Hệ thống này chưa nối với máy chủ thư, nên chưa gửi thư được. Quản trị kỹ thuật đặt SMTP_URL và MAIL_FROM.',
  'identity.mail_address': 'Địa chỉ thư',
  'identity.mail_address_hint': 'Nên dùng hộp thư công vụ',
  'identity.mail_address_domains': 'Chỉ nhận hộp thư thuộc {domains}',
  'identity.mail_digest': 'Gửi cho tôi mỗi sáng một thư',
  'identity.mail_keep': 'Lưu',
  'identity.mail_set': 'Đã lưu lựa chọn nhận thư.',
  'error.mail_address': 'Địa chỉ thư chưa đúng, ví dụ ten@tinh.vn.',
}
