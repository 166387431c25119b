import { z } from 'zod'
import { type OrganisationSystem, systems } from '../../organisation/index.ts'
import * as field from '../../platform/http/fields.ts'
import { type PlainDate, yearOf } from '../../platform/time/plain-date.ts'
import { type WorkState, workStates } from '../rules/states.ts'
import { type OwnerKind, ownerKinds, type Tier, tiers } from '../tables.ts'

/** How far a work has come, in the words of an overview; each stands for a set of states (`filter-sql.ts`). */
export const standings = [
  'registered',
  'not_assigned_yet',
  'assigned',
  'in_force',
  'finished',
  'otherwise',
] as const
export type Standing = (typeof standings)[number]

/** What the day says of a work in force: one or more signals, or none of them; `attention`: any of the others, or suspended. */
export const signalFilters = ['on_course', 'attention', 'at_risk', 'late', 'silent', 'stale'] as const
export type SignalFilter = (typeof signalFilters)[number]

/**
 * The promises that have fallen due, by the date that holds now or by the one promised first: kept or not. Those not kept by
 * the date that holds now are reported done in time and await recognition, were done late, or are missed: not done. Further
 * those accepted, done in time or not. `left`: fallen due, but taken out of the count by a decision.
 */
export const promiseParts = [
  'due',
  'kept',
  'awaiting',
  'done_late',
  'missed',
  'broken',
  'left',
  'accepted',
  'on_time',
  'first_due',
  'first_kept',
  'first_broken',
  'first_on_time',
] as const
export type PromisePart = (typeof promiseParts)[number]

/** A report has fallen due; or is overdue and missing; or bears a date before the day on which it was sent. */
export const reportings = ['due', 'silent', 'backdated'] as const

/** What a work is to the one who asks: their own, given out by their body, or waiting for their judgement. */
export const workRelations = ['mine', 'given_out', 'to_judge'] as const
export type WorkRelation = (typeof workRelations)[number]

/** The acts for which a work waits for the one who asks: each is a pile of its own on "Việc của tôi". */
export const waitingActs = [
  'report',
  'open_appraisal',
  'appraise',
  'decide',
  'assign',
  'judge_evidence',
  'check_completion',
  'decide_completion',
  'decide_adjustment',
] as const
export type WaitingAct = (typeof waitingActs)[number]

/**
 * Which works: the one predicate that a figure counts and that the list behind it shows (design 8.3). Null and empty
 * mean: whichever. Units stand by their codes, so that a filter is an address.
 */
export interface WorkFilter {
  readonly year: number
  readonly asOf: PlainDate
  readonly text: string | null
  readonly states: readonly WorkState[]
  readonly standing: Standing | null
  readonly signal: SignalFilter | null
  readonly promise: PromisePart | null
  /** Works that owe a report whose due date has passed, and those of them without it. */
  readonly reporting: (typeof reportings)[number] | null
  /** What `promise` and `reporting` say fell due, or was accepted, on or after this day. */
  readonly from: PlainDate | null
  /** Due on or before this day. */
  readonly dueTo: PlainDate | null
  readonly ownerKind: OwnerKind | null
  readonly tier: Tier | null
  /** The number of the theme; 0: the works without one. */
  readonly theme: number | null
  /** A committee's own content group: its unit and number. */
  readonly contentGroup: { readonly unit: string; readonly ord: number } | null
  readonly unit: string | null
  /** With the units below `unit` on that day, in `ladder` or (null) in any. */
  readonly subordinates: boolean
  readonly ladder: OrganisationSystem | null
  /** Only works that stand neither in this unit nor below it in its ladder: what a breakdown by unit has no unit for. */
  readonly outside: { readonly unit: string; readonly ladder: OrganisationSystem } | null
  readonly assigner: string | null
  readonly managing: string | null
  readonly ownerUnitKinds: readonly string[]
  readonly relation: WorkRelation | null
  /** Waiting for this very act of the one who asks. */
  readonly waiting: WaitingAct | null
  readonly illustrative: 'include' | 'exclude'
}

/** Every work of a year, as of a day. */
export function allWorks(year: number, asOf: PlainDate): WorkFilter {
  return {
    year,
    asOf,
    text: null,
    states: [],
    standing: null,
    signal: null,
    promise: null,
    reporting: null,
    from: null,
    dueTo: null,
    ownerKind: null,
    tier: null,
    theme: null,
    contentGroup: null,
    unit: null,
    subordinates: true,
    ladder: null,
    outside: null,
    assigner: null,
    managing: null,
    ownerUnitKinds: [],
    relation: null,
    waiting: null,
    illustrative: 'include',
  }
}

const several = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .max(1000, 'error.too_long')
    .nullish()
    .transform((value) => (value ? value.split(',').filter((part) => part !== '') : []))
    .pipe(z.array(item).max(30, 'error.too_many'))

const unitCode = () => z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'error.choice')

const optionalCode = () => field.emptyAsNull(unitCode())

const contentGroup = z
  .string()
  .nullish()
  .transform((value, ctx) => {
    if (value === null || value === undefined || value === '') return null
    const parts = /^([a-z0-9-]+)\.([1-9]\d{0,2})$/.exec(value)
    if (parts !== null) return { unit: parts[1] ?? '', ord: Number(parts[2]) }
    ctx.addIssue({ code: 'custom', message: 'error.choice' })
    return z.NEVER
  })

const outside = z
  .string()
  .nullish()
  .transform((value, ctx) => {
    if (value === null || value === undefined || value === '') return null
    const [unit = '', word] = value.split('.')
    const ladder = systems.find((system) => system === word)
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(unit) && ladder !== undefined && value === `${unit}.${ladder}`)
      return { unit, ladder }
    ctx.addIssue({ code: 'custom', message: 'error.choice' })
    return z.NEVER
  })

/** The filter as a query carries it, under its English names; lists are parted by commas. */
export const workFilterQuery = {
  year: field.optionalWhole(2000, 2200).describe('The programme year; that of asOf where it is missing.'),
  asOf: field.optionalDate().describe('The day of the question, included; today where it is missing.'),
  q: field
    .optionalText(200)
    .describe(
      'Words of the title, a code, or the name of the owner (unit or person); accents do not matter.',
    ),
  state: several(z.enum(workStates, 'error.choice')).describe('States on that day, parted by commas.'),
  standing: field.optionalChoice(standings),
  signal: field.optionalChoice(signalFilters),
  promise: field.optionalChoice(promiseParts),
  reporting: field
    .optionalChoice(reportings)
    .describe(
      'Works of which a report has fallen due, or is overdue and missing, or bears a date before it was sent.',
    ),
  from: field.optionalDate().describe('Only promises and reports that fell due on or after this day.'),
  dueTo: field.optionalDate().describe('Only works that are due on or before this day.'),
  ownerKind: field.optionalChoice(ownerKinds),
  tier: field.optionalChoice(tiers),
  theme: field.optionalWhole(0, 999).describe('The number of the theme; 0 for works without one.'),
  contentGroup: contentGroup.describe('<unit code>.<number>, such as tu-ky.1'),
  unit: optionalCode().describe('Code of a unit.'),
  subordinates: field.optionalFlag().describe('With the units below it (true unless said otherwise).'),
  ladder: field.optionalChoice(systems).describe('The ladder in which units count as below; any by default.'),
  outside: outside.describe(
    'Works neither in a unit nor below it in a ladder: <unit code>.<ladder>, such as tinh-uy.party',
  ),
  assigner: optionalCode().describe('Code of the body that assigned.'),
  managing: optionalCode().describe("Code of the body that manages the owner's post."),
  ownerUnitKind: several(z.string().regex(/^[a-z][a-z_-]{0,39}$/, 'error.choice')),
  relation: field.optionalChoice(workRelations),
  waiting: field.optionalChoice(waitingActs).describe('Works that wait for this act of the one who asks.'),
  illustrative: field.optionalChoice(['include', 'exclude']),
}

const workFilterSchema = z.object(workFilterQuery)
export type WorkFilterQuery = z.output<typeof workFilterSchema>

/** The filter that a parsed query means on `today`. */
export function workFilterOf(query: WorkFilterQuery, today: PlainDate): WorkFilter {
  const asOf = query.asOf ?? today
  const { q, state, ownerUnitKind, subordinates, illustrative, year, ...same } = query
  return {
    ...same,
    year: year ?? yearOf(asOf),
    asOf,
    text: q === '' ? null : q,
    states: state,
    ownerUnitKinds: ownerUnitKind,
    subordinates: subordinates ?? true,
    illustrative: illustrative ?? 'include',
  }
}

/** The query that means this filter, with only what is said; `workFilterOf` reads it back. */
export function queryOfWorkFilter(filter: WorkFilter): Readonly<Record<string, string>> {
  const { contentGroup: group, outside: away } = filter
  const values: Record<keyof typeof workFilterQuery, string | number | null> = {
    year: filter.year,
    asOf: filter.asOf,
    q: filter.text,
    state: filter.states.join(','),
    standing: filter.standing,
    signal: filter.signal,
    promise: filter.promise,
    reporting: filter.reporting,
    from: filter.from,
    dueTo: filter.dueTo,
    ownerKind: filter.ownerKind,
    tier: filter.tier,
    theme: filter.theme,
    contentGroup: group === null ? null : `${group.unit}.${group.ord}`,
    unit: filter.unit,
    subordinates: filter.subordinates ? null : 'false',
    ladder: filter.ladder,
    outside: away === null ? null : `${away.unit}.${away.ladder}`,
    assigner: filter.assigner,
    managing: filter.managing,
    ownerUnitKind: filter.ownerUnitKinds.join(','),
    relation: filter.relation,
    waiting: filter.waiting,
    illustrative: filter.illustrative === 'include' ? null : 'exclude',
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [[name, String(value)]],
    ),
  )
}
