import fc from 'fast-check'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TestOrganisation, TestPersonName } from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import type { DB } from '../../platform/data/schema.gen.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { runs } from '../../platform/testing/runs.ts'
import { addDays, plainDate } from '../../platform/time/plain-date.ts'
import {
  allWorks,
  promiseParts,
  signalFilters,
  standings,
  type WorkFilter,
  waitingActs,
  workRelations,
} from '../filter/filter.ts'
import { type WorkSort, workSorts } from '../filter/sorts.ts'
import { countWorks, listWorks } from '../lists/list-works.ts'
import { loadSignalFacts } from '../progress/signal-facts.ts'
import { hasFallenDue, isAccepted, isDoneInTime, isKept, reportStanding } from '../rules/promise.ts'
import { signalSpans, signalsOn } from '../rules/signals.ts'
import { contains, type Span } from '../rules/spans.ts'
import { type WorkState, workStates } from '../rules/states.ts'
import { ownerKinds, programmeDb, tiers } from '../tables.ts'
import { seedTestProgramme } from '../testing/ground.ts'
import { seedRandomRegister, type TestRegister } from '../testing/register.ts'
import { listClaims } from './claims.ts'
import { programmeSummary } from './figures.ts'
import type { Figure, RatioFigure } from './tally.ts'

const database = useTestDatabase()
const today = plainDate('2022-12-20')
let organisation: TestOrganisation
let register: TestRegister

beforeAll(async () => {
  const programme = await seedTestProgramme(database)
  organisation = programme.organisation
  register = await seedRandomRegister(programme, 240)
})

const as = <T>(name: TestPersonName, act: (c: Context) => Promise<T>) =>
  asActor(database, organisation.actorFor(name), today, act)

const actors: readonly TestPersonName[] = [
  'van-phong',
  'quan-tri',
  'tu-ky',
  'thuong-vu-tu-ky',
  'an-minh',
  'van-thu-an-minh',
  'so-tttt',
]

const nullable = <T>(values: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
const anyDay = fc.integer({ min: 0, max: 380 }).map((days) => addDays(plainDate('2022-01-01'), days))

const anyFilter: fc.Arbitrary<WorkFilter> = fc.record({
  year: fc.constant(2022),
  asOf: anyDay,
  text: nullable(['giải phóng', 'GIAI PHONG', '100%_', '2022-thu-01']),
  states: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...workStates), { maxLength: 6 })),
  standing: nullable(standings),
  signal: nullable(signalFilters),
  promise: nullable(promiseParts),
  reporting: nullable(['due', 'silent'] as const),
  from: nullable([plainDate('2022-03-01'), plainDate('2022-07-05')]),
  dueTo: nullable([plainDate('2022-06-30')]),
  ownerKind: nullable(ownerKinds),
  tier: nullable(tiers),
  theme: nullable([0, 1, 2, 3]),
  contentGroup: nullable([
    { unit: 'tu-ky', ord: 1 },
    { unit: 'tu-ky', ord: 2 },
  ]),
  unit: nullable(['tinh-uy', 'tu-ky', 'dang-uy-khoi', 'ubnd-tinh', 'xa-an-minh']),
  subordinates: fc.boolean(),
  ladder: nullable(['party', 'state'] as const),
  outside: nullable([
    { unit: 'tinh-uy', ladder: 'party' },
    { unit: 'tu-ky', ladder: 'state' },
  ] as const),
  assigner: nullable(['btv-tinh-uy', 'tu-ky']),
  managing: nullable(['btv-tu-ky', 'tinh-uy']),
  ownerUnitKinds: fc.constantFrom([], [], ['committee'], ['department', 'party-cell']),
  relation: nullable(workRelations),
  waiting: nullable(waitingActs),
  illustrative: fc.constantFrom('include', 'exclude'),
})

/** Walks through all pages of a list. */
async function walk(c: Context, filter: WorkFilter, sort: WorkSort, limit: number): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page = await listWorks(c, { filter, sort, cursor, limit })
    ids.push(...page.rows.map((row) => row.id))
    cursor = page.next
  } while (cursor !== null && ids.length < 1000)
  return ids
}

test('a list has as many works as its count says, each once, in every order and page size', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyFilter,
      fc.constantFrom(...actors),
      fc.constantFrom(...workSorts),
      fc.integer({ min: 5, max: 200 }),
      async (filter, actor, sort, limit) => {
        await as(actor, async (c) => {
          const ids = await walk(c, filter, sort, limit)
          expect(ids).toHaveLength(await countWorks(c, filter))
          expect(new Set(ids).size).toBe(ids.length)
        })
      },
    ),
    { numRuns: runs(20, { long: 60 }) },
  )
})

const wholeYear: [WorkFilter, TestPersonName][] = [
  [allWorks(2022, today), 'van-phong'],
  [allWorks(2022, plainDate('2022-07-06')), 'quan-tri'],
]

test('every figure of an overview counts exactly the list it leads to', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter, fc.constantFrom(...actors), async (asked, actor) => {
      await as(actor, async (c) => {
        const summary = await programmeSummary(c, asked)
        for (const { count, filter } of figuresIn(summary))
          expect({ count: await countWorks(c, filter), filter }).toEqual({ count, filter })
      })
    }),
    // A filter drawn by lot often leaves little to count.
    { numRuns: runs(4, { long: 8 }), examples: wholeYear },
  )
})

/** Every figure anywhere in a summary. */
function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return []
  if ('count' in value && 'filter' in value) return [value as Figure]
  return Object.values(value as Record<string, unknown | RatioFigure>).flatMap(figuresIn)
}

describe('what the SQL says of a day, the rules say of the same facts', () => {
  // The last of June is the due date of many works: on that day they are not broken yet.
  test.each(['2022-02-10', '2022-05-18', '2022-06-30', '2022-07-06', '2022-10-06', '2022-12-20'])(
    'as of %s',
    async (day) => {
      const on = plainDate(day)
      await as('van-phong', async (c) => {
        const filter = allWorks(2022, on)
        const facts = await factsOf(c)
        const listed = async (narrow: Partial<WorkFilter>) =>
          (await walk(c, { ...filter, ...narrow }, 'due', 200)).sort()
        const expected = (holds: (fact: (typeof facts)[number]) => boolean) =>
          facts
            .filter((fact) => fact.handedIn && fact.stateOn(on) !== 'draft' && holds(fact))
            .map((fact) => fact.id)
            .sort()

        for (const state of workStates)
          expect(await listed({ states: [state] })).toEqual(expected((fact) => fact.stateOn(on) === state))
        for (const signal of ['late', 'at_risk', 'silent', 'stale'] as const)
          expect(await listed({ signal })).toEqual(
            expected((fact) => signalsOn(signalSpans(fact.facts), on).includes(signal)),
          )
        for (const basis of ['current', 'first'] as const) {
          const part = <P extends 'due' | 'kept' | 'broken' | 'on_time'>(name: P) =>
            basis === 'first' ? (`first_${name}` as const) : name
          expect(await listed({ promise: part('due') })).toEqual(
            expected((fact) => hasFallenDue(fact.promise, on, basis)),
          )
          expect(await listed({ promise: part('kept') })).toEqual(
            expected((fact) => isKept(fact.promise, on, basis)),
          )
          expect(await listed({ promise: part('broken') })).toEqual(
            expected((fact) => hasFallenDue(fact.promise, on, basis) && !isKept(fact.promise, on, basis)),
          )
          expect(await listed({ promise: part('on_time') })).toEqual(
            expected((fact) => isDoneInTime(fact.promise, on, basis)),
          )
        }
        const parts = ['kept', 'awaiting', 'done_late', 'missed'] as const
        const parted = await Promise.all(parts.map((promise) => listed({ promise })))
        expect(parted.flat().sort()).toEqual(await listed({ promise: 'due' }))
        const stands: Partial<WorkFilter>[] = [
          { standing: 'finished' },
          { signal: 'on_course' },
          { signal: 'attention' },
          { standing: 'otherwise' },
        ]
        const standing = await Promise.all(stands.map(listed))
        expect(standing.flat().sort()).toEqual(await listed({ standing: 'assigned' }))
        expect(parted[1]).toEqual(
          expected(
            (fact) =>
              fact.stateOn(on) === 'completion_reported' &&
              hasFallenDue(fact.promise, on, 'current') &&
              !signalsOn(signalSpans(fact.facts), on).includes('late'),
          ),
        )
        expect(await listed({ standing: 'finished' })).toEqual(
          expected((fact) => isAccepted(fact.promise, on)),
        )
        expect(await listed({ reporting: 'due' })).toEqual(
          expected((fact) => reportStanding(fact.facts, on) !== 'nothing_due'),
        )
      })
    },
  )
})

async function factsOf(c: Context) {
  const loaded = await loadSignalFacts(c, register.workIds)
  const spans = await programmeDb(c)
    .selectFrom('work_state_span')
    .select(['work_id', 'state', 'from_on as from', 'to_on as to'])
    .$castTo<Span & { work_id: string; state: WorkState }>()
    .execute()
  const rows = await programmeDb(c)
    .selectFrom('work')
    .select(['id', 'code', 'work_done_on', 'accepted_on', 'assigned_on'])
    .execute()
  return rows.map((row) => {
    const facts = loaded.get(row.id)?.facts
    if (facts === undefined) throw new Error('a work has its facts')
    const left = facts.states.find(({ state }) => state === 'terminated')
    const accepted = facts.states.find(({ state }) => state === 'completed')
    return {
      id: row.id,
      // What was never submitted is its author's alone, and was so on each day before it was submitted.
      handedIn: row.code !== null,
      facts,
      stateOn: (on: Parameters<typeof contains>[1]): WorkState | null =>
        spans.find((span) => span.work_id === row.id && contains(span, on))?.state ?? null,
      promise: {
        assignedOn: facts.assignedOn,
        dueDates: facts.dueDates,
        acceptances:
          accepted === undefined
            ? []
            : [{ ...accepted, doneOn: plainDate(row.work_done_on ?? accepted.from) }],
        leftOn: left?.from ?? null,
      },
    }
  })
}

describe('an answer that is given again is the answer of the register', () => {
  const asked: string[] = []
  const listening = () =>
    new Kysely<DB>({
      dialect: new PostgresDialect({ pool: database.pool }),
      log: ({ query }) => {
        asked.push(query.sql)
      },
    })
  const reading = <T>(act: (c: Context) => Promise<T>) =>
    listening()
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((db) => as('van-phong', (c) => act({ ...c, db })))

  test('also after works have changed', async () => {
    const filter = allWorks(2022, today)
    const before = await reading((c) => programmeSummary(c, filter))
    expect(await reading((c) => programmeSummary(c, filter))).toEqual(before)
    const [workId] = register.workIds
    await database.db.updateTable('work').set({ tier: 'province' }).where('id', '=', String(workId)).execute()
    await database.db.deleteFrom('work_signal').where('signal', '=', 'late').execute()
    const after = await reading((c) => programmeSummary(c, filter))
    expect(after.tally.late.count).toBe(0)
    expect(before.tally.late.count).toBeGreaterThan(0)
    expect(await reading((c) => countWorks(c, after.tally.late.filter))).toBe(0)
  })

  test('every table that lists and figures are made of leaves marks of change', async () => {
    const remembered: string[] = []
    await fc.assert(
      fc.asyncProperty(anyFilter, fc.constantFrom(...workSorts), (filter, sort) =>
        reading(async (c) => {
          asked.length = 0
          await programmeSummary(c, filter)
          remembered.push(...asked.filter((query) => !query.includes('change_mark')))
          asked.length = 0
          await listWorks(c, { filter, sort })
          await listClaims(c, filter)
          remembered.push(...asked.filter((query) => /string_agg|as "position"/.test(query)))
        }),
      ),
      { numRuns: runs(20, { long: 60 }) },
    )
    const named = new Set(
      remembered.flatMap((query) =>
        [...query.matchAll(/\b(?:from|join) "?([a-z_]+)"?/g)].map((one) => one[1]),
      ),
    )
    const { rows } = await sql<{ table: string; marks: boolean }>`select relname as table,
      exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'mark_change') as marks
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(database.db)
    const tables = rows.filter(({ table }) => named.has(table))
    expect(tables.length).toBeGreaterThan(8)
    expect(tables.filter(({ marks }) => !marks)).toEqual([])
  })

  // What each part of an overview is made of: of a work, of no one work, and names that stand next to the figures.
  const changes: readonly (readonly [table: string, change: string])[] = [
    ['work', `set title = title || ' x'`],
    ['work', `set tier = case tier when 'province' then 'district' else 'province' end`],
    ['work', `set due_on = due_on + 1`],
    ['work_signal', `set from_on = from_on - 1`],
    ['unit', `set name = name || ' x'`],
    ['unit', `set code = code || '-x'`],
    ['theme_group', `set headline = headline || ' x'`],
    ['content_group', `set name = name || ' x'`],
    ['person', `set full_name = full_name || ' x'`],
    ['post', `set title = title || ' x'`],
    ['programme', `set name = name || ' x'`],
  ]
  /** In one row, or in all. */
  const anyChange = fc.record({ change: fc.constantFrom(...changes), row: fc.option(fc.nat(400)) })
  const make = ({
    change: [table, change],
    row,
  }: {
    change: readonly [string, string]
    row: number | null
  }) => {
    const rows = sql.table(table)
    const one = sql`where ctid = (select ctid from ${rows} order by ctid offset ${row} % (select count(*) from ${rows}) limit 1)`
    return sql`update ${rows} ${sql.raw(change)} ${row === null ? sql`` : one}`.execute(database.db)
  }

  test('whatever is changed, an overview that is given again is the overview', async () => {
    const told = (summary: unknown) => ({
      summary,
      figures: figuresIn(summary).map(({ count, filter }) => ({ count, filter })),
    })
    const filter = allWorks(2022, today)
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const step of steps) {
          await make(step)
          const kept = await reading((c) => programmeSummary(c, filter))
          // A transaction that may write counts for itself.
          expect(told(kept)).toEqual(told(await as('van-phong', (c) => programmeSummary(c, filter))))
          expect(await reading((c) => programmeSummary(c, filter))).toEqual(kept)
        }
      }),
      { numRuns: runs(8, { long: 25 }) },
    )
  })
})
