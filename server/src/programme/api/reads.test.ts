import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { openApi } from '../../platform/http/openapi.ts'
import { noApiErrors } from '../../platform/http/openapi-errors.ts'
import type { ApiReadRoute } from '../../platform/http/route.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { programmeMeasures } from '../figures/programme-measures.ts'
import { type ProgrammeServer, programmeServer, seedTestProgramme } from '../testing/ground.ts'
import { seedRandomRegister } from '../testing/register.ts'
import { programmeApiReads } from './reads.ts'

const database = useTestDatabase()
let server: ProgrammeServer

beforeAll(async () => {
  const programme = await seedTestProgramme(database)
  await seedRandomRegister(programme, 120, 3)
  for (const measure of programmeMeasures) programme.measures.register(measure)
  server = await programmeServer(programme, programmeApiReads)
  await server.moveTo('2022-11-20')
})

interface Summary {
  readonly asOf: string
  readonly figures: Record<string, { count: number; works: string }> & {
    readonly kept: {
      numerator: { count: number; works: string }
      denominator: { count: number }
      percent: number | null
    }
  }
  readonly byTier: readonly { tier: string; figures: Summary['figures'] }[]
  readonly byTheme: readonly { theme: number; figures: Summary['figures'] }[]
  readonly byContentGroup: readonly { unit: string; ord: number; figures: Summary['figures'] }[]
  readonly byState: readonly { state: string; works: { count: number; works: string } }[]
}

interface List {
  readonly items: readonly {
    readonly id: string
    readonly code: string | null
    readonly state: string
    readonly dueOn: string
  }[]
  readonly total: number
  readonly next: string | null
}

const get = async <Body>(name: TestPersonName, path: string) => {
  const answer = await server.api<Body>(name, 'GET', path)
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

const listAt = (name: TestPersonName, address: string) => get<List>(name, address.replace('/api/v1', ''))

test('each figure of a summary has the address of the works that it counts', async () => {
  for (const name of ['van-phong', 'tu-ky'] as const) {
    const summary = await get<Summary>(name, '/programmes/2022/summary?asOf=2022-07-06')
    expect(summary.asOf).toBe('2022-07-06')
    const figures = [
      ...Object.values(summary.figures).filter((one) => 'count' in one),
      summary.figures.kept.numerator,
      ...summary.byState.map((row) => row.works),
      ...summary.byTier.flatMap((row) => [row.figures.late, row.figures.assigned]),
      ...summary.byTheme.flatMap((row) => [row.figures.silent]),
      ...summary.byContentGroup.flatMap((row) => [row.figures.registered]),
    ]
    expect(figures.length).toBeGreaterThan(20)
    for (const figure of figures) {
      const list = await listAt(name, `${figure?.works}&limit=200`)
      expect({ figure, total: list.total, listed: list.items.length }).toEqual({
        figure,
        total: figure?.count,
        listed: figure?.count,
      })
    }
  }
})

test('a summary may leave out what is illustrative, and keep to a unit', async () => {
  const all = await get<Summary>('van-phong', '/programmes/2022/summary')
  const named = await get<Summary>('van-phong', '/programmes/2022/summary?illustrative=exclude')
  const district = await get<Summary>('van-phong', '/programmes/2022/summary?unit=tu-ky')
  expect(all.asOf).toBe('2022-11-20')
  for (const fewer of [named, district]) {
    expect(fewer.figures.registered?.count).toBeLessThan(all.figures.registered?.count ?? 0)
    expect(fewer.figures.registered?.count).toBeGreaterThan(0)
  }
})

test('a list is walked by its cursor, in order and without doubles', async () => {
  const seen: { id: string; code: string | null }[] = []
  let cursor = ''
  do {
    const page = await get<List>('van-phong', `/works?year=2022&sort=code&limit=17${cursor}`)
    seen.push(...page.items)
    cursor = page.next === null ? '' : `&cursor=${encodeURIComponent(page.next)}`
  } while (cursor !== '')
  const codes = seen.map((item) => item.code ?? '')
  expect(codes).toEqual([...codes].sort())
  expect(new Set(seen.map((item) => item.id)).size).toBe(seen.length)
  expect(seen).toHaveLength((await get<List>('van-phong', '/works?year=2022&limit=1')).total)
})

test('a cursor of another order is refused', async () => {
  const { next } = await get<List>('van-phong', '/works?sort=code&limit=5')
  const answer = await server.api('van-phong', 'GET', `/works?sort=title&cursor=${next}`)
  expect(answer).toMatchObject({ status: 400, body: { code: 'cursor_invalid' } })
})

describe('what is not right is refused, with the field named', () => {
  test.each([
    ['/works?colour=red', 422, 'colour'],
    ['/works?asOf=2022-02-30', 422, 'asOf'],
    ['/works?asOf=yesterday', 422, 'asOf'],
    ['/works?state=finished', 422, 'state.0'],
    ['/works?limit=5000', 422, 'limit'],
    ['/works?unit=khong-co', 404, 'unit'],
    ['/works?year=2031', 404, 'year'],
    ['/programmes/2022/summary?state=draft', 422, 'state'],
    ['/programmes/hai/summary', 422, 'year'],
    ['/units?ngay=2022-05-18', 422, 'ngay'],
    ['/measures/programme.kept_ratio?part=all', 422, 'part'],
  ])('%s', async (path, status, field) => {
    const answer = await server.api('van-phong', 'GET', path)
    expect(answer.status).toBe(status)
    expect(answer.body.errors.map((error) => error.field)).toEqual([field])
    expect(answer.body.errors[0]?.detail).not.toMatch(/^(refusal|error)\./)
  })

  test.each([
    '/works/2022-khong-co-001',
    '/measures/programme.unknown',
    '/measures/programme.kept_ratio?unit=khong-co',
  ])('%s is not found', async (path) => {
    expect((await server.api('van-phong', 'GET', path)).status).toBe(404)
  })
})

test('an account reads its works one by one, and no others', async () => {
  const mine = await get<List>('so-tttt', '/works?year=2022&limit=200')
  expect(mine.total).toBeGreaterThan(0)
  const all = await get<List>('van-phong', '/works?year=2022&limit=200')
  expect(all.total).toBeGreaterThan(mine.total)
  const own = new Set(mine.items.map((item) => item.id))
  for (const { id } of all.items.slice(0, 40)) {
    const { status } = await server.api('so-tttt', 'GET', `/works/${id}`)
    expect({ id, status }).toEqual({ id, status: own.has(id) ? 200 : 404 })
  }
})

test('proof is null for the technical administrator, and a list for the inspector', async () => {
  const { items } = await get<List>('quan-tri', '/works?year=2022&standing=in_force&limit=1')
  const path = `/works/${items[0]?.code}?asOf=2022-11-20`
  expect(await get('quan-tri', path)).toMatchObject({ evidence: null })
  expect(await get('kiem-tra', path)).toMatchObject({
    evidence: [],
    targets: [{ measure: 'hồ sơ được số hoá' }],
  })
})

test('units are listed as of a day, with their parents on it', async () => {
  const found = await get<{ items: { code: string; parents: unknown[] }[] }>(
    'so-tttt',
    '/units?q=thong tin&asOf=2022-05-18',
  )
  expect(found.items).toMatchObject([
    { code: 'so-tttt', parents: [{ system: 'party' }, { system: 'state' }] },
  ])
  expect(await get('so-tttt', '/units?asOf=2019-01-01')).toMatchObject({ items: [], next: null })
})

test('a measure gives its counts, its value and the list behind a part', async () => {
  const { items } = await get<{ items: { key: string }[] }>('van-phong', '/measures')
  expect(items.map((item) => item.key)).toEqual(programmeMeasures.map((measure) => measure.key))
  const measure = await get<{ numerator: number; denominator: number; value: number; items: unknown[] }>(
    'van-phong',
    '/measures/programme.kept_ratio?part=denominator&limit=200&asOf=2022-11-20',
  )
  expect(measure.items).toHaveLength(measure.denominator)
  expect(measure.value).toBeCloseTo((measure.numerator * 100) / measure.denominator)
})

test('nobody reads without being known', async () => {
  const answer = await server.app.inject({ url: '/api/v1/works' })
  expect(answer.statusCode).toBe(401)
})

test('every read is described, parameters and answer', () => {
  const described = openApi(programmeApiReads as readonly ApiReadRoute[], {
    version: '1',
    catalogues: { vi: {}, en: {} },
    errors: noApiErrors,
  }) as {
    paths: Record<string, { get: { parameters: { name: string }[]; responses: Record<string, unknown> } }>
  }
  expect(Object.keys(described.paths).sort()).toEqual([
    '/api/v1/appraisal-queue',
    '/api/v1/bulk-acts/{id}',
    '/api/v1/decisions',
    '/api/v1/decisions/{decisionId}/file',
    '/api/v1/decisions/{id}',
    '/api/v1/guiding-documents',
    '/api/v1/guiding-documents/{ref}',
    '/api/v1/measures',
    '/api/v1/measures/{key}',
    '/api/v1/press-facts',
    '/api/v1/programmes',
    '/api/v1/programmes/{year}',
    '/api/v1/programmes/{year}/summary',
    '/api/v1/programmes/{year}/units',
    '/api/v1/unit-policies',
    '/api/v1/units',
    '/api/v1/works',
    '/api/v1/works/{ref}',
    '/api/v1/works/{ref}/acts',
    '/api/v1/works/{ref}/evidence/{evidenceId}/file',
    '/api/v1/works/{ref}/history',
  ])
  const names = described.paths['/api/v1/works']?.get.parameters.map((parameter) => parameter.name)
  for (const name of [
    'year',
    'asOf',
    'state',
    'tier',
    'ownerKind',
    'theme',
    'unit',
    'assigner',
    'signal',
    'q',
    'illustrative',
    'cursor',
    'limit',
  ])
    expect(names).toContain(name)
})
