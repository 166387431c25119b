import type { LineRole } from '../../model/words/body.ts'
import type { Component } from '../../profile/profile.ts'

/** A style as an officer finds it in the list of styles; ids are its name without accents. */
export interface StyleName {
  readonly id: string
  readonly name: string
}

const style = (id: string, name: string): StyleName => ({ id, name })

/** The style of each component that stands in one kind of paragraph. */
export const componentStyles: Readonly<Record<Component, StyleName>> = {
  country: style('QuocHieu', 'Quốc hiệu'),
  motto: style('TieuNgu', 'Tiêu ngữ'),
  partyTitle: style('TieuDeDang', 'Tiêu đề của Đảng'),
  superior: style('CoQuanChuQuan', 'Cơ quan chủ quản'),
  issuer: style('CoQuanBanHanh', 'Cơ quan ban hành'),
  number: style('SoKyHieu', 'Số và ký hiệu'),
  issued: style('DiaDanhThoiGian', 'Địa danh và thời gian'),
  kind: style('TenLoai', 'Tên loại'),
  abstract: style('TrichYeu', 'Trích yếu'),
  letterAbstract: style('TrichYeuCongVan', 'Trích yếu công văn'),
  addressee: style('KinhGui', 'Kính gửi'),
  competence: style('ThamQuyen', 'Thẩm quyền ban hành'),
  enacting: style('LoiBanHanh', 'Lời ban hành'),
  base: style('CanCu', 'Căn cứ'),
  body: style('NoiDung', 'Nội dung'),
  groupNumber: style('SoPhanChuongMuc', 'Phần chương mục'),
  groupTitle: style('TenPhanChuongMuc', 'Tên phần chương mục'),
  article: style('Dieu', 'Điều'),
  clauseTitle: style('TenKhoan', 'Tên khoản'),
  headingRoman: style('DeMucLaMa', 'Đề mục La Mã'),
  authority: style('QuyenHanKy', 'Quyền hạn ký'),
  position: style('ChucVu', 'Chức vụ'),
  signer: style('NguoiKy', 'Họ tên người ký'),
  recipientsLabel: style('NoiNhan', 'Nơi nhận'),
  recipients: style('DanhSachNoiNhan', 'Danh sách nơi nhận'),
  drafter: style('KyHieuSoanThao', 'Ký hiệu người soạn thảo'),
  urgency: style('DoKhan', 'Độ khẩn'),
  circulation: style('PhamViLuuHanh', 'Phạm vi lưu hành'),
  contact: style('DiaChiCoQuan', 'Địa chỉ cơ quan'),
  annexLabel: style('PhuLuc', 'Phụ lục'),
  annexTitle: style('TenPhuLuc', 'Tên phụ lục'),
  annexReference: style('KemTheo', 'Kèm theo'),
  copyLabel: style('HinhThucSao', 'Hình thức sao'),
  pageNumber: style('SoTrang', 'Số trang'),
}

/** Paragraphs of the text that look like `body` and are more than that. */
export const roleStyles = {
  articleText: style('DieuNoiDung', 'Điều không tiêu đề'),
  clause: style('Khoan', 'Khoản'),
  point: style('Diem', 'Điểm'),
  item: style('GachDauDong', 'Gạch đầu dòng'),
  heading2: style('DeMucSo', 'Đề mục số'),
} as const satisfies Partial<Record<LineRole, StyleName>>

/** Paragraphs that the form says nothing of. */
export const otherStyles = {
  star: style('DauSao', 'Dấu sao'),
  dashes: style('GachDuoiTrichYeu', 'Gạch dưới trích yếu'),
  draft: style('DuThao', 'Dự thảo'),
  rule: style('DuongKe', 'Đường kẻ'),
  tableText: style('ChuTrongBang', 'Chữ trong bảng'),
  tableCaption: style('TenBang', 'Tên bảng'),
  figure: style('Hinh', 'Hình'),
  figureCaption: style('TenHinh', 'Tên hình'),
  gap: style('KhoangCach', 'Khoảng cách'),
} as const

export function styleOf(role: LineRole, component: Component): StyleName {
  return role in roleStyles ? roleStyles[role as keyof typeof roleStyles] : componentStyles[component]
}
