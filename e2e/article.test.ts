import { describe, expect, test } from 'vitest'
import facts from '../server/src/demonstration/hai-duong-2022.json' with { type: 'json' }
import { useProductForReading, useVisitors } from './testing/product.ts'
import { figuresOf, totalOf } from './testing/visitor.ts'

const { bodyOf } = useVisitors(useProductForReading())

/** What is read on a page, with one space wherever the markup breaks it. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

/** Every verbatim quotation of the facts, however deep it lies. */
function quotesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'quote' && typeof inner === 'string' ? [inner] : quotesIn(inner),
  )
}

describe('the article', () => {
  // A fact that was printed is public: also to those who may see none of the works.
  test.each(['van-phong', 'chi-bo', 'quan-tri'])(
    'stands with each of its very words, for %s',
    async (username) => {
      const text = textOf(await bodyOf(username, '/bai-bao'))
      const quotes = quotesIn(facts)
      expect(quotes.length).toBeGreaterThan(60)
      expect(quotes.filter((quote) => !text.includes(quote.replace(/\s+/g, ' ')))).toEqual([])
    },
  )

  test('says what was made up, and how many of each there are', async () => {
    const body = await bodyOf('van-phong', '/bai-bao')
    expect(textOf(body)).toContain('là dựng lên để chạy thử')
    const figures = figuresOf(body)
    const real = figures.find(({ href }) => href.includes('minh-hoa=khong'))
    expect(real?.count).toBe(facts.works.length)
    for (const { href, count } of figures)
      expect({ href, count: totalOf(await bodyOf('van-phong', href)) }).toEqual({ href, count })
  })

  test('leaves what was made up out of the register where it is asked to', async () => {
    const figures = figuresOf(await bodyOf('van-phong', '/bai-bao?minh-hoa=khong'))
    const claims = figures.filter(({ href }) => href.includes('minh-hoa=khong'))
    expect(claims.length).toBeGreaterThanOrEqual(facts.workCounts.length)
    for (const { count } of claims) expect(count).toBeLessThanOrEqual(facts.works.length)
  })

  test('links the works that it names only for those who may see them', async () => {
    expect(await bodyOf('van-phong', '/bai-bao')).toContain('href="/cong-viec/2022-tu-ky-001"')
    expect(await bodyOf('chi-bo', '/bai-bao')).not.toContain('href="/cong-viec/2022-tu-ky-001"')
  })

  test('leaves its open questions open, in the language of the reader', async () => {
    const text = textOf(await bodyOf('van-phong', '/bai-bao'))
    expect(text).toContain('Ai thẩm định và giao 36 việc của tập thể: bài không nêu.')
    for (const question of facts.openQuestions) expect(text).not.toContain(question)
  })

  test('can be opened at each fact that other pages point to', async () => {
    const body = await bodyOf('van-phong', '/bai-bao')
    const overview = await bodyOf('van-phong', '/chuong-trinh/2022')
    const anchors = [...overview.matchAll(/href="\/bai-bao#([^"]+)"/g)].map(([, id]) => id)
    expect(anchors.length).toBeGreaterThan(5)
    for (const id of anchors) expect(body).toContain(`id="${id}"`)
  })
})
