/** The words of lists, figures and claims. */
export const messages: Readonly<Record<string, string>> = {
  'refusal.filter_unknown':
    'Không tìm thấy “{value}” trong bộ lọc. Xin kiểm tra lại năm, đơn vị hoặc nhóm nội dung.',
  'claim.partial': 'chỉ xem được một phần',
  'programme.measured_work': '{owner} · hạn {dueOn}',
}
