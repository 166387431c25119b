import { z } from 'zod'
import { findUnitByCode, levels, listUnits, systems, type UnitView } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { pageSizeOf } from '../../platform/http/paging.ts'
import { parseQuery } from '../../platform/http/parse.ts'
import { apiRead, type Route } from '../../platform/http/route.ts'
import { type Measure, type MeasurePart, measureValue } from '../../platform/measures/measures.ts'
import { notFound } from '../../platform/refusal.ts'
import { unitRowsPage } from '../figures/breakdowns.ts'
import { listClaims } from '../figures/claims.ts'
import { programmeSummary } from '../figures/figures.ts'
import { workFilterOf, workFilterQuery } from '../filter/filter.ts'
import { workSorts } from '../filter/sorts.ts'
import { listWorks, maxWorksAPage } from '../lists/list-works.ts'
import { historyApi } from '../work/known-history.ts'
import { getWorkPage } from '../work/work-page.ts'
import { decisionApiReads } from './decisions.ts'
import { deskReads } from './desk.ts'
import { summaryOut, summaryOutput, unitRowsOut, unitRowsOutput } from './figures.ts'
import { fileReads } from './files.ts'
import { guidanceReads } from './guidance.ts'
import { programmeReads } from './programmes.ts'
import { workOut, workOutput, workRowOut, worksOutput } from './works.ts'

/**
 * What machines may read: exactly what the account may see, as of a day. Parameters that are not known are refused, so
 * that a slip of the pen is not taken for "all".
 */

const cursor = z.string().max(2000, 'error.too_long').nullish()
const limitUpTo = (most: number) =>
  field.optionalWhole(1, most).describe(`How many on a page, up to ${most}.`)

const { year: _year, ...withoutYear } = workFilterQuery
const { asOf, unit, subordinates, ladder, outside, ownerKind, tier, theme, contentGroup, illustrative } =
  withoutYear

const pathYear = z.strictObject({ year: field.whole(2000, 2200) })

const maxUnitsAPage = 200

const countedQuery = {
  asOf,
  unit,
  subordinates,
  ladder,
  outside,
  ownerKind,
  tier,
  theme,
  contentGroup,
  illustrative,
}

const summary = apiRead({
  path: '/programmes/:year/summary',
  name: 'programme.summary',
  query: z.strictObject(countedQuery),
  output: summaryOutput,
  async run(c, { params, query }) {
    const { year } = parseQuery(pathYear, params)
    const filter = workFilterOf({ ...nothingAsked, ...query, year }, c.today)
    return summaryOut(await programmeSummary(c, filter), await listClaims(c, filter))
  },
})

const summaryByUnit = apiRead({
  path: '/programmes/:year/units',
  name: 'programme.summary_by_unit',
  query: z.strictObject({ ...countedQuery, cursor, limit: limitUpTo(maxUnitsAPage) }),
  output: unitRowsOutput,
  async run(c, { params, query: { cursor, limit, ...query } }) {
    const { year } = parseQuery(pathYear, params)
    const summary = await programmeSummary(c, workFilterOf({ ...nothingAsked, ...query, year }, c.today))
    const size = pageSizeOf(limit ?? undefined, { most: maxUnitsAPage })
    return unitRowsOut(summary, unitRowsPage(summary.units, { cursor: cursor || null, limit: size }))
  },
})

const nothingAsked = {
  q: '',
  state: [],
  standing: null,
  signal: null,
  promise: null,
  reporting: null,
  from: null,
  dueTo: null,
  assigner: null,
  managing: null,
  ownerUnitKind: [],
  relation: null,
  waiting: null,
}

const works = apiRead({
  path: '/works',
  name: 'work.list',
  query: z.strictObject({
    ...workFilterQuery,
    sort: z.enum(workSorts, 'error.choice').nullish(),
    cursor,
    limit: limitUpTo(maxWorksAPage),
  }),
  output: worksOutput,
  async run(c, { query: { sort, cursor, limit, ...query } }) {
    const page = await listWorks(c, {
      filter: workFilterOf(query, c.today),
      sort: sort ?? undefined,
      cursor,
      limit: limit ?? undefined,
    })
    return { items: page.rows.map(workRowOut), total: page.total, next: page.next }
  },
})

const work = apiRead({
  path: '/works/:ref',
  name: 'work.read',
  query: z.strictObject({ asOf }),
  output: workOutput,
  run: async (c, { params, query }) => workOut(await getWorkPage(c, params.ref ?? '', query.asOf ?? c.today)),
})

const unitOutput = z.object({
  id: z.string().describe('How acts of the directory name the unit.'),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  system: z.enum(systems),
  level: z.enum(levels),
  kind: z.string(),
  place: z.string().nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable().describe('The first day on which it is no more.'),
  illustrative: z.boolean(),
  parents: z.array(z.object({ system: z.enum(systems), code: z.string(), name: z.string() })),
})

function unitOut({ parents, ...unit }: UnitView): z.input<typeof unitOutput> {
  return {
    ...unit,
    parents: parents.map(({ system, parentCode, parentName }) => ({
      system,
      code: parentCode,
      name: parentName,
    })),
  }
}

const units = apiRead({
  path: '/units',
  name: 'unit.list',
  query: z.strictObject({
    asOf,
    q: field.optionalText(200),
    system: field.optionalChoice(systems),
    level: field.optionalChoice(levels),
    illustrative,
    cursor,
    limit: limitUpTo(maxUnitsAPage),
  }),
  output: z.object({ asOf: z.iso.date(), items: z.array(unitOutput), next: z.string().nullable() }),
  async run(c, { query }) {
    const on = query.asOf ?? c.today
    const page = await listUnits(c, {
      on,
      filter: {
        text: query.q,
        system: query.system,
        level: query.level,
        illustrative: query.illustrative ?? 'include',
      },
      cursor: query.cursor ?? null,
      ...(query.limit === null ? {} : { limit: query.limit }),
    })
    return { asOf: on, items: page.items.map(unitOut), next: page.next }
  },
})

const measureOutput = z.object({
  key: z.string(),
  label: z.string(),
  unit: z.enum(['%', 'count', 'days']),
  good: z.enum(['up', 'down']),
})

function measureOut(c: Context, { key, label, unit, good }: Measure): z.input<typeof measureOutput> {
  return { key, label: label[c.language], unit, good }
}

const measures = apiRead({
  path: '/measures',
  name: 'measure.list',
  query: z.strictObject({}),
  output: z.object({ items: z.array(measureOutput) }),
  run: async (c) => ({ items: c.measures.all().map((measure) => measureOut(c, measure)) }),
})

const partOf = z
  .string()
  .regex(/^(numerator|denominator|excluded:[a-z_]{1,60})$/, 'error.choice')
  .transform((part) => part as MeasurePart)

const measure = apiRead({
  path: '/measures/:key',
  name: 'measure.read',
  query: z.strictObject({
    unit,
    subordinates,
    from: workFilterQuery.from,
    asOf,
    illustrative,
    part: partOf.nullish().describe('numerator, denominator, or excluded:<reason>: lists what is counted.'),
    cursor,
    limit: limitUpTo(maxWorksAPage),
  }),
  output: measureOutput.extend({
    asOf: z.iso.date(),
    numerator: z.number().int(),
    denominator: z.number().int(),
    exclusions: z.array(z.object({ reason: z.string(), count: z.number().int() })),
    value: z.number().nullable().describe('Null where nothing fell due.'),
    items: z.array(z.object({ label: z.string(), href: z.string(), note: z.string() })).nullable(),
    next: z.string().nullable(),
  }),
  async run(c, { params, query }) {
    const found = c.measures.find(params.key ?? '')
    if (found === undefined) throw notFound('measure')
    const scope = {
      unitId: await unitIdOf(c, query.unit),
      withSubordinates: query.subordinates ?? true,
      from: query.from,
      asOf: query.asOf ?? c.today,
      illustrative: query.illustrative ?? 'include',
      sight: 'actor',
    } as const
    const counted = await found.count(c, scope)
    const page = { cursor: query.cursor ?? null, limit: query.limit ?? 50 }
    const listed = query.part == null ? null : await found.list(c, scope, query.part, page)
    return {
      ...measureOut(c, found),
      asOf: scope.asOf,
      numerator: counted.numerator,
      denominator: counted.denominator,
      exclusions: [...counted.exclusions],
      value: measureValue(found, counted),
      items: listed === null ? null : [...listed.items],
      next: listed?.next ?? null,
    }
  },
})

async function unitIdOf(c: Context, code: string | null): Promise<string | null> {
  if (code === null) return null
  const found = await findUnitByCode(c, code, c.today)
  if (found === undefined) throw notFound('unit')
  return found.id
}

/** Everything that machines read of the programme. */
export const programmeApiReads: readonly Route[] = [
  summary,
  summaryByUnit,
  works,
  work,
  historyApi,
  units,
  measures,
  measure,
  ...decisionApiReads,
  ...programmeReads,
  ...deskReads,
  ...fileReads,
  ...guidanceReads,
]
