import { describe, expect, test } from 'vitest'
import { changed, section } from '../testing/hand-built.ts'
import { rulesOf } from '../testing/rules-of.ts'
import { abstract, body, decision, kindLine } from '../testing/state-documents.ts'

// Decree 30, annex I, part II, 7, 9, 12; art. 13.
describe('the foot of a document of the State', () => {
  test.each([
    ['KT. GIÁM ĐỐC', { text: 'KT GIÁM ĐỐC' }, 'S01 KT GIÁM ĐỐC'],
    ['KT. GIÁM ĐỐC', { text: 'K/T GIÁM ĐỐC' }, 'S01 K/T GIÁM ĐỐC'],
    ['KT. GIÁM ĐỐC', { bold: false }, 'S01 KT. GIÁM ĐỐC'],
    ['KT. GIÁM ĐỐC', { text: '' }, 'S05 PHÓ GIÁM ĐỐC'],
    ['PHÓ GIÁM ĐỐC', { size: 12 }, 'S02 PHÓ GIÁM ĐỐC'],
    ['Nguyễn Thị', { text: 'TS. Nguyễn Thị Minh Hạnh' }, 'S04 TS. Nguyễn Thị Minh Hạnh'],
    ['Nguyễn Thị', { bold: false }, 'S02 Nguyễn Thị Minh Hạnh'],
    ['Nơi nhận', { italic: false }, 'R01 Nơi nhận:'],
    ['Nơi nhận', { text: 'Nơi nhận' }, 'R01 Nơi nhận'],
    ['- UBND tỉnh', { size: 12 }, 'R02 - UBND tỉnh (để b/c);'],
    ['- UBND tỉnh', { text: '- UBND tỉnh (để b/c),' }, 'R02 - UBND tỉnh (để b/c),'],
    ['- UBND tỉnh', { text: '-UBND tỉnh (để b/c);' }, 'R02 -UBND tỉnh (để b/c);'],
    ['- Lưu', { text: '- Lưu VT, TCCB (5).' }, 'R04 - Lưu VT, TCCB (5).'],
  ])('%s, changed to %o', (text, change, expected) => {
    expect(rulesOf(changed(decision, text, change))).toEqual([expected])
  })

  test.each(['.', ';'])('whose archive line is missing, another ending “%s”', (end) => {
    const gone = changed(changed(decision, '- Lưu', { text: '' }), '- UBND', {
      text: `- UBND tỉnh (để b/c)${end}`,
    })
    expect(rulesOf(gone)).toEqual(['R04 Nơi nhận:'])
  })

  test('whose archive line is not the last', () => {
    const moved = changed(changed(decision, '- Lưu', { text: '- UBND tỉnh;' }), '- UBND tỉnh (', {
      text: '- Lưu: VT.',
    })
    expect(rulesOf(moved)).toEqual(['R04 - Lưu: VT.'])
  })

  test('whose signature stands below the recipients and not beside them', () => {
    const parted = decision.flatMap((block) =>
      'rows' in block && block === decision.at(-1)
        ? [...(block.rows[0]?.[0] ?? []), ...(block.rows[0]?.[1] ?? [])]
        : [block],
    )
    expect(rulesOf(parted)).toEqual(['S03 KT. GIÁM ĐỐC'])
  })

  test('a deputy may sign by authorisation, and by order only for the head of his unit', () => {
    expect(rulesOf(changed(decision, 'KT. GIÁM ĐỐC', { text: 'TUQ. GIÁM ĐỐC' }))).toEqual([])
    expect(rulesOf(changed(decision, 'KT. GIÁM ĐỐC', { text: 'TL. CHỦ TỊCH' }))).toEqual(['S05 PHÓ GIÁM ĐỐC'])
  })
})

describe('annexes', () => {
  const reference = { text: '(Kèm theo Quyết định số 15/QĐ-SNV)', italic: true, align: 'center' as const }
  const annexed = (first: string, second: string) => [
    ...changed(decision, '1. Kế hoạch', {
      text: '1. Kế hoạch tại Phụ lục I, Phụ lục II áp dụng cho các phòng.',
    }),
    { ...kindLine(first), section: 1 },
    abstract('DANH SÁCH'),
    reference,
    body('Danh sách này gồm các phòng của Sở.'),
    { ...kindLine(second), section: 2 },
    abstract('BIỂU MẪU'),
    reference,
    body('Biểu mẫu này dùng cho các phòng của Sở.'),
  ]
  const sections = [section(), section({ index: 1 }), section({ index: 2 })]

  test.each([
    ['Phụ lục I', 'Phụ lục II', []],
    ['Phụ lục 1', 'Phụ lục 2', ['A01 Phụ lục 1', 'A01 Phụ lục 2']],
    ['Phụ lục I', 'Phụ lục III', ['A01 Phụ lục III']],
    ['PHỤ LỤC I', 'Phụ lục II', ['A02 PHỤ LỤC I']],
  ])('%s, %s', (first, second, expected) => {
    const found = rulesOf(annexed(first, second), {}, sections).filter((each) => !each.startsWith('P05'))
    expect(found).toEqual(expected)
  })

  test('must be pointed to by the text', () => {
    const silent = [...decision, { ...kindLine('Phụ lục'), section: 1 }, abstract('DANH SÁCH'), reference]
    const mute = changed(silent, 'Điều 1.', () =>
      body('Điều 1. Ban hành Kế hoạch chuyển đổi số của Sở Nội vụ.'),
    )
    expect(rulesOf(mute, {}, sections.slice(0, 2))).toContain('A01 Phụ lục')
  })
})
