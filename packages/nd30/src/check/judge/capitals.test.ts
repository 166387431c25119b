import { expect, test } from 'vitest'
import { handBuilt } from '../testing/hand-built.ts'
import {
  abstract,
  base,
  body,
  footTable,
  headTable,
  kindLine,
  number,
  plainFoot,
  plainHead,
} from '../testing/state-documents.ts'
import { judgeCapitals } from './capitals.ts'
import { articleOf, contextOf, decisionOf, draftsOf, end, reportOf, saidOf } from './testing-body.ts'

const wrong = 'Sở Tài Chính Tỉnh Nam Định'

test('capitals are judged in running text and not in heads, addressees, recipients and tables', () => {
  const document = [
    headTable(
      [{ ...number, text: wrong.toUpperCase(), bold: true }, number],
      [{ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, align: 'center' }],
    ),
    kindLine('TỜ TRÌNH'),
    abstract('Về việc bổ sung kinh phí'),
    { text: `Kính gửi: ${wrong}`, align: 'center' },
    body('Sở Nội vụ trình như sau:'),
    { rows: [[[{ text: wrong }]]], bordered: true },
    body('Sở kính trình./.'),
    footTable(
      [
        { text: 'Nơi nhận:', size: 12, bold: true, italic: true },
        { text: `- ${wrong};`, size: 11 },
        { text: '- Lưu: VT.', size: 11 },
      ],
      [{ text: 'GIÁM ĐỐC', bold: true, align: 'center' }, {}, { text: 'Trần Văn Bình', bold: true }],
    ),
  ] as const
  expect(judgeCapitals(contextOf(handBuilt(document)))).toEqual([])
})

test('a finding names the run and the words', () => {
  const runs = [{ text: 'Sở Nội vụ đề nghị ' }, { text: 'Tỉnh Nam Định', bold: true }, { text: ' phối hợp.' }]
  const [draft] = draftsOf(reportOf([body('', { runs }), end]))
  expect(draft).toMatchObject({ rule: 'C03', found: 'Tỉnh Nam Định', expected: 'tỉnh Nam Định', repairs: [] })
  expect(draft && 'run' in draft.at ? draft.at.run?.number : undefined).toBe(2)
})

test('abstract and bases are judged too', () => {
  const document = [
    plainHead,
    kindLine('QUYẾT ĐỊNH'),
    abstract('Về việc hỗ trợ Tỉnh Nam Định khắc phục hậu quả bão'),
    kindLine('GIÁM ĐỐC SỞ NỘI VỤ'),
    base('Căn cứ Khoản 2 Điều 5 Luật Đất Đai ngày 18 tháng 01 năm 2024.'),
    kindLine('QUYẾT ĐỊNH:'),
    articleOf('Điều 1.', 'Quyết định này có hiệu lực kể từ ngày ký./.'),
    plainFoot,
  ]
  expect(saidOf(judgeCapitals(contextOf(handBuilt(document))))).toEqual([
    'C03 Về việc hỗ t: Tỉnh Nam Định → tỉnh Nam Định',
    'C08 Căn cứ Khoản: Khoản 2 → khoản 2',
    'C09 Căn cứ Khoản: Luật Đất Đai → Luật Đất đai',
  ])
})

test('a paragraph begins with a capital, unless it goes on with what stands before it', () => {
  const report = (...text: readonly string[]) =>
    saidOf(draftsOf(reportOf([...text.map((each) => body(each)), end])))
  expect(report('Sở đã thực hiện.', 'trong năm 2025, các đơn vị đã cố gắng nhiều.')).toEqual([
    'C01 trong năm 20: trong → Trong',
  ])
  expect(report('Chỉ số được tính như sau:', 'trong đó, các đơn vị được tính một lần.')).toEqual([])
  expect(report('Sở đã thực hiện.', '- các phòng, ban và đơn vị trực thuộc;')).toEqual([])
})

test('an amendment’s new words are another text’s', () => {
  const text = [
    articleOf('Điều 1.', 'Sửa đổi khoản 2 Điều 9 như sau:'),
    body('“2. Văn phòng báo cáo theo Khoản 3 điều 5 của quy chế.'),
    body('3. Ủy Ban Nhân Dân Tỉnh Nam Định theo dõi.”'),
    articleOf('Điều 2.', 'Quyết định này có hiệu lực kể từ ngày ký./.'),
  ]
  expect(saidOf(draftsOf(decisionOf(text)))).toEqual([])
})
