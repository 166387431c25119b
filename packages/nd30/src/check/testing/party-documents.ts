import type { BlockWish, ParagraphWish } from './hand-built.ts'
import { footTable, headTable, lineBelow } from './state-documents.ts'

const centred = { align: 'center' } as const
const body = (text: string): ParagraphWish => ({
  text,
  align: 'both',
  firstLine: 567,
  after: 120,
  line: 360,
  lineRule: 'exact',
})

/** A Party committee's decision, sound by guidance 05-HD/VPTW. */
export const partyDecision: readonly BlockWish[] = [
  headTable(
    [
      { text: 'ĐẢNG BỘ TỈNH BẮC GIANG', size: 14, ...centred },
      { text: 'ĐẢNG ỦY XÃ TÂN AN', size: 14, bold: true, ...centred },
      { text: '*', size: 14, ...centred },
      { text: 'Số 05-QĐ/ĐU', size: 14, ...centred },
    ],
    [
      lineBelow({ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', size: 15, bold: true, ...centred }, 1),
      { text: 'Tân An, ngày 05 tháng 6 năm 2026', size: 14, italic: true, ...centred },
    ],
  ),
  {},
  { text: 'QUYẾT ĐỊNH', size: 16, bold: true, ...centred },
  { text: 'về việc chuẩn y cấp ủy chi bộ', size: 14, bold: true, ...centred },
  { text: '-----', size: 14, ...centred },
  body('- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;'),
  body('- Theo đề nghị của Chi bộ Trường Tiểu học Tân An,'),
  { text: 'BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH', size: 14, bold: true, ...centred },
  {
    ...body(''),
    runs: [{ text: 'Điều 1.', bold: true }, { text: ' Chuẩn y ba đồng chí vào cấp ủy chi bộ.' }],
  },
  {
    ...body(''),
    runs: [{ text: 'Điều 2.', bold: true }, { text: ' Quyết định có hiệu lực kể từ ngày ký.' }],
  },
  footTable(
    [
      { text: 'Nơi nhận:', size: 14, underline: true },
      { text: '- Như Điều 1,', size: 12 },
      { text: '- Lưu Văn phòng Đảng ủy.', size: 12 },
    ],
    [
      { text: 'T/M ĐẢNG ỦY', size: 14, bold: true, ...centred },
      { text: 'PHÓ BÍ THƯ', size: 14, ...centred },
      {},
      { text: 'Lê Văn Dũng', size: 14, bold: true, ...centred },
    ],
  ),
]
