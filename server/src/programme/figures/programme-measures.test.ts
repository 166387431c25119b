import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { unitsBelow } from '../../organisation/index.ts'
import type { TestOrganisation, TestPersonName } from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import {
  type Measure,
  MeasureRegistry,
  type MeasureScope,
  measureValue,
} from '../../platform/measures/measures.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { expectMeasureContract } from '../../platform/testing/measure-contract.ts'
import { addDays, plainDate } from '../../platform/time/plain-date.ts'
import { allWorks } from '../filter/filter.ts'
import { countWorks } from '../lists/list-works.ts'
import { assessTargets } from '../progress/target-facts.ts'
import { compareShare, decimal } from '../rules/decimal.ts'
import { seedTestProgramme } from '../testing/ground.ts'
import { seedRandomRegister, type TestRegister } from '../testing/register.ts'
import { programmeMeasures } from './programme-measures.ts'

const database = useTestDatabase()
const today = plainDate('2022-12-20')
let organisation: TestOrganisation
let register: TestRegister

beforeAll(async () => {
  const programme = await seedTestProgramme(database)
  organisation = programme.organisation
  register = await seedRandomRegister(programme, 150, 7)
})

const as = <T>(name: TestPersonName, act: (c: Context) => Promise<T>, measures?: MeasureRegistry) =>
  asActor(database, organisation.actorFor(name), today, act, measures)

const scopes = () =>
  fc.record({
    unitId: fc.constantFrom(
      null,
      ...(['tinh-uy', 'tu-ky', 'dang-uy-khoi', 'xa-an-minh', 'chi-bo-cho'] as const).map(
        (name) => organisation.unit[name],
      ),
    ),
    withSubordinates: fc.boolean(),
    from: fc.constantFrom(null, plainDate('2022-01-01'), plainDate('2022-06-01')),
    asOf: fc.integer({ min: 0, max: 360 }).map((days) => addDays(plainDate('2022-01-01'), days)),
    illustrative: fc.constantFrom('include', 'exclude'),
    sight: fc.constant('actor' as const),
  })

describe.each(programmeMeasures.map((measure) => [measure.key, measure] as const))('%s', (_key, measure) => {
  test('counts what it lists, over any unit, period, day and actor', async () => {
    await fc.assert(
      fc.asyncProperty(
        scopes(),
        fc.constantFrom('van-phong' as const, 'tu-ky' as const, 'an-minh' as const),
        (scope, name) => as(name, (c) => expectMeasureContract(c, measure, scope as MeasureScope)),
      ),
      { numRuns: 15 },
    )
  })

  test('a target is judged by the whole, independent of the viewer', async () => {
    const scope: MeasureScope = {
      unitId: organisation.unit['tinh-uy'],
      withSubordinates: true,
      from: plainDate('2022-01-01'),
      asOf: plainDate('2022-12-20'),
      illustrative: 'include',
      sight: 'whole',
    }
    const seen = await as('an-minh', (c) => measure.count(c, scope))
    expect(seen).toEqual(await as('van-phong', (c) => measure.count(c, scope)))
    expect(seen.denominator).toBeGreaterThan(0)
    const own = await as('an-minh', (c) => measure.count(c, { ...scope, sight: 'actor' }))
    expect(own.denominator).toBeLessThan(seen.denominator)
  })
})

test('the kept ratio leaves out what a decision ended, and names how many', async () => {
  const [kept] = programmeMeasures
  await as('van-phong', async (c) => {
    const scope: MeasureScope = {
      unitId: null,
      withSubordinates: true,
      from: null,
      asOf: today,
      illustrative: 'include',
      sight: 'actor',
    }
    const counted = await kept?.count(c, scope)
    const ended = await countWorks(c, { ...allWorks(2022, today), promise: 'left' })
    expect(counted?.exclusions).toEqual([{ reason: 'ended_by_decision', count: ended }])
    expect(ended).toBeGreaterThan(0)
  })
})

test('no measure may be registered twice', () => {
  const registry = new MeasureRegistry()
  for (const measure of programmeMeasures) registry.register(measure)
  expect(() => registry.register(programmeMeasures[0] as Measure)).toThrow()
})

/**
 * A slice that exists only here, with a table of its own, proves the interface for targets: the programme imports none of
 * it and knows it by its key alone.
 */
describe('a measure of another slice', () => {
  interface Letter {
    readonly id: string
    readonly unitId: string
    readonly sentOn: string
    readonly kind: 'electronic' | 'paper' | 'secret'
  }

  const letters: Letter[] = []
  const where = (c: Context, scope: MeasureScope, kind: RawBuilder<boolean>) => sql`
    from letter where sent_on <= ${scope.asOf}::date and ${kind}
      and (${scope.from}::date is null or sent_on >= ${scope.from}::date)
      and (${scope.unitId}::uuid is null or unit_id = ${scope.unitId}::uuid or (${scope.withSubordinates}
        and unit_id in (${unitsBelow(c, { unitId: scope.unitId ?? newId(), on: scope.asOf })})))`

  const kinds = {
    numerator: sql<boolean>`kind = 'electronic'`,
    denominator: sql<boolean>`kind <> 'secret'`,
    'excluded:secret': sql<boolean>`kind = 'secret'`,
  }

  const electronic: Measure = {
    key: 'letters.electronic_ratio',
    label: { vi: 'Tỷ lệ thư điện tử', en: 'Letters sent electronically' },
    unit: '%',
    good: 'up',
    async count(c, scope) {
      const count = async (kind: RawBuilder<boolean>) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n ${where(c, scope, kind)}`.execute(
          c.db,
        )
        return rows[0]?.n ?? 0
      }
      return {
        numerator: await count(kinds.numerator),
        denominator: await count(kinds.denominator),
        exclusions: [{ reason: 'secret', count: await count(kinds['excluded:secret']) }],
      }
    },
    async list(c, scope, part, { cursor, limit }) {
      const { rows } = await sql<{
        id: string
      }>`select id ${where(c, scope, kinds[part as keyof typeof kinds])}
        and (${cursor}::uuid is null or id > ${cursor}::uuid) order by id limit ${limit + 1}`.execute(c.db)
      const items = rows.slice(0, limit).map(({ id }) => ({ label: id, href: `/thu/${id}`, note: '' }))
      return { items, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
    },
  }

  beforeAll(async () => {
    const units = [organisation.unit['so-tttt'], organisation.unit['so-noi-vu'], organisation.unit['tu-ky']]
    for (let index = 0; index < 60; index += 1) {
      letters.push({
        id: newId(),
        unitId: units[index % 3] as string,
        sentOn: addDays(plainDate('2022-01-05'), index * 5),
        kind: index % 10 === 0 ? 'secret' : index % 7 === 0 ? 'paper' : 'electronic',
      })
    }
  })

  /** The temporary table lasts as long as its transaction. */
  const withLetters = <T>(name: TestPersonName, act: (c: Context) => Promise<T>) => {
    const measures = new MeasureRegistry()
    measures.register(electronic)
    return as(
      name,
      async (c) => {
        await sql`create temporary table letter (id uuid, unit_id uuid, sent_on date, kind text) on commit drop`.execute(
          c.db,
        )
        for (const { id, unitId, sentOn, kind } of letters)
          await sql`insert into letter values (${id}::uuid, ${unitId}::uuid, ${sentOn}::date, ${kind})`.execute(
            c.db,
          )
        return act(c)
      },
      measures,
    )
  }

  test('keeps the contract', async () => {
    await withLetters('van-phong', async (c) => {
      for (const unitId of [null, organisation.unit['so-tttt'], organisation.unit['dang-uy-khoi']])
        for (const asOf of [plainDate('2022-03-31'), today])
          await expectMeasureContract(c, electronic, {
            unitId,
            withSubordinates: true,
            from: plainDate('2022-01-01'),
            asOf,
            illustrative: 'include',
            sight: 'actor',
          })
    })
  })

  test('gives a target its value, which is counted and never typed', async () => {
    await withLetters('van-phong', async (c) => {
      const [workId] = register.workIds
      const unitId = organisation.unit['so-tttt']
      await sql`insert into target (id, work_id, ord, measure, unit, operator, value, modality, measure_key)
        values (${newId()}::uuid, ${workId}::uuid, 9, 'thư điện tử', '%', 'gte', 80, 'committed', 'letters.electronic_ratio')`.execute(
        c.db,
      )
      const assessed = await assessTargets(
        c,
        [{ id: workId as string, custodianUnitId: unitId }],
        2022,
        today,
      )
      const bound = assessed.get(workId as string)?.find(({ target }) => target.measureKey !== null)
      const own = letters.filter((letter) => letter.unitId === unitId && letter.kind !== 'secret')
      const share = {
        numerator: own.filter(({ kind }) => kind === 'electronic').length,
        denominator: own.length,
      }
      expect(bound?.facts.live).toEqual({ ...share, unit: '%' })
      expect(bound?.assessment).toMatchObject({
        claimed: null,
        basis: 'measured',
        met: compareShare(share, decimal(80)) >= 0 ? expect.stringMatching(/met|exceeded/) : 'not_met',
      })
    })
  })

  test('nothing that fell due is neither 0 % nor 100 %', async () => {
    await withLetters('van-phong', async (c) => {
      const counted = await electronic.count(c, {
        unitId: organisation.unit['chi-bo-cho'],
        withSubordinates: true,
        from: null,
        asOf: today,
        illustrative: 'include',
        sight: 'whole',
      })
      expect(measureValue(electronic, counted)).toBeNull()
    })
  })
})
