import type { Block, OfficialDocument } from '../model/document.ts'
import { pointLetters } from '../model/words/letters.ts'
import { toRoman } from '../text/roman.ts'

/** A báo cáo of about so many pages: chapters with articles, clauses, points and a table every few pages. */
export const longDocument = (pages: number): OfficialDocument => ({
  profile: 'state',
  kind: 'bao-cao',
  superior: 'ỦY BAN NHÂN DÂN\nTỈNH SÔNG MƠ',
  issuer: 'SỞ NỘI VỤ',
  number: { value: 401, body: 'SNV' },
  issued: { place: 'Sông Mơ', date: '2026-11-09' },
  abstract: `Tổng hợp tình hình trong ${pages} trang`,
  addressees: ['Ủy ban nhân dân tỉnh Sông Mơ'],
  body: [
    ...Array.from({ length: pages }, (_, page) => pageOf(page)).flat(),
    { type: 'paragraph', text: 'Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh' },
  ],
  signatures: [{ position: 'GIÁM ĐỐC', name: 'Vũ Thị Thanh Hòa' }],
  recipients: { lines: ['Văn phòng Ủy ban nhân dân tỉnh'], archive: 'VT, TH' },
})

const sentence =
  'Các cơ quan, đơn vị, địa phương tiếp tục rà soát, đơn giản hóa thủ tục hành chính, công khai kết quả giải quyết và chịu trách nhiệm về tiến độ, chất lượng nhiệm vụ được giao'

/** About one page of 29.7 cm with 14-point letters. */
function pageOf(page: number): readonly Block[] {
  const blocks: readonly Block[] = [
    { type: 'article', number: page + 1, title: `Nhiệm vụ của đợt ${page + 1}` },
    ...[1, 2, 3].map((number): Block => ({ type: 'clause', number, text: `${sentence}.` })),
    ...pointLetters.slice(0, 4).map((letter): Block => ({ type: 'point', letter, text: `${sentence};` })),
    { type: 'paragraph', text: `${sentence}. ${sentence}. ${sentence}.` },
  ]
  if (page % 10 === 0)
    return [{ type: 'chapter', number: toRoman(page / 10 + 1), title: 'TÌNH HÌNH VÀ NHIỆM VỤ' }, ...blocks]
  return page % 10 === 5 ? [...blocks, table(page)] : blocks
}

const table = (page: number): Block => ({
  type: 'table',
  columns: [1, 5, 2],
  header: [[{ text: 'STT' }, { text: 'Đơn vị' }, { text: 'Kết quả' }]],
  rows: Array.from({ length: 8 }, (_, row) => [
    { text: String(row + 1), align: 'center' },
    { text: `Phòng số ${row + 1} của đợt ${page + 1}` },
    { text: `${90 + row},5%`, align: 'right' },
  ]),
})
