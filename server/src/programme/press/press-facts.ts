import { unitCodeOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { readableWorks } from '../policy.ts'
import { programmeDb } from '../tables.ts'

export const pressFactKinds = ['statement', 'outcome', 'indicator', 'activity', 'caption'] as const
export type PressFactKind = (typeof pressFactKinds)[number]

/** What a press article prints next to the register; it is never mixed into a figure. */
export interface PressFactRow {
  readonly ref: string
  readonly kind: PressFactKind
  readonly text: string
  /** The words of the article. */
  readonly quote: string
  /** Stands next to a work as what was before it, never as its result. */
  readonly isBackground: boolean
  readonly unit: { readonly code: string; readonly name: string } | null
  readonly work: { readonly ref: string; readonly title: string } | null
  readonly year: number
}

/** A press article that facts rest on. */
export interface PressSource {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly publishedOn: PlainDate
  readonly citation: string
  /** The whole of its facts, as they were taken from it. */
  readonly data: Readonly<Record<string, unknown>>
}

// A bound, not a page: an article has some dozens.
const maxFacts = 500

/** What articles print of a year, in the order of the article. */
export async function listPressFacts(c: Context, year: number): Promise<readonly PressFactRow[]> {
  return (await selectFacts(c).where('programme.year', '=', year).execute()).map(factOf)
}

/** What one article prints. */
export async function factsOfSource(c: Context, sourceId: string): Promise<readonly PressFactRow[]> {
  return (await selectFacts(c).where('press_fact.source_id', '=', sourceId).execute()).map(factOf)
}

const selectFacts = (c: Context) =>
  programmeDb(c)
    .selectFrom('press_fact')
    .innerJoin('programme', 'programme.id', 'press_fact.programme_id')
    // A fact is public; the work that it speaks of is named only to those who may see it.
    .leftJoin('work', (join) => join.onRef('work.id', '=', 'press_fact.work_id').on(readableWorks(c)))
    .select(['press_fact.ref', 'press_fact.kind', 'press_fact.text_vi', 'press_fact.source_quote'])
    .select(['press_fact.data', 'press_fact.unit_id', 'work.id as work_id', 'work.code', 'work.title'])
    .select(['programme.year', unitNameOf('press_fact.unit_id').as('unit_name')])
    .select(unitCodeOf('press_fact.unit_id').as('unit_code'))
    .orderBy('programme.year')
    .orderBy('press_fact.ord')
    .limit(maxFacts)

type FactRow = Awaited<ReturnType<ReturnType<typeof selectFacts>['execute']>>[number]

function factOf(row: FactRow): PressFactRow {
  return {
    ref: row.ref,
    kind: row.kind as PressFactKind,
    text: row.text_vi,
    quote: row.source_quote,
    isBackground: recordOf(row.data).role === 'background',
    unit: row.unit_id === null ? null : { code: row.unit_code, name: row.unit_name },
    work: row.work_id === null ? null : { ref: row.code ?? row.work_id, title: row.title ?? '' },
    year: row.year,
  }
}

/** Whether there is any article to read. */
export async function isArticleThere(c: Context): Promise<boolean> {
  const found = await programmeDb(c).selectFrom('press_source').select('id').limit(1).executeTakeFirst()
  return found !== undefined
}

/** The articles that facts of the register rest on. */
export async function listPressSources(c: Context): Promise<readonly PressSource[]> {
  const rows = await programmeDb(c)
    .selectFrom('press_source')
    .selectAll()
    .orderBy('published_on')
    .orderBy('id')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    author: row.author,
    publishedOn: row.published_on as PlainDate,
    citation: c.language === 'vi' ? row.citation_vi : row.citation_en,
    data: recordOf(row.data),
  }))
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
