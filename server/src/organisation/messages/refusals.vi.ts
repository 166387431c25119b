/** Why an act on units, posts, people or their workbooks is refused, and what to do. */
export const messages = {
  'refusal.organisation_cycle':
    'Không đơn vị nào đứng trên chính mình: đơn vị cấp trên đã chọn đang ở dưới đơn vị này. Xin chọn đơn vị khác.',
  'refusal.unit_code_taken': 'Mã đơn vị “{code}” đã được dùng. Xin chọn mã khác.',
  'refusal.unit_not_there':
    '“{name}” không tồn tại vào ngày {on}. Xin kiểm tra lại ngày hoặc chọn đơn vị khác.',
  'refusal.post_not_there': 'Chức vụ “{name}” không có vào ngày {on}. Xin kiểm tra lại ngày.',
  'refusal.placement_overlaps':
    'Từ ngày {on}, “{name}” đã được ghi có đơn vị cấp trên trong hệ thống này. Xin chọn ngày sau đó.',
  'refusal.placement_unchanged': 'Vào ngày {on}, “{name}” đã trực thuộc đúng đơn vị này.',
  'refusal.body_of_body': '“{name}” đã là ban thường vụ của một cấp ủy. Xin chọn chính cấp ủy đó.',
  'refusal.unit_already_ended': '“{name}” đã kết thúc hoạt động từ ngày {on}.',
  'refusal.end_before_start': 'Ngày kết thúc phải sau ngày bắt đầu ({from}).',
  'refusal.unit_has_children':
    '“{name}” còn {count} đơn vị trực thuộc sau ngày {on}. Xin chuyển hoặc kết thúc các đơn vị đó trước.',
  'refusal.unit_has_bodies': '“{name}” còn {count} ban thường vụ sau ngày {on}. Xin kết thúc trước.',
  'refusal.unit_has_holders':
    '“{name}” còn {count} người giữ chức vụ sau ngày {on}. Xin kết thúc việc giữ chức trước.',
  'refusal.unit_manages_posts':
    '“{name}” còn quản lý {count} chức vụ của đơn vị khác sau ngày {on}. Xin chuyển diện quản lý trước.',
  'refusal.unit_has_future':
    '“{name}” còn {count} thay đổi đã ghi cho ngày {on} hoặc sau đó. Xin hủy các thay đổi đó trước.',
  'refusal.management_overlaps':
    'Từ ngày {on}, chức vụ “{name}” đã được ghi thuộc diện quản lý khác. Xin chọn ngày sau đó.',
  'refusal.management_unchanged': 'Vào ngày {on}, chức vụ “{name}” đã thuộc đúng diện quản lý này.',
  'refusal.already_holds': '{person} đã giữ chức vụ “{post}” từ ngày {from}.',
  'refusal.own_holding':
    'Không ai tự ghi mình vào một chức vụ, hay ghi người mình đang làm thay. Xin đề nghị một người khác giữ danh bạ ghi.',
  'refusal.post_has_head':
    '{person} đang giữ chức vụ “{post}”. Xin kết thúc việc giữ chức đó trước, hoặc ghi người mới là quyền hay phụ trách.',
  'refusal.holding_ended': 'Việc giữ chức này đã kết thúc từ ngày {on}.',
  'refusal.paper_after_today':
    'Văn bản không thể ký sau hôm nay ({on}). Xin kiểm tra lại ngày ký; ngày có hiệu lực thì ghi ở ô trên.',
  'refusal.name_unchanged': 'Đơn vị đã có đúng tên “{name}”. Xin ghi tên mới.',
  'refusal.name_overlaps': 'Tên “{name}” đã được ghi từ ngày {from}. Xin chọn ngày sau đó.',
  'refusal.begins_later':
    'Đơn vị đã được ghi là có từ ngày {from}; chỉ sửa được thành ngày sớm hơn, vì từ ngày đó đã có việc gắn với đơn vị.',
  'refusal.nothing_corrected': '“{name}”: không có gì khác với điều đã ghi. Xin sửa ít nhất một chỗ.',
  'refusal.post_closed': 'Chức vụ này đã thôi từ ngày {on}.',
  'refusal.post_has_holders':
    'Chức vụ “{name}” còn {count} người giữ sau ngày {on}. Xin ghi việc thôi giữ chức trước.',
  'refusal.post_has_future':
    'Chức vụ “{name}” đã được ghi đổi diện quản lý vào ngày {on} hoặc sau đó. Xin chọn ngày muộn hơn.',
  'refusal.archive_broken': 'Tệp bị hỏng hoặc không phải tệp Excel. Xin lưu lại dạng .xlsx rồi nạp.',
  'refusal.archive_too_large':
    'Tệp khi giải nén lớn hơn {limitMb} MB, nên không được đọc. Xin chia nhỏ, hoặc xoá định dạng thừa.',
  'refusal.workbook_unreadable':
    'Không đọc được tệp Excel này (có thể bị hỏng hoặc đặt mật khẩu). Xin bỏ mật khẩu, lưu lại dạng .xlsx rồi nạp.',
  'refusal.workbook_busy':
    'Đang đọc nhiều danh bạ cùng lúc. Xin chờ một phút rồi bấm lại; tệp và các ô đã điền vẫn còn.',
  'refusal.workbook_without_sheets':
    'Tệp không có trang tính nào của danh bạ (Đơn vị, Chức vụ, Người, Giữ chức vụ). Xin dùng tệp đã xuất từ đây.',
  'refusal.import_stale':
    'Danh bạ đã thay đổi từ lúc xem trước, nên kết quả sẽ khác điều đã xem. Chưa nạp gì. Xin nạp lại tệp để xem trước lần nữa.',
  'refusal.import_has_bad_cells': 'Còn {count} ô cần sửa. Xin sửa trong tệp rồi nạp lại.',
  'refusal.import_changes_nothing': 'Tệp không thay đổi gì trong danh bạ.',
  'refusal.import_already_applied': 'Tệp này đã được nạp. Xin xem lại danh bạ.',
  'refusal.directory_too_long':
    'Danh bạ có {count} dòng, nhiều hơn {most} dòng của một trang tính. Xin xuất từng đơn vị.',
}
