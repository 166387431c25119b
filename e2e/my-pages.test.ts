import { describe, expect, test } from 'vitest'
import { demonstrationAccounts } from '../server/src/app/demonstration.ts'
import { useProductForReading, useVisitors } from './testing/product.ts'
import { figuresOf, totalOf } from './testing/visitor.ts'

const product = useProductForReading()
const { bodyOf } = useVisitors(product)

const mainOf = (body: string) => body.slice(body.indexOf('<main'), body.indexOf('</main>'))
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const badgeOf = (body: string) =>
  Number(/href="\/"[^>]*>(?:(?!<\/a>)[\s\S])*?<span class="count">(\d+)<\/span>/.exec(body)?.[1] ?? 0)

/** What an address of the lists of works says it holds. */
async function expectLists(username: string, body: string): Promise<number> {
  const figures = figuresOf(mainOf(body))
  for (const { count, href } of figures)
    expect({ href, total: totalOf(await bodyOf(username, href)) }).toEqual({ href, total: count })
  return figures.length
}

describe('Việc của tôi', () => {
  test.each(demonstrationAccounts.map(({ username }) => username))(
    'greets %s, and each of its figures opens a list of exactly so many works',
    async (username) => {
      const body = await bodyOf(username, '/')
      const main = mainOf(body)
      expect(textOf(main)).toContain('Thứ Tư, 18/05/2022')
      expect(textOf(main)).toMatch(/Chào \p{Lu}/u)
      const count = await expectLists(username, body)
      if (count === 0) expect(textOf(main)).toContain('Không có việc nào chờ anh/chị')
      else expect(textOf(main)).not.toContain('Không có việc nào chờ anh/chị')
    },
  )

  test('is the same under both of its addresses, in both languages', async () => {
    const [vi, en] = [await bodyOf('chi-bo', '/viec-cua-toi'), await bodyOf('chi-bo', '/', 'en')]
    expect(textOf(mainOf(vi))).toContain('Trả lại cho tôi')
    expect(textOf(mainOf(en))).toContain('Returned to me')
    for (const body of [vi, en])
      expect(textOf(body).match(/\b(programme|worklist|ui|app|organisation)\.[a-z_]+/g)).toBeNull()
  })

  test('each thing leads straight to where it is done', async () => {
    for (const username of ['chi-bo', 'van-phong', 'btv-tu-ky']) {
      const main = mainOf(await bodyOf(username, '/'))
      const links = [...main.matchAll(/<li[^>]*><a href="([^"]+)"/g)].map((match) => match[1] ?? '')
      expect(links.length).toBeGreaterThan(2)
      for (const href of links) await bodyOf(username, href.replaceAll('&amp;', '&'))
    }
  })

  test('the menu carries its number on every page, and none where nothing presses', async () => {
    const home = badgeOf(await bodyOf('btv-tu-ky', '/'))
    expect(home).toBeGreaterThan(0)
    expect(badgeOf(await bodyOf('btv-tu-ky', '/can-cu'))).toBe(home)
    expect(badgeOf(await bodyOf('quan-tri', '/can-cu'))).toBe(0)
  })

  test('redirects users who have not signed in to the sign-in page', async () => {
    for (const url of ['/', '/viec-cua-toi', '/viec-cua-toi/tin', '/tim-kiem?q=tu', '/don-vi', '/nguoi']) {
      const answer = await product.app.inject({ url, headers: { accept: 'text/html' } })
      expect({ url, status: answer.statusCode }).toEqual({ url, status: 303 })
    }
  })

  test('news has a page that is empty until something is told', async () => {
    expect(textOf(await bodyOf('chi-bo', '/viec-cua-toi/tin'))).toContain('Chưa có tin nào')
  })
})

describe('quick search', () => {
  const search = (username: string, text: string, language: 'vi' | 'en' = 'vi') =>
    bodyOf(username, `/tim-kiem?${new URLSearchParams({ q: text })}`, language)
  const kinds = (body: string) =>
    [...mainOf(body).matchAll(/<a class="chip" href="([^"]*)">([^<]*)<b>([\d.]+)/g)].map(
      ([, href = '', label = '', count = '']) => ({
        label: label.trim(),
        href: href.replaceAll('&amp;', '&'),
        count: Number(count.replace('.', '')),
      }),
    )
  const labels = (body: string) => kinds(body).map(({ label }) => label)

  test('finds works, units and persons without accents, and leads to all of each kind', async () => {
    const body = await search('van-phong', 'huyen')
    expect(labels(body)).toEqual(['Việc đột phá năm 2022', 'Đơn vị', 'Người giữ chức vụ'])
    for (const { href, count } of kinds(body))
      expect({ href, total: totalOf(await bodyOf('van-phong', href)) }).toEqual({ href, total: count })
  })

  test('finds a work by its code', async () => {
    const main = mainOf(await search('van-phong', '2022-tu-ky-001'))
    expect(main).toContain('href="/cong-viec/2022-tu-ky-001"')
  })

  test('finds nothing that the reader may not see', async () => {
    expect(mainOf(await search('chi-bo', '2022-tu-ky-001'))).not.toContain('href="/cong-viec/2022-tu-ky-001"')
    expect(labels(await search('to-chuc', 'tu ky'))).toEqual(['Đơn vị', 'Người giữ chức vụ'])
  })

  test('puts what is written with the accents that were typed first', async () => {
    const [first] = [
      ...mainOf(await search('van-phong', 'Huyện ủy Tứ')).matchAll(/<li><a href="[^"]*">.*?<\/a>/gs),
    ]
    expect(textOf(first?.[0] ?? '')).toMatch(/Huyện\s+ủy\s+Tứ/)
  })

  test.each([
    ['', 'Gõ vài chữ để tìm'],
    ['a', 'Gõ thêm ít nhất một chữ nữa'],
    ['xqzwk vvqxz', 'Không tìm thấy “xqzwk vvqxz”'],
    ['%_', 'Không tìm thấy “%_”'],
    ['khong-co-gi-nhu-the', 'Gần giống'],
    ['<script>alert(1)</script>', 'Không tìm thấy'],
  ])('of “%s” says what to do', async (text, said) => {
    const body = await search('van-phong', text)
    expect(textOf(mainOf(body))).toContain(said)
    expect(body).not.toContain('<script>alert')
  })

  test('keeps what was typed in the field of the page, however long', async () => {
    expect(await search('van-phong', 'giải phóng')).toContain('value="giải phóng"')
    await search('van-phong', 'đ'.repeat(5000))
  })

  test('speaks English', async () => {
    expect(labels(await search('van-phong', 'tu ky', 'en')).at(-1)).toBe('Holders of posts')
  })
})

describe('a unit in the directory', () => {
  test('shows its works by state to those who may see them, each figure a list of exactly so many', async () => {
    const body = await bodyOf('van-phong', '/don-vi/tu-ky')
    expect(textOf(mainOf(body))).toContain('Việc đột phá của đơn vị')
    expect(await expectLists('van-phong', body)).toBeGreaterThan(5)
    expect(textOf(mainOf(await bodyOf('to-chuc', '/don-vi/tu-ky')))).not.toContain('Việc đột phá của đơn vị')
  })

  test('names the article that it is taken from, with its words', async () => {
    const main = mainOf(await bodyOf('to-chuc', '/don-vi/so-tttt'))
    expect(textOf(main)).toContain('Hoàng Biên')
    expect(main).toContain('href="/bai-bao"')
  })

  test('offers its changes to the organisation board alone', async () => {
    expect(await bodyOf('to-chuc', '/don-vi/tu-ky')).toContain('/don-vi/tu-ky/chuc-vu-moi')
    for (const username of ['van-phong', 'thuong-vu', 'chi-bo', 'kiem-tra'])
      expect(await bodyOf(username, '/don-vi/tu-ky')).not.toContain('/don-vi/tu-ky/chuc-vu-moi')
  })
})
