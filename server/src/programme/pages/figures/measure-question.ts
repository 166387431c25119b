import { childrenOf, findUnitByCode } from '../../../organisation/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Params } from '../../../platform/http/route.ts'
import type { Measure, MeasureCount, MeasurePart, MeasureScope } from '../../../platform/measures/measures.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { PlainDate } from '../../../platform/time/plain-date.ts'
import type { Option } from '../../../ui/choice.tsx'
import { readFilterAddress } from '../../filter/filter-address.ts'
import { listProgrammes } from '../../year/list-programmes.ts'

/** Of which unit, until which day: what the pages of measures ask. */
export interface MeasureQuestion {
  readonly unit: string | null
  readonly unitId: string | null
  readonly unitName: string | null
  readonly asOf: PlainDate
  readonly illustrative: 'include' | 'exclude'
}

export interface CountedMeasure {
  readonly measure: Measure
  readonly count: MeasureCount
}

/** @throws Refusal `not_found` where the address names a unit that does not exist */
export async function askedMeasures(c: Context, query: Params): Promise<MeasureQuestion> {
  const { unit: code, asOf, illustrative } = readFilterAddress(query, c.today)
  const unit = code === null ? null : await findUnitByCode(c, code, asOf)
  if (unit === undefined) throw notFound('unit')
  return { unit: code, unitId: unit?.id ?? null, unitName: unit?.name ?? null, asOf, illustrative }
}

/** A page shows what its reader may see, and counts the same. */
export function scopeOf({ unitId, asOf, illustrative }: MeasureQuestion): MeasureScope {
  return { unitId, withSubordinates: true, from: null, asOf, illustrative, sight: 'actor' }
}

export async function countMeasure(
  c: Context,
  measure: Measure,
  question: MeasureQuestion,
): Promise<CountedMeasure> {
  return { measure, count: await measure.count(c, scopeOf(question)) }
}

/** The unit that was asked for and those directly below it, or below the committee whose programme it is. */
export async function unitChoices(c: Context, question: MeasureQuestion): Promise<readonly Option[]> {
  const [programme] = await listProgrammes(c)
  const top = question.unitId ?? programme?.unitId
  if (top === undefined) return []
  const below = await childrenOf(c, { unitId: top, on: question.asOf, limit: 200 })
  const chosen =
    question.unit === null ? [] : [{ value: question.unit, label: question.unitName ?? question.unit }]
  return [...chosen, ...below.items.map(({ code, name }) => ({ value: code, label: name }))]
}

/** The parts of a measure as an address names them; the numerator where it names none. @throws Refusal `not_found` */
export function partOfAddress(word: string | undefined): MeasurePart {
  if (word === undefined || word === '' || word === 'tu-so') return 'numerator'
  if (word === 'mau-so') return 'denominator'
  const reason = /^loai\.([a-z_]{1,60})$/.exec(word)?.[1]
  if (reason === undefined) throw notFound('measure_part')
  return `excluded:${reason}`
}

export function addressOfPart(part: MeasurePart): string {
  if (part === 'numerator') return 'tu-so'
  return part === 'denominator' ? 'mau-so' : part.replace('excluded:', 'loai.')
}
