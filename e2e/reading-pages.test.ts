import { describe, expect, test } from 'vitest'
import { useProductForReading, useVisitors } from './testing/product.ts'
import { figuresOf, totalOf } from './testing/visitor.ts'

const product = useProductForReading()
const { as, bodyOf } = useVisitors(product)

const zones = '/cong-viec/2022-tu-ky-001'

const pages = [
  '/chuong-trinh',
  '/chuong-trinh/2022',
  '/chuong-trinh/2022?don-vi=tu-ky&ngay=2022-04-30&minh-hoa=khong',
  '/chuong-trinh/2022/don-vi',
  '/chuong-trinh/2022/nhom/1',
  '/cong-viec',
  '/cong-viec?nam=2022&tin-hieu=can-chu-y&giao-boi=btv-tu-ky&sap-xep=-ten',
  zones,
  `${zones}?phan=bao-cao`,
  `${zones}?phan=minh-chung`,
  `${zones}?phan=quyet-dinh`,
  `${zones}?phan=lich-su`,
  '/can-cu',
  '/can-cu/01-kl',
  '/chi-so',
  '/chi-so/programme.kept_ratio?phan=mau-so',
  '/bai-bao',
  '/quyet-dinh',
] as const

describe('every reading page', () => {
  test.each(pages.flatMap((path) => [[path, 'vi'] as const, [path, 'en'] as const]))(
    'answers %s in %s, with every word of it',
    async (path, language) => {
      const body = await bodyOf('van-phong', path, language)
      // A word that is missing shows itself as its key.
      const text = body.replace(/<[^>]*>/g, ' ')
      expect(text.match(/\b(programme|ui|app|period|state|action|organisation)\.[a-z_]+/g)).toBeNull()
      expect(body).toContain(`lang="${language}"`)
    },
  )

  test('redirects users who have not signed in to the sign-in page', async () => {
    for (const url of pages) {
      const answer = await product.app.inject({ url, headers: { accept: 'text/html' } })
      expect({ url, status: answer.statusCode }).toEqual({ url, status: 303 })
      expect(String(answer.headers.location)).toMatch(/^\/dang-nhap/)
    }
  })

  test('is not found where there is no such thing', async () => {
    const visitor = await as('van-phong')
    for (const path of [
      '/chuong-trinh/1999',
      '/chuong-trinh/abcd',
      '/chuong-trinh/2022/nhom/9',
      '/cong-viec/2022-khong-co-001',
      '/can-cu/khong-co',
      '/chi-so/khong.co',
      '/chi-so/programme.kept_ratio?phan=loai.khong_co',
    ])
      expect({ path, status: (await visitor.get(path)).statusCode }).toEqual({ path, status: 404 })
  })
})

describe('every figure of an overview opens a list of exactly so many works', () => {
  test.each([
    ['van-phong', '/chuong-trinh/2022'],
    ['van-phong', '/chuong-trinh/2022?ngay=2022-03-20&minh-hoa=khong'],
    ['tu-ky', '/chuong-trinh/2022?don-vi=tu-ky&ngay=2022-04-30'],
    ['quan-tri', '/chuong-trinh/2022/nhom/2?ngay=2022-12-31'],
    ['so-tttt', '/chuong-trinh'],
    ['van-phong', '/chuong-trinh/2022/don-vi'],
    ['van-phong', '/bai-bao'],
  ])(
    'for %s on %s',
    async (username, path) => {
      const visitor = await as(username)
      const figures = figuresOf(await bodyOf(username, path))
      expect(figures.length).toBeGreaterThan(0)
      const opened = []
      for (const { href } of figures) opened.push({ href, count: totalOf((await visitor.get(href)).body) })
      expect(opened).toEqual(figures.map(({ href, count }) => ({ href, count })))
    },
    240_000,
  )
})

describe('the overview', () => {
  test('stands the published totals next to the register, and says where they differ', async () => {
    const body = await bodyOf('van-phong', '/chuong-trinh/2022')
    for (const total of [36, 178, 143, 234]) expect(body).toContain(`>${total}</a>`)
    expect(body).toContain('lệch 2')
    expect(body).toContain('không nêu')
    expect(body).toContain('Giả định: việc của Huyện ủy Tứ Kỳ nằm trong 36 việc này.')
    expect(body).toContain('Theo bài “Làm theo Bác bằng những việc đột phá”, Hoàng Biên, 18/5/2022')
  })

  test('leaves out what the demonstration made up', async () => {
    const body = await bodyOf('van-phong', '/chuong-trinh/2022?minh-hoa=khong')
    const registered = figuresOf(body).find(({ href }) => href.includes('tinh-trang=da-dang-ky'))
    expect(registered?.count).toBe(2)
    expect(body).not.toContain('class="tag" title="Dữ liệu do bản minh hoạ')
  })

  test('says of an empty year what comes first', async () => {
    const visitor = await as('van-phong')
    const years = [...(await visitor.get('/chuong-trinh')).body.matchAll(/\/chuong-trinh\/(\d{4})"/g)]
    const current = years.map(([, year]) => year).find((year) => year !== '2022')
    const body = await bodyOf('van-phong', `/chuong-trinh/${current}`)
    expect(body).toContain('Chưa có việc nào được đăng ký')
    expect(body).toContain('Thời hạn đăng ký')
  })
})

describe('a work', () => {
  /** A work of Tứ Kỳ of which proof was offered. */
  const withProof = async () => {
    const { code, id } = await product.database
      .selectFrom('evidence')
      .innerJoin('work', 'work.id', 'evidence.work_id')
      .innerJoin('unit', 'unit.id', 'work.assigner_unit_id')
      .select(['work.code', 'evidence.id'])
      .where('unit.code', '=', 'btv-tu-ky')
      .where('evidence.upload_id', 'is not', null)
      .orderBy('work.code')
      .executeTakeFirstOrThrow()
    return { path: `/cong-viec/${code}`, file: `/cong-viec/${code}/minh-chung/${id}/tep` }
  }

  test('is quoted from the article that names it, with the chain from the directive', async () => {
    const body = await bodyOf('van-phong', zones)
    expect(body).toContain('“Huyện ủy Tứ Kỳ xác định hoàn thành xây dựng từ 1-2 vùng sản xuất”')
    expect(body).toContain('href="/can-cu/05-ct"')
    expect(body).toContain('href="/can-cu/01-kl"')
    expect(body).toContain('href="/chuong-trinh/2022"')
  })

  test('shows its proof to the assigning tier and not to the technical administrator', async () => {
    const { path, file } = await withProof()
    expect(await bodyOf('btv-tu-ky', path)).toContain(file)
    const seen = await bodyOf('quan-tri', path)
    expect(seen).toContain('Chức vụ đang dùng không được xem minh chứng')
    expect(seen).not.toContain('/tep"')
  })

  test('hands the paper of a proof to those who may read it alone', async () => {
    const { file } = await withProof()
    const statusFor = async (username: string) => (await (await as(username)).get(file)).statusCode
    expect(await statusFor('btv-tu-ky')).toBe(200)
    expect(await statusFor('quan-tri')).toBe(403)
    expect(await statusFor('so-tttt')).toBe(404)
  })

  test('of another district or department does not exist for its neighbours', async () => {
    const elsewhere = '/cong-viec/2022-so-tttt-001'
    expect((await (await as('tu-ky')).get(elsewhere)).statusCode).toBe(404)
    expect((await (await as('so-tttt')).get(zones)).statusCode).toBe(404)
    expect(await bodyOf('so-tttt', elsewhere)).toContain('2022-so-tttt-001')
  })

  test('offers the acts of the post, and says of a closed one what is missing and to whom', async () => {
    const body = await bodyOf('tu-ky', zones)
    expect(body).toContain(`href="${zones}/bao-cao"`)
    expect(body).toContain('Báo hoàn thành')
    expect(body).toMatch(/aria-disabled="true"[^>]*>[\s\S]*?Báo hoàn thành/)
    expect(await bodyOf('kiem-tra', zones)).toContain('Chức vụ đang dùng chỉ xem việc này.')
  })

  test('of a past day shows what held then and lets nothing be done', async () => {
    const { path } = await withProof()
    const body = await bodyOf('btv-tu-ky', `${path}?ngay=2022-03-01`)
    expect(body).toContain('Đang xem như hết ngày 01/03/2022')
    expect(body).not.toContain('aria-disabled="true"')
  })
})

describe('the list of works', () => {
  test('names each condition, and takes it off by one click', async () => {
    const body = await bodyOf('van-phong', '/cong-viec?nam=2022&giao-boi=btv-tu-ky&tin-hieu=qua-han')
    expect(body).toContain('do Ban Thường vụ Huyện ủy Tứ Kỳ giao')
    const without = /class="chip" href="([^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    expect(without).not.toContain('qua-han')
    expect(without).toContain('giao-boi=btv-tu-ky')
  })

  test('goes on from page to page until all are seen once', async () => {
    const visitor = await as('van-phong')
    const seen: string[] = []
    let next: string | undefined = '/cong-viec?nam=2022&sap-xep=ma'
    while (next !== undefined) {
      const body: string = (await visitor.get(next)).body
      seen.push(
        ...[...body.matchAll(/<td[^>]*c-code[^>]*>(2022-[a-z0-9-]+)</g)].map(([, code]) => code ?? ''),
      )
      next = /<a [^>]*href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(700)
  })

  test('goes to a spreadsheet with its filter', async () => {
    const visitor = await as('van-phong')
    const query = '?nam=2022&giao-boi=btv-tu-ky&tin-hieu=qua-han'
    const total = totalOf((await visitor.get(`/cong-viec${query}`)).body)
    const csv = await visitor.get(`/cong-viec.csv${query}`)
    expect(csv.headers['content-disposition']).toContain('attachment')
    expect(csv.body.trim().split('\n')).toHaveLength(total + 1)
    expect((await visitor.get(`/cong-viec.xlsx${query}`)).headers['content-type']).toContain('spreadsheetml')
  })

  test('refuses what is no filter, by name', async () => {
    const visitor = await as('van-phong')
    expect((await visitor.get('/cong-viec?nam=2022&tin-hieu=la')).statusCode).toBe(422)
    expect((await visitor.get('/cong-viec?nam=2022&don-vi=khong-co')).statusCode).toBe(404)
  })
})

test('each part of a measure lists as many things as it counts', async () => {
  const visitor = await as('van-phong')
  for (const [part, name] of [
    ['tu-so', 'Tử số'],
    ['mau-so', 'Mẫu số'],
  ] as const) {
    let next: string | undefined = `/chi-so/programme.kept_ratio?phan=${part}`
    let listed = 0
    let count = -1
    while (next !== undefined) {
      const body: string = (await visitor.get(next)).body
      listed += [...body.matchAll(/<td[^>]*c-title[^>]*><a href="\/cong-viec\//g)].length
      count = Number(new RegExp(`<span>${name}</span><span class="count">(\\d+)`).exec(body)?.[1])
      next = /<a [^>]*href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect({ part, listed }).toEqual({ part, listed: count })
  }
})
