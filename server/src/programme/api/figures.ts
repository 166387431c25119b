import { z } from 'zod'
import { systems } from '../../organisation/index.ts'
import type { Page } from '../../platform/http/paging.ts'
import { apiPrefix } from '../../platform/http/serve-api.ts'
import { type UnitRow, unitParts } from '../figures/breakdowns.ts'
import type { ClaimView } from '../figures/claims.ts'
import type { Debt } from '../figures/debts.ts'
import type { ProgrammeSummary } from '../figures/figures.ts'
import type { Figure, RatioFigure, Tally } from '../figures/tally.ts'
import { queryOfWorkFilter, type WorkFilter } from '../filter/filter.ts'
import { workStates } from '../rules/states.ts'
import { ownerKinds, tiers } from '../tables.ts'

/** What the API says of figures: stable English names, and behind each number the address of the list that it counts. */

const figure = z
  .object({
    count: z.number().int(),
    works: z.string().describe('Address of the list of exactly the works that are counted.'),
  })
  .meta({ id: 'Figure', description: 'A number of works.' })

const ratio = z
  .object({
    numerator: figure,
    denominator: figure,
    percent: z.number().nullable().describe('To one decimal place; null where nothing fell due.'),
  })
  .meta({ id: 'Ratio' })

const tally = z
  .object({
    registered: figure,
    notAssignedYet: figure,
    assigned: figure,
    inForce: figure,
    onCourse: figure,
    atRisk: figure,
    late: figure,
    silent: figure,
    stale: figure,
    finished: figure,
    kept: ratio.describe('Promises kept, of those due by the date that holds now.'),
    firstKept: ratio.describe('The same by the date that was promised first.'),
  })
  .meta({ id: 'Tally' })

const claim = z.object({
  ref: z.string(),
  label: z.string(),
  published: z.number().int().nullable().describe('Null where the source gives no number.'),
  register: z.number().int().describe('What the register holds by the filter of the claim.'),
  deviation: z
    .number()
    .int()
    .nullable()
    .describe('Register less published; null where they cannot be compared.'),
  verdict: z.enum(['agrees', 'differs', 'not_stated', 'partial']),
  works: z.string(),
  statedBy: z.string().nullable(),
  assumption: z.string().nullable(),
  sourceQuote: z.string(),
})

const debt = z.object({
  code: z.string().nullable(),
  title: z.string(),
  unit: z.string(),
  unitName: z.string(),
  holderName: z.string().nullable(),
  postTitle: z.string().nullable(),
  signals: z.array(z.enum(['late', 'silent'])),
  since: z.iso.date(),
  days: z.number().int(),
  illustrative: z.boolean(),
})

const unitRow = z.object({
  unit: z.string(),
  name: z.string(),
  part: z
    .enum(unitParts)
    .describe(
      'below: a unit with all below it; own: the works of the unit asked for alone; outside: works that stand neither in it nor below it in the ladder.',
    ),
  owed: z.number().int().describe('Works that are late or silent.'),
  figures: tally,
})

export const unitRowsOutput = z.object({
  unit: z.string(),
  ladder: z.enum(systems),
  figures: tally.describe('The whole, which all rows of all pages add up to.'),
  items: z.array(unitRow),
  total: z.number().int().describe('Rows on all pages.'),
  next: z.string().nullable(),
})

export const summaryOutput = z.object({
  year: z.number().int(),
  name: z.string(),
  status: z.enum(['open', 'closed']),
  asOf: z.iso.date(),
  illustrative: z.enum(['include', 'exclude']),
  unit: z.string().nullable(),
  figures: tally,
  byState: z.array(z.object({ state: z.enum(workStates), works: figure })),
  byTier: z.array(
    z.object({
      tier: z.enum(tiers),
      figures: tally,
      byOwnerKind: z.array(z.object({ ownerKind: z.enum(ownerKinds), figures: tally })),
    }),
  ),
  byOwnerKind: z.array(z.object({ ownerKind: z.enum(ownerKinds), figures: tally })),
  byTheme: z.array(
    z.object({
      theme: z.number().int().describe('0: the works without a theme.'),
      headline: z.string().nullable(),
      figures: tally,
    }),
  ),
  byContentGroup: z.array(
    z.object({
      unit: z.string(),
      unitName: z.string(),
      ord: z.number().int(),
      name: z.string(),
      figures: tally,
    }),
  ),
  byUnit: z.object({
    unit: z.string(),
    ladder: z.enum(systems),
    rows: z
      .array(unitRow)
      .describe('The first rows; all of them, by pages, are at /programmes/{year}/units.'),
    more: z.number().int().describe('Rows that are only on those pages.'),
  }),
  debts: z.array(debt),
  claims: z.array(claim),
})

/** The address in the API of the works that a filter names. */
export const worksAddress = (filter: WorkFilter): string =>
  `${apiPrefix}/works?${new URLSearchParams(queryOfWorkFilter(filter))}`

const figureOut = ({ count, filter }: Figure) => ({ count, works: worksAddress(filter) })

const ratioOut = ({ numerator, denominator, percent }: RatioFigure) => ({
  numerator: figureOut(numerator),
  denominator: figureOut(denominator),
  percent: percent === null ? null : Number(percent),
})

function tallyOut({ kept, firstKept, ...figures }: Tally): z.input<typeof tally> {
  return {
    registered: figureOut(figures.registered),
    notAssignedYet: figureOut(figures.notAssignedYet),
    assigned: figureOut(figures.assigned),
    inForce: figureOut(figures.inForce),
    onCourse: figureOut(figures.onCourse),
    atRisk: figureOut(figures.atRisk),
    late: figureOut(figures.late),
    silent: figureOut(figures.silent),
    stale: figureOut(figures.stale),
    finished: figureOut(figures.finished),
    kept: ratioOut(kept),
    firstKept: ratioOut(firstKept),
  }
}

const kindsOut = (rows: ProgrammeSummary['ownerKinds']) =>
  rows.map((row) => ({ ownerKind: row.ownerKind, figures: tallyOut(row.tally) }))

const claimOut = ({ filter, sourceId: _, ...claim }: ClaimView) => ({ ...claim, works: worksAddress(filter) })

const debtOut = ({ workId: _, unitCode, ...debt }: Debt) => ({
  ...debt,
  unit: unitCode,
  signals: [...debt.signals],
})

const unitRowOut = ({ code, name, part, owed, tally }: UnitRow): z.input<typeof unitRow> => ({
  unit: code,
  name,
  part,
  owed,
  figures: tallyOut(tally),
})

export const unitRowsOut = (
  { units, tally }: ProgrammeSummary,
  { items, next }: Page<UnitRow>,
): z.input<typeof unitRowsOutput> => ({
  unit: units.code,
  ladder: units.ladder,
  figures: tallyOut(tally),
  items: items.map(unitRowOut),
  total: units.rows.length,
  next,
})

const maxUnitRows = 40

export function summaryOut(
  summary: ProgrammeSummary,
  claims: readonly ClaimView[],
): z.input<typeof summaryOutput> {
  const { programme, filter, units } = summary
  return {
    year: programme.year,
    name: programme.name,
    status: programme.status,
    asOf: summary.asOf,
    illustrative: filter.illustrative,
    unit: filter.unit,
    figures: tallyOut(summary.tally),
    byState: summary.states.map((row) => ({ state: row.state, works: figureOut(row.figure) })),
    byTier: summary.tiers.map((row) => ({
      tier: row.tier,
      figures: tallyOut(row.all),
      byOwnerKind: kindsOut(row.kinds),
    })),
    byOwnerKind: kindsOut(summary.ownerKinds),
    byTheme: summary.themes.map((row) => ({
      theme: row.ord,
      headline: row.headline,
      figures: tallyOut(row.tally),
    })),
    byContentGroup: summary.contentGroups.map((row) => ({
      unit: row.unitCode,
      unitName: row.unitName,
      ord: row.ord,
      name: row.name,
      figures: tallyOut(row.tally),
    })),
    byUnit: {
      unit: units.code,
      ladder: units.ladder,
      rows: units.rows.slice(0, maxUnitRows).map(unitRowOut),
      more: Math.max(units.rows.length - maxUnitRows, 0),
    },
    debts: summary.debts.map(debtOut),
    claims: claims.map(claimOut),
  }
}
