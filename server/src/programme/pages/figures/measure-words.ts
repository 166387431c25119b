import type { Language } from '../../../platform/context.ts'
import { measureValue } from '../../../platform/measures/measures.ts'
import { codeKey, type MessageKey } from '../../../platform/message-key.ts'
import type { Words } from '../../../platform/words.ts'
import { formatNumber, formatPercent } from '../../../ui/format.ts'
import type { CountedMeasure } from './measure-question.ts'

/** The value of a measure in words; 0 of 0 is "không phát sinh" and never 0 % (design 8.15). */
export function measureText(
  { measure, count }: CountedMeasure,
  { t, language }: { readonly t: Words; readonly language: Language },
): string {
  const value = measureValue(measure, count)
  if (value === null) return t('promise.nothing_due')
  if (measure.unit === '%') return formatPercent(count.numerator / count.denominator, language)
  return t(`programme.measure_unit.${measure.unit}`, { value: formatNumber(value, language) })
}

/** The words of a key where the slice of the measure has said any. */
export function saidWords(t: Words, key: MessageKey): string | undefined {
  const said = t(key)
  return said === key ? undefined : said
}

/** Why a measure leaves something out, in words. */
export const reasonText = (reason: string, t: Words): string =>
  saidWords(t, codeKey('measure.excluded', reason)) ?? reason

/** Over whose things it counts: a unit with those below it, or all that the reader may see. */
export const scopeText = ({ unitName }: { readonly unitName: string | null }, t: Words): string =>
  unitName === null ? t('programme.measure_everybody') : t('programme.measure_with_below', { unit: unitName })
