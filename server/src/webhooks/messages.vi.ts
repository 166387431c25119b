import { messages as refusals } from './messages/refusals.vi.ts'
/** Các câu của phần gửi sự kiện cho hệ thống khác. */
export const messages = {
  ...refusals,
  'webhooks.title': 'Gửi sự kiện cho hệ thống khác',
  'webhooks.lead':
    'Mỗi địa chỉ dưới đây được báo khi có sự kiện mà chức vụ của anh/chị được xem. Thư báo có chữ ký, được gửi lại đến khi bên nhận xác nhận.',
  'webhooks.open': 'Địa chỉ nhận sự kiện',
  'webhooks.create': 'Thêm địa chỉ nhận',
  'webhooks.create_lead':
    'Thư báo chỉ nói việc gì đã xảy ra và xem ở đâu, không mang nội dung. Bên nhận đọc nội dung qua giao diện lập trình bằng mã truy cập của mình.',
  'webhooks.closed': 'Chưa mở việc gửi sự kiện ra ngoài',
  'webhooks.closed_help':
    'Người vận hành máy chủ chưa cho phép máy chủ nhận nào (cấu hình WEBHOOK_HOSTS). Xin đề nghị người vận hành khai báo.',
  'webhooks.list': 'Các địa chỉ nhận',
  'webhooks.none': 'Chưa có địa chỉ nhận nào',
  'webhooks.none_help':
    'Khi thêm một địa chỉ, hệ thống khác sẽ biết ngay điều vừa xảy ra mà không phải hỏi liên tục.',
  'webhooks.one': 'Địa chỉ nhận sự kiện',
  'webhooks.url': 'Địa chỉ',
  'webhooks.url_hint': 'Máy chủ được phép: {hosts}',
  'webhooks.state': 'Trạng thái',
  'webhooks.created_at': 'Thêm lúc',
  'webhooks.hears': 'Đang nhận',
  'webhooks.paused': 'Tạm dừng',
  'webhooks.paused_failing':
    'Sau nhiều lần gửi trong ba ngày, địa chỉ này vẫn không nhận. Hãy kiểm tra hệ thống nhận rồi cho tiếp tục: các thư chưa gửi được sẽ được gửi lại.',
  'webhooks.paused_gone':
    'Hệ thống nhận trả lời rằng địa chỉ không còn dùng (410). Nếu vẫn dùng, hãy cho tiếp tục; nếu không, hãy xoá địa chỉ.',
  'webhooks.paused_post_gone':
    'Chức vụ đã dùng để thêm địa chỉ này không còn. Hãy xoá địa chỉ và thêm lại trong chức vụ hiện nay.',
  'webhooks.paused_ones': 'Địa chỉ nhận sự kiện bị tạm dừng',
  'webhooks.paused_ones_lead': 'Hệ thống ở địa chỉ này không còn được báo cho đến khi anh/chị xử lý.',
  'webhooks.resume': 'Tiếp tục gửi',
  'webhooks.ping': 'Gửi thư thử',
  'webhooks.remove': 'Xoá địa chỉ',
  'webhooks.remove_lead':
    'Địa chỉ sẽ không nhận gì nữa, các thư đang chờ bị bỏ và khoá ký bị xoá. Không hoàn tác được.',
  'webhooks.back': 'Quay lại',
  'webhooks.events': 'Sự kiện',
  'webhooks.events_hint': 'Chọn những sự kiện cần báo. Chỉ báo về việc mà chức vụ của anh/chị được xem.',
  'webhooks.event': 'Sự kiện',
  'webhooks.letters': 'Thư đã gửi và đang chờ',
  'webhooks.letters_lead': 'Giữ 30 ngày. Một thư có thể đến hơn một lần, luôn với cùng mã số.',
  'webhooks.no_letters': 'Chưa có thư nào',
  'webhooks.no_letters_help': 'Khi có sự kiện, thư báo hiện ở đây cùng câu trả lời của bên nhận.',
  'webhooks.letter_waiting': 'Đang chờ',
  'webhooks.letter_taken': 'Đã nhận',
  'webhooks.letter_given_up': 'Chưa gửi được',
  'webhooks.happened_at': 'Lúc',
  'webhooks.answer': 'Trả lời',
  'webhooks.answered': 'Mã trả lời {status}',
  'webhooks.not_tried': 'Chưa gửi',
  'webhooks.next_try': 'Đã gửi {tries} lần, gửi lại lúc {at}',
  'webhooks.trouble_host_not_allowed': 'Máy chủ này không còn được phép',
  'webhooks.trouble_address_not_allowed': 'Tên máy chủ dẫn đến địa chỉ không được phép',
  'webhooks.trouble_unreachable': 'Không kết nối được',
  'webhooks.trouble_certificate': 'Chứng thư của máy chủ không hợp lệ',
  'webhooks.trouble_secret_unreadable': 'Không đọc được khoá ký: khoá của máy chủ đã đổi',
  'webhooks.trouble_slow': 'Quá 10 giây không trả lời',
  'webhooks.resend': 'Gửi lại',
  'webhooks.secret': 'Khoá ký',
  'webhooks.secret_once_help':
    'Hãy chép khoá vào hệ thống nhận ngay bây giờ. Ai có khoá này đều giả được thư báo; nếu mất, hãy xoá địa chỉ và thêm lại.',
  'webhooks.created_told': 'Đã thêm địa chỉ nhận.',
  'webhooks.created_lead': 'Bên nhận dùng khoá ký dưới đây để biết thư đúng là của hệ thống này.',
  'webhooks.removed_told': 'Đã xoá địa chỉ nhận.',
  'webhooks.resumed_told': 'Địa chỉ tiếp tục nhận; các thư chưa gửi được đang được gửi lại.',
  'webhooks.pinged_told': 'Thư thử đang được gửi. Tải lại trang sau vài giây để xem trả lời.',
  'webhooks.resent_told': 'Thư đang được gửi lại.',
  'webhooks.event.ping': 'Thư thử',
} as const

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
