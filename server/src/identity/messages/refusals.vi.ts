/** Why an act on accounts, rights or access is refused, and what to do. */
export const messages = {
  'refusal.sign_in_refused':
    'Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tên này đang tạm khoá vì nhập sai nhiều lần. Xin kiểm tra phím Caps Lock và bộ gõ; nếu đã sai từ năm lần, chờ ít phút rồi thử lại. Quên mật khẩu: liên hệ quản trị của đơn vị.',
  'refusal.password_wrong':
    'Mật khẩu đang dùng chưa đúng, hoặc đã sai nhiều lần nên tạm khoá. Sai từ năm lần thì chờ ít phút rồi thử lại.',
  'refusal.username_taken': 'Tên đăng nhập “{username}” đã có. Xin chọn tên khác.',
  'refusal.own_account': 'Không ai tự đóng tài khoản của mình. Xin đề nghị một quản trị khác.',
  'refusal.account_disabled': 'Tài khoản “{username}” đã đóng từ trước.',
  'refusal.account_not_disabled': 'Tài khoản “{username}” đang mở, không cần mở lại.',
  'refusal.grant_self': 'Không ai tự cấp quyền cho chức vụ mình đang giữ. Xin đề nghị một quản trị khác.',
  'refusal.grant_exists': 'Chức vụ này đã có đúng quyền đó trong thời gian ấy.',
  'refusal.grant_span': 'Ngày thôi quyền phải sau ngày bắt đầu.',
  'refusal.grant_over': 'Quyền này đã hết hiệu lực từ trước.',
  'refusal.token_revoked': 'Mã truy cập này đã bị thu hồi từ trước.',
  'refusal.session_needed': 'Việc này cần người đăng nhập trực tiếp, không dùng được bằng mã truy cập.',
  'refusal.acting_post_not_held': 'Hôm nay anh/chị không giữ chức vụ này. Xin chọn chức vụ khác.',
  'refusal.outside_own': 'Không ai tự nối danh tính cho tài khoản của mình. Xin đề nghị một quản trị khác.',
  'refusal.outside_taken': 'Danh tính này đã nối với một tài khoản. Bỏ nối ở đó trước.',
  'refusal.own_sessions': 'Phiên của chính mình thì kết thúc ở trang Tài khoản.',
  'refusal.own_password': 'Mật khẩu của chính mình thì đổi ở trang Tài khoản, bằng mật khẩu đang dùng.',
  'refusal.grant_apart':
    'Một chức vụ không vừa quản trị kỹ thuật vừa xem xét, quyết định hay đánh giá công việc. Xin cấp cho một chức vụ khác.',
  'refusal.person_without_post':
    'Hôm nay người này không giữ chức vụ nào nên chưa tạo được tài khoản theo danh sách. Xin bỏ người này ra, hoặc bổ nhiệm trước.',
  'refusal.usernames_taken':
    'Vừa có người khác tạo tài khoản với một trong các tên đăng nhập này; chưa tạo tài khoản nào. Xin làm lại, tên khác sẽ được chọn.',
  'refusal.stand_in_lends':
    'Đang làm thay người khác thì không giao tiếp quyền cho ai. Xin quay về chức vụ của mình.',
  'refusal.stand_in_own_gain': 'Không ai tự giao cho mình quyền của người khác.',
  'refusal.stand_in_not_holding': 'Người này không giữ chức vụ ấy vào ngày bắt đầu.',
  'refusal.stand_in_past': 'Ủy quyền bắt đầu từ hôm nay hoặc sau này, không lùi ngày.',
  'refusal.stand_in_span': 'Ngày cuối phải từ ngày bắt đầu trở đi.',
  'refusal.stand_in_too_long': 'Ủy quyền tối đa {days} ngày. Lâu hơn thì cần bổ nhiệm người khác.',
  'refusal.stand_in_self': 'Người làm thay phải là người khác.',
  'refusal.stand_in_without_post': 'Người này hôm nay không giữ chức vụ nào, nên không làm thay được.',
  'refusal.stand_in_beyond': 'Có quyền mà chức vụ này không có hoặc không được giao. Xin chọn lại.',
  'refusal.stand_in_over': 'Ủy quyền này đã hết từ trước.',
  'refusal.no_own_post': 'Hôm nay anh/chị không giữ chức vụ nào để ủy quyền.',
  'refusal.token_post_gone':
    'Mã truy cập này được tạo cho một chức vụ mà chủ của nó không còn giữ. Hãy tạo mã mới ở chức vụ đang giữ.',
  'refusal.token_own_post':
    'Mã truy cập chỉ tạo được với chức vụ của chính mình. Xin quay về chức vụ của mình.',
  'refusal.emergency_nothing': 'Không có việc nào mang mã này đã được trình. Xin kiểm tra mã.',
  'refusal.emergency_two_persons': 'Người đề nghị không tự duyệt, dù bằng tài khoản nào. Xin để người khác.',
  'refusal.emergency_decided': 'Đề nghị này đã có ý kiến hoặc đã thôi.',
  'refusal.emergency_over': 'Lần xem khẩn này không mở hoặc đã hết giờ.',
  'refusal.emergency_reads_only': 'Đang xem khẩn thì chỉ đọc. Xin quay về chức vụ của mình để làm việc khác.',
  'refusal.code_wrong':
    'Mã chưa đúng hoặc đã hết hạn. Xin nhập mã đang hiện; nếu vẫn sai, chỉnh lại đồng hồ của điện thoại.',
  'refusal.second_step_refused':
    'Chưa đúng, hoặc đã dùng rồi, hoặc đang tạm khoá vì sai nhiều lần. Mỗi mã chỉ dùng một lần: xin chờ mã kế tiếp. Sai từ năm lần thì chờ ít phút.',
  'refusal.proof_wrong':
    'Chưa xác nhận được: mật khẩu hoặc mã chưa đúng, hoặc đã dùng rồi, hoặc đang tạm khoá vì sai nhiều lần. Sai từ năm lần thì chờ ít phút.',
  'refusal.passkey_refused': 'Khoá truy cập này chưa dùng được ở đây. Xin thử lại, hoặc dùng cách khác.',
  'refusal.passkey_too_many': 'Mỗi tài khoản có nhiều nhất {max} khoá truy cập. Xin bỏ bớt khoá không dùng.',
  'refusal.passkey_needs_address':
    'Khoá truy cập chỉ dùng được khi hệ thống có địa chỉ https (PUBLIC_URL), hoặc ở localhost. Xin dùng cách khác, hoặc hỏi quản trị.',
  'refusal.factor_there': 'Tài khoản đã có bước hai. Xin đăng nhập bằng bước hai đó.',
  'refusal.factor_unreadable':
    'Máy chủ không đọc được bí mật của ứng dụng xác thực vì thiếu khoá hoặc sai khoá. Xin dùng mã dự phòng hoặc khoá truy cập, hoặc nhờ quản trị đặt lại khoá của máy chủ hay gỡ bước hai.',
  'refusal.no_factor': 'Tài khoản này chưa có bước hai nào.',
  'refusal.last_factor': 'Quyền của anh/chị cần bước hai. Xin đặt cái mới trước khi bỏ cái cuối cùng.',
  'refusal.own_factors': 'Không ai tự gỡ bước hai của mình ở đây. Xin đề nghị một quản trị khác.',
  'refusal.mail_not_set_up': 'Hệ thống này chưa nối với máy chủ thư.',
  'refusal.mail_address_missing': 'Cần địa chỉ thư để gửi tới.',
  'refusal.mail_domain_foreign': 'Chỉ gửi tới hộp thư thuộc {domains}.',
  'refusal.account_unconfirmed':
    'Tài khoản này chưa kích hoạt, nên chưa đặt được cách vào nào khác. Xin nhập mã kích hoạt trước.',
  'refusal.second_person_involved':
    'Anh/chị là chủ tài khoản “{username}” hoặc đã tự làm một trong những điều chờ xác nhận. Xin để người khác xác nhận.',
  'refusal.confirmation_changed':
    'Những điều chờ xác nhận của tài khoản “{username}” vừa thay đổi. Xin xem lại danh sách rồi xác nhận.',
  'refusal.nothing_unconfirmed': 'Tài khoản “{username}” không có gì chờ xác nhận.',
  'refusal.activation_wrong':
    'Mã kích hoạt không đúng hoặc đã hết hạn. Xin xem lại, hoặc xin người xác nhận cấp mã khác.',
}
