/** The directory's workbook. */
export const messages = {
  'workbook.tab': 'Tệp Excel',
  'workbook.title': 'Nhập, xuất danh bạ bằng tệp',
  'workbook.lead': 'Xuất ra Excel, điền, rồi nạp lại: xem trước từng thay đổi, làm hết hoặc không làm gì',
  'workbook.export': '1. Xuất danh bạ',
  'workbook.export_lead': 'Bốn trang: đơn vị, chức vụ, người, giữ chức vụ, và trang hướng dẫn cách điền.',
  'workbook.export_button': 'Tải tệp Excel',
  'workbook.below': 'Chỉ đơn vị có mã này và bên dưới',
  'workbook.below_hint': 'Để trống là toàn bộ danh bạ',
  'workbook.csv': '{name} (CSV, để đọc)',
  'workbook.import': '2. Nạp tệp đã điền',
  'workbook.import_lead': 'Đọc tệp chưa thay đổi gì: trang sau cho xem trước.',
  'workbook.file': 'Tệp Excel (.xlsx)',
  'workbook.file_hint': 'Tệp đã xuất từ đây, hay tệp có cùng tên trang và tên cột',
  'workbook.effective_on': 'Thay đổi có hiệu lực từ ngày',
  'workbook.effective_on_hint':
    'Dùng cho tên mới, cấp trên mới, diện quản lý mới; đơn vị và việc giữ chức có ngày riêng trong tệp',
  'workbook.document': 'Theo văn bản số',
  'workbook.document_hint': 'Số, ký hiệu của quyết định; ghi vào nhật ký và quá trình của đơn vị',
  'workbook.read': 'Đọc tệp, xem trước',
  'workbook.read_note': 'Chưa thay đổi danh bạ.',
  'workbook.help': 'Cần biết khi điền',
  'workbook.help.1': 'Thêm dòng là thêm; sửa ô là sửa; ghi ngày “đầu tiên không còn” là kết thúc.',
  'workbook.help.2': 'Dòng bỏ đi và ô để trống thì để nguyên, không xoá gì.',
  'workbook.help.3': 'Mỗi dòng mới cần một mã do đơn vị tự đặt; lần sau dùng lại đúng mã ấy.',
  'workbook.help.4': 'Nạp lại cùng một tệp thì không thay đổi gì thêm.',
  'workbook.help.5': 'Chỉ thay đổi được đơn vị trong phạm vi mình quản lý.',
  'workbook.preview': 'Xem trước khi nạp',
  'workbook.preview_lead': 'Hiệu lực từ {on}, theo văn bản {document}',
  'workbook.applied': 'Đã nạp xong {count} thay đổi.',
  'workbook.has_bad': 'Có {count} ô cần sửa, nên chưa nạp được gì. Xin sửa trong tệp Excel rồi nạp lại.',
  'workbook.no_change': 'Tệp giống hệt danh bạ: không có gì để nạp.',
  'workbook.not_yet_applied': 'Chưa thay đổi gì. Xin xem kỹ các thay đổi bên dưới rồi bấm nút ở cuối trang.',
  'workbook.ignored_sheets': 'Các trang tính không dùng đến: {names}.',
  'workbook.counts': 'Tệp này sẽ làm gì',
  'workbook.counts_lead': 'Số dòng; dòng không có trong tệp thì để nguyên',
  'workbook.sheet': 'Trang tính',
  'workbook.act': 'Việc',
  'workbook.act.add': 'Thêm',
  'workbook.act.change': 'Sửa',
  'workbook.act.end': 'Kết thúc',
  'workbook.act.same': 'Giữ nguyên',
  'workbook.bad_cells': 'Các ô cần sửa',
  'workbook.bad_cells_lead': 'Theo trang tính và địa chỉ ô như trong Excel',
  'workbook.cell': 'Ô',
  'workbook.found': 'Đang ghi',
  'workbook.blank': '(trống)',
  'workbook.wrong': 'Sai gì, sửa thế nào',
  'workbook.more_bad': 'Còn {count} ô nữa. Sửa các ô trên rồi nạp lại để xem tiếp.',
  'workbook.dependants': 'Kèm {count} dòng khác chưa nạp được chỉ vì ô này.',
  'workbook.warnings': 'Cần xem lại',
  'workbook.warnings_lead': 'Không ngăn việc nạp; xin chắc rằng đúng như ý rồi hãy bấm nạp',
  'workbook.has_warnings': 'Có {count} chỗ cần xem lại trước khi nạp.',
  'workbook.more_warnings': 'Còn {count} chỗ nữa.',
  'workbook.warning': 'Điều cần xem lại',
  'workbook.warning.footer_left': 'Dòng này trông như dòng cộng ở cuối bảng, nên không nạp.',
  'workbook.warning.placed_later':
    'Đơn vị có từ ngày {on}, nhưng cấp trên “{name}” mới có từ ngày {from}: chỉ đứng dưới cấp trên từ ngày đó. Nếu “{name}” có sớm hơn, xin ghi lại ngày bắt đầu của đơn vị đó, cũng trong tệp này.',
  'workbook.warning.managed_later':
    'Chức vụ có từ ngày {on}, nhưng “{name}” mới có từ ngày {from}: chỉ quản lý chức vụ từ ngày đó.',
  'workbook.warning.same_name':
    'Có {count} đơn vị cùng tên “{name}”; mã của các đơn vị kia: {codes}. Xin chắc rằng không phải một đơn vị ghi hai lần.',
  'workbook.changes': 'Từng thay đổi',
  'workbook.no_changes': 'Không có thay đổi nào',
  'workbook.no_changes_text': 'Các dòng đọc được đều đúng như danh bạ.',
  'workbook.row': 'Dòng',
  'workbook.row_of': '{sheet}, dòng {row}',
  'workbook.subject': 'Về',
  'workbook.details': 'Trước → sau',
  'workbook.from_to': '{before} → {after}',
  'workbook.changes_at_once': 'Thay đổi ở mọi trang được nạp cùng một lần.',
  'workbook.apply': 'Nạp {count} thay đổi',
  'workbook.other_file': 'Nạp tệp khác',
  'workbook.closed_by_bad': 'Còn ô cần sửa.',
  'workbook.closed_by_none': 'Không có gì thay đổi.',
  'organisation.told.import_prepared': 'Đã đọc tệp. Chưa thay đổi danh bạ.',
  'organisation.told.imported': 'Đã nạp tệp vào danh bạ.',
  'workbook.fault.sheet_hidden':
    'Trang tính đang bị ẩn, nên người nạp không thấy mình thay đổi gì. Xin hiện trang (Unhide) rồi nạp lại.',
  'workbook.fault.sheet_twice': 'Có hai trang tính cùng tên. Xin xoá hoặc đổi tên một trang.',
  'workbook.fault.heading_unknown': 'Tên cột không có trong mẫu. Xin ghi đúng tên cột, hoặc xoá cột này.',
  'workbook.fault.heading_missing': 'Thiếu cột “{heading}”. Xin thêm lại cột với đúng tên này ở dòng đầu.',
  'workbook.fault.heading_twice': 'Tên cột này đã có ở cột trước. Xin xoá một cột.',
  'workbook.fault.too_many_rows': 'Trang tính dài quá {most} dòng. Xin chia thành nhiều tệp.',
  'workbook.fault.merged': 'Các ô {range} đang gộp làm một. Xin bỏ gộp (Unmerge) rồi điền từng ô.',
  'workbook.fault.far_date':
    'Năm phải từ 1900 đến 2100. Xin kiểm tra lại năm; chưa biết ngày kết thúc thì để trống.',
  'workbook.fault.formula': 'Ô chứa công thức. Xin sao chép rồi dán giá trị (Paste Values).',
  'workbook.fault.error_value': 'Ô chứa lỗi của Excel. Xin ghi lại giá trị đúng.',
  'workbook.fault.required': 'Ô bắt buộc đang trống. Xin điền.',
  'workbook.fault.too_long': 'Dài quá {most} ký tự. Xin viết ngắn lại.',
  'workbook.fault.no_text':
    'Cần chữ, không phải ngày tháng hay đúng/sai. Xin định dạng ô là Text rồi ghi lại.',
  'workbook.fault.no_date': 'Không phải một ngày có thật. Xin ghi ngày/tháng/năm, ví dụ 18/05/2022.',
  'workbook.fault.no_flag': 'Xin ghi x nếu có, để trống nếu không.',
  'workbook.fault.no_choice': 'Không có trong danh sách. Xin ghi một trong: {words}.',
  'workbook.fault.unit_code': 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối. Ví dụ xa-an-minh.',
  'workbook.fault.unit_code_reserved': 'Mã này trùng với địa chỉ của một biểu mẫu. Xin chọn mã khác.',
  'workbook.fault.twice': 'Trùng với dòng {row}. Xin chỉ giữ một dòng.',
  'workbook.fault.unknown_unit':
    'Không có đơn vị nào mã “{code}”, cả trong danh bạ lẫn trong tệp. Xin kiểm tra mã, hoặc thêm đơn vị vào trang Đơn vị.',
  'workbook.fault.unknown_post':
    'Không có chức vụ nào mã “{code}”. Xin kiểm tra mã, hoặc thêm vào trang Chức vụ.',
  'workbook.fault.unknown_person':
    'Không có người nào mã “{code}”. Xin kiểm tra mã, hoặc thêm vào trang Người.',
  'workbook.fault.name_differs': 'Mã “{code}” là của {name}. Xin kiểm tra: hai cột có thể bị lệch dòng.',
  'workbook.fault.fixed':
    '“{heading}” của dòng đã có không sửa được bằng tệp; đang là “{before}”. Xin ghi lại như cũ.',
  'workbook.fault.not_yours':
    'Ngoài phạm vi mà chức vụ đang dùng được sửa. Xin bỏ thay đổi ở dòng này, hoặc nhờ người quản lý danh bạ của đơn vị đó.',
  'workbook.fault.root_not_yours':
    'Đơn vị mới phải có ít nhất một cấp trên trong phạm vi của mình. Xin ghi mã cấp trên.',
  'workbook.fault.not_there': '“{name}” không tồn tại vào ngày {on}. Xin kiểm tra ngày.',
  'workbook.fault.ended_already': 'Đã ghi kết thúc từ ngày {on}, không đổi được. Xin ghi lại đúng ngày đó.',
  'workbook.fault.end_before_start': 'Ngày kết thúc phải sau ngày bắt đầu ({from}).',
  'workbook.fault.body_of_body': '“{name}” đã là ban thường vụ của một cấp ủy. Xin ghi mã của chính cấp ủy.',
  'workbook.fault.cycle':
    'Không đơn vị nào đứng trên chính mình: “{name}” đang ở dưới đơn vị này. Xin chọn cấp trên khác.',
  'workbook.fault.later_change': 'Đã có thay đổi được ghi từ ngày {on}. Xin chọn ngày hiệu lực sau đó.',
  'workbook.fault.head_twice':
    '{name} giữ chính thức chức vụ này trong cùng thời gian. Xin ghi ngày thôi giữ của người đó, hoặc ghi tư cách khác.',
  'workbook.fault.held_already':
    '{name} đã giữ chức vụ này từ ngày {from}. Xin ghi đúng ngày ấy, hoặc bỏ dòng.',
  'workbook.fault.own_holding':
    'Không ai tự ghi mình vào một chức vụ. Xin bỏ dòng này và đề nghị một người khác giữ danh bạ ghi.',
  'workbook.fault.has_children':
    '“{name}” còn {count} đơn vị trực thuộc sau ngày {on}. Xin chuyển hoặc kết thúc các đơn vị đó, cũng trong tệp này.',
  'workbook.fault.has_bodies': '“{name}” còn {count} ban thường vụ sau ngày {on}. Xin kết thúc trước.',
  'workbook.fault.has_holders':
    '“{name}” còn {count} người giữ chức vụ sau ngày {on}. Xin ghi ngày thôi giữ ở trang Giữ chức vụ.',
  'workbook.fault.manages_posts':
    '“{name}” còn quản lý {count} chức vụ của đơn vị khác sau ngày {on}. Xin đổi diện quản lý ở trang Chức vụ.',
  'workbook.fault.has_future':
    '“{name}” còn {count} thay đổi đã ghi cho ngày {on} hoặc sau đó. Xin chọn ngày muộn hơn.',
  'workbook.fault.depends_elsewhere': '{said}',
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
