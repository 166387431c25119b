import { expect, test } from 'vitest'
import { nd30 } from '../../profile/nd30.ts'
import { hd05 } from '../../profile/party.ts'
import { fromRoman, toRoman } from '../../text/roman.ts'
import type { OfficialDocument } from '../document.ts'
import { issuerWords } from './head.ts'
import { dateWords } from './issued.ts'
import { layoutWords } from './layout.ts'
import { pointLetter, pointLetters, pointNumber } from './letters.ts'
import { recipientsWords } from './recipients.ts'
import { symbolOf } from './symbol.ts'

const decision: OfficialDocument = {
  profile: 'state',
  kind: 'quyet-dinh',
  superior: 'Ủy ban nhân dân\ntỉnh Lâm Hải',
  issuer: 'SỞ NỘI VỤ',
  number: { value: 5, body: 'SNV' },
  issued: { place: 'Lâm Hải', date: '2026-01-05' },
  abstract: 'Về việc ban hành Quy chế làm việc',
  competence: 'GIÁM ĐỐC SỞ NỘI VỤ',
  bases: ['Căn cứ Luật A', 'Theo đề nghị của Chánh Văn phòng'],
  body: [
    { type: 'article', number: 1, text: 'Ban hành kèm theo Quyết định này Quy chế.' },
    { type: 'article', number: 2, text: 'Quyết định này có hiệu lực từ ngày ký.' },
  ],
  signatures: [
    { authority: [{ prefix: 'KT', of: 'Giám đốc' }], position: 'Phó Giám đốc', name: 'Vũ Thị Hòa' },
  ],
  recipients: { lines: ['Như Điều 2'], archive: 'VT, TCCB' },
}

test.each([
  [nd30, { value: 15, body: 'BNV' }, 'QĐ', '15/QĐ-BNV'],
  [nd30, { value: 5, body: 'BNV-VP' }, null, '05/BNV-VP'],
  [nd30, { value: 30, year: 2020, kind: 'NĐ', body: 'CP' }, 'QĐ', '30/2020/NĐ-CP'],
  [nd30, { value: null, body: 'UBND' }, 'QĐ', '      /QĐ-UBND'],
  [hd05, { value: 127, body: 'TW' }, 'QĐ', '127-QĐ/TW'],
  [hd05, { value: 6, body: 'TU' }, 'CT', '06-CT/TU'],
])('writes number and symbol as the form has them', (profile, number, kind, written) => {
  expect(symbolOf(number, kind, profile)).toBe(written)
})

test.each([
  ['2020-01-05', 'ngày 05 tháng 01 năm 2020'],
  ['2020-02-15', 'ngày 15 tháng 02 năm 2020'],
  ['2020-03-09', 'ngày 09 tháng 3 năm 2020'],
  ['2020-12-31', 'ngày 31 tháng 12 năm 2020'],
  [null, 'ngày      tháng      năm'],
])('puts a zero before days below ten and the first two months: %s', (date, written) => {
  expect(dateWords(date)).toBe(written)
})

test('writes Roman numbers and reads them back', () => {
  for (let number = 1; number < 4000; number += 1) expect(fromRoman(toRoman(number))).toBe(number)
  for (const wrong of ['', 'IIII', 'VX', 'IC', 'i', 'IVI']) expect(fromRoman(wrong)).toBeNull()
})

test('counts points by the Vietnamese alphabet', () => {
  expect(pointLetters.slice(0, 7).join('')).toBe('abcdđeg')
  expect(pointLetters).toHaveLength(23)
  expect(pointNumber('đ')).toBe(5)
  expect(pointNumber('f')).toBe(0)
  expect(pointLetter(24)).toBeNull()
})

test('lists recipients with the archive last', () => {
  const words = recipientsWords(
    { lines: ['Bộ Nội vụ'], archive: 'VT, NV', drafter: 'PL', copies: 300 },
    'state',
    true,
  )
  expect(words.lines).toEqual(['- Như trên;', '- Bộ Nội vụ;', '- Lưu: VT, NV.'])
  expect(words.drafter).toBe('PL.(300)')
  const party = recipientsWords(
    { lines: ['Như Điều 3'], archive: 'Văn phòng Tỉnh ủy', copies: 5 },
    'party',
    false,
  )
  expect(party.lines).toEqual(['- Như Điều 3;', '- Lưu Văn phòng Tỉnh ủy (5).'])
})

test('says a decision of the State in the order of its components', () => {
  const words = layoutWords(decision, nd30)
  expect(words.head).toMatchObject({
    superior: ['ỦY BAN NHÂN DÂN', 'TỈNH LÂM HẢI'],
    number: 'Số: 05/QĐ-SNV',
    issued: 'Lâm Hải, ngày 05 tháng 01 năm 2026',
    kind: 'QUYẾT ĐỊNH',
    belowAbstract: 'rule',
  })
  expect(words.bases.flat().map(({ text }) => text)).toEqual([
    'Căn cứ Luật A;',
    'Theo đề nghị của Chánh Văn phòng.',
  ])
  expect(words.enacting).toBe('QUYẾT ĐỊNH:')
  expect(words.body.at(-1)).toMatchObject({
    role: 'articleText',
    spans: [{ text: 'Điều 2. ', bold: true }, { text: 'Quyết định này có hiệu lực từ ngày ký./.' }],
  })
  expect(words.signatures).toEqual([
    { authority: ['KT. GIÁM ĐỐC'], position: 'PHÓ GIÁM ĐỐC', signer: 'Vũ Thị Hòa' },
  ])
})

test('says the same of the Party in its own form', () => {
  const words = layoutWords(
    {
      ...decision,
      profile: 'party',
      signatures: [{ authority: [{ prefix: 'TM', of: 'BAN THƯỜNG VỤ' }], name: 'Vũ Thị Hòa' }],
    },
    hd05,
  )
  expect(words.head).toMatchObject({ number: 'Số 05-QĐ/SNV', belowIssuer: '*', belowAbstract: '-----' })
  expect(words.bases[0]).toEqual([{ text: '- Căn cứ Luật A;' }])
  expect(words.signatures[0]?.authority).toEqual(['T/M BAN THƯỜNG VỤ'])
  expect(words.body.at(-1)).toMatchObject({ spans: [{}, { text: 'Quyết định này có hiệu lực từ ngày ký.' }] })
})

test('numbers annexes where there are two and leaves the places of an electronic one empty', () => {
  const annex = { type: 'annex', title: 'Danh mục', body: [] } as const
  const empty = '(Kèm theo Quyết định số …/…-… ngày … tháng … năm … của …)'
  const one = layoutWords({ ...decision, annexes: [{ ...annex, reference: 'empty' }] }, nd30)
  expect(one.annexes[0]).toMatchObject({ label: 'Phụ lục', title: [{ text: 'DANH MỤC' }], reference: empty })
  const two = layoutWords(
    {
      ...decision,
      issuerInText: 'Sở Nội vụ',
      annexes: [
        { ...annex, type: 'attached', kind: 'quy-che', reference: 'empty' },
        { ...annex, reference: 'filled' },
        { ...annex, reference: 'empty' },
      ],
    },
    nd30,
  )
  expect(two.annexes.map(({ label }) => label)).toEqual(['QUY CHẾ', 'Phụ lục I', 'Phụ lục II'])
  expect(two.annexes[1]?.reference).toBe(
    '(Kèm theo Quyết định số 05/QĐ-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)',
  )
})

test('ends with a mark of its own only where a reader would look for one', () => {
  const table = { type: 'table', columns: [1], rows: [[{ text: 'Hồ Lâm Hải' }]] } as const
  const annex = { type: 'annex', title: 'Danh mục', reference: 'empty', body: [table] } as const
  const state = layoutWords({ ...decision, body: [table], annexes: [annex] }, nd30)
  expect(state.body.map(({ type }) => type)).toEqual(['table', 'line'])
  expect(state.body.at(-1)).toMatchObject({ spans: [{ text: './.' }] })
  expect(state.annexes[0]?.body).toEqual([table])
  const party = layoutWords({ ...decision, profile: 'party', body: [table] }, hd05)
  expect(party.body).toEqual([table])
})

test.each([
  ['party', 'ĐẢNG CỘNG SẢN VIỆT NAM', []],
  ['party', 'Đảng Cộng sản Việt Nam\nTỈNH ỦY SÔNG MƠ', ['TỈNH ỦY SÔNG MƠ']],
  ['state', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', []],
  ['state', 'ĐẢNG CỘNG SẢN VIỆT NAM', ['ĐẢNG CỘNG SẢN VIỆT NAM']],
] as const)(
  'of the %s, the heading %s given as the body above is printed once',
  (name, superior, printed) => {
    expect(issuerWords({ superior, issuer: 'BAN TỔ CHỨC' }, { name }).superior).toEqual(printed)
  },
)
