/** What the pages say on which a second person confirms what one did alone. */
export const messages = {
  'identity.confirmations': 'Xác nhận quyền',
  'identity.confirmations_lead':
    'Điều một người làm một mình (mở tài khoản, đặt mật khẩu, bổ nhiệm, cấp quyền) chưa có hiệu lực cho đến khi người thứ hai xác nhận. Xin chỉ xác nhận điều mình biết là đúng; tài khoản mới cần thêm mã kích hoạt, do chính anh/chị giao tận tay người dùng.',
  'identity.no_confirmation': 'Không có gì chờ xác nhận',
  'identity.no_confirmation_help':
    'Khi có người được mở tài khoản, bổ nhiệm hoặc cấp quyền trong phạm vi của anh/chị, người ấy hiện ở đây.',
  'identity.confirm': 'Xác nhận các mục đã chọn',
  'identity.confirm_whom': 'Người chờ xác nhận',
  'identity.confirm_what': 'Điều chờ xác nhận',
  'identity.access_confirmed': 'Đã xác nhận',
  'identity.activation_codes': 'Mã kích hoạt',
  'identity.activation_codes_lead':
    'Đã xác nhận. Xin giao mỗi mã tận tay người dùng, không qua người đã mở tài khoản. Người dùng đăng nhập, vào “Kích hoạt tài khoản” và nhập mã trong {days} ngày.',
  'identity.activation_code': 'Mã kích hoạt',
  'identity.activation_letters_bar':
    '{count} thư kèm mã kích hoạt. In ngay bây giờ, giao tận tay từng người, không qua người đã mở tài khoản: đóng trang này thì không xem lại được mã.',
  'identity.confirmed_without_code': 'Đã xác nhận, không cần mã: {people}',
  'identity.activation_letter_title': 'Mã kích hoạt tài khoản',
  'identity.activation_letter_intro':
    'Tài khoản của ông/bà trong hệ thống Đột Phá đã được xác nhận. Mã dưới đây chứng tỏ người dùng tài khoản chính là ông/bà.',
  'identity.activation_letter_how':
    'Xin đăng nhập bằng mật khẩu đang có, vào “Kích hoạt tài khoản”, nhập mã và chọn mật khẩu mới mà chỉ mình biết. Mã hết hạn sau {days} ngày.',
  'identity.activation_letter_care':
    'Không đưa mã cho người khác, kể cả quản trị. Nếu thư đã bị mở hoặc tài khoản không phải của mình, xin báo ngay cho người giao thư này.',
  'identity.no_code_needed': 'Không cần mã',
  'identity.code_given': 'Đã cấp mã, chờ người dùng nhập trước {until} ({by})',
  'identity.waits_for_second': 'Chờ người thứ hai xác nhận',
  'identity.waits_for_second_help':
    'Những điều dưới đây chưa có hiệu lực. Người thanh tra, người quyết định, quản trị khác ở cấp trên, hoặc người đứng đầu đơn vị xác nhận được; người đã làm thì không.',
  'identity.thing_created': 'Mở tài khoản',
  'identity.thing_password': 'Đặt lại mật khẩu',
  'identity.thing_factors': 'Gỡ bước hai',
  'identity.thing_outside': 'Nối với danh tính ngoài {what}',
  'identity.thing_holding': 'Giữ chức vụ {what}, {unit}',
  'identity.thing_grant': 'Quyền “{role}” trong phạm vi {unit} ({what})',
  'identity.thing_lending': 'Làm thay ở chức vụ {what}',
  'identity.thing_by': '{by}, {at}',
  'identity.activate': 'Kích hoạt tài khoản',
  'identity.activate_lead':
    'Tài khoản này do người khác mở hoặc cấp lại, nên chưa có quyền nào. Xin nhập mã mà người xác nhận (không phải người mở tài khoản) giao cho anh/chị, và chọn mật khẩu mới mà chỉ mình biết. Mọi phiên khác kết thúc.',
  'identity.activate_hint': 'Bốn nhóm, mỗi nhóm bốn ký tự.',
  'identity.activated': 'Đã kích hoạt tài khoản; các phiên khác đã kết thúc',
  'identity.activate_nothing': 'Tài khoản này không chờ kích hoạt.',
  'identity.account_waits': 'Quyền của anh/chị chờ người thứ hai xác nhận',
  'identity.account_waits_help':
    'Tài khoản do người khác mở hoặc cấp lại. Đã có mã kích hoạt thì nhập vào đây; chưa có thì xin hỏi người đứng đầu đơn vị hoặc thanh tra.',
  'identity.notice_account_opened': '{by} đã mở tài khoản này.',
  'identity.notice_password_set': '{by} đã đặt mật khẩu khác cho tài khoản này.',
  'identity.notice_outside_linked': '{by} đã nối tài khoản này với danh tính ngoài “{subject}”.',
  'identity.notice_post_given': '{by} đã bổ nhiệm anh/chị giữ chức vụ {post}.',
  'identity.notice_right_given': '{by} đã cấp thêm quyền cho chức vụ {post} của anh/chị.',
  'identity.notice_access_confirmed': '{by} đã xác nhận quyền của anh/chị.',
  'identity.notice_seen_account_opened': '{by} đã mở tài khoản “{username}” cho {person}.',
  'identity.notice_seen_accounts_opened': '{by} đã mở cùng lúc {count} tài khoản.',
  'identity.notice_seen_password_set': '{by} đã đặt mật khẩu khác cho tài khoản “{username}” của {person}.',
  'identity.notice_seen_factors_removed': '{by} đã gỡ bước hai của tài khoản “{username}” của {person}.',
  'identity.notice_seen_outside_linked':
    '{by} đã nối tài khoản “{username}” của {person} với danh tính ngoài “{subject}”.',
  'identity.notice_seen_right_given': '{by} đã cấp thêm quyền cho chức vụ {post} của {person}.',
  'identity.notice_seen_post_given': '{by} đã bổ nhiệm {person} giữ chức vụ {post}.',
  'identity.notice_seen_access_confirmed': '{by} đã xác nhận quyền của {person} (“{username}”).',
  'identity.notice_seen_accesses_confirmed': '{by} đã xác nhận cùng lúc quyền của {count} người.',
} as const
