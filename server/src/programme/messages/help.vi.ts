export const messages = {
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
}

declare module '../../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
