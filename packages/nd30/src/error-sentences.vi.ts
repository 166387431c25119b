import type { Nd30ErrorCode } from './errors.ts'

/** What each error means to whoever drafts; `{name}` is filled in from its details. */
export const errorSentencesVi: Readonly<Record<Nd30ErrorCode, string>> = {
  model_wrong: 'Dữ liệu văn bản có {count} lỗi. Lỗi đầu tiên ở {path}: {what}.',
  model_too_large: 'Văn bản vượt giới hạn {limit} ({what}).',
  image_wrong: 'Ảnh ở {path} không phải PNG hoặc JPEG đọc được.',
  font_missing_letters: 'Phông chữ không có chữ {letters} ({place}).',
  typesetting_failed: 'Không dàn trang được văn bản này.',
  renderer_closed: 'Bộ dàn trang đã đóng.',
  renderer_full: 'Quá nhiều văn bản đang chờ dàn trang: hãy thử lại sau.',
  renderer_timeout: 'Dàn trang quá thời gian cho phép.',
  renderer_died: 'Bộ dàn trang dừng đột ngột khi đang xử lý văn bản này.',
  file_not_docx: 'Tệp không phải DOCX: hãy lưu lại bằng định dạng .docx.',
  file_truncated: 'Tệp bị cắt cụt, thiếu phần cuối.',
  file_too_large: 'Tệp lớn quá giới hạn {limit}.',
  file_bomb: 'Nội dung nén của tệp nở ra quá giới hạn: tệp không an toàn.',
  file_encrypted: 'Tệp có mật khẩu: hãy bỏ mật khẩu rồi thử lại.',
  file_has_macros: 'Tệp có macro: hãy lưu lại dưới dạng .docx không có macro.',
  file_has_doctype: 'Tệp chứa khai báo DOCTYPE, không được phép.',
  file_has_remote_template: 'Tệp tự tải nội dung từ nơi khác ({target}): hãy bỏ liên kết đó.',
  file_xml_malformed: 'XML trong phần {part} của tệp bị hỏng.',
  file_part_missing: 'Tệp thiếu phần {part}.',
  file_limit: 'Tệp vượt giới hạn {limit}.',
  form_unknown: 'Chưa có thể thức nào được biết cho ngày {at}.',
  form_not_followed: 'Tệp không theo thể thức nên không đọc được thành văn bản: không tìm thấy {missing}.',
  usage_wrong: 'Câu lệnh không đúng: {what}.',
  path_not_readable: 'Không đọc được {path}.',
}
