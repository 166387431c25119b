/** Why a rule of the programme refuses an act: what is missing, and who can fix it. */
export const refusals = {
  'refusal.action_not_open':
    'Không thể {action} khi việc ở trạng thái “{state}”. Mở trang của việc để xem những bước đang mở.',
  'refusal.programme_closed':
    'Chương trình năm {year} đã khoá sổ, mọi thứ chỉ còn để đọc. Cơ quan thường trực chương trình ghi đính chính bằng một mục mới.',
  'refusal.reason_missing':
    'Chưa ghi lý do. Người thực hiện bước này cần ghi lý do để người nhận biết phải làm gì.',
  'refusal.document_missing': 'Chưa có số, ngày của văn bản làm căn cứ. Cấp giao việc cần ghi văn bản đó.',
  'refusal.assigner_unknown':
    'Chưa ghi nhận cơ quan nào giao việc này nên không có ai trả lời. Hãy đăng ký việc tiếp nối việc này để được giao.',
  'refusal.not_assigning_body':
    'Chỉ {body} (cấp đã giao việc) được làm bước này. Hãy gửi đề nghị tới cấp đó.',

  'refusal.title_missing': 'Chưa có tên việc. Người đăng ký cần ghi tên việc.',
  'refusal.theme_missing':
    'Chưa chọn nhóm nội dung. Người đăng ký cần chọn một nhóm nội dung của chương trình hoặc của cấp ủy mình.',
  'refusal.rationale_missing':
    'Chưa nêu vì sao đây là việc đột phá. Người đăng ký cần nêu điểm nghẽn và tồn tại từ khi nào.',
  'refusal.product_missing':
    'Chưa nêu sản phẩm dự kiến, trong khi có chỉ tiêu không có con số. Người đăng ký cần ghi sản phẩm.',
  'refusal.proof_missing': 'Chưa nêu minh chứng sẽ nộp. Người đăng ký cần ghi sẽ chứng minh kết quả bằng gì.',
  'refusal.minutes_missing':
    'Việc của tập thể phải có số, ngày biên bản hoặc kết luận cuộc họp. Người đăng ký cần bổ sung.',
  'refusal.due_on_missing': 'Chưa có ngày hoàn thành. Người đăng ký cần ghi ngày hoàn thành trong năm.',
  'refusal.due_on_past': 'Thời hạn hoàn thành {dueOn} đã qua. Người đăng ký cần chọn hạn từ {from} trở đi.',
  'refusal.due_on_outside_year':
    'Ngày hoàn thành {dueOn} không thuộc năm {year}. Việc phải xong dứt điểm trong năm; người đăng ký cần sửa ngày.',
  'refusal.target_missing': 'Chưa có chỉ tiêu nào. Người đăng ký cần thêm ít nhất một chỉ tiêu.',
  'refusal.target_measure_missing':
    'Chỉ tiêu {number} chưa nói đo cái gì. Người đăng ký cần ghi nội dung đo.',
  'refusal.target_operator_missing':
    'Chỉ tiêu {number} chưa chọn cách so sánh. Người đăng ký chọn bằng, ít nhất, nhiều nhất, trong khoảng, hoặc làm xong.',
  'refusal.target_value_missing': 'Chỉ tiêu {number} chưa có con số phải đạt. Người đăng ký cần ghi con số.',
  'refusal.target_range_reversed':
    'Chỉ tiêu {number} có mức thấp nhất lớn hơn mức cao nhất. Người đăng ký cần sửa khoảng.',
  'refusal.target_unit_missing':
    'Chỉ tiêu {number} có con số nhưng chưa có đơn vị tính. Người đăng ký cần ghi đơn vị tính.',
  'refusal.target_recognition_unnamed':
    'Chỉ tiêu {number} phải được công nhận nhưng chưa nói ai công nhận. Người đăng ký cần ghi cấp có thẩm quyền.',
  'refusal.target_measure_needs_number':
    'Chỉ tiêu {number} gắn với số đo trực tiếp nên phải có con số. Người đăng ký chọn cách so sánh khác hoặc bỏ gắn số đo.',
  'refusal.step_missing': 'Chưa có bước thực hiện nào. Người đăng ký cần thêm ít nhất một bước có ngày.',
  'refusal.step_name_missing': 'Bước {number} chưa có tên. Người đăng ký cần ghi tên bước.',
  'refusal.step_date_missing': 'Bước {number} chưa có ngày. Người đăng ký cần ghi ngày phải xong.',
  'refusal.step_outside_year': 'Ngày của bước {number} không thuộc năm {year}. Người đăng ký cần sửa ngày.',
  'refusal.step_after_due':
    'Bước {number} kết thúc sau ngày hoàn thành việc ({dueOn}). Người đăng ký cần sửa một trong hai ngày.',

  'refusal.window_missing':
    'Chưa đặt thời gian đăng ký năm {year} cho {tier}. Cơ quan thường trực chương trình cần đặt thời gian.',
  'refusal.window_opens_later':
    'Đăng ký của {tier} mở từ ngày {opensOn}. Bản nháp vẫn được giữ; hãy trình từ ngày đó.',
  'refusal.window_closed':
    'Đăng ký của {tier} đã hết hạn ngày {closedOn}. Cơ quan thường trực chương trình có thể gia hạn; ngày trình vẫn ghi đúng ngày thật.',

  'refusal.own_unit_may_not_appraise':
    'Người thẩm định không được thuộc đơn vị đăng ký. Cần người của đơn vị khác thẩm định.',
  'refusal.registrant_may_not_appraise':
    'Không ai thẩm định việc của chính mình. Cần người của đơn vị khác thẩm định.',
  'refusal.submitter_may_not_appraise':
    'Bản đăng ký này do chính bạn, hoặc người mà bạn đang làm thay, trình lên. Cần một người khác thẩm định.',
  'refusal.answer_date_missing': 'Trả lại phải kèm ngày hẹn trình lại. Người quyết định cần ghi ngày.',
  'refusal.answer_date_past':
    'Ngày hẹn trình lại {answerOn} đã qua. Người quyết định cần chọn ngày từ hôm nay trở đi.',
  'refusal.appraisal_missing':
    'Chưa có ý kiến thẩm định của người ngoài đơn vị đăng ký. Bộ phận thẩm định cần thẩm định trước.',
  'refusal.appraisal_outdated':
    'Ý kiến thẩm định là của bản cũ; bản hiện nay là bản {version}. Bộ phận thẩm định cần thẩm định bản này.',
  'refusal.duplicate_warning_open':
    'Còn cảnh báo trùng với {works} chưa xử lý. Bộ phận thẩm định cần so sánh và ghi kết luận.',
  'refusal.decision_number_missing': 'Chưa có số quyết định. Người ghi quyết định cần ghi số.',
  'refusal.decision_date_missing': 'Chưa có ngày quyết định. Người ghi quyết định cần ghi ngày.',
  'refusal.decision_in_future':
    'Ngày quyết định {decidedOn} chưa tới. Người ghi quyết định cần ghi đúng ngày trên văn bản.',
  'refusal.decision_before_last_change':
    'Ngày quyết định {decidedOn} trước lần đổi trạng thái gần nhất của việc ({changedOn}). Không ghi lùi ngày; người ghi quyết định cần xem lại ngày.',

  'refusal.post_not_held':
    'Ngày {decidedOn} không có ai giữ chức vụ {post} đã đăng ký việc. Quản trị tổ chức cần cập nhật người giữ chức vụ, hoặc bỏ việc khỏi danh sách.',
  'refusal.issuer_not_above_unit':
    '{issuer} không phải cấp trên của {unit} trong hệ thống của đơn vị này vào ngày {decidedOn}. Cấp trên có thẩm quyền phải giao việc.',
  'refusal.issuer_not_managing_post':
    '{issuer} không quản lý chức vụ {post} vào ngày {decidedOn}. Cấp quản lý chức vụ phải giao việc.',
  'refusal.post_not_head':
    '{issuer} chỉ giao việc cho cấp trưởng, còn {post} không phải cấp trưởng. Bỏ việc khỏi danh sách, hoặc để cấp khác giao.',
  'refusal.no_works_listed': 'Danh sách chưa có việc nào. Người ghi quyết định cần chọn việc.',
  'refusal.work_unknown': 'Không tìm thấy việc có mã {code}. Người ghi quyết định cần xem lại mã.',
  'refusal.work_listed_twice':
    'Việc {code} có hai lần trong danh sách. Người ghi quyết định cần bỏ một dòng.',
  'refusal.work_of_other_programme':
    'Việc {code} không thuộc chương trình năm {year}. Người ghi quyết định cần bỏ dòng này.',

  'refusal.period_not_open': 'Kỳ {period} mở từ ngày {opensOn}. Người thực hiện báo cáo từ ngày đó.',
  'refusal.period_frozen': 'Số liệu kỳ {period} đã chốt. Người thực hiện báo cáo thay đổi ở kỳ sau.',
  'refusal.period_before_assignment':
    'Kỳ {period} đã khoá số liệu trước khi việc được giao ({assignedOn}). Người thực hiện chọn kỳ sau.',
  'refusal.report_empty': 'Báo cáo chưa có nội dung. Người thực hiện cần ghi kết quả trong kỳ.',
  'refusal.report_in_future': 'Ngày báo cáo {reportedOn} chưa tới. Người thực hiện cần ghi đúng ngày.',
  'refusal.report_before_assignment':
    'Ngày báo cáo {reportedOn} trước ngày giao việc ({assignedOn}). Người thực hiện cần ghi đúng ngày.',
  'refusal.report_superseded': 'Báo cáo này đã có bản sửa mới hơn. Mở bản mới nhất rồi sửa tiếp.',
  'refusal.target_measured_live':
    'Chỉ tiêu “{target}” lấy từ số đo trực tiếp nên không nhập được. Số đo tự đổi khi công việc thật thay đổi.',
  'refusal.target_takes_number': 'Chỉ tiêu “{target}” cần một con số. Người thực hiện cần ghi con số.',
  'refusal.target_takes_done':
    'Chỉ tiêu “{target}” không có con số. Người thực hiện chọn đã xong hoặc chưa xong, kèm ghi chú.',
  'refusal.target_note_missing':
    'Chỉ tiêu “{target}” được xét xong hay chưa xong nên phải có ghi chú. Người thực hiện cần ghi chú.',
  'refusal.evidence_without_paper': 'Minh chứng chưa có tệp. Người thực hiện cần đính kèm tệp.',
  'refusal.evidence_not_open':
    'Minh chứng đang ở trạng thái “{state}”, không xét lại được. Người thực hiện nộp bản thay thế nếu cần.',
  'refusal.recognition_incomplete': 'Văn bản công nhận chưa có {part}. Người thực hiện cần ghi đủ.',
  'refusal.recognition_in_future':
    'Ngày công nhận {recognisedOn} chưa tới. Người thực hiện cần ghi đúng ngày trên văn bản.',
  'refusal.evidence_in_future':
    'Ngày của minh chứng {effectiveOn} còn ở phía trước. Xin ghi ngày trên giấy tờ.',
  'refusal.evidence_before_year':
    'Minh chứng ngày {effectiveOn} có từ trước năm {year} nên không đáp ứng được chỉ tiêu của việc này. Người thực hiện cần nộp minh chứng trong năm, hoặc nộp tài liệu này mà không gắn với chỉ tiêu.',
  'refusal.recognition_before_year':
    'Công nhận ngày {recognisedOn} có từ trước năm {year} nên không phải kết quả của việc này. Người thực hiện cần nộp công nhận trong năm.',

  'refusal.final_value_missing':
    'Chỉ tiêu “{target}” chưa có kết quả cuối cùng. Người thực hiện cần báo cáo kết quả.',
  'refusal.live_value_missing':
    'Số đo trực tiếp của chỉ tiêu “{target}” chưa có số liệu. Quản trị hệ thống cần kiểm tra số đo.',
  'refusal.evidence_missing': 'Chỉ tiêu “{target}” chưa có minh chứng. Người thực hiện cần nộp minh chứng.',
  'refusal.recognition_missing':
    'Chỉ tiêu “{target}” phải được công nhận ({authority}) nhưng chưa có công nhận nào. Người thực hiện cần nộp văn bản công nhận.',
  'refusal.done_on_missing': 'Chưa ghi ngày làm xong. Người thực hiện cần ghi ngày công việc thật sự xong.',
  'refusal.done_on_in_future': 'Ngày làm xong {doneOn} chưa tới. Người thực hiện cần ghi đúng ngày.',
  'refusal.done_before_assignment':
    'Ngày làm xong {doneOn} trước ngày giao việc ({assignedOn}). Người thực hiện cần xem lại ngày.',
  'refusal.own_unit_may_not_accept':
    'Đơn vị đăng ký không được tự xét kết quả của mình. Cấp giao việc phải xét.',
  'refusal.same_person_may_not_judge':
    'Điều cần xét do chính bạn, hoặc người mà bạn đang làm thay, đưa ra. Cần một người khác có thẩm quyền của {body} xét.',
  'refusal.checker_may_not_accept':
    'Bạn, hoặc người mà bạn đang làm thay, đã kiểm tra việc này (hoặc có người kiểm tra thay) nên không tự mình công nhận hoàn thành. Cần một người khác có thẩm quyền của {body} công nhận, hoặc quy chế của cơ quan đó cho phép một người làm cả hai.',
  'refusal.registrant_may_not_accept':
    'Không ai xét kết quả việc của chính mình. Người khác của cấp giao việc phải xét.',
  'refusal.target_not_met':
    'Chỉ tiêu “{target}” mới được xác nhận {confirmed}, chưa đạt. Người thực hiện cần làm tiếp và nộp minh chứng, hoặc xin điều chỉnh.',
  'refusal.target_not_done':
    'Chỉ tiêu “{target}” được xác nhận là chưa xong. Người thực hiện cần làm tiếp và nộp minh chứng, hoặc xin điều chỉnh.',
  'refusal.target_not_confirmed':
    'Chỉ tiêu “{target}” chưa có giá trị được xác nhận. Cấp giao việc cần xét minh chứng, người thực hiện nộp thêm nếu thiếu.',

  'refusal.adjustment_empty': 'Đề nghị chưa thay đổi gì. Người đề nghị cần ghi hạn mới hoặc chỉ tiêu mới.',
  'refusal.adjustment_pending':
    'Đã có đề nghị điều chỉnh ngày {askedOn} đang chờ. Cấp giao việc cần quyết định đề nghị đó trước.',
  'refusal.remind_not_in_force': 'Chỉ nhắc việc đang còn hiệu lực; việc này ở trạng thái “{state}”.',
  'refusal.reminded_today':
    'Hôm nay đã nhắc việc này. Mỗi ngày nhắc một lần là đủ; có thể nhắc lại từ ngày mai.',
  'refusal.adjustment_needs_force_majeure':
    'Sau ngày {afterOn} chỉ điều chỉnh vì lý do bất khả kháng. Người đề nghị cần nêu lý do thuộc loại đó.',
  'refusal.adjusted_due_past': 'Hạn mới {dueOn} đã qua. Người đề nghị cần chọn hạn từ hôm nay trở đi.',

  'refusal.year_not_over':
    'Năm chương trình chưa hết (đến ngày {endsOn}). Cấp giao việc ghi kết quả này từ ngày đó.',
  'refusal.result_missing':
    'Chưa ghi kết quả năm nay của việc. Cấp giao việc cần ghi kết quả trước khi chuyển.',
  'refusal.successor_missing':
    'Chưa có việc của năm sau nối tiếp việc này. Cấp giao việc cần tạo hoặc chọn việc đó.',
  'refusal.successor_not_later':
    'Việc nối tiếp thuộc năm {year}, không sau năm của việc này. Cấp giao việc cần chọn việc của năm sau.',
  'refusal.registrant_may_not_evaluate':
    'Người được giao việc không tự đánh giá việc của mình. Người đánh giá khác phải làm.',
  'refusal.evaluation_part_missing': 'Đánh giá còn thiếu: {part}. Người đánh giá cần ghi đủ cả bốn phần.',
  'refusal.exceeding_not_measurable':
    'Không chỉ tiêu nào đo được là vượt. Muốn ghi vượt, cấp giao việc phải nêu lý do.',
}
