import type { OfficialDocument } from '../model/document.ts'
import { drawnPng } from './draw-png.ts'

const sentence =
  'Trong quá trình tổ chức thực hiện, các cơ quan, đơn vị có trách nhiệm phối hợp chặt chẽ, kịp thời báo cáo những khó khăn, vướng mắc phát sinh theo quy định tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.'

const rows = Array.from({ length: 30 }, (_, index) => [
  { text: String(index + 1), align: 'center' as const },
  { text: sentence.slice(0, 40 + index * 7) },
  { text: 'Phòng Tổ chức cán bộ' },
  { text: '01/01/2026', align: 'center' as const },
  { text: '31/12/2026', align: 'center' as const },
])

/** A decision with everything that a document can have. */
export const fullDocument: OfficialDocument = {
  profile: 'state',
  kind: 'quyet-dinh',
  superior: 'Ủy ban nhân dân tỉnh Lâm Hải',
  issuer: 'Sở Nội vụ',
  issuerInText: 'Sở Nội vụ',
  number: { value: 5, body: 'SNV' },
  issued: { place: 'Lâm Hải', date: '2026-01-05' },
  abstract: 'Về việc ban hành Quy chế làm việc của Sở Nội vụ tỉnh Lâm Hải giai đoạn 2026 - 2030',
  competence: 'Giám đốc Sở Nội vụ',
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
    'Theo đề nghị của Chánh Văn phòng',
  ],
  body: [
    { type: 'article', number: 1, text: 'Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Nội vụ.' },
    { type: 'article', number: 2, text: sentence },
    { type: 'article', number: 3, text: 'Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này' },
  ],
  signatures: [
    { authority: [{ prefix: 'KT', of: 'Giám đốc' }], position: 'Phó Giám đốc', name: 'Vũ Thị Hòa' },
  ],
  recipients: { lines: ['Như Điều 3', 'Giám đốc Sở'], archive: 'VT, VP', drafter: 'PL', copies: 30 },
  circulation: 'lưu hành nội bộ',
  contact: {
    address: 'số 1 đường Trần Phú, tỉnh Lâm Hải',
    email: 'snv@lamhai.example',
    phone: '0200 123 4567',
  },
  annexes: [
    {
      type: 'attached',
      kind: 'quy-che',
      title: 'Làm việc của Sở Nội vụ tỉnh Lâm Hải',
      reference: 'filled',
      body: [
        { type: 'chapter', number: 'I', title: 'Những quy định chung' },
        { type: 'article', number: 1, title: 'Phạm vi điều chỉnh' },
        { type: 'paragraph', text: sentence },
        { type: 'section', number: '1', title: 'Nguyên tắc' },
        { type: 'article', number: 2, title: 'Nguyên tắc làm việc' },
        { type: 'clause', number: 1, text: sentence },
        {
          type: 'clause',
          number: 2,
          text: [
            { text: 'Có chú thích', footnote: 'Theo Nghị định số 30/2020/NĐ-CP; xem thêm Điều 5.' },
            { text: ', chữ ' },
            { text: 'đậm', bold: true },
            { text: ', ' },
            { text: 'nghiêng', italic: true },
            { text: ', m' },
            { text: '2', raised: 'superscript' },
            { text: ', H' },
            { text: '2', raised: 'subscript' },
            { text: 'O và ' },
            { text: 'gạch chân', underline: true },
          ],
        },
        { type: 'point', letter: 'a', text: sentence },
        { type: 'point', letter: 'đ', text: 'Điểm ngắn;' },
        { type: 'item', mark: '-', text: 'Gạch đầu dòng.' },
      ],
    },
    {
      type: 'annex',
      title: 'Danh mục nhiệm vụ năm 2026',
      reference: 'empty',
      landscape: true,
      body: [
        {
          type: 'table',
          caption: 'Bảng 1. Nhiệm vụ trọng tâm',
          columns: [1, 5, 3, 2, 2],
          header: [
            [
              { text: 'STT', rows: 2 },
              { text: 'Nhiệm vụ', rows: 2 },
              { text: 'Đơn vị chủ trì', rows: 2 },
              { text: 'Thời gian', columns: 2 },
            ],
            [{ text: 'Bắt đầu' }, { text: 'Kết thúc' }],
          ],
          rows,
        },
      ],
    },
    {
      type: 'annex',
      title: 'Sơ đồ tổ chức',
      reference: 'filled',
      body: [
        { type: 'heading', level: 1, number: 'I', title: 'Những kết quả đạt được' },
        { type: 'heading', level: 2, number: '1', title: 'Về cải cách hành chính' },
        { type: 'paragraph', text: sentence },
        {
          type: 'figure',
          image: drawnPng(60, 36),
          widthMm: 100,
          alternative: 'Một hình màu',
          caption: 'Hình 1. Màu sắc',
        },
      ],
    },
  ],
  copy: {
    kind: 'sao-y',
    issuer: 'Ủy ban nhân dân xã Thuận An',
    number: { value: 3, body: 'UBND' },
    issued: { place: 'Thuận An', date: '2026-02-10' },
    signature: {
      authority: [{ prefix: 'TL', of: 'Chủ tịch' }],
      position: 'Chánh Văn phòng',
      name: 'Nguyễn Hoàng Bảo Ngọc',
    },
    recipients: { lines: ['Phòng Kinh tế'], archive: 'VT' },
  },
}
