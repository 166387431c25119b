/** Lists that are kept, shared and acted on; versions beside each other; typing that is kept; what a body allows. */
export const messages = {
  'programme.policy.title': 'Quy chế riêng của cấp uỷ',
  'programme.policy.lead':
    'Mặc định người kiểm tra kết quả và người công nhận hoàn thành là hai người khác nhau. Quy chế bằng văn bản của cấp giao việc có thể cho một người làm cả hai, từ một ngày.',
  'programme.policy.add': 'Ghi một quy chế',
  'programme.policy.none': 'Chưa có quy chế riêng',
  'programme.policy.none_text': 'Kiểm tra và công nhận hoàn thành luôn do hai người khác nhau.',
  'programme.policy.from': 'Từ ngày',
  'programme.policy.says': 'Nội dung',
  'programme.policy.document': 'Văn bản',
  'programme.policy.document_hint': 'Số, ngày và tên văn bản, ví dụ: Quy chế 05-QC/HU ngày 10/01/2022.',
  'programme.policy.one_person_completion.yes': 'Một người được vừa kiểm tra vừa công nhận hoàn thành',
  'programme.policy.one_person_completion.no': 'Kiểm tra và công nhận hoàn thành do hai người khác nhau',
  'programme.told.policy_recorded': 'Đã ghi quy chế của cấp uỷ.',
  'programme.add_file.title': 'Bổ sung tệp văn bản',
  'programme.add_file.lead':
    '{title}: đã ghi khi chưa có tệp. Tệp bổ sung được ghi thành một sự kiện riêng, có ngày riêng, và không thay cho tệp nào.',
  'programme.add_file.file': 'Tệp văn bản',
  'programme.add_file.act': 'Bổ sung tệp',
  'programme.add_file.added': 'bổ sung {date}',
  'programme.told.file_added': 'Đã bổ sung tệp văn bản.',
  'refusal.file_already_there':
    'Đã có tệp văn bản. Tệp đã có không bị thay; nếu cần bản khác, xin nộp minh chứng mới hoặc ghi quyết định mới.',
  'refusal.evidence_closed':
    'Minh chứng này đã bị từ chối hoặc đã thay bằng bản khác. Xin nộp minh chứng mới.',
  'refusal.paper_missing': 'Chưa chọn tệp. Xin chọn tệp văn bản để bổ sung.',
}
