import { formatTypedDate, type PlainDate } from '../../platform/time/plain-date.ts'

/** How to fill the workbook in: its first sheet, in Vietnamese as its headings. */
export function guideRows(on: PlainDate, unit: string | null): string[][] {
  return [
    ['Danh bạ đơn vị, chức vụ, người giữ chức vụ'],
    ['Tính đến ngày', formatTypedDate(on)],
    ['Phạm vi', unit === null ? 'Toàn bộ danh bạ' : `Đơn vị có mã ${unit} và các đơn vị bên dưới`],
    [],
    ['Cách điền'],
    [
      'Thêm',
      'Ghi thêm dòng. Mỗi dòng mới cần một mã do đơn vị tự đặt, không trùng; lần sau dùng lại đúng mã đó.',
    ],
    [
      'Sửa',
      'Sửa thẳng trên dòng. Tên mới, cấp trên mới, diện quản lý mới có hiệu lực từ ngày khai khi nạp tệp.',
    ],
    [
      'Kết thúc',
      'Ghi ngày vào cột “Ngày đầu tiên không còn” hoặc “Ngày đầu tiên thôi giữ”. Đơn vị, chức vụ, người đã có không mất đi.',
    ],
    ['Bỏ dòng', 'Dòng không có trong tệp thì để nguyên, không bị xoá. Ô để trống cũng là để nguyên.'],
    [
      'Không sửa được',
      'Mã, hệ thống, “Thay mặt cho”, ngày bắt đầu, cấp trưởng, tư cách, dấu minh hoạ của dòng đã có. Muốn khác thì kết thúc dòng cũ, thêm dòng mới.',
    ],
    [],
    ['Quy ước'],
    ['Ngày', 'Ngày/tháng/năm, ví dụ 18/05/2022. “Ngày đầu tiên không còn” là ngày sau ngày cuối cùng.'],
    ['Mã đơn vị', 'Chữ thường không dấu, số, dấu gạch nối: xa-an-minh. Không đổi được về sau.'],
    ['Hệ thống', 'Đảng; Nhà nước; Mặt trận Tổ quốc; Đoàn thể; Doanh nghiệp'],
    ['Cấp', 'Trung ương; Cấp tỉnh; Trực thuộc tỉnh; Cấp huyện; Cấp cơ sở'],
    ['Tư cách', 'Chính thức; Quyền; Phụ trách'],
    ['Cấp trưởng, Minh hoạ', 'x là có, để trống là không'],
    ['(để đọc)', 'Chỉ giúp người đọc; khi nạp không lấy gì từ các cột này.'],
    ['(để đối chiếu)', 'Phải khớp với tên của mã ở cột bên cạnh, để phát hiện khi các cột bị lệch dòng.'],
    ['Công thức', 'Không nạp. Hãy dán giá trị. Không gộp ô, không ẩn trang tính.'],
  ]
}
