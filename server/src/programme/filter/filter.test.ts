import fc from 'fast-check'
import { expect, test } from 'vitest'
import { systems } from '../../organisation/index.ts'
import { readTyped } from '../../platform/http/typed-values.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addDays, plainDate } from '../../platform/time/plain-date.ts'
import { workStates } from '../rules/states.ts'
import { ownerKinds, tiers } from '../tables.ts'
import {
  allWorks,
  promiseParts,
  queryOfWorkFilter,
  signalFilters,
  standings,
  type WorkFilter,
  waitingActs,
  workFilterOf,
  workFilterQuery,
  workRelations,
} from './filter.ts'
import { readFilterAddress, readWorksAddress, worksPath } from './filter-address.ts'
import { workSorts } from './sorts.ts'

const today = plainDate('2022-05-18')
const nullable = <T>(values: readonly T[]) => fc.constantFrom(null, ...values)
const code = fc.constantFrom('tu-ky', 'btv-tinh-uy', 'so-tttt')

const anyFilter: fc.Arbitrary<WorkFilter> = fc.record({
  year: fc.integer({ min: 2000, max: 2200 }),
  asOf: fc.integer({ min: 0, max: 700 }).map((days) => addDays(plainDate('2022-01-01'), days)),
  text: fc.option(fc.constantFrom('số hoá', 'a&b=c', '100%', '2022-tuky-003'), { nil: null }),
  states: fc.uniqueArray(fc.constantFrom(...workStates), { maxLength: 4 }),
  standing: nullable(standings),
  signal: nullable(signalFilters),
  promise: nullable(promiseParts),
  reporting: nullable(['due', 'silent'] as const),
  from: nullable([plainDate('2022-03-01'), plainDate('2022-07-05')]),
  dueTo: nullable([plainDate('2022-06-30')]),
  ownerKind: nullable(ownerKinds),
  tier: nullable(tiers),
  theme: nullable([0, 1, 2, 3]),
  contentGroup: fc.option(fc.record({ unit: code, ord: fc.integer({ min: 1, max: 9 }) }), { nil: null }),
  unit: fc.option(code, { nil: null }),
  subordinates: fc.boolean(),
  ladder: nullable(systems),
  outside: nullable([{ unit: 'tinh-uy', ladder: 'party' } as const]),
  assigner: fc.option(code, { nil: null }),
  managing: fc.option(code, { nil: null }),
  ownerUnitKinds: fc.uniqueArray(fc.constantFrom('committee', 'party-cell'), { maxLength: 2 }),
  relation: nullable(workRelations),
  waiting: nullable(waitingActs),
  illustrative: fc.constantFrom('include', 'exclude'),
})

const paramsOf = (path: string) => Object.fromEntries(new URL(path, 'http://x').searchParams)

test('an address of a list means the very filter it was made from, whatever today is', () => {
  fc.assert(
    fc.property(anyFilter, fc.constantFrom(...workSorts), (filter, sort) => {
      const read = readWorksAddress(
        paramsOf(worksPath(filter, { sort, cursor: 'abc' })),
        plainDate('2026-11-24'),
      )
      expect(read).toEqual({ filter, sort, cursor: 'abc' })
    }),
  )
})

test('a query of the API means the very filter it was made from', () => {
  const schema = (filter: WorkFilter) =>
    workFilterOf(
      Object.fromEntries(
        Object.entries(workFilterQuery).map(([name, field]) => [
          name,
          field.parse(readTyped(field, queryOfWorkFilter(filter)[name], 'query')),
        ]),
      ) as Parameters<typeof workFilterOf>[0],
      today,
    )
  fc.assert(
    fc.property(anyFilter, (filter) => {
      expect(schema(filter)).toEqual(filter)
    }),
  )
})

test('an empty address asks for all works of the year, as of today', () => {
  expect(readFilterAddress({}, today)).toEqual(allWorks(2022, today))
  expect(readFilterAddress({ 'trang-thai': '', 'don-vi': '' }, today)).toEqual(allWorks(2022, today))
})

test('the words of an address are Vietnamese without accents', () => {
  const path = worksPath({
    ...allWorks(2022, today),
    states: ['in_progress', 'suspended'],
    signal: 'late',
    ownerKind: 'individual',
    illustrative: 'exclude',
    contentGroup: { unit: 'tu-ky', ord: 1 },
  })
  expect(decodeURIComponent(path)).toBe(
    '/cong-viec?nam=2022&ngay=2022-05-18&trang-thai=dang-thuc-hien,tam-dung&tin-hieu=qua-han&loai=ca-nhan&noi-dung=tu-ky.1&minh-hoa=khong',
  )
})

test.each([
  ['18-05-2022', '2022-05-18'],
  ['18/5/2022', '2022-05-18'],
  ['2022-05-18', '2022-05-18'],
])('a day may be written %s', (ngay, day) => {
  expect(readFilterAddress({ nam: '2022', ngay }, today).asOf).toBe(day)
})

test.each([
  [{ ngay: '31-02-2022' }, 'asOf'],
  [{ 'trang-thai': 'xong-roi' }, 'state.0'],
  [{ 'tin-hieu': 'do' }, 'signal'],
  [{ nam: '1999' }, 'year'],
  [{ 'noi-dung': 'tu-ky' }, 'contentGroup'],
  [{ 'don-vi': 'Tứ Kỳ' }, 'unit'],
  [{ 'sap-xep': 'mau' }, 'sort'],
])('refuses %j and names the field', (query, field) => {
  const read = () => readWorksAddress(query, today)
  expect(read).toThrow(Refusal)
  try {
    read()
  } catch (error) {
    expect((error as Refusal).reasons.map((reason) => reason.field)).toEqual([field])
  }
})
