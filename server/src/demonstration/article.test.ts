import { describe, expect, test } from 'vitest'
import { articleFacts, entryOf, readArticle } from './article.ts'
import { citationOf } from './programme/article-programme.ts'
import { indicatorText } from './programme/press-facts.ts'

const article = readArticle()

test('the facts of the article can be read', () => {
  expect(article.works.map(({ id }) => id)).toEqual(['work-tu-ky-zones', 'work-so-tttt-cchc'])
  expect(article.workCounts.map(({ count }) => count)).toEqual([36, 178, 3, 143, 234, null])
})

test('the source is named as every page names it', () => {
  expect(citationOf(article)).toEqual({
    vi: 'Theo bài “Làm theo Bác bằng những việc đột phá”, Hoàng Biên, 18/5/2022',
    en: 'From the article “Làm theo Bác bằng những việc đột phá”, Hoàng Biên, 18/5/2022',
  })
})

test('what the article reckons with comes out', () => {
  const rankOf = (id: string) => entryOf(article.indicators, id).rank ?? Number.NaN
  expect(rankOf('ind-pci-prev') - rankOf('ind-pci-2021')).toBe(
    entryOf(article.indicators, 'ind-pci-2021').rankChange,
  )
  const countOf = (id: string) => entryOf(article.workCounts, id).count ?? Number.NaN
  expect(countOf('cnt-143') + countOf('cnt-234')).toBe(377)
  expect(articleFacts.consistencyChecks).toHaveLength(3)
})

test('an entry that the article does not have is missed by name', () => {
  expect(() => entryOf(article.works, 'work-unknown')).toThrow('work-unknown')
})

describe('a figure of the article in words says no more than it prints:', () => {
  test.each([
    ['ind-par-2020', 'Chỉ số cải cách hành chính năm 2020: thứ 12'],
    ['ind-pci-2021', 'Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2021: thứ 13 cả nước, tăng 34 bậc'],
    [
      'ind-pci-2021-dbsh',
      'Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2021: thứ 6 trong số 11 vùng đồng bằng sông Hồng',
    ],
    ['ind-grdp-q1', 'Tăng trưởng GRDP quý I năm 2022: ước đạt 14,2%, thứ 2 cả nước'],
    [
      'ind-thu-ns-q1',
      'Tổng thu ngân sách nhà nước trên địa bàn quý I năm 2022: ước đạt trên 5.830 tỷ đồng, đạt 39,4% dự toán năm, tăng 13,5% so với cùng kỳ năm trước',
    ],
    [
      'ind-tu-ky-organic',
      'vùng sản xuất hữu cơ: 6 vùng, địa phương đi đầu tỉnh trong phát triển nông nghiệp hữu cơ cả về quy mô, diện tích',
    ],
  ])('%s', (id, words) => {
    expect(indicatorText(entryOf(article.indicators, id))).toBe(words)
  })
})
