export const messages = {
  'help.title': 'Trợ giúp',
  'help.lead':
    'Mỗi mục nói trang đó để làm gì và làm thế nào. Bấm dấu hỏi ở đầu trang để mở đúng mục của trang đang xem.',
  'help.contents': 'Các mục',
  'help.demo': 'Bản minh hoạ',
  'help.demo_text':
    'Đổi ngày ở thanh trên cùng: chuyện của những ngày giữa đó diễn ra, tới {date} là hết. Lùi ngày chỉ để xem lại. Việc đã có người thao tác thì không tự đi tiếp nữa.',
  'help.keys': 'Phím tắt',
  'help.keys_lead': 'Bấm ngoài ô nhập. Tổ hợp “g rồi …” là bấm g, thả ra, rồi bấm phím sau.',
  'help.key_search': 'Tới ô tìm kiếm',
  'help.key_help': 'Mở trợ giúp của trang đang xem',
  'help.desk_key.k': 'Khi xét lần lượt: mục trước',
  'help.desk_key.j': 'Khi xét lần lượt: mục sau',
  'help.desk_key.a': 'Khi xét lần lượt: chấp nhận, hoặc đạt mọi tiêu chí',
  'help.desk_key.x': 'Khi xét lần lượt: không chấp nhận',
  'help.desk_key.s': 'Khi xét lần lượt: ghi và sang mục sau',
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
}
