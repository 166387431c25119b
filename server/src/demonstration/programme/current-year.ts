import { newId } from '../../platform/id.ts'
import { type PlainDate, yearOf } from '../../platform/time/plain-date.ts'
import type { ProgrammeData } from '../../programme/import/index.ts'
import type { NamedUnits } from '../organisation/named-organisation.ts'
import { calendarOf } from './article-programme.ts'

/** An open, empty programme of the real year, for an office that wants to try its own. */
export function currentYearProgramme(
  realToday: PlainDate,
  units: NamedUnits,
): Pick<ProgrammeData, 'programmes' | 'windows' | 'periods'> {
  const year = yearOf(realToday)
  const id = newId<'programme'>()
  return {
    programmes: [{ id, year, unit_id: units['org-tinh-uy'], name: `Việc đột phá năm ${year}` }],
    ...calendarOf(id, year, `${year}-12-31`),
  }
}
