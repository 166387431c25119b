/** What the pages of completion and adjustment say. */
export const messages: Readonly<Record<string, string>> = {
  'refusal.completion_already_checked':
    'Báo cáo hoàn thành này đã có người kiểm tra. Ý kiến đã ghi được giữ nguyên; cấp giao việc quyết định tiếp.',
  'programme.told.completion_reported': 'Đã báo cáo hoàn thành. Việc chờ kiểm tra và công nhận.',
  'programme.completion.title': 'Báo cáo hoàn thành',
  'programme.completion.lead':
    'Mọi chỉ tiêu phải có kết quả cuối cùng, minh chứng và, nếu đã hứa, văn bản công nhận.',
  'programme.completion.readiness': 'Đủ hay thiếu theo từng chỉ tiêu',
  'programme.completion.readiness_lead': 'Đủ {ready}/{count} chỉ tiêu',
  'programme.completion.promised': 'Đã hứa',
  'programme.completion.missing': 'Còn thiếu',
  'programme.completion.enough': 'Đủ',
  'programme.completion.live': 'Số đo trực tiếp',
  'programme.completion.no_papers': 'chưa có',
  'programme.completion.papers': '{count} minh chứng',
  'programme.completion.recognitions': 'trong đó {count} công nhận',
  'programme.completion.to_report': 'Báo cáo kết quả',
  'programme.completion.to_evidence': 'Nộp minh chứng',
  'programme.completion.to_recognition': 'Nộp văn bản công nhận',
  'programme.completion.done_on': 'Ngày làm xong',
  'programme.completion.done_on_hint':
    'Ngày công việc thật sự xong, không phải ngày được công nhận. Hạn: {due}.',
  'programme.completion.content': 'Đã làm được gì',
  'programme.completion.content_hint':
    'Kết quả so với điều đã hứa, sản phẩm ở đâu, ai đang dùng. Không ghi nội dung mật.',
  'programme.completion.act': 'Báo cáo hoàn thành',
  'programme.completion.closed': '{count} chỉ tiêu còn thiếu, nêu ở trên.',
  'programme.completion.note': 'Báo cáo xong, người theo dõi kiểm tra rồi {body} công nhận.',
}
