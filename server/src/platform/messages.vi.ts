export const messages = {
  'http.400': 'Yêu cầu chưa đúng',
  'http.401': 'Cần đăng nhập',
  'http.403': 'Không được phép',
  'http.404': 'Không tìm thấy',
  'http.409': 'Dữ liệu đã thay đổi',
  'http.412': 'Dữ liệu đã thay đổi',
  'http.413': 'Nội dung quá lớn',
  'http.415': 'Loại nội dung không được nhận',
  'http.422': 'Chưa thực hiện được',
  'http.423': 'Đang bị khoá',
  'http.429': 'Quá nhiều yêu cầu',
  'http.500': 'Hệ thống gặp lỗi',
  'http.503': 'Tạm thời chưa phục vụ được',
  'refusal.input_invalid': 'Có ô chưa đúng. Xin xem lại từng ô được đánh dấu.',
  'refusal.new_password_needed':
    'Mật khẩu đang dùng do người khác đặt. Xin đăng nhập trên trang và đặt mật khẩu của riêng mình trước.',
  'refusal.second_step_needed': 'Đăng nhập còn một bước: xin nhập mã hoặc dùng khoá truy cập.',
  'refusal.fresh_sign_in_needed':
    'Đã quá {minutes} phút từ khi xác nhận danh tính. Xin xác nhận lại rồi làm việc này.',
  'refusal.sign_in_needed': 'Phiên làm việc đã hết hoặc chưa đăng nhập. Xin đăng nhập rồi làm lại.',
  'refusal.scope_missing':
    'Mã truy cập này không có quyền “{scope}”. Xin đề nghị quản trị cấp mã có quyền phù hợp.',
  'refusal.forbidden':
    'Chức vụ đang dùng không có quyền làm việc này. Nếu anh/chị giữ chức vụ khác, hãy đổi ở góc trên bên phải.',
  'refusal.not_found': 'Không có nội dung này, hoặc chức vụ đang dùng không được xem.',
  'refusal.foreign_origin':
    'Yêu cầu đến từ một trang khác nên bị từ chối. Xin mở lại trang và gửi từ chính hệ thống.',
  'refusal.version_conflict':
    'Nội dung đã được người khác thay đổi sau khi anh/chị mở. Xin mở lại trang, xem thay đổi rồi làm lại.',
  'refusal.idempotency_key_reused':
    'Khoá chống gửi trùng này đã dùng cho một việc khác. Xin mở lại biểu mẫu.',
  'refusal.idempotency_key_invalid':
    'Khoá chống gửi trùng phải có từ 8 đến 200 ký tự không dấu, không dấu cách.',
  'refusal.text_malformed': 'Nội dung gửi lên có ký tự mà văn bản không thể có. Xin gõ lại thay vì dán.',
  'refusal.file_with_macro':
    'Tệp có chứa macro (chương trình chạy kèm) nên không được nhận. Xin lưu lại thành DOCX, XLSX không có macro, hoặc PDF.',
  'refusal.done_before':
    'Việc này đã thực hiện ở lần gửi trước. Kết quả có nội dung bí mật nên không được lưu để trả lại.',
  'refusal.cursor_invalid': 'Vị trí trang không đúng. Xin mở lại danh sách từ đầu.',
  'refusal.file_missing': 'Chưa có tệp nào được gửi lên. Xin gửi tệp trong trường “file”.',
  'refusal.file_empty': 'Tệp rỗng. Xin chọn lại tệp có nội dung.',
  'refusal.file_too_complex':
    'Không đọc được nội dung tệp trong giới hạn cho phép: khi mở ra, tệp quá lớn, có quá nhiều phần hoặc đọc quá lâu. Xin lưu lại tệp cho gọn (ít trang, ít phần nhúng) rồi nộp lại.',
  'refusal.file_broken':
    'Tệp bị hỏng, hoặc các phần bên trong mâu thuẫn nhau khiến mỗi chương trình mở ra một nội dung khác, nên không được nhận. Xin mở tệp bằng phần mềm soạn thảo, lưu thành tệp mới rồi nộp lại.',
  'refusal.file_encrypted':
    'Tệp có đặt mật khẩu hoặc hạn chế quyền nên không kiểm tra được nội dung và không được nhận. Xin bỏ mật khẩu và hạn chế rồi nộp lại.',
  'refusal.file_with_control':
    'Tệp có điều khiển ActiveX (chương trình nhúng trong trang) nên không được nhận. Xin xoá điều khiển đó, hoặc lưu thành PDF rồi nộp lại.',
  'refusal.file_with_remote_part':
    'Tệp tự lấy nội dung hoặc mẫu từ máy khác khi mở ra nên không được nhận. Xin ngắt các liên kết đó (chuyển thành nội dung của tệp), hoặc lưu thành PDF rồi nộp lại.',
  'refusal.file_with_program':
    'Tệp có chương trình chạy được đính kèm bên trong nên không được nhận. Xin gỡ chương trình đó ra rồi nộp lại.',
  'refusal.file_with_script':
    'Tệp PDF có mã JavaScript nên không được nhận. Xin in lại tệp thành PDF mới (chọn máy in PDF) rồi nộp lại.',
  'refusal.file_with_launch':
    'Tệp PDF có lệnh mở chương trình khác nên không được nhận. Xin in lại tệp thành PDF mới (chọn máy in PDF) rồi nộp lại.',
  'refusal.file_with_media':
    'Tệp PDF có phim, âm thanh hoặc nội dung tương tác nhúng bên trong nên không được nhận. Xin in lại tệp thành PDF mới (chọn máy in PDF) rồi nộp lại.',
  'refusal.file_with_xfa':
    'Tệp PDF là biểu mẫu động (XFA), mỗi phần mềm hiện một nội dung, nên không được nhận. Xin in lại tệp thành PDF mới (chọn máy in PDF) rồi nộp lại.',
  'refusal.file_with_sending':
    'Tệp PDF có lệnh gửi dữ liệu ra ngoài hoặc lấy dữ liệu vào nên không được nhận. Xin in lại tệp thành PDF mới (chọn máy in PDF) rồi nộp lại.',
  'told.typing_forgotten': 'Đã bỏ phần gõ dở.',
  'refusal.typing_elsewhere': 'Đã có phần gõ dở khác của biểu mẫu này được tự lưu sau khi trang này mở.',
  'refusal.secret_mark_stopped':
    'Nội dung có dấu chỉ độ mật nên đã bị chặn, không lưu ở bất cứ đâu. Hệ thống này không nhận bí mật nhà nước: đừng gửi lại, hãy báo người phụ trách bảo vệ bí mật nhà nước của đơn vị.',
  'refusal.picture_broken':
    'Tệp ảnh bị hỏng, bị cắt hoặc có phần lạ phía sau nên không được nhận. Xin mở ảnh, lưu lại thành PNG hoặc JPEG rồi nộp lại.',
  'refusal.virus_found':
    'Tệp có mã độc ({virus}) nên không được nhận và không lưu ở đâu cả. Đừng mở tệp này: hãy quét máy tính của mình và báo người phụ trách công nghệ thông tin của cơ quan.',
  'refusal.virus_scan_away':
    'Máy quét vi-rút không trả lời nên tạm thời chưa nhận được tệp. Xin nộp lại sau ít phút; nếu vẫn vậy, xin báo quản trị.',
  'refusal.file_too_large': 'Tệp lớn hơn mức cho phép ({limitMb} MB). Xin nén hoặc tách tệp.',
  'refusal.file_type_refused':
    'Loại tệp này ({found}) không được nhận. Xin gửi PDF, DOCX, XLSX, PNG hoặc JPEG.',
  'refusal.upload_not_yours': 'Không tìm thấy tệp đã tải lên của anh/chị. Xin tải lại tệp.',
  'refusal.form_too_large': 'Biểu mẫu có quá nhiều ô hoặc tệp. Xin chia thành nhiều lần gửi.',
  'refusal.form_malformed': 'Biểu mẫu gửi lên không đúng. Xin mở lại trang và thử lại.',
  'refusal.body_malformed': 'Nội dung gửi lên không phải JSON đúng.',
  'refusal.body_no_object':
    'Nội dung gửi phải là một đối tượng JSON gồm các trường có tên, không phải {found}.',
  'refusal.if_match_invalid':
    'If-Match nhận một số phiên bản trong dấu nháy kép đúng như ETag đã trả, chỉ với thao tác cần phiên bản, và không được mâu thuẫn với “version” trong nội dung gửi.',
  'refusal.body_too_large': 'Nội dung gửi lên quá lớn.',
  'refusal.body_too_complex':
    'Nội dung gửi lên quá lớn: nhiều nhất {values} giá trị, {depth} cấp lồng nhau, {textLength} ký tự trong một đoạn và {nameLength} ký tự trong một tên. Xin chia thành nhiều lần gửi.',
  'refusal.upload_quota_full':
    'Anh/chị có {files} tệp đã tải lên mà chưa gắn vào văn bản nào, hoặc các tệp đó đã quá {limitMb} MB. Xin dùng các tệp đó, hoặc chờ: tệp không gắn vào văn bản nào được xoá sau {days} ngày.',
  'refusal.token_for_api_only':
    'Mã truy cập chỉ dùng được với các địa chỉ dưới /api/v1. Các trang dành cho người đã đăng nhập.',
  'refusal.media_type_refused': 'Kiểu nội dung không được nhận ở địa chỉ này.',
  'refusal.too_many_requests': 'Quá nhiều yêu cầu trong thời gian ngắn. Xin chờ một phút rồi thử lại.',
  'refusal.overloaded':
    'Hệ thống đang có quá nhiều việc. Việc này chưa được thực hiện; xin thử lại sau ít giây.',
  'refusal.took_too_long':
    'Việc này mất quá nhiều thời gian nên đã bị dừng, chưa có gì thay đổi. Xin thu hẹp bộ lọc hoặc thử lại sau.',
  'refusal.database_away':
    'Cơ sở dữ liệu tạm thời không trả lời. Xin thử lại sau ít phút; gửi lại cùng biểu mẫu không làm việc hai lần.',
  'refusal.clock_behind':
    'Đồng hồ của máy chủ chậm {minutes} phút so với nhật ký, nên tạm thời không ghi nhận việc mới; vẫn đọc được. Việc này chưa được thực hiện. Xin báo quản trị kỹ thuật chỉnh lại đồng hồ.',
  'refusal.disk_full':
    'Máy chủ hết chỗ trống trên đĩa, nên tạm thời không ghi nhận được; vẫn đọc được. Việc này chưa được thực hiện, không có gì bị mất. Xin báo quản trị kỹ thuật, rồi thử lại sau ít phút.',
  'refusal.files_away':
    'Kho tệp tạm thời không trả lời, nên chưa nhận hoặc đưa ra tệp được. Không có gì bị mất; xin thử lại sau ít phút.',
  'refusal.metrics_token_needed': 'Số liệu vận hành chỉ đưa cho ai gửi đúng mã METRICS_TOKEN.',
  'refusal.server_failed':
    'Hệ thống gặp lỗi, việc này chưa được thực hiện. Xin thử lại; nếu vẫn lỗi, báo quản trị mã {requestId}.',
  'error.required': 'Cần điền ô này.',
  'error.too_long': 'Dài quá {max} ký tự.',
  'error.nothing_chosen': 'Chưa chọn dòng nào. Xin đánh dấu các dòng cần xử lý.',
  'error.too_many': 'Quá nhiều mục: mỗi lần nhiều nhất {max}.',
  'error.date_range': 'Năm phải từ 1900 đến 2100. Xin kiểm tra lại năm.',
  'error.date': 'Ngày không đúng. Ghi theo ngày/tháng/năm, ví dụ 31/12/2026.',
  'error.number': 'Không phải số. Ghi ví dụ 98,9 hoặc 1.000.',
  'error.whole_number': 'Cần số nguyên trong khoảng cho phép.',
  'error.choice': 'Xin chọn một mục trong danh sách.',
  'error.wrong_type': 'Sai kiểu dữ liệu: cần {expected}, đã nhận {found}.',
  'error.required_or_wrong': 'Chưa điền hoặc chưa đúng.',
  'error.unknown_field': 'Không có trường “{name}”.',
} as const

declare module './message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
