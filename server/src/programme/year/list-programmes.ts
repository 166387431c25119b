import { unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { type PlainDate, yearOf } from '../../platform/time/plain-date.ts'
import type { PeriodKey } from '../rules/periods.ts'
import { programmeDb, type Tier } from '../tables.ts'

/** A year's programme as it stands in the list of years. */
export interface ProgrammeRow {
  readonly id: string
  readonly year: number
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  readonly status: 'open' | 'closed'
  readonly completionRule: string | null
  readonly sourceQuote: string | null
}

// A bound, not a page: a programme a year.
const maxProgrammes = 100

/** The programmes, the latest year first. Every signed-in user can see that they exist. */
export async function listProgrammes(c: Context): Promise<readonly ProgrammeRow[]> {
  const rows = await programmeDb(c)
    .selectFrom('programme')
    .select(['id', 'year', 'name', 'status', 'unit_id', 'completion_rule', 'source_quote'])
    .select(unitNameOf('unit_id').as('unit_name'))
    .orderBy('year', 'desc')
    .limit(maxProgrammes)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    status: row.status as ProgrammeRow['status'],
    completionRule: row.completion_rule,
    sourceQuote: row.source_quote,
  }))
}

/** When a year registers, tier by tier, and when it reports. */
export interface ProgrammeCalendar {
  readonly windows: readonly {
    readonly tier: Tier
    readonly opensOn: PlainDate
    readonly closesOn: PlainDate
  }[]
  readonly periods: readonly {
    readonly key: PeriodKey
    readonly dataClosesOn: PlainDate
    readonly dueOn: PlainDate
  }[]
}

export async function programmeCalendar(c: Context, programmeId: string): Promise<ProgrammeCalendar> {
  const windows = await programmeDb(c)
    .selectFrom('registration_window')
    .select(['tier', 'opens_on', 'closes_on'])
    .where('programme_id', '=', programmeId)
    .execute()
  const periods = await programmeDb(c)
    .selectFrom('report_period')
    .select(['key', 'data_closes_on', 'due_on'])
    .where('programme_id', '=', programmeId)
    .orderBy('data_closes_on')
    .execute()
  return {
    windows: windows.map((row) => ({
      tier: row.tier as Tier,
      opensOn: row.opens_on as PlainDate,
      closesOn: row.closes_on as PlainDate,
    })),
    periods: periods.map((row) => ({
      key: row.key as PeriodKey,
      dataClosesOn: row.data_closes_on as PlainDate,
      dueOn: row.due_on as PlainDate,
    })),
  }
}

/** The themes of a year, in their order; one of which nobody made use is there too. */
export function listThemes(
  c: Context,
  year: number,
): Promise<readonly { readonly ord: number; readonly headline: string }[]> {
  return programmeDb(c)
    .selectFrom('theme_group')
    .innerJoin('programme', 'programme.id', 'theme_group.programme_id')
    .select(['theme_group.ord', 'theme_group.headline'])
    .where('programme.year', '=', year)
    .orderBy('theme_group.ord')
    .limit(100)
    .execute()
}

/**
 * Whether the menu leads to a year that nobody has opened yet: a new installation, or the first days of a January. The list
 * of years then says who opens it. Another year that is not there was typed or linked wrongly, and is not found.
 */
export async function isYearToOpen(c: Context, year: number): Promise<boolean> {
  return year === yearOf(c.today) && !(await hasProgramme(c, year))
}

/** Whether the year has been opened. */
export async function hasProgramme(c: Context, year: number): Promise<boolean> {
  const query = programmeDb(c).selectFrom('programme').select('id').where('year', '=', year)
  return (await query.executeTakeFirst()) !== undefined
}
