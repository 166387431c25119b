import { textWidthPt } from '../../text/widths.ts'
import type { BlockWish, ParagraphWish, TableWish } from './hand-built.ts'

const emuPerPoint = 12_700

/** A line below a paragraph, as a share of its words. */
export function lineBelow(words: ParagraphWish, share: number): ParagraphWish {
  const { text = '', size = 14, bold = false, italic = false } = words
  const widthPt = textWidthPt(text, { sizePt: size, bold, italic }) * share
  return {
    ...words,
    shapes: [
      {
        kind: 'line',
        widthEmu: Math.round(widthPt * emuPerPoint),
        heightEmu: 0,
        anchor: { x: null, y: null, alignX: 'center' },
        strokeColour: '000000',
        paragraphs: [],
      },
    ],
  }
}

/** Sound documents of invented bodies, made of parts that a test may replace. */

const centred = { align: 'center' } as const
export const country: ParagraphWish = {
  text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  size: 12,
  bold: true,
  ...centred,
}
export const motto: ParagraphWish = lineBelow(
  { text: 'Độc lập - Tự do - Hạnh phúc', size: 13, bold: true, ...centred },
  1,
)
export const superior: ParagraphWish = { text: 'ỦY BAN NHÂN DÂN TỈNH BẮC GIANG', size: 12, ...centred }
export const issuer: ParagraphWish = lineBelow({ text: 'SỞ NỘI VỤ', size: 12, bold: true, ...centred }, 0.4)
export const number: ParagraphWish = { text: 'Số: 15/QĐ-SNV', size: 13, ...centred }
export const issued: ParagraphWish = {
  text: 'Bắc Giang, ngày 05 tháng 3 năm 2024',
  size: 13,
  italic: true,
  ...centred,
}

export const headTable = (left: readonly ParagraphWish[], right: readonly ParagraphWish[]): TableWish => ({
  rows: [[left, right]],
  widths: [3900, 5500],
})

export const plainHead: TableWish = headTable([superior, issuer, number], [country, motto, issued])

export const kindLine = (text: string): ParagraphWish => ({ text, bold: true, ...centred })
export const abstract = (text: string): ParagraphWish => lineBelow({ text, bold: true, ...centred }, 0.4)
export const base = (text: string): ParagraphWish => ({
  text,
  italic: true,
  align: 'both',
  firstLine: 720,
  after: 120,
})
export const body = (text: string, more: ParagraphWish = {}): ParagraphWish => ({
  text,
  align: 'both',
  firstLine: 720,
  after: 120,
  ...more,
})

export const recipients: readonly ParagraphWish[] = [
  { text: 'Nơi nhận:', size: 12, bold: true, italic: true },
  { text: '- Như Điều 3;', size: 11 },
  { text: '- UBND tỉnh (để b/c);', size: 11 },
  { text: '- Lưu: VT, TCCB (5).', size: 11 },
]
export const signature: readonly ParagraphWish[] = [
  { text: 'KT. GIÁM ĐỐC', bold: true, ...centred },
  { text: 'PHÓ GIÁM ĐỐC', bold: true, ...centred },
  {},
  {},
  { text: 'Nguyễn Thị Minh Hạnh', bold: true, ...centred },
]
export const footTable = (left: readonly ParagraphWish[], right: readonly ParagraphWish[]): TableWish => ({
  rows: [[left, right]],
  widths: [4500, 4900],
})
export const plainFoot = footTable(recipients, signature)

export const decision: readonly BlockWish[] = [
  plainHead,
  {},
  kindLine('QUYẾT ĐỊNH'),
  abstract('Về việc ban hành Kế hoạch chuyển đổi số năm 2024'),
  {},
  kindLine('GIÁM ĐỐC SỞ NỘI VỤ'),
  base('Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;'),
  base('Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;'),
  base('Theo đề nghị của Chánh Văn phòng Sở.'),
  kindLine('QUYẾT ĐỊNH:'),
  body('', {
    runs: [
      { text: 'Điều 1.', bold: true },
      { text: ' Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số năm 2024 của Sở Nội vụ.' },
    ],
  }),
  body('1. Kế hoạch áp dụng cho các phòng, đơn vị thuộc Sở.'),
  body('a) Các phòng chuyên môn;'),
  body('b) Các đơn vị sự nghiệp.'),
  body('', {
    runs: [{ text: 'Điều 2.', bold: true }, { text: ' Quyết định này có hiệu lực kể từ ngày ký.' }],
  }),
  body('', {
    runs: [
      { text: 'Điều 3.', bold: true },
      { text: ' Chánh Văn phòng Sở và Thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này./.' },
    ],
  }),
  plainFoot,
]

export const letter: readonly BlockWish[] = [
  headTable(
    [
      superior,
      issuer,
      { ...number, text: 'Số: 15/SNV-VP' },
      { text: 'V/v báo cáo công tác văn thư quý I', size: 12, before: 120, ...centred },
    ],
    [country, motto, issued],
  ),
  {},
  { text: 'Kính gửi:', left: 2000 },
  { text: '- Các sở, ban, ngành;', left: 2800 },
  { text: '- Ủy ban nhân dân các xã, phường.', left: 2800 },
  body('Thực hiện Kế hoạch số 12/KH-UBND, Sở Nội vụ đề nghị các đơn vị báo cáo công tác văn thư quý I.'),
  body('Báo cáo gửi về Sở Nội vụ trước ngày 20 tháng 3 năm 2024./.'),
  footTable(
    [recipients[0] ?? {}, { text: '- Như trên;', size: 11 }, { text: '- Lưu: VT, VP.', size: 11 }],
    [{ text: 'GIÁM ĐỐC', bold: true, ...centred }, {}, { text: 'Trần Văn Bình', bold: true, ...centred }],
  ),
]
