/** What the writing pages of the programme say, and what their acts refuse. */
export const messages: Readonly<Record<string, string>> = {
  'refusal.no_adjustment_pending':
    'Không có đề nghị điều chỉnh nào đang chờ. Có thể người khác đã quyết định; xin mở lại trang của việc.',
  'refusal.owner_missing':
    'Chưa chọn ai thực hiện việc. Người ghi quyết định cần chọn đơn vị hoặc người giữ chức vụ.',
  'refusal.programme_exists': 'Chương trình năm {year} đã được mở. Xin mở trang cài đặt của năm đó.',
  'refusal.window_reversed': 'Ngày đóng đăng ký trước ngày mở. Xin ghi lại.',
  'refusal.window_outside_year':
    'Thời gian đăng ký phải bắt đầu và kết thúc trong năm {year} hoặc năm trước đó.',
}
