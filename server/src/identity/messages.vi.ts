import { messages as admin } from './messages/admin.vi.ts'
import { messages as behalf } from './messages/behalf.vi.ts'
import { factorMessages } from './messages/factors.vi.ts'
import { messages as mail } from './messages/mail.vi.ts'
import { messages as refusals } from './messages/refusals.vi.ts'
import { messages as secondPerson } from './messages/second-person.vi.ts'

export const messages = {
  ...refusals,
  ...admin,
  ...behalf,
  ...factorMessages,
  ...mail,
  ...secondPerson,
  'identity.sign_in': 'Đăng nhập',
  'identity.sign_out': 'Đăng xuất',
  'identity.sign_out_ask': 'Kết thúc phiên làm việc trên máy này.',
  'identity.not_signed_in': 'Chưa đăng nhập được',
  'identity.signed_out': 'Đã đăng xuất.',
  'identity.username': 'Tên đăng nhập',
  'identity.password': 'Mật khẩu',
  'identity.language': 'Ngôn ngữ',
  'identity.demo_accounts': 'Tài khoản dùng thử',
  'identity.demo_accounts_lead':
    'Bấm một tên để điền sẵn tên và mật khẩu. Bản minh hoạ không bắt buộc bước hai.',
  'identity.demo_account': 'Tài khoản và vai',
  'identity.account': 'Tài khoản',
  'identity.account_lead': 'Chức vụ và quyền, cách hiển thị, mật khẩu và những nơi đang đăng nhập.',
  'identity.save': 'Lưu',
  'identity.back': 'Quay lại',
  'identity.theme': 'Giao diện',
  'identity.posts': 'Chức vụ đang giữ',
  'identity.posts_lead':
    'Mọi việc được ghi nhận theo chức vụ đang dùng; quyền đi theo chức vụ, không theo người.',
  'identity.post': 'Chức vụ',
  'identity.rights': 'Quyền',
  'identity.right_over': '{role}: {unit} và cấp dưới',
  'identity.no_right': 'Chỉ xem',
  'identity.act_in': 'Dùng chức vụ này',
  'identity.acting': 'Đang dùng',
  'identity.no_post': 'Hôm nay anh/chị không giữ chức vụ nào',
  'identity.no_post_help':
    'Quyền đi theo chức vụ. Nếu vừa được điều động, xin hỏi quản trị danh bạ của đơn vị.',
  'identity.post_switched': 'Đang làm việc với chức vụ {post}, {unit}.',
  'identity.change_password': 'Đổi mật khẩu',
  'identity.change_password_lead': 'Đổi xong, các phiên khác của anh/chị kết thúc ngay.',
  'identity.new_password': 'Đặt mật khẩu của riêng mình',
  'identity.new_password_lead':
    '{name} đang dùng mật khẩu do người khác đặt. Xin đặt mật khẩu chỉ anh/chị biết rồi mới làm việc tiếp; các phiên khác kết thúc ngay.',
  'identity.new_password_go': 'Đặt mật khẩu và tiếp tục',
  'identity.password_current': 'Mật khẩu đang dùng',
  'identity.password_next': 'Mật khẩu mới',
  'identity.password_again': 'Nhập lại mật khẩu mới',
  'identity.password_rule':
    'Ít nhất {min} ký tự. Một câu ngắn dễ nhớ, chỉ mình anh/chị biết, tốt hơn một từ có ký tự lạ.',
  'identity.password_changed': 'Đã đổi mật khẩu. Các phiên khác đã kết thúc.',
  'identity.sessions': 'Nơi đang đăng nhập',
  'identity.sessions_lead': 'Thấy nơi lạ: kết thúc phiên đó và đổi mật khẩu.',
  'identity.session_where': 'Trình duyệt',
  'identity.session_since': 'Đăng nhập lúc',
  'identity.session_seen': 'Dùng gần nhất',
  'identity.this_session': 'Phiên này',
  'identity.end_session': 'Kết thúc',
  'identity.end_other_sessions': 'Kết thúc mọi phiên khác',
  'identity.other_sessions_ended': 'Đã kết thúc mọi phiên khác; chỉ còn phiên này.',
  'identity.session_ended': 'Đã kết thúc phiên.',
  'identity.unknown_browser': 'Trình duyệt không rõ',
  'identity.tokens': 'Mã truy cập cho phần mềm',
  'identity.tokens_lead': 'Phần mềm khác dùng mã này để làm việc thay anh/chị trong phạm vi ghi ở đây.',
  'identity.no_token': 'Chưa có mã nào',
  'identity.no_token_help': 'Phần mềm nào cần làm việc thay anh/chị thì tạo cho nó một mã riêng.',
  'identity.token_name': 'Tên',
  'identity.token_used': 'Dùng gần nhất',
  'identity.token_unused': 'Chưa dùng',
  'identity.token_expires': 'Hết hạn',
  'identity.revoke_token': 'Thu hồi',
  'identity.token_revoked': 'Đã thu hồi mã truy cập.',
  'identity.scope_read': 'đọc',
  'identity.scope_write': 'ghi',
  'identity.scope_admin': 'quản trị tài khoản',
  'role.registrant': 'Đăng ký việc đột phá',
  'role.unit-clerk': 'Soạn thay',
  'role.appraiser': 'Thẩm định',
  'role.decider': 'Ghi quyết định của tập thể',
  'role.monitor': 'Theo dõi, đôn đốc',
  'role.inspector': 'Kiểm tra, giám sát',
  'role.evaluator': 'Đề xuất đánh giá',
  'role.evaluation-decider': 'Ghi kết quả đánh giá',
  'role.programme-admin': 'Quản trị chương trình',
  'role.system-admin': 'Quản trị kỹ thuật',
  'role.directory-admin': 'Quản trị danh bạ',
  'role.secrecy-officer': 'Bảo vệ bí mật nhà nước',
  'error.username': 'Chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối ở giữa, ví dụ nguyen-van-a.',
  'error.password_short': 'Mật khẩu cần ít nhất {min} ký tự.',
  'error.password_simple':
    'Mật khẩu này dễ đoán: gần như chỉ có dãy phím, chữ lặp lại hoặc từ ai cũng thử. Xin chọn một câu mà chỉ anh/chị biết.',
  'error.password_own_words':
    'Mật khẩu này gần như chỉ có tên đăng nhập, họ tên, tên đơn vị hoặc tên hệ thống, người khác thử trước tiên. Xin chọn một câu không nói về mình và cơ quan.',
  'error.password_known':
    'Mật khẩu này nằm trong danh sách những mật khẩu đã bị lộ hoặc được dùng nhiều nhất, kẻ xấu có sẵn để thử. Xin chọn một câu chỉ anh/chị biết, và đừng dùng nó ở nơi nào khác.',
  'error.password_same': 'Mật khẩu mới trùng mật khẩu đang dùng.',
  'error.password_differs': 'Hai lần nhập mật khẩu mới chưa giống nhau.',
} as const

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
