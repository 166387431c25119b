import { expect, test } from 'vitest'
import { handBuilt, section } from '../testing/hand-built.ts'
import { partyDecision } from '../testing/party-documents.ts'
import {
  abstract,
  body,
  country,
  decision,
  footTable,
  issued,
  issuer,
  kindLine,
  letter,
  motto,
  number,
  superior,
} from '../testing/state-documents.ts'
import type { Piece } from './piece.ts'
import { recognise } from './recognise.ts'

const texts = (pieces: readonly Piece[]) => pieces.map(({ text }) => text)
const plain = { bold: false, italic: false, align: 'left', size: 11 } as const

test('knows a Party document by its title', () => {
  const found = recognise(handBuilt(partyDecision))
  expect(found.profile).toBe('party')
  expect(found.kind?.id).toBe('quyet-dinh')
  expect(found.head.star?.text).toBe('*')
  expect(texts(found.head.superior)).toEqual(['ĐẢNG BỘ TỈNH BẮC GIANG'])
  expect(texts(found.head.issuer)).toEqual(['ĐẢNG ỦY XÃ TÂN AN'])
  expect(found.head.dashes?.text).toBe('-----')
  expect(texts(found.head.abstract)).toEqual(['về việc chuẩn y cấp ủy chi bộ'])
  expect(found.bases).toHaveLength(2)
  expect(found.body.parts.map(({ role }) => role)).toEqual(['article', 'article'])
  expect(found.foot.recipients?.archive?.text).toBe('- Lưu Văn phòng Đảng ủy.')
  expect(texts(found.foot.signatures[0]?.position ?? [])).toEqual(['PHÓ BÍ THƯ'])
})

test('knows components whose look is all wrong', () => {
  const wrong = decision.map((block) =>
    'rows' in block
      ? {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => cell.map((each) => ({ ...each, ...plain })))),
        }
      : {
          ...block,
          ...(block.text === 'QUYẾT ĐỊNH' || block.text === 'QUYẾT ĐỊNH:' ? { size: 20 } : { size: 11 }),
        },
  )
  const found = recognise(handBuilt(wrong))
  expect(found.head.country?.text).toBe(country.text)
  expect(found.head.motto?.text).toBe(motto.text)
  expect(texts(found.head.superior)).toEqual([superior.text])
  expect(texts(found.head.issuer)).toEqual([issuer.text])
  expect(found.head.number?.text).toBe(number.text)
  expect(found.head.issued?.text).toBe(issued.text)
  expect(found.kind?.id).toBe('quyet-dinh')
  expect(found.foot.signatures[0]?.name?.text).toBe('Nguyễn Thị Minh Hạnh')
})

test('takes a head made with tabs apart', () => {
  const found = recognise(
    handBuilt([
      { text: 'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12, bold: true },
      { text: 'XÃ HÒA SƠN\tĐộc lập - Tự do - Hạnh phúc', size: 12, bold: true },
      { text: 'Số: 07/BC-UBND\tHòa Sơn, ngày 10 tháng 02 năm 2025', size: 13 },
      kindLine('BÁO CÁO'),
      abstract('Công tác văn thư năm 2024'),
      body('Ủy ban nhân dân xã báo cáo như sau:'),
      { text: 'Nơi nhận:\tTM. ỦY BAN NHÂN DÂN', size: 12 },
      { text: '- UBND tỉnh;\tCHỦ TỊCH', size: 11 },
      { text: '- Lưu: VT.', size: 11 },
      { text: '\tĐỗ Văn Hùng', size: 14, bold: true },
    ]),
  )
  expect(texts(found.head.issuer)).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ HÒA SƠN'])
  expect(found.head.number?.text).toBe('Số: 07/BC-UBND')
  expect(found.issuedOn).toBe('2025-02-10')
  expect(found.kind?.id).toBe('bao-cao')
  expect(texts(found.foot.recipients?.lines ?? [])).toEqual(['- UBND tỉnh;', '- Lưu: VT.'])
  const [signature] = found.foot.signatures
  expect(texts(signature?.authority ?? [])).toEqual(['TM. ỦY BAN NHÂN DÂN'])
  expect(texts(signature?.position ?? [])).toEqual(['CHỦ TỊCH'])
  expect(signature?.name?.text).toBe('Đỗ Văn Hùng')
})

test('finds two signatures in minutes, which have no date line', () => {
  const found = recognise(
    handBuilt([
      {
        rows: [
          [
            [superior, issuer, { ...number, text: 'Số: 02/BB-SNV' }],
            [country, motto],
          ],
        ],
      },
      kindLine('BIÊN BẢN'),
      abstract('Họp giao ban tháng 02'),
      body('Thời gian bắt đầu: 8 giờ 00 phút ngày 05 tháng 02 năm 2024.'),
      body('Cuộc họp kết thúc vào 11 giờ 30 phút cùng ngày./.'),
      footTable(
        [
          { text: 'THƯ KÝ', bold: true, align: 'center' },
          {},
          { text: 'Hà Thị Lan', bold: true, align: 'center' },
        ],
        [
          { text: 'CHỦ TỌA', bold: true, align: 'center' },
          {},
          { text: 'Lê Văn Tám', bold: true, align: 'center' },
        ],
      ),
    ]),
  )
  expect(found.kind?.id).toBe('bien-ban')
  expect(found.head.issued).toBeNull()
  expect(found.foot.signatures.map(({ name }) => name?.text)).toEqual(['Hà Thị Lan', 'Lê Văn Tám'])
  expect(found.body.parts).toHaveLength(2)
})

test('finds annexes and what is attached behind the foot', () => {
  const found = recognise(
    handBuilt(
      [
        ...decision,
        { ...kindLine('QUY CHẾ'), section: 1 },
        abstract('Làm việc của Sở Nội vụ'),
        { text: '(Ban hành kèm theo Quyết định số 15/QĐ-SNV)', italic: true, align: 'center' },
        kindLine('Chương I'),
        kindLine('QUY ĐỊNH CHUNG'),
        body('Điều 1. Phạm vi điều chỉnh'),
        { ...kindLine('Phụ lục I'), section: 2 },
        kindLine('DANH SÁCH'),
        { text: '(Kèm theo Quyết định số 15/QĐ-SNV)', italic: true, align: 'center' },
        body('Danh sách gồm:'),
        { ...kindLine('Phụ lục II'), pageBreakBefore: true },
        kindLine('BIỂU MẪU'),
      ],
      [section(), section({ index: 1 }), section({ index: 2 })],
    ),
  )
  expect(found.annexes.map(({ type, label, number: own }) => `${type} ${label.text} ${own}`)).toEqual([
    'attached QUY CHẾ null',
    'annex Phụ lục I I',
    'annex Phụ lục II II',
  ])
  expect(found.annexes[0]?.body.parts.map(({ role }) => role)).toEqual(['chapter', 'groupTitle', 'article'])
  expect(texts(found.annexes[1]?.title ?? [])).toEqual(['DANH SÁCH'])
  expect(found.annexes[1]?.body.parts).toHaveLength(1)
})

test('finds the block of a copy behind the last part', () => {
  const found = recognise(
    handBuilt([
      ...letter,
      kindLine('SAO Y'),
      { rows: [[[superior, issuer, { ...number, text: 'Số: 12/SY-SNV' }], [issued]]] },
      footTable(
        [
          { text: 'Nơi nhận:', size: 12, bold: true, italic: true },
          { text: '- Lưu: VT.', size: 11 },
        ],
        [
          { text: 'TL. GIÁM ĐỐC', bold: true },
          { text: 'CHÁNH VĂN PHÒNG', bold: true },
          { text: 'Vũ Thị Mai', bold: true },
        ],
      ),
    ]),
  )
  expect(found.copy?.head.number?.text).toBe('Số: 12/SY-SNV')
  expect(found.copy?.foot.signatures[0]?.name?.text).toBe('Vũ Thị Mai')
  expect(found.foot.signatures).toHaveLength(1)
})

test('does not take a column of a register for the recipients', () => {
  const register = {
    rows: [
      [[{ text: 'TT' }], [{ text: 'Nơi nhận' }]],
      [[{ text: '1' }], [{ text: 'Sở Y tế' }]],
    ],
    bordered: true,
  }
  const found = recognise(handBuilt([...decision.slice(0, -1), register, ...decision.slice(-1)]))
  expect(found.foot.recipients?.lines).toHaveLength(3)
  expect(found.body.parts.filter(({ role }) => role === 'tableText')).toHaveLength(4)
})

test('does not take a sentence for an article, nor a quotation for the text', () => {
  const found = recognise(
    handBuilt([
      ...letter.slice(0, 5),
      body('Điều 5 Luật Tổ chức chính quyền địa phương quy định về phân cấp.'),
      body('“Điều 7. Trách nhiệm'),
      body('1. Các sở chịu trách nhiệm.”.'),
      body('C. Mác là nhà triết học.'),
      ...letter.slice(7),
    ]),
  )
  expect(found.body.parts.map(({ role, quoted }) => `${role} ${quoted}`)).toEqual([
    'paragraph false',
    'article true',
    'clause true',
    'paragraph false',
  ])
})
