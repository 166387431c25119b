export const messages: Readonly<Record<string, string>> = {
  'help.title': 'Trợ giúp',
  'help.lead':
    'Mỗi mục nói trang đó để làm gì và làm thế nào. Bấm dấu hỏi ở đầu trang để mở đúng mục của trang đang xem.',
  'help.contents': 'Các mục',
  'help.keys': 'Phím tắt',
  'help.keys_lead': 'Bấm ngoài ô nhập. Tổ hợp “g rồi …” là bấm g, thả ra, rồi bấm phím sau.',
  'help.key_search': 'Tới ô tìm kiếm',
  'help.key_help': 'Mở trợ giúp của trang đang xem',
  'help.key_then': 'g rồi {key}',
  'help.words': 'Vài từ hay gặp',
  'help.word_claimed': 'Số báo cáo',
  'help.word_claimed_text': 'Điều chủ thể tự báo. Chưa ai kiểm chứng, nên không làm cho chỉ tiêu thành đạt.',
  'help.word_confirmed': 'Số đã xác nhận',
  'help.word_confirmed_text':
    'Dựa trên minh chứng đã được cấp giao chấp nhận. Chỉ số này quyết định đạt hay chưa.',
  'help.word_silent': 'Chưa báo cáo',
  'help.word_silent_text': 'Đã qua hạn một kỳ báo cáo mà chưa có báo cáo của kỳ đó.',
  'help.word_risk': 'Có nguy cơ',
  'help.word_risk_text':
    'Lỡ một mốc, hoặc số đã xác nhận chậm hơn đường kế hoạch quá một phần mười quãng đường.',
  'help.word_kept': 'Nói đi đôi với làm',
  'help.word_kept_text': 'Trong các việc đã đến hạn, số việc được công nhận hoàn thành và làm xong đúng hạn.',

  'help.viec-cua-toi.title': 'Việc của tôi',
  'help.viec-cua-toi.what': 'Những gì đang chờ anh/chị trong chức vụ đang dùng, gấp nhất đứng trước.',
  'help.viec-cua-toi.1': 'Mỗi ô số mở đúng danh sách nó đếm. Số trên menu là số việc phải làm ngay.',
  'help.viec-cua-toi.2': 'Giữ nhiều chức vụ thì đổi chức vụ ở góc phải; việc chờ đổi theo chức vụ.',
  'help.viec-cua-toi.3': '“Tin mới” báo quyết định của cấp trên và ý kiến nhắc tới anh/chị.',
  'help.viec-cua-toi.4': 'Muốn nhận thư tóm tắt mỗi sáng, vào Tài khoản · Thư buổi sáng.',

  'help.tong-quan.title': 'Tổng quan chương trình',
  'help.tong-quan.what':
    'Toàn bộ việc đột phá của một năm, tính đến một ngày: đã đăng ký, đã giao, đúng tiến độ, chậm, xong.',
  'help.tong-quan.1': 'Bấm bất kỳ con số nào để mở đúng những việc mà số đó đếm.',
  'help.tong-quan.2': 'Chọn ngày để xem tình hình của ngày đó; chọn đơn vị để thu hẹp.',
  'help.tong-quan.3':
    'Bảng theo đơn vị xếp đơn vị nợ nhiều nhất lên đầu; bấm tên để xem cấp dưới của đơn vị.',
  'help.tong-quan.4':
    '“Số đã công bố” đứng cạnh số của sổ; lệch bao nhiêu in bấy nhiêu, không bên nào bị sửa theo bên kia.',
  'help.tong-quan.5': 'Số chỉ gồm những việc anh/chị được xem.',

  'help.viec-dot-pha.title': 'Việc đột phá',
  'help.viec-dot-pha.what':
    'Danh sách việc, một việc với lời hứa, tiến trình, minh chứng, và mọi mẫu làm việc với nó.',
  'help.viec-dot-pha.1':
    'Lọc xong, địa chỉ trang giữ bộ lọc: gửi địa chỉ là gửi bộ lọc. Có thể lưu bộ lọc dưới một tên và chia sẻ cho đơn vị.',
  'help.viec-dot-pha.2':
    'Đăng ký: bản nháp được giữ khi đang gõ; trang nói ngay còn thiếu gì. Chỉ chủ thể mới trình được.',
  'help.viec-dot-pha.3': 'Báo cáo theo kỳ; sửa báo cáo thành bản mới, bản cũ vẫn đọc được.',
  'help.viec-dot-pha.4':
    'Nộp minh chứng cho từng chỉ tiêu. Chỉ minh chứng được cấp giao chấp nhận mới tính vào số đã xác nhận.',
  'help.viec-dot-pha.5':
    'Xin lùi hạn hay đổi chỉ tiêu bằng đề nghị điều chỉnh; hạn hứa ban đầu luôn còn hiện.',
  'help.viec-dot-pha.6':
    'Báo hoàn thành khi mọi chỉ tiêu đã có minh chứng; một người kiểm tra, một người khác công nhận.',
  'help.viec-dot-pha.7': 'Trao đổi và nhắc tên người liên quan ở thẻ “Trao đổi”.',

  'help.tham-dinh.title': 'Thẩm định',
  'help.tham-dinh.what': 'Các đăng ký chờ ý kiến của người thẩm định, là người ở ngoài đơn vị đăng ký.',
  'help.tham-dinh.1': 'Mở thẩm định để nhận việc về mình; từ lúc đó đăng ký không rút được nữa.',
  'help.tham-dinh.2':
    'Chấm theo tiêu chí và kết luận: đề nghị duyệt, trả lại (có thời hạn sửa) hoặc không chấp thuận, kèm lý do.',
  'help.tham-dinh.3': 'Việc của tập thể và của người đứng đầu được đặt cạnh nhau để so.',
  'help.tham-dinh.4': 'Có cảnh báo trùng thì xem việc kia, rồi ghi vì sao không trùng hoặc trả lại.',

  'help.quyet-dinh.title': 'Quyết định',
  'help.quyet-dinh.what':
    'Quyết định của cơ quan có thẩm quyền: duyệt, trả lại, không chấp thuận, bổ sung, giao việc.',
  'help.quyet-dinh.1':
    'Một quyết định ghi được nhiều việc. Hoặc tất cả được ghi, hoặc không việc nào; việc chưa đủ điều kiện được nêu tên và lý do.',
  'help.quyet-dinh.2':
    'Ghi đúng số, ngày, cơ quan ban hành trên văn bản giấy; mỗi số chỉ dùng một lần trong năm.',
  'help.quyet-dinh.3': 'Có thể chọn việc ngay trong danh sách rồi chuyển sang quyết định.',
  'help.quyet-dinh.4': 'Phụ lục in được; tệp văn bản có thể thêm sau, không thay tệp đã có.',

  'help.cai-dat.title': 'Cài đặt chương trình',
  'help.cai-dat.what': 'Mở năm mới, nhóm nội dung, thời gian đăng ký của từng cấp, quy chế của đơn vị.',
  'help.cai-dat.1': 'Mở năm trước, rồi đặt thời gian đăng ký cho từng cấp.',
  'help.cai-dat.2': 'Nhóm nội dung của tỉnh dùng chung; huyện đặt thêm nội dung riêng của mình.',
  'help.cai-dat.3': 'Đổi thời gian không làm mất đăng ký đã trình.',

  'help.chi-so.title': 'Chỉ số',
  'help.chi-so.what': 'Số đo đếm trực tiếp từ việc làm trong hệ thống. Không ai gõ phần trăm.',
  'help.chi-so.1': 'Mỗi tỷ lệ có tử số, mẫu số và những gì bị loại ra; cả ba đều mở được danh sách.',
  'help.chi-so.2': 'Chọn ngày và đơn vị để xem số của ngày, của đơn vị đó.',
  'help.chi-so.3': 'Mẫu số bằng 0 thì ghi “không phát sinh”, không ghi 0% hay 100%.',

  'help.can-cu.title': 'Căn cứ',
  'help.can-cu.what':
    'Từ chỉ thị đến minh chứng: văn bản nào dẫn tới chương trình, nhóm nội dung và việc nào.',
  'help.can-cu.1': 'Bấm một văn bản để xem những việc thực hiện nó.',
  'help.can-cu.2': 'Ở trang một việc, “Từ chỉ đạo đến minh chứng” đi được cả hai chiều.',

  'help.bai-bao.title': 'Bài báo',
  'help.bai-bao.what': 'Nguồn của dữ liệu minh hoạ: mỗi điều trích nguyên văn bên cạnh số của sổ.',
  'help.bai-bao.1': 'Những gì bài báo không nói thì trang ghi “không nêu”, không tự đoán.',
  'help.bai-bao.2': 'Mọi thứ thêm vào để minh hoạ đều có nhãn “minh hoạ” và có thể bỏ ra khỏi số đếm.',

  'help.danh-ba.title': 'Đơn vị, chức vụ',
  'help.danh-ba.what': 'Ai ở đâu, giữ chức vụ gì, do cơ quan nào quản lý, tính đến một ngày.',
  'help.danh-ba.1': 'Xem ở ngày trước để biết lúc đó đơn vị tên gì, ai giữ chức vụ.',
  'help.danh-ba.2': 'Lập, đổi tên, chuyển cấp trên, kết thúc đơn vị đều cần ngày hiệu lực và văn bản.',
  'help.danh-ba.3':
    'Xuất ra Excel, sửa, nạp lại: xem trước từng thay đổi và từng ô sai, rồi ghi tất cả hoặc không ghi gì.',
  'help.danh-ba.4': 'Quyền đi theo chức vụ: người thôi giữ chức vụ là hết quyền của chức vụ đó.',

  'help.tai-khoan-quan-tri.title': 'Tài khoản người dùng',
  'help.tai-khoan-quan-tri.what':
    'Lập, khoá, mở tài khoản; đặt mật khẩu mới; gỡ bước xác thực thứ hai bị mất.',
  'help.tai-khoan-quan-tri.1': 'Mật khẩu mới chỉ hiện một lần; trao tận tay, người nhận đổi ngay.',
  'help.tai-khoan-quan-tri.2': 'Khoá tài khoản kết thúc mọi phiên đang mở.',
  'help.tai-khoan-quan-tri.3': 'Quản trị không đọc được minh chứng hay đánh giá của ai.',

  'help.vai-tro.title': 'Vai trò',
  'help.vai-tro.what': 'Chức vụ nào được làm gì, trong phạm vi nào, từ ngày nào đến ngày nào.',
  'help.vai-tro.1': 'Vai trò trao cho chức vụ, không trao cho người.',
  'help.vai-tro.2': 'Không ai tự trao vai trò cho mình: cần một quản trị khác.',
  'help.vai-tro.3': 'Thu hồi có hiệu lực ngay; lịch sử vẫn còn.',

  'help.xac-nhan-quyen.title': 'Xác nhận quyền',
  'help.xac-nhan-quyen.what':
    'Tài khoản, mật khẩu, bổ nhiệm và vai trò do một người quản trị cấp chỉ có hiệu lực khi một người khác xác nhận.',
  'help.xac-nhan-quyen.1': 'Mở từng dòng đang chờ: ai cấp, cho ai, mở ra những quyền gì.',
  'help.xac-nhan-quyen.2': 'Hỏi lại chính người được cấp, rồi xác nhận hoặc từ chối kèm lý do.',
  'help.xac-nhan-quyen.3': 'Trao mã kích hoạt tận tay người đó: mã chỉ hiện một lần.',
  'help.nhat-ky.title': 'Nhật ký',
  'help.nhat-ky.what': 'Ai đã làm gì, lúc nào, thay cho cơ quan nào; kể cả việc bị từ chối.',
  'help.nhat-ky.1': 'Lọc theo người, hành động, đối tượng, thời gian. Lần tìm kiếm này cũng được ghi lại.',
  'help.nhat-ky.2': 'Nhật ký được niêm phong bằng mã băm nối nhau; ai sửa, xoá, chèn đều bị phát hiện.',
  'help.nhat-ky.3': 'Nội dung chỉ xoá được bằng một quyết định, và dấu vết của việc xoá ở lại.',

  'help.tai-khoan.title': 'Tài khoản của tôi',
  'help.tai-khoan.what':
    'Chức vụ và quyền của anh/chị, mật khẩu, bước xác thực thứ hai, các máy đang đăng nhập.',
  'help.tai-khoan.1': 'Thấy máy lạ trong “phiên đang mở” thì kết thúc phiên đó và đổi mật khẩu.',
  'help.tai-khoan.2': 'Đặt ứng dụng xác thực hoặc khoá truy cập; cất mã dự phòng ở nơi riêng.',
  'help.tai-khoan.3': 'Mã truy cập cho máy chỉ hiện một lần khi tạo.',
  'help.tai-khoan.4': 'Chọn ngôn ngữ, nền sáng hay tối.',
  'help.tai-khoan.5':
    'Trước khi giao, quyết định hay công nhận, hệ thống có thể hỏi lại mật khẩu; điều đã gõ vẫn còn.',
  'help.xem-khan.title': 'Xem khẩn',
  'help.xem-khan.what':
    'Mở một việc không thuộc phạm vi của mình trong ít phút, khi có lý do, và có người thứ hai đồng ý.',
  'help.xem-khan.1': 'Người xin nêu việc và lý do; một người khác, giữ vai khác, đồng ý hay từ chối.',
  'help.xem-khan.2': 'Chỉ đọc đúng việc đã nêu, hết số phút là thôi; mỗi trang đã đọc đều được ghi.',
  'help.xem-khan.3': 'Chủ thể của việc được báo rằng đã có người xem, ai và vì sao.',
  'help.bao-mat.title': 'Sự cố lộ lọt bí mật',
  'help.bao-mat.what': 'Khi nội dung mật đã lọt vào hệ thống: dừng, cô lập, xoá theo quyết định.',
  'help.bao-mat.1': 'Cô lập trước: từ lúc đó không ai xem được, kể cả người nhập.',
  'help.bao-mat.2': 'Không chép nội dung sang nơi khác, không gửi ảnh chụp màn hình.',
  'help.bao-mat.3':
    'Xoá cần một quyết định; chỉ còn lại dấu rằng đã có sự cố. Bản sao lưu xoá theo tài liệu vận hành.',
}
