/** Why an act of the programme is refused beyond its rules, and what to do. */
export const messages = {
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
  'refusal.completion_already_checked':
    'Báo cáo hoàn thành này đã có người kiểm tra. Ý kiến đã ghi được giữ nguyên; cấp giao việc quyết định tiếp.',
  'refusal.no_adjustment_pending':
    'Không có đề nghị điều chỉnh nào đang chờ. Có thể người khác đã quyết định; xin mở lại trang của việc.',
  'refusal.owner_missing':
    'Chưa chọn ai thực hiện việc. Người ghi quyết định cần chọn đơn vị hoặc người giữ chức vụ.',
  'refusal.programme_exists': 'Chương trình năm {year} đã được mở. Xin mở trang cài đặt của năm đó.',
  'refusal.window_reversed': 'Ngày đóng đăng ký trước ngày mở. Xin ghi lại.',
  'refusal.window_outside_year':
    'Thời gian đăng ký phải bắt đầu và kết thúc trong năm {year} hoặc năm trước đó.',
  'refusal.file_already_there':
    'Đã có tệp văn bản. Tệp đã có không bị thay; nếu cần bản khác, xin nộp minh chứng mới hoặc ghi quyết định mới.',
  'refusal.evidence_closed':
    'Minh chứng này đã bị từ chối hoặc đã thay bằng bản khác. Xin nộp minh chứng mới.',
  'refusal.paper_missing': 'Chưa chọn tệp. Xin chọn tệp văn bản để bổ sung.',
  'refusal.filter_unknown':
    'Không tìm thấy “{value}” trong bộ lọc. Xin kiểm tra lại năm, đơn vị hoặc nhóm nội dung.',
  'refusal.export_too_long':
    'Danh sách có {count} việc, quá {most} việc nên chưa xuất được. Xin lọc theo đơn vị, cấp hoặc nhóm nội dung rồi xuất từng phần.',
  'refusal.decision_file_closed':
    'Văn bản nêu cả những việc mà chức vụ đang dùng không được xem, nên không mở được tệp. Phần được xem in từ phụ lục.',
  'refusal.unit_has_works':
    '“{name}” còn {count} việc đột phá chưa kết thúc. Trước hết hãy hoàn thành hoặc rút các việc đó, hoặc đề nghị cấp có thẩm quyền quyết định không chấp thuận, đưa ra khỏi danh mục.',
}
