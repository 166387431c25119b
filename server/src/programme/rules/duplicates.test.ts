import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateThreshold, foldTitle, titleSimilarity } from './duplicates.ts'

describe('folding', () => {
  test.each([
    ['Đẩy mạnh CẢI CÁCH hành chính', 'day manh cai cach hanh chinh'],
    ['Ðường trục Đông – Tây (giai đoạn 2)', 'duong truc dong tay giai doan 2'],
    ['Số hoá', 'so hoa'],
    ['  Xây dựng: 1-2 vùng… ', 'xay dung 1 2 vung'],
    ['', ''],
  ])('%j is %j', (title, folded) => {
    expect(foldTitle(title)).toBe(folded)
  })

  test('does not tell the two Unicode forms apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ăâđêôơưáàảãạấầẩẫậớờởỡợ ABC') }), (title) => {
        expect(foldTitle(title.normalize('NFD'))).toBe(foldTitle(title.normalize('NFC')))
        expect(foldTitle(foldTitle(title))).toBe(foldTitle(title))
      }),
    )
  })
})

describe('two titles', () => {
  test.each([
    ['accents and case', 'Cải cách hành chính', 'CAI CACH HANH CHINH'],
    ['a continued work (section 3)', 'Tiếp tục cải cách hành chính năm 2022', 'Cải cách hành chính'],
    ['a word more', 'Đẩy mạnh cải cách thủ tục hành chính', 'Đẩy mạnh cải cách hành chính'],
    ['the place of the accent', 'Số hoá hồ sơ công việc', 'Số hóa hồ sơ, công việc của cơ quan'],
    ['the order of words', 'Hồ sơ công việc: số hoá', 'Số hoá hồ sơ công việc'],
    [
      'a clause more',
      'Hoàn thành xây dựng từ 1-2 vùng sản xuất nông nghiệp công nghệ cao',
      'Xây dựng 1 – 2 vùng sản xuất nông nghiệp công nghệ cao, nông nghiệp hữu cơ được cấp có thẩm quyền công nhận',
    ],
  ])('that differ in %s are warned of', (_difference, a, b) => {
    expect(titleSimilarity(a, b)).toBeGreaterThanOrEqual(duplicateThreshold)
  })

  test.each([
    ['Nâng cao chất lượng sinh hoạt chi bộ', 'Nâng cao chất lượng cải cách hành chính'],
    ['Giải phóng mặt bằng các dự án trọng điểm', 'Tiếp tục phấn đấu giải phóng mặt bằng đúng tiến độ'],
    ['Cải tạo chợ trung tâm', 'Cải tạo nhà văn hoá trung tâm'],
    ['Đổi mới công tác cán bộ', 'Nâng cao chất lượng sinh hoạt chi bộ'],
    ['', 'Cải cách hành chính'],
  ])('%j and %j are not', (a, b) => {
    expect(titleSimilarity(a, b)).toBeLessThan(duplicateThreshold)
  })

  test('are as alike one way as the other, and nothing is more alike than the same', () => {
    const words = fc.constantFrom(
      'cải',
      'cách',
      'hành',
      'chính',
      'Đường',
      'trục',
      'năm 2022',
      'tiếp tục',
      '1-2',
    )
    const title = fc.array(words, { maxLength: 8 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(title, title, (a, b) => {
        expect(titleSimilarity(a, b)).toBe(titleSimilarity(b, a))
        expect(titleSimilarity(a, b)).toBeLessThanOrEqual(1)
        if (foldTitle(a) !== '') expect(titleSimilarity(a, a)).toBe(1)
      }),
    )
  })
})
