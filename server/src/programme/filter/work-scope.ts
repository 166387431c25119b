import { sql } from 'kysely'
import { type UnitReference, unitCodeOf, unitNameOf, unitsByCodes } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cachedRows } from '../../platform/counts/cached-rows.ts'
import { Refusal } from '../../platform/refusal.ts'
import { nearestMatch } from '../../platform/text-search/nearest-match.ts'
import type { TextMatch } from '../../platform/text-search/text-match.ts'
import { readableWorks } from '../policy.ts'
import { type ProgrammeId, programmeDb } from '../tables.ts'
import type { WorkFilter } from './filter.ts'

/** A year's programme, and the committee whose it is. */
export interface ProgrammeView {
  readonly id: ProgrammeId
  readonly year: number
  readonly name: string
  readonly status: 'open' | 'closed'
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
}

/** A filter with the ids that its codes stand for, and what else its SQL needs to know of the day. */
export interface WorkScope {
  readonly filter: WorkFilter
  readonly programme: ProgrammeView
  readonly units: ReadonlyMap<string, UnitReference>
  /** Some work changed its state after the day: the state on the day must be looked up in the spans. */
  readonly statesMoved: boolean
  /** Some due date was adjusted after the day: that of the day must be looked up in the adjustments. */
  readonly duesMoved: boolean
  /** What the words of the filter match; null where there are none. */
  readonly textMatch: TextMatch | null
  /** Only these works are queried, whatever else there is: those that changed (`count-subjects.ts`). */
  readonly only?: readonly string[]
}

/**
 * Finds what the filter names.
 * @throws Refusal `filter_unknown` that says which year, unit or group does not exist
 */
export async function resolveWorkFilter(c: Context, filter: WorkFilter): Promise<WorkScope> {
  const asked = programmeDb(c)
    .selectFrom('programme')
    .select(['programme.id', 'programme.year', 'programme.name', 'programme.status', 'programme.unit_id'])
    .select([
      unitCodeOf('programme.unit_id').as('unit_code'),
      unitNameOf('programme.unit_id').as('unit_name'),
    ])
    .select([
      sql<boolean>`exists (select from work later where later.programme_id = programme.id
        and later.state_since > ${filter.asOf}::date)`.as('states_moved'),
      sql<boolean>`exists (select from adjustment where outcome = 'accepted'
        and decided_on > ${filter.asOf}::date and after->>'dueOn' is not null)`.as('dues_moved'),
    ])
    .where('programme.year', '=', filter.year)
  const [found] = await cachedRows(c, asked.compile(), { kind: 'work' })
  if (found === undefined) throw filterUnknown('year', filter.year)
  const units = await unitsByCodes(c, codesIn(filter))
  for (const [field, code] of unitFields(filter)) if (!units.has(code)) throw filterUnknown(field, code)
  return {
    filter,
    textMatch: filter.text === null ? null : await matchInYear(c, found.id, filter.text),
    programme: {
      id: found.id as ProgrammeId,
      year: found.year,
      name: found.name,
      status: found.status as ProgrammeView['status'],
      unitId: found.unit_id,
      unitCode: found.unit_code,
      unitName: found.unit_name,
    },
    units,
    statesMoved: found.states_moved,
    duesMoved: found.dues_moved,
  }
}

/** The words of a filter as they find some readable work of the year; with a slip of a letter only where nothing else does. */
function matchInYear(c: Context, programmeId: string, text: string): Promise<TextMatch> {
  return nearestMatch(c, text, (match) => {
    const found = programmeDb(c)
      .selectFrom('work')
      .innerJoin('work_search', 'work_search.work_id', 'work.id')
      .select('work.id')
      .where('work.programme_id', '=', programmeId)
      .where(match.condition(sql.ref('work_search.words')))
      .where(readableWorks(c))
      .limit(1)
    return found.executeTakeFirst().then((row) => row !== undefined)
  })
}

/** The same day and programme with another filter, which has the same words or none, and whose codes have been looked up already. */
export function narrowScope(
  scope: WorkScope,
  filter: WorkFilter,
  units: WorkScope['units'] = scope.units,
): WorkScope {
  return { ...scope, filter, units, textMatch: filter.text === null ? null : scope.textMatch }
}

/** Says which name of a filter nobody has. */
export function filterUnknown(field: string, value: string | number): Refusal {
  return new Refusal(
    'filter_unknown',
    { field, value },
    { status: 404, reasons: [{ code: 'filter_unknown', params: { field, value }, field }] },
  )
}

function unitFields(filter: WorkFilter): [field: string, code: string][] {
  const fields: [string, string | null][] = [
    ['unit', filter.unit],
    ['assigner', filter.assigner],
    ['managing', filter.managing],
    ['contentGroup', filter.contentGroup?.unit ?? null],
    ['outside', filter.outside?.unit ?? null],
  ]
  return fields.filter((one): one is [string, string] => one[1] !== null)
}

/** Every code of a unit that a filter names. */
export function codesIn(filter: WorkFilter): string[] {
  return unitFields(filter).map(([, code]) => code)
}
