/** Why an act on addresses for webhooks is refused, and what to do. */
export const messages = {
  'refusal.webhook_own_post':
    'Đang làm thay người khác hoặc đang xem khẩn thì không thêm được địa chỉ nhận. Hãy trở về chức vụ của mình.',
  'refusal.webhook_hosts_none':
    'Máy chủ chưa được phép gửi sự kiện đi đâu. Xin đề nghị người vận hành đặt WEBHOOK_HOSTS.',
  'refusal.webhook_host_not_allowed':
    'Không được gửi tới “{host}”. Hãy dùng địa chỉ https của một máy chủ mà người vận hành đã cho phép.',
  'refusal.webhook_url_password':
    'Địa chỉ không được chứa tên đăng nhập hay mật khẩu. Hãy bỏ phần trước dấu @.',
  'refusal.webhook_events_none': 'Chưa chọn sự kiện nào. Hãy chọn ít nhất một sự kiện.',
  'refusal.webhook_too_many':
    'Mỗi tài khoản có tối đa {most} địa chỉ nhận. Hãy xoá một địa chỉ không dùng nữa.',
  'refusal.webhook_not_paused': 'Địa chỉ này đang nhận, không có gì để tiếp tục.',
  'refusal.webhook_paused': 'Địa chỉ này đang tạm dừng. Hãy cho tiếp tục trước.',
}
