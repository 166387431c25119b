export const messages: Readonly<Record<string, string>> = {
  'app.group_work': 'Công việc',
  'app.group_programme': 'Chương trình',
  'app.group_directory': 'Danh bạ',
  'app.my_work': 'Việc của tôi',
  'app.account': 'Tài khoản của tôi',
  'app.error_what_now': 'Có thể quay lại trang trước, hoặc về',
  'app.error_number': 'Mã lỗi để báo quản trị',
  'app.day_moved': 'Đã chuyển ngày của bản minh hoạ.',
  'app.day_title': 'Chuyển ngày của bản minh hoạ',
  'app.day_lead': 'Mọi số liệu và hạn được tính tới ngày này. Chỉ bản minh hoạ mới chuyển ngày được.',
  'app.day': 'Ngày',
  'app.day_move': 'Chuyển ngày',
  'refusal.not_a_demonstration':
    'Chỉ bản minh hoạ mới chuyển ngày được. Hệ thống thật theo ngày thật ở Việt Nam.',
  'refusal.day_out_of_range': 'Bản minh hoạ chỉ đi từ 01/01/2021 đến 31/12/2030.',
}
