export const messages = {
  'identity.sign_in': 'Đăng nhập',
  'identity.sign_out': 'Đăng xuất',
  'identity.sign_out_ask': 'Kết thúc phiên làm việc trên máy này.',
  'identity.signed_out': 'Đã đăng xuất.',
  'identity.username': 'Tên đăng nhập',
  'identity.password': 'Mật khẩu',
  'identity.language': 'Ngôn ngữ',
  'identity.demo_accounts': 'Tài khoản dùng thử',
  'identity.demo_accounts_lead': 'Bấm một tên để điền sẵn tên và mật khẩu.',
  'identity.demo_role': 'Vai',
  'identity.demo_fill': 'Điền sẵn',
  'refusal.sign_in_refused':
    'Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tên này đang tạm khoá vì nhập sai nhiều lần. Xin kiểm tra phím Caps Lock và bộ gõ; nếu đã sai từ năm lần, chờ ít phút rồi thử lại. Quên mật khẩu: liên hệ quản trị của đơn vị.',
} as const
