import { messages as refusals } from './messages/refusals.vi.ts'
import { messages as life } from './messages-life.vi.ts'
import { messages as pages } from './messages-pages.vi.ts'
import { messages as workbook } from './workbook/messages.vi.ts'

export const messages = {
  ...refusals,
  ...pages,
  ...life,
  ...workbook,
  'error.unit_code': 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ huyen-uy-a.',
  'organisation.system.party': 'Đảng',
  'organisation.system.state': 'Nhà nước',
  'organisation.system.front': 'Mặt trận Tổ quốc',
  'organisation.system.mass': 'Đoàn thể',
  'organisation.system.enterprise': 'Doanh nghiệp',
  'organisation.level.central': 'Trung ương',
  'organisation.level.province': 'Cấp tỉnh',
  'organisation.level.direct': 'Trực thuộc tỉnh',
  'organisation.level.district': 'Cấp huyện',
  'organisation.level.grassroots': 'Cấp cơ sở',
  'organisation.kind.committee': 'Cấp ủy',
  'organisation.kind.huyen_uy': 'Huyện ủy',
  'organisation.kind.thanh_uy': 'Thành ủy',
  'organisation.kind.thi_uy': 'Thị ủy',
  'organisation.kind.dang_uy_truc_thuoc': 'Đảng ủy trực thuộc',
  'organisation.kind.btv': 'Ban thường vụ',
  'organisation.kind.office': 'Văn phòng',
  'organisation.kind.propaganda': 'Ban tuyên giáo',
  'organisation.kind.organisation-board': 'Ban tổ chức',
  'organisation.kind.inspection': 'Ủy ban kiểm tra',
  'organisation.kind.people-committee': 'Ủy ban nhân dân',
  'organisation.kind.department': 'Sở, ban, ngành',
  'organisation.kind.division': 'Phòng chuyên môn',
  'organisation.kind.party-cell': 'Tổ chức đảng cơ sở',
  'organisation.kind.front': 'Mặt trận Tổ quốc',
  'organisation.kind.mass': 'Đoàn thể',
  'organisation.kind.enterprise': 'Doanh nghiệp',
  'organisation.kind.other': 'Đơn vị khác',
  'organisation.capacity.full': 'Chính thức',
  'organisation.capacity.acting': 'Quyền',
  'organisation.capacity.in_charge': 'Phụ trách',
  'error.unit_code_reserved':
    'Mã này trùng với địa chỉ của một biểu mẫu, nên trang của đơn vị sẽ không mở được. Xin chọn mã khác, ví dụ phuong-moi.',
}

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
