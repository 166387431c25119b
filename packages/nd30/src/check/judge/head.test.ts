import { describe, expect, test } from 'vitest'
import { changed } from '../testing/hand-built.ts'
import { partyDecision } from '../testing/party-documents.ts'
import { rulesOf } from '../testing/rules-of.ts'
import { abstract, body, decision, kindLine, letter } from '../testing/state-documents.ts'

test('says nothing of sound documents', () => {
  expect(rulesOf(decision)).toEqual([])
  expect(rulesOf(letter)).toEqual([])
  expect(rulesOf(partyDecision)).toEqual([])
})

test('takes either place of the tone', () => {
  expect(rulesOf(changed(decision, 'CỘNG HÒA', { text: 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM' }))).toEqual([])
})

const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'
const number = 'Số: 15/QĐ-SNV'
const issued = 'Bắc Giang, ngày 05 tháng 3 năm 2024'

// Decree 30, annex I, part II, 1 to 4.
describe('the head of a document of the State', () => {
  test.each([
    [country, { size: 14 }, `H01 ${country}`],
    [country, { bold: false }, `H01 ${country}`],
    [country, { align: 'left' as const }, `H01 ${country}`],
    [country, { text: 'Cộng hòa xã hội chủ nghĩa Việt Nam' }, 'H01 Cộng hòa xã hội chủ nghĩa Việt Nam'],
    [country, { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN' }, 'H01 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN'],
    [motto, { text: 'Độc lập – Tự do – Hạnh phúc' }, 'H02 Độc lập – Tự do – Hạnh phúc'],
    [motto, { italic: true }, `H02 ${motto}`],
    [motto, { shapes: [] }, `H03 ${motto}`],
    ['ỦY BAN NHÂN DÂN TỈNH', { bold: true }, 'H04 ỦY BAN NHÂN DÂN TỈNH BẮC GIANG'],
    ['SỞ NỘI VỤ', { bold: false }, 'H04 SỞ NỘI VỤ'],
    ['SỞ NỘI VỤ', { shapes: [] }, 'H05 SỞ NỘI VỤ'],
    [number, { size: 14 }, `H06 ${number}`],
    [number, { text: 'Số: 5/QĐ-SNV' }, 'H06 Số: 5/QĐ-SNV'],
    [number, { text: 'Số 15/QĐ-SNV' }, 'H06 Số 15/QĐ-SNV'],
    [number, { text: 'Số: 15-QĐ/SNV' }, 'H06 Số: 15-QĐ/SNV'],
    [number, { text: 'Số: 15/QĐ–SNV' }, 'H11 Số: 15/QĐ–SNV'],
    [number, { text: 'Số: 15/QĐ - SNV' }, 'H11 Số: 15/QĐ - SNV'],
    [number, { text: 'Số: 15/BC-SNV' }, 'T03 Số: 15/BC-SNV'],
    [issued, { italic: false }, `H07 ${issued}`],
    [issued, { text: 'Bắc Giang, 05/3/2024' }, 'H07 Bắc Giang, 05/3/2024'],
    [issued, { text: 'Bắc Giang ngày 05 tháng 3 năm 2024' }, 'H07 Bắc Giang ngày 05 tháng 3 năm 2024'],
    [issued, { text: 'Bắc Giang, ngày 5 tháng 3 năm 2024' }, 'H08 Bắc Giang, ngày 5 tháng 3 năm 2024'],
    [issued, { text: 'Bắc Giang, ngày 05 tháng 03 năm 2024' }, 'H08 Bắc Giang, ngày 05 tháng 03 năm 2024'],
    [issued, { text: 'Bắc Giang, ngày 05 tháng 2 năm 2024' }, 'H08 Bắc Giang, ngày 05 tháng 2 năm 2024'],
    ['QUYẾT ĐỊNH', { size: 16 }, 'T01 QUYẾT ĐỊNH'],
    ['Về việc ban hành', { bold: false }, 'T02 Về việc ban hành Kế hoạch chuyển đổi số năm 2024'],
    ['Về việc ban hành', { shapes: [] }, 'T05 Về việc ban hành Kế hoạch chuyển đổi số năm 2024'],
  ])('%s, changed to %o', (text, change, expected) => {
    const found = rulesOf(
      changed(decision, text, (wish) => (wish.text === 'QUYẾT ĐỊNH:' ? wish : { ...wish, ...change })),
    )
    expect(found).toEqual([expected])
  })

  test('an empty number and day are a draft, and no fault', () => {
    const draft = changed(decision, number, { text: 'Số:        /QĐ-SNV' })
    const dated = changed(draft, issued, { text: 'Bắc Giang, ngày      tháng      năm 2024' })
    expect(rulesOf(dated)).toEqual([])
    expect(rulesOf(changed(dated, 'Bắc Giang,', { text: 'Bắc Giang, ngày … tháng … năm 20…' }))).toEqual([])
  })

  test('a missing component is named, and a misplaced one is not called missing', () => {
    expect(rulesOf(changed(decision, motto, { text: '' }))).toEqual(['H09 ỦY BAN NHÂN DÂN TỈNH BẮC GIANG'])
    const swapped = decision.map((block) =>
      'rows' in block && block === decision[0]
        ? { ...block, rows: block.rows.map((row) => row.toReversed()) }
        : block,
    )
    expect(new Set(rulesOf(swapped).map((each) => each.slice(0, 3)))).toEqual(new Set(['H10']))
  })
})

describe('a letter', () => {
  test.each([
    ['V/v', { text: 'Về việc báo cáo công tác văn thư quý I' }, 'T04 Về việc báo cáo công tác văn thư quý I'],
    ['V/v', { bold: true }, 'T04 V/v báo cáo công tác văn thư quý I'],
    ['- Các sở', { text: '- Các sở, ban, ngành' }, 'R05 - Các sở, ban, ngành'],
    ['- Như trên', { text: '- Bộ Nội vụ;' }, 'R03 - Bộ Nội vụ;'],
    ['Số: 15', { text: 'Số: 15/CV-SNV' }, 'T03 Số: 15/CV-SNV'],
  ])('%s, changed to %o', (text, change, expected) => {
    expect(rulesOf(changed(letter, text, change))).toEqual([expected])
  })

  test('whose addressees are gone misses them', () => {
    const gone = letter.filter((block) => 'rows' in block || !/^(?:Kính gửi|- )/.test(block.text ?? ''))
    expect(rulesOf(gone)).toEqual([`H09 ${issued}`])
  })
})

describe('a document of the Party', () => {
  test.each([
    ['Số 05', { text: 'Số 05/QĐ-ĐU' }, 'H06 Số 05/QĐ-ĐU'],
    ['Số 05', { text: 'Số: 05-QĐ/ĐU' }, 'H06 Số: 05-QĐ/ĐU'],
    ['T/M', { text: 'TM. ĐẢNG ỦY' }, 'S01 TM. ĐẢNG ỦY'],
    ['*', { text: '' }, 'D03 ĐẢNG ỦY XÃ TÂN AN'],
    ['-----', { text: '' }, 'D04 về việc chuẩn y cấp ủy chi bộ'],
    ['- Lưu', { text: '- Lưu: Văn phòng Đảng ủy.' }, 'R04 - Lưu: Văn phòng Đảng ủy.'],
    ['ĐẢNG CỘNG SẢN', { align: 'left' as const }, 'D01 ĐẢNG CỘNG SẢN VIỆT NAM'],
    ['PHÓ BÍ THƯ', { bold: true }, 'S02 PHÓ BÍ THƯ'],
  ])('%s, changed to %o', (text, change, expected) => {
    expect(rulesOf(changed(partyDecision, text, change))).toEqual([expected])
  })

  test('with hyphens for its star lacks that alone', () => {
    expect(rulesOf(changed(partyDecision, '*', { text: '-----' }))).toEqual(['D03 ĐẢNG ỦY XÃ TÂN AN'])
  })

  test('that keeps minutes has the dashes too', () => {
    const minutes = changed(
      changed(partyDecision, 'QUYẾT ĐỊNH', (wish) => ({ ...wish, text: 'BIÊN BẢN' })),
      'Số 05',
      { text: 'Số 05-BB/ĐU' },
    )
    expect(rulesOf(minutes)).not.toContain('D04 -----')
    expect(rulesOf(changed(minutes, '-----', { text: '' }))).toContain('D04 về việc chuẩn y cấp ủy chi bộ')
  })

  test('with the head of the State beside its own mixes the two', () => {
    const mixed = changed(partyDecision, 'ĐẢNG BỘ', (wish) => ({
      ...wish,
      text: country,
      size: 12,
      bold: true,
    }))
    expect(rulesOf(mixed)).toEqual(rulesOf(mixed, { profile: 'party' }))
    expect(rulesOf(mixed)).toContain(`D02 ${country}`)
  })
})

// Annex III, sample 1.6: it shows no place for those to whom it is sent, only that their lines are plain.
test.each([
  [{ align: 'left' as const, firstLine: 0 }, []],
  [{ size: 12 }, ['R05 - Giám đốc các sở;']],
  [{ bold: true }, ['R05 - Giám đốc các sở;']],
])('whom a telegram is sent to may stand anywhere, in letters of the text: %o', (change, expected) => {
  const telegram = [
    ...changed(decision.slice(0, 1), 'Số: 15', { text: 'Số: 15/CĐ-SNV' }),
    kindLine('CÔNG ĐIỆN'),
    abstract('Về việc ứng phó với bão'),
    kindLine('GIÁM ĐỐC SỞ NỘI VỤ điện:'),
    body('- Giám đốc các sở;'),
    body('- Chủ tịch Ủy ban nhân dân các xã.'),
    body('Yêu cầu các đơn vị trực ban./.'),
    ...decision.slice(-1),
  ]
  expect(rulesOf(telegram)).toEqual([])
  expect(rulesOf(changed(telegram, '- Giám đốc', change))).toEqual(expected)
})
