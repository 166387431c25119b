import { messages as completion } from './messages/completion.vi.ts'
import { messages as events } from './messages/events.vi.ts'
import { messages as forms } from './messages/forms.vi.ts'
import { messages as lists } from './messages/lists.vi.ts'
import { messages as pages } from './messages/pages.vi.ts'
import { messages as queries } from './messages/queries.vi.ts'
import { messages as records } from './messages/records.vi.ts'
import { messages as worklist } from './messages/worklist.vi.ts'
import { refusals } from './rules/refusals.vi.ts'
import { words } from './rules/words.vi.ts'

export const messages = {
  ...refusals,
  ...words,
  ...forms,
  ...events,
  ...completion,
  ...pages,
  ...queries,
  ...worklist,
  ...records,
  ...lists,
  'refusal.no_post':
    'Anh/chị chưa giữ chức vụ nào đang có hiệu lực, nên chưa làm được việc này. Xin liên hệ quản trị danh bạ.',
  'refusal.post_not_held_today':
    'Hôm nay không ai giữ chức vụ “{post}” theo đăng ký này. Xin chọn người đang giữ chức vụ.',
  'refusal.continued_work_unknown':
    'Không có việc nào mang mã “{code}” để tiếp tục. Xin kiểm tra mã, hoặc để trống và đánh dấu “tiếp tục, chưa có liên kết”.',
  'refusal.theme_of_other_year': 'Nhóm nội dung này không thuộc chương trình của năm đăng ký. Xin chọn lại.',
  'refusal.content_group_of_other_year':
    'Có nhóm nội dung không thuộc chương trình của năm đăng ký. Xin chọn lại.',
  'refusal.unit_unknown': 'Có đơn vị phối hợp không tìm thấy. Xin chọn lại trong danh sách.',
  'refusal.measure_unknown': 'Không có số đo trực tiếp “{key}”. Xin chọn trong danh sách số đo.',
  'refusal.effective_before_last_change':
    'Ngày hiệu lực {effectiveOn} trước lần thay đổi gần nhất của việc ({changedOn}). Không ghi lùi ngày; xin ghi đúng ngày trên văn bản.',
  'refusal.decision_refused':
    'Chưa ghi nhận quyết định: {count} việc chưa đủ điều kiện, nêu dưới đây. Không việc nào được giao hay duyệt một phần.',
  'refusal.issuer_not_yours':
    'Chức vụ đang dùng không ghi quyết định thay cho “{issuer}” được. Xin chọn đúng cơ quan ban hành.',
  'refusal.work_not_yours_to_decide': 'Việc {code} không thuộc phạm vi quyết định của cơ quan này.',
  'refusal.decision_number_taken':
    'Số quyết định “{number}” của “{issuer}” trong năm đó đã được ghi. Xin kiểm tra lại số và ngày.',
  'refusal.duplicate_warning_unknown': 'Không còn cảnh báo trùng nào đang mở với việc “{code}”.',
  'refusal.target_unknown': 'Chỉ tiêu này không thuộc việc đang báo cáo. Xin mở lại trang.',
  'refusal.step_unknown': 'Bước này không thuộc việc đang báo cáo. Xin mở lại trang.',
  'refusal.step_done_after_report':
    'Ngày xong bước ({doneOn}) sau ngày báo cáo. Xin ghi lại một trong hai ngày.',
  'refusal.start_in_future': 'Ngày bắt đầu {startedOn} còn ở phía trước. Xin ghi ngày đã bắt đầu.',
  'refusal.completion_not_checked':
    'Chưa có kiểm tra của người theo dõi (Văn phòng). Cần kiểm tra trước khi công nhận hoàn thành.',
}

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
