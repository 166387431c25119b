import { messages as help } from './messages-help.vi.ts'

export const messages = {
  ...help,
  'app.group_work': 'Công việc',
  'app.my_work': 'Việc của tôi',
  'app.my_work_of': 'Chào {name}',
  'app.my_work_pressing': '{count} việc cần xử lý, như số ở trình đơn. Một việc có thể nằm trong nhiều nhóm.',
  'app.my_work_no_post': 'Chưa giữ chức vụ nào đang có hiệu lực: xin liên hệ quản trị danh bạ.',
  'app.nothing_waits': 'Không có việc nào chờ anh/chị',
  'app.nothing_waits_text': 'Khi có việc trả lại, đến hạn hay chờ anh/chị xử lý, việc hiện ở trang này.',
  'app.see_works': 'Xem các việc đột phá',
  'app.see_all': 'Xem cả {total} việc',
  'app.see_list': '{total} việc',
  'app.see_all_of': '{total} {label}',
  'app.waits_days': 'chờ {days} ngày',
  'app.waits_today': 'từ hôm nay',
  'app.unread': 'chưa đọc',
  'app.search': 'Tìm kiếm',
  'app.search_of': 'Tìm “{text}”',
  'app.search_words': 'Từ cần tìm',
  'app.search_hint':
    'Vài chữ của việc, đơn vị, người, số quyết định, hay việc muốn làm; không cần dấu, viết tắt được',
  'app.search_lists': 'Số mục ở từng danh sách',
  'app.search_near': 'Gần giống',
  'app.search_near_text': 'Lệch một chữ cái, hoặc thiếu vài chữ đã gõ.',
  'app.search_near_only':
    'Không mục nào có đủ các chữ “{text}”. Những mục này lệch một chữ cái, hoặc thiếu vài chữ.',
  'app.search_empty': 'Gõ vài chữ để tìm',
  'app.search_short': 'Gõ thêm ít nhất một chữ nữa',
  'app.search_empty_text': 'Ví dụ: một phần tên việc, mã việc, tên huyện, tên sở, hay họ tên.',
  'app.search_none': 'Không tìm thấy “{text}”',
  'app.search_none_text': 'Thử ít chữ hơn, hoặc không dấu. Chỉ tìm trong những gì anh/chị được xem.',
  'app.in_stead': 'thay {lender} – {post}',
  'app.stand_ins': 'Ủy quyền, làm thay',
  'app.account': 'Tài khoản của tôi',
  'app.error_number': 'Mã lỗi để báo quản trị',
  'app.day_moved': 'Đã chuyển ngày của bản minh hoạ.',
  'app.day_title': 'Chuyển ngày của bản minh hoạ',
  'app.day_lead': 'Mọi số liệu và hạn được tính tới ngày này. Chỉ bản minh hoạ mới chuyển ngày được.',
  'app.day': 'Ngày',
  'app.day_move': 'Chuyển ngày',
  'refusal.not_a_demonstration':
    'Chỉ bản minh hoạ mới chuyển ngày được. Hệ thống thật theo ngày thật ở Việt Nam.',
  'refusal.day_out_of_range': 'Bản minh hoạ chỉ đi từ 01/01/2021 đến 31/12/2030.',
  'app.stopped.title': 'Đã chặn: nội dung có dấu chỉ độ mật',
  'app.stopped.todo': 'Việc cần làm ngay',
  'app.stopped.close':
    'Đừng gửi lại, đừng chép nội dung sang chỗ khác trong hệ thống. Đóng thẻ trình duyệt này; xoá bản nháp còn trên máy nếu máy có nối mạng.',
  'app.stopped.tell': 'Báo ngay người phụ trách bảo vệ bí mật nhà nước của đơn vị, kể cả khi đã chặn được.',
  'app.stopped.register':
    'Nếu đúng là văn bản mật: đăng ký và xử lý bằng sổ riêng hoặc hệ thống riêng không nối mạng, theo quy định về bảo vệ bí mật nhà nước.',
  'app.stopped.mistaken':
    'Nếu không phải văn bản mật: viết lại sao cho chữ chỉ độ mật không đứng riêng như con dấu (ví dụ trong tiêu đề, trong tên tệp), rồi gửi lại.',
  'app.stopped.kept':
    'Hệ thống chỉ ghi: ai, lúc nào, ở biểu mẫu và ô nào, đơn vị nào, và việc đã bị chặn. Không giữ lại chữ nào, tệp nào.',
  'app.digest_subject': 'Đột Phá: {total} mục chờ anh/chị ngày {date}',
  'app.digest_greeting': 'Kính gửi {name},',
  'app.digest_due': 'hạn {date}',
  'app.digest_why': 'Anh/chị nhận thư này vì đã chọn trong “Tài khoản · Thư buổi sáng”; cũng tắt ở đó.',
}

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
