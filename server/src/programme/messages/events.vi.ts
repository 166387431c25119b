/** What the events are called that machines outside may hear of. */
export const messages = {
  'webhooks.event.work.submitted': 'Trình đăng ký',
  'webhooks.event.work.added': 'Cấp trên bổ sung việc',
  'webhooks.event.work.reported': 'Báo cáo tiến độ',
  'webhooks.event.work.reminded': 'Đôn đốc',
  'webhooks.event.work.suspended': 'Tạm dừng việc',
  'webhooks.event.work.resumed': 'Tiếp tục việc',
  'webhooks.event.work.completion_reported': 'Báo cáo hoàn thành',
  'webhooks.event.work.completion_decided': 'Quyết định về hoàn thành',
  'webhooks.event.adjustment.asked': 'Đề nghị điều chỉnh',
  'webhooks.event.adjustment.decided': 'Quyết định điều chỉnh',
  'webhooks.event.evidence.offered': 'Nộp minh chứng',
  'webhooks.event.evidence.judged': 'Xét minh chứng',
  'webhooks.event.comment.added': 'Ý kiến mới',
  'webhooks.event.decision.recorded': 'Quyết định của cơ quan được ghi nhận',
}
