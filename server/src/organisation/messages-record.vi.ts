/** What the record calls the acts and things of this slice. */
export const messages = {
  'act.directory.export': 'Xuất danh bạ',
  'act.directory.import': 'Nạp danh bạ',
  'act.directory.import_prepare': 'Xem trước khi nạp danh bạ',
  'act.directory.import_prepared': 'Chuẩn bị nạp danh bạ',
  'act.holding.end': 'Thôi giữ chức vụ',
  'act.organisation.import': 'Nạp tổ chức',
  'act.person.add': 'Thêm người',
  'act.person.correct': 'Sửa thông tin người',
  'act.post.appoint': 'Bổ nhiệm, phân công',
  'act.post.close': 'Bỏ chức vụ',
  'act.post.manage': 'Đổi cấp quản lý chức vụ',
  'act.post.open': 'Lập chức vụ',
  'act.unit.correct': 'Sửa thông tin đơn vị',
  'act.unit.end': 'Kết thúc đơn vị',
  'act.unit.found': 'Lập đơn vị',
  'act.unit.place': 'Đổi cấp trên của đơn vị',
  'act.unit.rename': 'Đổi tên đơn vị',
  'recorded.directory_import': 'Đợt nạp danh bạ',
  'recorded.holding': 'Giữ chức vụ',
  'recorded.person': 'Người',
  'recorded.post': 'Chức vụ',
  'recorded.unit': 'Đơn vị',
}

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
