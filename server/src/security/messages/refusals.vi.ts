/** Why an act on the record or on spills is refused, and what to do. */
export const messages = {
  'refusal.fault_acknowledged': 'Sai lệch này đã có người ghi nhận.',
  'refusal.fault_not_acknowledged': 'Sai lệch này chưa có ai ghi nhận.',
  'refusal.fault_confirmed': 'Sai lệch này đã được hai người ghi nhận.',
  'refusal.same_person_may_not_confirm': 'Người xác nhận phải khác người đã ghi nhận, kể cả khi làm thay.',
  'refusal.content_erased': 'Nội dung của mục này đã được xoá trước đó.',
  'refusal.decision_stays': 'Đây là mục ghi một quyết định xoá: nội dung của nó không được xoá.',
  'refusal.erasure_in_future': 'Ngày quyết định không được sau hôm nay.',
  'refusal.record_too_long':
    'Có hơn {most} mục. Xin thu hẹp khoảng ngày hoặc thêm điều kiện rồi tải từng phần.',
  'refusal.spill_known': 'Nội dung này đang được cô lập.',
  'refusal.spill_not_found':
    'Không tìm thấy việc hay tệp nào ở địa chỉ này trong phạm vi của anh/chị. Xin chép đúng địa chỉ của trang việc hoặc của tệp.',
  'refusal.spill_erased': 'Nội dung này đã được xoá.',
}
