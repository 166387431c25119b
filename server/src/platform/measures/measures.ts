import type { Context } from '../context.ts'
import { type MeasureCount, type MeasureOf, MeasureRegistryOf } from './measure-registry.ts'

export type {
  Exclusion,
  MeasureCount,
  MeasureItem,
  MeasurePage,
  MeasurePart,
  MeasureScope,
} from './measure-registry.ts'

/** A live measure as slices write it; the context carries the registry, so its type stands apart from both. */
export type Measure = MeasureOf<Context>

/** The measures of all slices. */
export class MeasureRegistry extends MeasureRegistryOf<Context> {}

/** The value of a measure in its unit, or null where nothing fell due ("không phát sinh", design 8.15). */
export function measureValue(measure: Pick<Measure, 'unit'>, count: MeasureCount): number | null {
  if (measure.unit !== '%') return count.numerator
  return count.denominator === 0 ? null : (count.numerator * 100) / count.denominator
}
