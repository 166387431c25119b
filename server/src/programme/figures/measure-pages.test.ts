import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { programmeRecordPages } from '../pages/records.ts'
import { type ProgrammeServer, programmeServer, seedTestProgramme } from '../testing/ground.ts'
import { seedRandomRegister } from '../testing/register.ts'
import { programmeMeasures } from './programme-measures.ts'

const database = useTestDatabase()
let server: ProgrammeServer

beforeAll(async () => {
  const programme = await seedTestProgramme(database)
  await seedRandomRegister(programme, 600, 7)
  for (const measure of programmeMeasures) programme.measures.register(measure)
  server = await programmeServer(programme, programmeRecordPages)
  await server.moveTo('2022-11-20')
})

const keys = programmeMeasures.map(({ key }) => key)

async function bodyOf(name: TestPersonName, path: string): Promise<string> {
  const answer = await server.page(name, path)
  expect({ path, status: answer.statusCode }).toEqual({ path, status: 200 })
  return answer.body
}

const decoded = (href: string) => href.replaceAll('&amp;', '&')

/** The tabs of a measure: the address of each part with the number that stands on it. */
function partsOf(body: string): { href: string; count: number }[] {
  const tabs = body.matchAll(
    /<a href="([^"]*phan=[^"]*)"[^>]*><span>[^<]*<\/span><span class="count">([\d.]+)</g,
  )
  return [...tabs].map(([, href = '', count = '']) => ({
    href: decoded(href),
    count: Number(count.replace('.', '')),
  }))
}

/** The things behind a part, page by page. */
async function listed(name: TestPersonName, path: string): Promise<string[]> {
  const found: string[] = []
  let next: string | undefined = path
  while (next !== undefined && found.length < 1000) {
    const body: string = await bodyOf(name, next)
    found.push(...[...body.matchAll(/href="(\/cong-viec\/[^"]+)"/g)].map(([, href = '']) => href))
    const link = /<a class="[^"]*" href="([^"]+)" rel="next"/.exec(body)?.[1]
    next = link === undefined ? undefined : decoded(link)
  }
  return found
}

describe('each part of a measure opens a list of exactly so many works', () => {
  test.each([
    ['van-phong', ''],
    ['van-phong', 'ngay=2022-07-10'],
    ['van-phong', 'don-vi=tu-ky&ngay=2022-10-31'],
    ['tu-ky', ''],
    ['so-tttt', 'minh-hoa=khong'],
  ] as const)('for %s, asked "%s"', async (name, query) => {
    for (const key of keys) {
      const parts = partsOf(await bodyOf(name, `/chi-so/${key}?${query}`))
      expect(parts.length).toBeGreaterThanOrEqual(2)
      for (const { href, count } of parts) {
        const works = await listed(name, href)
        expect({ href, works: works.length }).toEqual({ href, works: count })
        expect(new Set(works).size).toBe(count)
      }
    }
  })

  test('also where they fill more than one page', async () => {
    const counts = []
    for (const key of keys) counts.push(...partsOf(await bodyOf('van-phong', `/chi-so/${key}`)))
    const largest = counts.reduce((a, b) => (a.count > b.count ? a : b))
    expect(largest.count).toBeGreaterThan(50)
    expect(await listed('van-phong', largest.href)).toHaveLength(largest.count)
  })
})

test('the list of measures shows the same numbers as each measure', async () => {
  const list = await bodyOf('van-phong', '/chi-so?don-vi=tu-ky')
  for (const key of keys) {
    for (const { href, count } of partsOf(await bodyOf('van-phong', `/chi-so/${key}?don-vi=tu-ky`))) {
      const figure = new RegExp(
        `href="${href.replaceAll('&', '&amp;').replaceAll(/[.?]/g, '\\$&')}"[^>]*>([\\d.]+)<`,
      )
      expect({ href, shown: figure.exec(list)?.[1]?.replace('.', '') }).toEqual({
        href,
        shown: String(count),
      })
    }
  }
})

test('where nothing has fallen due it says so, and no percentage', async () => {
  const body = await bodyOf('van-phong', '/chi-so/programme.kept_ratio?ngay=2022-01-02')
  expect(body).toContain('không phát sinh')
  expect(body).not.toMatch(/\d%/)
})

test.each([
  ['/chi-so/programme.khong_co', 404],
  ['/chi-so/programme.kept_ratio?phan=gi-do', 404],
  ['/chi-so/programme.kept_ratio?phan=loai.gi_do', 404],
  ['/chi-so/programme.kept_ratio?don-vi=khong-co', 404],
  ['/chi-so?ngay=2022-02-30', 422],
  ['/chi-so/programme.kept_ratio?tiep-theo=xyz', 400],
] as const)('%s is answered by %i', async (path, status) => {
  expect((await server.page('van-phong', path)).statusCode).toBe(status)
})
